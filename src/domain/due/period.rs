//! The days that a plan runs from and to, which tell years and days that are written without the other half.

use chrono::{Datelike, NaiveDate};

use super::span::Span;

/// The period of a plan, first and last day included. A period whose last day lies before its first holds no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
}

impl Period {
    /// Whether a day lies within it.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// Whether any day of a span lies within it.
    pub(super) fn meets(self, span: Span) -> bool {
        self.from <= self.to && self.from <= span.last && span.first <= self.to
    }

    /// The day of a month, where the period holds it once and only once.
    pub(super) fn only(self, month: u32, day: u32) -> Option<NaiveDate> {
        let years = self.from.year()..=self.to.year();
        let mut held =
            years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day)).filter(|held| self.contains(*held));
        held.next().filter(|_| held.next().is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_without_a_year_is_told_by_a_period_that_holds_it_once() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let year = Period { from: day("2009-04-01"), to: day("2010-03-31") };
        assert_eq!(year.only(3, 13), Some(day("2010-03-13")));
        assert_eq!(year.only(3, 31), Some(day("2010-03-31")));
        assert_eq!(year.only(2, 29), None);
        assert_eq!(Period { to: day("2010-04-01"), ..year }.only(4, 1), None, "twice");
        assert_eq!(Period { from: year.to, to: year.from }.only(6, 1), None, "the wrong way round");
    }
}
