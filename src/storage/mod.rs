//! Keeping a workspace on the device: one small trait for a store, and the pair of stores that together hold the truth.

#[cfg(test)]
pub(crate) mod fake;
pub mod fold;
mod forgetting;
mod mirror;
pub mod opening;
mod outgoing;
pub mod pair;
mod purge;
mod reading;
pub mod store;
#[cfg(test)]
mod tests;
