//! What a written due date is taken to mean, in words.

use chrono::{Datelike, NaiveDate};

use super::words;
use crate::domain::due::{Because, Due, Question, Reading, read_day};

/// How it is understood and why, to be shown beneath the field; empty when nothing was written.
pub fn understood(reading: Reading) -> String {
    match reading.due {
        Due::By(last) => format!("Understood as: by {}{}", words::day(last), because(reading.because)),
        Due::Ongoing { first: None } => "Understood as: on-going, with no last day".to_owned(),
        Due::Ongoing { first: Some(first) } => format!("Understood as: on-going, first by {}", words::day(first)),
        Due::Recurring { first: None } => "Understood as: again and again".to_owned(),
        Due::Recurring { first: Some(first) } => {
            format!("Understood as: again and again, first by {}", words::day(first))
        }
        Due::Dependent => "Understood as: it depends on something else".to_owned(),
        Due::Asks(question) => {
            let (one, other) = answers(question);
            format!("Could be {one} or {other}: say which")
        }
        Due::NoSuchDay => "There is no such day: check the date".to_owned(),
        Due::AsWritten => "Kept as written; it names no exact day".to_owned(),
        Due::NotSaid => String::new(),
    }
}

/// The same for a table, "by 31 October 2009"; empty where the written words say it themselves: a day whose month is
/// named can be read in one way only.
pub fn in_short(written: &str, due: Due) -> String {
    let says_itself = |words: &str| {
        let same_kind = std::mem::discriminant(&Due::read(written, None)) == std::mem::discriminant(&due);
        if same_kind { String::new() } else { words.to_owned() }
    };
    match due {
        Due::By(last) if read_day(written) == Some(last) && written.chars().any(char::is_alphabetic) => String::new(),
        Due::By(last) => format!("by {}", words::day(last)),
        Due::Ongoing { first: Some(first) } | Due::Recurring { first: Some(first) } => {
            format!("first by {}", words::day(first))
        }
        Due::Ongoing { first: None } => says_itself("on-going"),
        Due::Recurring { first: None } => says_itself("again and again"),
        Due::Dependent => says_itself("depends on something else"),
        Due::Asks(question) => {
            let (one, other) = answers(question);
            format!("could be {one} or {other}")
        }
        Due::NoSuchDay => "no such day".to_owned(),
        Due::AsWritten => "no exact day".to_owned(),
        Due::NotSaid => String::new(),
    }
}

/// The two answers to a question about a date: "13 March" and "the end of March 2013".
pub fn answers(question: Question) -> (String, String) {
    match question {
        Question::DayOrYear { month, day, within } => {
            let day = within.map_or_else(|| format!("{day} {}", month.format("%B")), words::day);
            (day, format!("the end of {}", month_and_year(month)))
        }
        Question::EitherDay(one, other) => (words::day(one), words::day(other)),
    }
}

/// What to add to a day that the words don't say plainly.
fn because(because: Because) -> String {
    let runs =
        |from: NaiveDate, to: NaiveDate| format!("the plan runs from {} to {}", words::day(from), words::day(to));
    match because {
        Because::Written => String::new(),
        Because::Person => ", as corrected by hand".to_owned(),
        Because::MonthInPeriod(period) => format!(", month and year, as {}", runs(period.from, period.to)),
        Because::DayInPeriod(period) => format!(", the only such day, as {}", runs(period.from, period.to)),
        Because::WorkingWeek => ", the Friday of that week".to_owned(),
        Because::Season => ", the end of the season".to_owned(),
        Because::SchoolTerm => ", the end of the month in which the term ends".to_owned(),
        Because::FinancialYear => ", counted in years from April to March".to_owned(),
        Because::SchoolYear => ", the end of the school year".to_owned(),
        Because::Part => ", as near as the words say".to_owned(),
    }
}

fn month_and_year(day: NaiveDate) -> String {
    format!("{} {}", day.format("%B"), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::due::{Meant, Period};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_written_date_is_explained_where_it_does_not_explain_itself() {
        let table = [
            ("Oct-09", "Understood as: by 31 October 2009", "by 31 October 2009"),
            ("31st mar 2010", "Understood as: by 31 March 2010", ""),
            ("3/4/10", "Understood as: by 3 April 2010", "by 3 April 2010"),
            ("on-going", "Understood as: on-going, with no last day", ""),
            ("Dec 2014 and ongoing", "Understood as: on-going, first by 31 December 2014", "first by 31 December 2014"),
            ("Quarterly", "Understood as: again and again", ""),
            (
                "April 2013, annual review",
                "Understood as: again and again, first by 30 April 2013",
                "first by 30 April 2013",
            ),
            ("As required", "Understood as: it depends on something else", ""),
            (
                "W/B 26th January \u{2018}09",
                "Understood as: by 30 January 2009, the Friday of that week",
                "by 30 January 2009",
            ),
            ("Summer 2010", "Understood as: by 31 August 2010, the end of the season", "by 31 August 2010"),
            ("Early Summer 2010", "Understood as: by 30 June 2010, as near as the words say", "by 30 June 2010"),
            (
                "Autumn term 2010",
                "Understood as: by 31 December 2010, the end of the month in which the term ends",
                "by 31 December 2010",
            ),
            ("2010/11", "Understood as: by 31 March 2011, counted in years from April to March", "by 31 March 2011"),
            (
                "Academic year 2010/11",
                "Understood as: by 31 August 2011, the end of the school year",
                "by 31 August 2011",
            ),
            (
                "March 13",
                "Could be 13 March or the end of March 2013: say which",
                "could be 13 March or the end of March 2013",
            ),
            (
                "Q2 2010",
                "Could be 30 June 2010 or 30 September 2010: say which",
                "could be 30 June 2010 or 30 September 2010",
            ),
            ("31/02/2010", "There is no such day: check the date", "no such day"),
            ("ASAP", "Kept as written; it names no exact day", "no exact day"),
            ("", "", ""),
        ];
        for (written, full, short) in table {
            let reading = Reading::of(written, None, None);
            assert_eq!((understood(reading), in_short(written, reading.due)), (full.into(), short.into()), "{written}");
        }
    }

    #[test]
    fn the_period_of_the_plan_is_named_where_it_told_the_date() {
        let period = Some(Period { from: day("2012-04-01"), to: day("2015-03-31") });
        let words = |written| understood(Reading::of(written, None, period));
        assert_eq!(
            words("March 13"),
            "Understood as: by 31 March 2013, month and year, as the plan runs from 1 April 2012 to 31 March 2015"
        );
        let year = Some(Period { from: day("2009-04-01"), to: day("2010-03-31") });
        let words = |written| understood(Reading::of(written, None, year));
        assert_eq!(
            words("5th Jan"),
            "Understood as: by 5 January 2010, the only such day, as the plan runs from 1 April 2009 to 31 March 2010"
        );
        assert_eq!(words("March 13"), "Could be 13 March 2010 or the end of March 2013: say which");
    }

    #[test]
    fn a_correction_is_said_wherever_the_words_say_something_else() {
        let corrected = |written, meant| {
            let reading = Reading::of(written, Some(meant), None);
            (understood(reading), in_short(written, reading.due))
        };
        let by = Meant::By(day("2010-05-31"));
        let words = ("Understood as: by 31 May 2010, as corrected by hand".to_owned(), "by 31 May 2010".to_owned());
        assert_eq!(corrected("31 March 2010", by), words);
        assert_eq!(corrected("31 May 2010", by), ("Understood as: by 31 May 2010".to_owned(), String::new()));
        assert_eq!(corrected("as agreed", Meant::Recurring).1, "again and again");
        assert_eq!(corrected("as agreed", Meant::Ongoing).1, "on-going");
        assert_eq!(corrected("as agreed", Meant::Dependent).1, "depends on something else");
        assert_eq!(corrected("May 2010", Meant::Undated).1, "no exact day");
    }
}
