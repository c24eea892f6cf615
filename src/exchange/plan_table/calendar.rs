//! The due dates and milestones of a plan as a calendar file (iCalendar, RFC 5545).

use chrono::{DateTime, NaiveDate, Utc};

use super::item::Reached;
use super::label;
use super::sheet::{PlanSheet, SheetRow};
use crate::domain::plan::Rag;

/// The most octets that a line has before it is folded.
const MOST_OCTETS: usize = 75;

/// Writes an all-day event for each item and milestone whose due date names a day; `None` if none does. An item keeps its
/// event's identity, so that a calendar that takes the file once more puts its events right. `now` is when it is written.
pub fn calendar(sheet: &PlanSheet, now: DateTime<Utc>) -> Option<String> {
    let dated: Vec<(&SheetRow, NaiveDate)> = sheet.rows.iter().filter_map(|row| Some((row, row.day?))).collect();
    if dated.is_empty() {
        return None;
    }
    let mut file = String::new();
    let mut line = |line: &str| fold(&mut file, line);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Rainbow//One Children's Workforce Tool//EN");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    line(&format!("X-WR-CALNAME:{}", escaped(&sheet.title)));
    for (row, day) in dated {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}.{}", row.id.0.as_simple(), sheet.plan.0.as_simple()));
        line(&format!("DTSTAMP:{}", now.format("%Y%m%dT%H%M%SZ")));
        line(&format!("SEQUENCE:{}", row.revisions));
        line(&format!("DTSTART;VALUE=DATE:{}", day.format("%Y%m%d")));
        if let Some(next) = day.succ_opt() {
            line(&format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")));
        }
        line(&format!("SUMMARY:{}", escaped(&summary(row))));
        line(&format!("DESCRIPTION:{}", escaped(&description(sheet, row))));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    Some(file)
}

fn summary(row: &SheetRow) -> String {
    let words = label::joined(&row.item.label, &row.item.text).replace('\n', " ");
    let is_reached = row.item.reached.is_some_and(|reached| reached != Reached::No);
    let is_done = is_reached || row.item.rag == Rag::Complete;
    if is_done { format!("{words} (complete)") } else { words }
}

fn description(sheet: &PlanSheet, row: &SheetRow) -> String {
    let above = row.item.parent.and_then(|parent| sheet.rows.get(parent));
    let beneath = above.map(|above| label::joined(&above.item.label, &above.item.text)).unwrap_or_default();
    let said = [("Due", &row.item.due), ("Lead", &row.item.lead), ("Part of", &beneath), ("Plan", &sheet.title)];
    let said = said.into_iter().filter(|(_, words)| !words.is_empty());
    said.map(|(name, words)| format!("{name}: {words}")).collect::<Vec<_>>().join("\n")
}

/// A text with what has a meaning in the format escaped, and without the control characters that it has no place for.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => safe.extend(['\\', letter]),
            '\n' => safe.push_str("\\n"),
            '\t' => safe.push(' '),
            _ if letter.is_control() => {}
            _ => safe.push(letter),
        }
    }
    safe
}

/// Adds a line, going on after a space where it would have more than [`MOST_OCTETS`].
fn fold(file: &mut String, line: &str) {
    let mut octets = 0_usize;
    for letter in line.chars() {
        if octets.saturating_add(letter.len_utf8()) > MOST_OCTETS {
            file.push_str("\r\n ");
            octets = 1;
        }
        file.push(letter);
        octets = octets.saturating_add(letter.len_utf8());
    }
    file.push_str("\r\n");
}
