//! The browser: the only room that knows web-sys and gloo. Everything else is told what it needs to know.
//!
//! Nothing here panics or hangs when the browser refuses: each file says what a refusal looks like to its caller.

pub mod clipboard;
pub mod clock;
pub mod database;
mod fault;
pub mod files;
pub mod folders;
pub mod ids;
pub mod keys;
pub mod local_store;
pub mod location;
pub mod own_source;
pub mod packing;
pub mod panic;
pub mod pasted;
pub mod pause;
pub mod persist;
pub mod picture;
pub mod print;
mod reach;
pub mod share;
pub mod sharing;
pub mod speech;
pub mod tabs;
