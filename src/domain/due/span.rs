//! A run of days that a date in words stands for: a day, a month, a season, a quarter, a year.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A run of days; the last is never before the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// Its first day.
    pub(super) first: NaiveDate,
    /// Its last day.
    pub(super) last: NaiveDate,
}

/// A part of a span: "early summer", "mid-2010", "the end of March".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Its first third: of a month until the 10th, of a season its first month, of a year until the end of March.
    Early,
    /// Until the end of its second third: of a month until the 20th, of a season its second month. Of a year, until the
    /// end of June, because the middle of a year is its half.
    Mid,
    /// All of it.
    Late,
}

/// A season. Spring begins in March.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February of the next year.
    Winter,
}

/// A year as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// One year, "2010".
    One(i32),
    /// The first of two that follow each other, "2010/11".
    Pair(i32),
}

impl Span {
    /// One day.
    pub(super) fn day(day: NaiveDate) -> Self {
        Self { first: day, last: day }
    }

    /// One month; `None` if there is no such month.
    pub(super) fn month(year: i32, month: u32) -> Option<Self> {
        Self::months(year, month, 1)
    }

    /// So many months from one on; `None` if there is no such month.
    fn months(year: i32, month: u32, count: u32) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let last = first.checked_add_months(chrono::Months::new(count))?.pred_opt()?;
        Some(Self { first, last })
    }

    /// A year from January to December.
    pub(super) fn year(year: i32) -> Option<Self> {
        Self::months(year, 1, 12)
    }

    /// The financial year that begins in April of a year.
    pub(super) fn financial_year(year: i32) -> Option<Self> {
        Self::months(year, 4, 12)
    }

    /// The school year that begins in September of a year.
    pub(super) fn school_year(year: i32) -> Option<Self> {
        Self::months(year, 9, 12)
    }

    /// A quarter, 1 to 4, counted from January.
    pub(super) fn quarter(year: i32, quarter: u32) -> Option<Self> {
        let month = quarter.checked_sub(1)?.checked_mul(3)?.checked_add(1)?;
        Self::months(year, month, 3)
    }

    /// A quarter, 1 to 4, of the financial year that begins in April of a year: the fourth is in the year after.
    pub(super) fn financial_quarter(year: i32, quarter: u32) -> Option<Self> {
        match quarter {
            1..=3 => Self::quarter(year, quarter.checked_add(1)?),
            4 => Self::quarter(year.checked_add(1)?, 1),
            _ => None,
        }
    }

    /// A season. A winter is named after the year in which it begins; of two years, autumn and winter begin in the first,
    /// spring and summer are in the second.
    pub(super) fn season(season: Season, year: Year) -> Option<Self> {
        match season {
            Season::Spring => Self::months(year.later()?, 3, 3),
            Season::Summer => Self::months(year.later()?, 6, 3),
            Season::Autumn => Self::months(year.earlier(), 9, 3),
            Season::Winter => Self::months(year.earlier(), 12, 3),
        }
    }

    /// A school term, up to the last day of the month in which it ends at the latest: December, April (Easter moves) or
    /// July. `None` for winter, which is no term.
    pub(super) fn term(season: Season, year: Year) -> Option<Self> {
        match season {
            Season::Spring => Self::months(year.later()?, 1, 4),
            Season::Summer => Self::months(year.later()?, 4, 4),
            Season::Autumn => Self::months(year.earlier(), 9, 4),
            Season::Winter => None,
        }
    }

    /// The working week of a day: up to the first Friday on or after it, which is what "week beginning" means to people
    /// who work from Monday to Friday.
    pub(super) fn working_week(first: NaiveDate) -> Option<Self> {
        let ahead = Weekday::Fri.days_since(first.weekday());
        Some(Self { first, last: first.checked_add_days(Days::new(ahead.into()))? })
    }

    /// A part of it; of a day, the day itself.
    pub(super) fn part(self, part: Part) -> Option<Self> {
        let days = self.last.signed_duration_since(self.first).num_days();
        let last = match (part, days) {
            (Part::Late, _) | (_, ..27) => Some(self.last),
            (Part::Early, 27..=31) => self.first.checked_add_days(Days::new(9)),
            (Part::Mid, 27..=31) => self.first.checked_add_days(Days::new(19)),
            (Part::Early, 32..=180) => self.month_of(1),
            (Part::Mid, 32..=180) => self.month_of(2),
            (Part::Early, _) => self.month_of(3),
            (Part::Mid, _) => self.month_of(6),
        };
        Some(Self { last: last?, ..self })
    }

    /// The last day of one of its months, counted from 1.
    fn month_of(self, count: u32) -> Option<NaiveDate> {
        self.first.checked_add_months(chrono::Months::new(count))?.pred_opt()
    }
}

impl Year {
    fn earlier(self) -> i32 {
        match self {
            Self::One(year) | Self::Pair(year) => year,
        }
    }

    fn later(self) -> Option<i32> {
        match self {
            Self::One(year) => Some(year),
            Self::Pair(first) => first.checked_add(1),
        }
    }
}
