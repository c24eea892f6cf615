//! A frozen report: a report as it was on a day, kept so that it opens the same for ever.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use super::document::{Block, Paragraph, Report, Section};
use super::rest::Rest;

/// A report that was frozen. It is never changed; it holds words and shareable figures, and no answers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FrozenReport {
    /// The report.
    pub report: Arc<Report>,
    /// The day that it speaks of.
    pub as_at: NaiveDate,
    /// The day that it was frozen.
    pub on: NaiveDate,
    /// When it was recorded, which orders reports of one day.
    pub recorded: DateTime<Utc>,
    /// Who froze it, as a role.
    pub by: String,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

impl Report {
    /// The report with the words that stand in it, and nothing of where they come from.
    #[must_use]
    pub fn frozen(mut self) -> Self {
        let sections = self.sections.iter_mut().chain(&mut self.appendices);
        for block in sections.flat_map(|Section { blocks, .. }| blocks) {
            if let Block::Paragraph(paragraph) = block {
                *paragraph = Paragraph::fixed(std::mem::take(&mut paragraph.text));
            }
        }
        self
    }
}
