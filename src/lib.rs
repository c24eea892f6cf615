//! Rainbow: the One Children's Workforce Tool in the browser. `ARCHITECTURE.md` maps these rooms; arrows between them point down only.

pub mod charts;
pub mod domain;
pub mod exchange;
pub mod storage;
