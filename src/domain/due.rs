//! Due dates as written: the words are kept, and beside them the last day that they mean, where it can be told.

use chrono::{Datelike, NaiveDate};

/// What a written due date means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Done by the end of this day. A month means its last day, and so does a year.
    By(NaiveDate),
    /// Work without an end, such as "on-going".
    Ongoing,
    /// Nothing was written.
    NotSaid,
    /// Something was written that names no day that can be told.
    AsWritten,
}

/// The days that a plan runs from and to, the last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// How a person says that a written due date is meant, where it is not as it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meant {
    /// By the end of this day.
    By(NaiveDate),
    /// Work without an end.
    Ongoing,
    /// Again and again.
    Recurring,
    /// When something else has happened.
    Dependent,
    /// No day at all.
    Undated,
}

impl Due {
    /// Reads a written due date: "Oct-09", "December 2009", "31 Dec 2009", "9th Dec '08", "31/12/2009", "2009-12-31",
    /// "2011", "on-going". Anything else is [`Due::AsWritten`]. Two digits of a year are in this century.
    pub fn read(written: &str) -> Self {
        let lower = written.trim().to_lowercase();
        if lower.is_empty() {
            return Self::NotSaid;
        }
        if ["ongoing", "on-going", "on going"].contains(&lower.as_str()) {
            return Self::Ongoing;
        }
        let parts = parts(&lower);
        let hyphen_or_quote = lower.contains(['-', '\'', '\u{2019}', '\u{2018}']);
        let day = match parts.as_slice() {
            [year] => long_year(year).and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31)),
            // "March 13" can be a day or a year, so without a hyphen or an apostrophe it is left as written.
            [month, year] => {
                let year = long_year(year).or_else(|| hyphen_or_quote.then(|| short_year(year)).flatten());
                month_number(month).zip(year).and_then(|(month, year)| last_day(year, month))
            }
            _ => read_day(&lower),
        };
        day.map_or(Self::AsWritten, Self::By)
    }

    /// What a written due date means in a plan that runs over a period, unless a person said how it is meant.
    pub fn of(written: &str, meant: Option<Meant>, _period: Option<Period>) -> Self {
        match meant {
            None => Self::read(written),
            Some(Meant::By(day)) => Self::By(day),
            Some(Meant::Ongoing) => Self::Ongoing,
            Some(_) => Self::AsWritten,
        }
    }

    /// Whether the last day meant lies before `today`. Work without an end and dates that name no day are never overdue.
    pub fn is_past(self, today: NaiveDate) -> bool {
        matches!(self, Self::By(day) if day < today)
    }
}

/// Reads a day that is written in full: "31 Dec 2009", "9th Dec '08", "31/12/2009", "2009-12-31"; `None` for anything else.
pub fn read_day(written: &str) -> Option<NaiveDate> {
    let lower = written.trim().to_lowercase();
    match parts(&lower).as_slice() {
        [year, month, day] if long_year(year).is_some() => {
            long_year(year).zip(month_number(month)).zip(day_number(day)).and_then(full_date)
        }
        [day, month, year] => any_year(year).zip(month_number(month)).zip(day_number(day)).and_then(full_date),
        _ => None,
    }
}

/// The numbers and words of a written date.
fn parts(lower: &str) -> Vec<&str> {
    lower.split([' ', '-', '/', '.', ',', '\u{2019}', '\u{2018}', '\'']).filter(|part| !part.is_empty()).collect()
}

/// The last day of a month; `None` if there is no such month.
fn last_day(year: i32, month: u32) -> Option<NaiveDate> {
    let first_of_next = if month == 12 {
        NaiveDate::from_ymd_opt(year.checked_add(1)?, 1, 1)
    } else {
        NaiveDate::from_ymd_opt(year, month.checked_add(1)?, 1)
    };
    first_of_next?.pred_opt().filter(|day| day.month() == month)
}

fn full_date(((year, month), day): ((i32, u32), u32)) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

fn any_year(text: &str) -> Option<i32> {
    long_year(text).or_else(|| short_year(text))
}

fn long_year(text: &str) -> Option<i32> {
    let year: i32 = digits(text, 4)?;
    (1900..=2199).contains(&year).then_some(year)
}

fn short_year(text: &str) -> Option<i32> {
    digits::<i32>(text, 2)?.checked_add(2000)
}

fn day_number(text: &str) -> Option<u32> {
    let number = ["st", "nd", "rd", "th"].iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text);
    (number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit())).then(|| number.parse().ok()).flatten()
}

/// A month by its name, a usual short form of it, or its number.
fn month_number(text: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok().filter(|month| (1..=12).contains(month));
    }
    let named = text == "sept" || NAMES.iter().any(|name| text == *name || (text.len() == 3 && name.starts_with(text)));
    let position = NAMES.iter().position(|name| text.get(..3).is_some_and(|start| name.starts_with(start)));
    position.filter(|_| named).and_then(|position| u32::try_from(position).ok()?.checked_add(1))
}

fn digits<N: std::str::FromStr>(text: &str, count: usize) -> Option<N> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(year: i32, month: u32, day: u32) -> Due {
        Due::By(NaiveDate::from_ymd_opt(year, month, day).unwrap())
    }

    #[test]
    fn written_dates_mean_their_last_day() {
        let table = [
            ("Oct-09", by(2009, 10, 31)),
            ("Feb-10", by(2010, 2, 28)),
            ("Feb 2012", by(2012, 2, 29)),
            ("December 2014", by(2014, 12, 31)),
            ("Sept 2013", by(2013, 9, 30)),
            ("2011", by(2011, 12, 31)),
            ("31 December 2009", by(2009, 12, 31)),
            ("31st Dec 2009", by(2009, 12, 31)),
            ("9th Dec \u{2018}08", by(2008, 12, 9)),
            ("31/10/2009", by(2009, 10, 31)),
            ("2009-10-31", by(2009, 10, 31)),
            ("March \u{2019}09", by(2009, 3, 31)),
            ("on-going", Due::Ongoing),
            (" Ongoing ", Due::Ongoing),
            ("", Due::NotSaid),
            ("Quarterly", Due::AsWritten),
            ("March 13", Due::AsWritten),
            ("31/02/2010", Due::AsWritten),
            ("Within 3 months following", Due::AsWritten),
            ("marching 2010", Due::AsWritten),
            ("é-09", Due::AsWritten),
        ];
        for (written, meaning) in table {
            assert_eq!(Due::read(written), meaning, "{written}");
        }
    }

    #[test]
    fn a_day_is_read_only_when_it_is_written_in_full() {
        let day = NaiveDate::from_ymd_opt(2010, 1, 29);
        for written in ["29 January 2010", " 29th jan 2010", "29/1/10", "2010-01-29"] {
            assert_eq!(read_day(written), day, "{written}");
        }
        for written in ["", "Jan-10", "2010", "30/02/2010", "yesterday", "on-going"] {
            assert_eq!(read_day(written), None, "{written}");
        }
    }

    #[test]
    fn a_month_is_on_target_until_it_has_passed() {
        let october = Due::read("Oct-09");
        assert!(!october.is_past(NaiveDate::from_ymd_opt(2009, 10, 30).unwrap()));
        assert!(!october.is_past(NaiveDate::from_ymd_opt(2009, 10, 31).unwrap()));
        assert!(october.is_past(NaiveDate::from_ymd_opt(2009, 11, 1).unwrap()));
        assert!(!Due::read("on-going").is_past(NaiveDate::from_ymd_opt(2100, 1, 1).unwrap()));
    }
}
