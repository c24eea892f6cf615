//! The wire types of version 1: how records are spelled in files and stores. Frozen at the first tagged release.
//!
//! A wire type is strict in what it writes and lenient in what it reads; turning it into a domain type is where every
//! rule is checked. Fields that are not known are kept in `rest` and written again.

pub mod agreed;
pub mod area;
pub mod benchmark;
pub mod comment_review;
pub mod design;
pub mod discussion;
mod document;
pub mod draft;
pub mod evidence;
pub mod exercise;
pub mod framework;
pub mod frozen_report;
pub mod glossary;
pub mod group_answers;
pub mod guide;
pub mod headcount;
pub mod own_response;
pub mod plan;
pub mod plan_history;
pub mod plan_template;
pub mod progress;
pub mod record;
pub mod registers;
pub mod report_text;
pub mod response;
pub mod round;
pub mod seat;
pub mod shared_device;
pub mod step;
pub mod suggestion;
pub mod survey;
pub mod table_file;
pub mod table_mapping;
pub mod table_sheet;
pub mod training;
pub mod update;
pub mod update_request;

use chrono::{DateTime, Datelike, NaiveDate, SubsecRound, Utc};

use super::problem::Fault;
use crate::domain::entry::YEARS;

pub(super) use crate::domain::rest::Rest;

/// How many characters of a wrong value are shown in a message.
const SHOWN: usize = 40;

/// Reads an id, or says which field spells it wrongly.
pub(super) fn id<T>(text: &str, parse: impl Fn(&str) -> Option<T>, field: &str) -> Result<T, Fault> {
    parse(text).ok_or_else(|| Fault::at("", format!("{field} is \u{201c}{}\u{201d}, which is not an id", shown(text))))
}

/// Reads an optional id.
pub(super) fn maybe_id<T>(
    text: Option<&String>,
    parse: impl Fn(&str) -> Option<T>,
    field: &str,
) -> Result<Option<T>, Fault> {
    text.map(|text| id(text, parse, field)).transpose()
}

/// Reads a day written as 2009-10-30.
pub(super) fn day(text: &str, field: &str) -> Result<NaiveDate, Fault> {
    let day = text.parse().map_err(|_| {
        Fault::at("", format!("{field} is \u{201c}{}\u{201d}, which is not a date such as 2009-10-30", shown(text)))
    })?;
    in_years(day, text, field)?;
    Ok(day)
}

/// Reads a moment written as RFC 3339.
pub(super) fn moment(text: &str, field: &str) -> Result<DateTime<Utc>, Fault> {
    let moment = DateTime::parse_from_rfc3339(text).map_err(|_| {
        Fault::at("", format!("{field} is \u{201c}{}\u{201d}, which is not a date with a time", shown(text)))
    })?;
    // Written to the millisecond, so read to the millisecond: a record says the same before and after it was stored.
    let moment = moment.to_utc().trunc_subsecs(3);
    in_years(moment.date_naive(), text, field)?;
    Ok(moment)
}

fn in_years(day: NaiveDate, text: &str, field: &str) -> Result<(), Fault> {
    let (first, last) = (YEARS.start(), YEARS.end());
    let what = || format!("{field} is \u{201c}{}\u{201d}; the year has to be from {first} to {last}", shown(text));
    if YEARS.contains(&day.year()) { Ok(()) } else { Err(Fault::at("", what())) }
}

/// Writes a moment as RFC 3339 in UTC, to the millisecond.
pub(super) fn moment_text(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}

/// The start of a text, for a message.
pub(super) fn shown(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}

/// For `skip_serializing_if`: nothing is written for an empty text.
pub(super) fn is_blank(text: &str) -> bool {
    text.is_empty()
}
