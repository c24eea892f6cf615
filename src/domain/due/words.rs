//! The words that dates are written with: months, weekdays, seasons, ordinals, and the small words around them.

use super::span::{Part, Season};

/// A month by its name or a usual short form of it, 1 to 12. A misspelt name is none.
pub(super) fn month(word: &str) -> Option<u32> {
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
    let short = if word == "sept" { "sep" } else { word };
    let position = NAMES.iter().position(|name| *name == short || (short.len() == 3 && name.starts_with(short)))?;
    u32::try_from(position).ok()?.checked_add(1)
}

/// A weekday by its name or a usual short form of it.
pub(super) fn is_weekday(word: &str) -> bool {
    const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    ["tues", "thur", "thurs"].contains(&word)
        || NAMES.iter().any(|name| *name == word || (word.len() == 3 && name.starts_with(word)))
}

/// A season.
pub(super) fn season(word: &str) -> Option<Season> {
    match word {
        "spring" => Some(Season::Spring),
        "summer" => Some(Season::Summer),
        "autumn" => Some(Season::Autumn),
        "winter" => Some(Season::Winter),
        _ => None,
    }
}

/// A part of a span.
pub(super) fn part(word: &str) -> Option<Part> {
    match word {
        "early" | "beginning" | "start" => Some(Part::Early),
        "mid" | "middle" => Some(Part::Mid),
        "late" | "end" => Some(Part::Late),
        _ => None,
    }
}

/// A quarter by its ordinal, 1 to 4.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    match word {
        "first" => Some(1),
        "second" => Some(2),
        "third" => Some(3),
        "fourth" | "last" | "final" => Some(4),
        _ => None,
    }
}

/// A number in words, such as stands before "months" or "per annum".
pub(super) fn is_number(word: &str) -> bool {
    const NUMBERS: [&str; 14] =
        ["a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    NUMBERS.contains(&word)
}

/// A stretch of time that things are counted in.
pub(super) fn is_unit(word: &str) -> bool {
    const UNITS: [&str; 9] = ["day", "week", "fortnight", "month", "quarter", "term", "year", "annum", "meeting"];
    UNITS.contains(&word.strip_suffix('s').unwrap_or(word))
}

/// Words that join two dates of which the later one counts.
pub(super) fn joins(word: &str) -> bool {
    ["to", "and", "or", "until", "till", "through"].contains(&word)
}

/// Words that lead to a date and change nothing about it.
pub(super) fn leads(word: &str) -> bool {
    const WORDS: [&str; 25] = [
        "by",
        "on",
        "in",
        "at",
        "for",
        "the",
        "during",
        "throughout",
        "within",
        "until",
        "till",
        "to",
        "date",
        "dates",
        "due",
        "target",
        "deadline",
        "revised",
        "completed",
        "complete",
        "completion",
        "ready",
        "latest",
        "be",
        "than",
    ];
    WORDS.contains(&word) || is_weekday(word)
}

/// Words that say when something begins, so that the date after them is no last day.
pub(super) fn begins(word: &str) -> bool {
    const WORDS: [&str; 7] = ["from", "since", "starting", "starts", "commencing", "commences", "commence"];
    WORDS.contains(&word)
}

/// Words beside which a date can't be taken for the last day: "not before March 2010", "the first week in March 2010".
pub(super) fn turns(word: &str) -> bool {
    const WORDS: [&str; 21] = [
        "not",
        "earliest",
        "earlier",
        "later",
        "after",
        "before",
        "following",
        "unless",
        "post",
        "prior",
        "beyond",
        "half",
        "quarter",
        "qtr",
        "week",
        "weeks",
        "fortnight",
        "w",
        "wb",
        "wc",
        "weekend",
    ];
    WORDS.contains(&word)
}
