//! Dates, counts and figures as they are written out.

use chrono::{DateTime, FixedOffset, NaiveDate};

/// A day as 30 October 2009.
pub fn day(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// A moment as "3 February 2010, 10:12", as clocks show it where it is read.
pub fn moment(moment: DateTime<FixedOffset>) -> String {
    moment.format("%-d %B %Y, %H:%M").to_string()
}

/// A name as part of a file's name: lower-case letters and digits, with hyphens between words.
pub fn file_part(name: &str) -> String {
    let spaced: String = name
        .to_lowercase()
        .chars()
        .map(|character| if character.is_alphanumeric() { character } else { ' ' })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join("-")
}

/// A count with its noun: "1 response", "54 responses".
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A count of people: "1 person", "54 people".
pub fn people(number: u32) -> String {
    count(usize::try_from(number).unwrap_or(usize::MAX), "person", "people")
}

/// A mean with one decimal.
pub fn mean(mean: f64) -> String {
    format!("{mean:.1}")
}

/// A share as a whole percentage: 0.125 as "13%".
pub fn percent(share: f64) -> String {
    format!("{:.0}%", (share * 100.0).round())
}

/// Words with a capital letter at their start: "As at 29 January 2010".
pub fn opening(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Several things in a sentence: "a", "a and b", "a, b and c".
pub fn list(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [only] => only.clone(),
        [start @ .., last] => format!("{} and {last}", start.join(", ")),
    }
}

/// The first sentence of a text; all of it when it has one only.
pub fn first_sentence(text: &str) -> &str {
    text.split_once(". ").map_or(text, |(first, _)| first).trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_lists_are_written_out() {
        assert_eq!(day(NaiveDate::from_ymd_opt(2009, 10, 3).unwrap()), "3 October 2009");
        assert_eq!(list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
        let moment_of_writing = DateTime::parse_from_rfc3339("2010-02-03T10:12:59+00:00").unwrap();
        assert_eq!(moment(moment_of_writing), "3 February 2010, 10:12");
        assert_eq!(file_part("Children’s Trust: December 2009"), "children-s-trust-december-2009");
        assert_eq!((percent(0.125), percent(1.25)), ("13%".to_owned(), "125%".to_owned()));
        assert_eq!(count(1, "response", "responses"), "1 response");
        assert_eq!((opening("as at"), opening("")), ("As at".to_owned(), String::new()));
    }

    #[test]
    fn the_first_sentence_ends_at_its_full_stop() {
        assert_eq!(first_sentence("Quoted from a report, 2009. Colours follow another."), "Quoted from a report, 2009");
        assert_eq!(first_sentence("Quoted from 1.2 of a report."), "Quoted from 1.2 of a report");
        assert_eq!(first_sentence(""), "");
    }
}
