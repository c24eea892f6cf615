//! A note of a file that was made on this device.

use chrono::{DateTime, Utc};

use super::rest::Rest;

/// That a file was made on this device, so that the app can say how old the last safe copy is and, after a withdrawal,
/// which earlier files it cannot reach.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ExportNote {
    /// When the file was made.
    pub at: DateTime<Utc>,
    /// The name the file was given.
    pub file: String,
    /// Whether individual answers are in it.
    pub with_answers: bool,
    /// Whether it is a table to count from, which can't bring the area back, and so is no copy of it.
    pub is_table: bool,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}
