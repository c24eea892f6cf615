//! Questions asked of the domain: how a theme scores, what may be shared, and how a plan stands.

pub mod answering;
pub mod breakdown;
pub mod children;
pub mod comments;
pub mod comparison;
pub mod disclosure;
pub mod finding;
pub mod front_line;
pub mod leads;
pub mod lens;
pub mod measures;
pub mod need;
pub mod plan_changes;
pub mod plan_filter;
pub mod plan_signing;
pub mod plan_status;
pub mod practices;
pub mod received;
pub mod region;
pub mod reporting;
pub mod returns;
pub mod scores;
pub mod sheet;
pub mod signing;
pub mod training;
