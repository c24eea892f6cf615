//! What due dates were found to mean, kept so that those of a long plan are not read once more for every change of it.

use std::collections::BTreeMap;

use crate::domain::due::{Due, Period};
use crate::domain::plan::Meant;

/// What due dates mean within a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DueReadings {
    period: Option<Period>,
    /// By the written words, and then by what a person said of them.
    read: BTreeMap<String, Vec<(Option<Meant>, Due)>>,
}

impl DueReadings {
    /// Reads by this period from here on. What was read by another one is forgotten.
    pub fn in_period(&mut self, period: Option<Period>) {
        if self.period != period {
            *self = Self { period, read: BTreeMap::new() };
        }
    }

    /// What a due date means: as [`Due::of`] says.
    pub fn of(&mut self, written: &str, meant: Option<Meant>) -> Due {
        let known = self.read.get(written).and_then(|all| all.iter().find(|(other, _)| *other == meant));
        if let Some((_, due)) = known {
            return *due;
        }
        let due = Due::of(written, meant, self.period);
        self.read.entry(written.to_owned()).or_default().push((meant, due));
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_holds_for_its_words_its_correction_and_its_period() {
        let day = |text: &str| text.parse().unwrap();
        let period = |from, to| Some(Period { from: day(from), to: day(to) });
        let mut readings = DueReadings::default();
        let mut all = Vec::new();
        for period in [None, period("2012-04-01", "2015-03-31"), period("2009-04-01", "2010-03-31"), None] {
            readings.in_period(period);
            for meant in [None, Some(Meant::By(day("2013-03-13"))), None, Some(Meant::Ongoing)] {
                for written in ["March 13", "Oct-09", "March 13"] {
                    assert_eq!(readings.of(written, meant), Due::of(written, meant, period), "{written} {meant:?}");
                    all.push(readings.of(written, meant));
                }
            }
        }
        assert!(all.contains(&Due::By(day("2013-03-31"))), "the period was heard");
    }
}
