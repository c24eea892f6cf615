//! Stopping for breath in the middle of long work, so that the page goes on drawing and answering.

use gloo_timers::future::TimeoutFuture;
use js_sys::Date;

/// How long work goes on before it pauses, in milliseconds. A frame takes 16; what comes between two looks at the clock
/// must fit beside it.
const WORK_MS: f64 = 24.0;

/// Lets the page have a turn.
pub async fn turn() {
    TimeoutFuture::new(0).await;
}

/// Long work that pauses now and then.
#[derive(Debug)]
pub struct Work {
    since: f64,
}

impl Work {
    /// Work that begins now.
    pub fn begin() -> Self {
        Self { since: Date::now() }
    }

    /// Lets the page have a turn if the work has gone on for a while. True if it had one.
    pub async fn pause_if_long(&mut self) -> bool {
        if Date::now() - self.since < WORK_MS {
            return false;
        }
        turn().await;
        self.since = Date::now();
        true
    }
}
