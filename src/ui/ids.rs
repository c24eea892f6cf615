//! Element ids for parts that must point at each other, unique within one run of the page.

use std::sync::atomic::{AtomicU32, Ordering};

/// An id nobody else on the page has: `prefix` and a count.
pub(super) fn unique_id(prefix: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("{prefix}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
