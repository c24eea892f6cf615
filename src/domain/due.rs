//! Due dates as written: the words are kept, and beside them the last day that they mean, where it can be told.

mod dates;
mod kinds;
#[cfg(test)]
mod laws;
mod period;
mod reading;
mod span;
#[cfg(test)]
mod tests;
mod tokens;
mod words;
mod years;

use chrono::NaiveDate;

pub use period::Period;

/// What a written due date means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Due {
    /// Done by the end of this day. A month means its last day, and so do a season and a year; of several dates the latest
    /// counts.
    By(NaiveDate),
    /// Work without an end, such as "on-going". It counts as on target whatever the day.
    Ongoing {
        /// The last day of the first date in it, where one is told: "Dec 2014 and ongoing" has 31 December 2014.
        first: Option<NaiveDate>,
    },
    /// Work that comes again and again, such as "quarterly". It counts as on target whatever the day, because only what
    /// was reported says whether it was done each time.
    Recurring {
        /// The last day of the first date in it, where one is told: "April 2013, annual review" has 30 April 2013.
        first: Option<NaiveDate>,
    },
    /// It waits for something else: "Within 3 months following the launch", "As required".
    Dependent,
    /// Nothing was written.
    NotSaid,
    /// It can be read in two ways, and a person has to say which.
    Asks(Question),
    /// It names a day that no calendar has, such as 31/02/2010.
    NoSuchDay,
    /// Something was written that names no day that can be told.
    AsWritten,
}

/// The two ways in which a written due date can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// "March 13" is a day of March, or all of March 2013.
    DayOrYear {
        /// The last day of the month, if the number is its year.
        month: NaiveDate,
        /// The day of the month, 1 to 31, if the number is a day.
        day: u32,
        /// That day with its year, where the plan's period holds it once.
        within: Option<NaiveDate>,
    },
    /// One of two last days: "Q2 2010" is 30 June, or 30 September in a financial year.
    EitherDay(NaiveDate, NaiveDate),
}

/// What a person says that a written due date means. It holds for those words alone: other words are read anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meant {
    /// Done by the end of this day.
    By(NaiveDate),
    /// Work without an end.
    Ongoing,
    /// Work that comes again and again.
    Recurring,
    /// It waits for something else.
    Dependent,
    /// No day at all.
    Undated,
}

/// What a written due date means, and how that was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Reading {
    /// What it means.
    pub due: Due,
    /// How that was told.
    pub because: Because,
}

/// How the meaning of a written due date was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Because {
    /// The words say it.
    Written,
    /// A person said it.
    Person,
    /// The period of the plan, in which a month lies if two digits are its year.
    MonthInPeriod(Period),
    /// The period of the plan, which holds a day without a year once only.
    DayInPeriod(Period),
    /// A week that begins on a day ends on its Friday.
    WorkingWeek,
    /// Seasons end with May, August, November and February.
    Season,
    /// School terms end by the end of December, April and July.
    SchoolTerm,
    /// Two years that follow each other are a financial year, April to March; its quarters are counted from April.
    FinancialYear,
    /// School years run from September to August.
    SchoolYear,
    /// Early and mid: of a month until the 10th and the 20th, of a season its first and its second month, of a year until
    /// the end of March and of June.
    Part,
}

impl Due {
    /// What a text means; a person's correction goes before what can be read in it. The period is that of the plan.
    pub fn of(written: &str, meant: Option<Meant>, period: Option<Period>) -> Self {
        Reading::of(written, meant, period).due
    }

    /// Reads a written due date as people in a council write it. Two digits of a year are in this century. A month with two
    /// digits is a year after a hyphen, a slash or an apostrophe, and where that month lies within the plan's period.
    pub fn read(written: &str, period: Option<Period>) -> Self {
        Self::of(written, None, period)
    }

    /// The day to keep in a calendar: the last day meant, or the first one of what goes on or comes again.
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::By(day) => Some(day),
            Self::Ongoing { first } | Self::Recurring { first } => first,
            Self::Dependent | Self::NotSaid | Self::Asks(_) | Self::NoSuchDay | Self::AsWritten => None,
        }
    }

    /// Whether the last day meant lies before `today`. Only a last day can pass: what goes on, comes again, depends on
    /// something else or names no day is never overdue.
    pub fn is_past(self, today: NaiveDate) -> bool {
        matches!(self, Self::By(day) if day < today)
    }
}

impl Reading {
    /// What a text means and how that was told; a person's correction goes before what can be read in it.
    pub fn of(written: &str, meant: Option<Meant>, period: Option<Period>) -> Self {
        let read = reading::read(written, period);
        let due = match (meant, read.due) {
            // A correction that says what the words say already corrects nothing, and the first day in them stays.
            (None, _)
            | (Some(Meant::Ongoing), Due::Ongoing { .. })
            | (Some(Meant::Recurring), Due::Recurring { .. }) => return read,
            (Some(Meant::By(day)), _) => Due::By(day),
            (Some(Meant::Ongoing), _) => Due::Ongoing { first: None },
            (Some(Meant::Recurring), _) => Due::Recurring { first: None },
            (Some(Meant::Dependent), _) => Due::Dependent,
            (Some(Meant::Undated), Due::NotSaid) => Due::NotSaid,
            (Some(Meant::Undated), _) => Due::AsWritten,
        };
        if due == read.due { read } else { Self { due, because: Because::Person } }
    }
}

/// Reads a day that is written in full: "31 Dec 2009", "9th Dec '08", "31/12/2009", "2009-12-31", with its weekday or
/// without; `None` for anything else.
pub fn read_day(written: &str) -> Option<NaiveDate> {
    reading::only_day(written)
}

/// Whether a text is one date with its month and year and nothing else, so that no guess and no period is needed to read it:
/// "March 2013", "31/12/2009", "the 9th of December 2008". A year alone is none.
pub fn is_one_date(written: &str) -> bool {
    reading::is_one_date(written)
}
