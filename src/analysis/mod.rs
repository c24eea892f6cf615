//! Questions asked of the domain: how a theme scores, what may be shared, and how a plan stands.

pub mod disclosure;
pub mod plan_status;
pub mod returns;
pub mod scores;
