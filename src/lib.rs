//! Rainbow: the One Children's Workforce Tool in the browser. `ARCHITECTURE.md` maps these rooms; arrows between them point down only.

pub mod analysis;
pub mod charts;
pub mod domain;
pub mod exchange;
pub mod reports;
pub mod route;
pub mod sample;
pub mod storage;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod pages;
#[cfg(target_arch = "wasm32")]
pub mod state;
#[cfg(target_arch = "wasm32")]
pub mod ui;
