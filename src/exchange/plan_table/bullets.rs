//! The milestones in a cell: a list with bullets or lines, read as items and written as such again.

use super::item::{Item, Reached};
use super::{label, text};
use crate::domain::due::is_one_date;
use crate::domain::plan::Level;

/// The bullet that is written.
const BULLET: char = '\u{2022}';

/// Marks that are bullets wherever they stand.
const MARKS: [char; 9] =
    [BULLET, '\u{b7}', '\u{25aa}', '\u{25e6}', '\u{2023}', '\u{25cf}', '\u{25cb}', '\u{f0b7}', '\u{f0a7}'];

/// Marks that are bullets before a space only.
const SPACED: [char; 5] = ['-', '\u{2013}', '\u{2014}', '*', 'o'];

/// The milestones that a cell lists, without their bullets. A line without a bullet that begins in the middle of a sentence
/// goes on from the one above; any other line is a milestone of its own.
pub(super) fn read(cell: &str) -> Vec<Item> {
    let mut lines: Vec<String> = Vec::new();
    for line in cell.lines() {
        // Bullets may have lost their line ends on the way.
        for (at, part) in line.split(BULLET).enumerate() {
            let (marked, words) = unmarked(part.trim());
            if words.is_empty() {
                continue;
            }
            match lines.last_mut().filter(|_| at == 0 && !marked && text::begins_small(words)) {
                Some(last) => *last = text::gone_on(last, words),
                None => lines.push(words.to_owned()),
            }
        }
    }
    lines.iter().map(|line| milestone(line)).collect()
}

/// The line of a cell that lists a milestone; `None` if there is more about it than a line can say.
pub(super) fn write(item: &Item) -> Option<String> {
    let bare = Item { due: String::new(), reached: None, ..item.clone() };
    if item.level != Level::Milestone || bare.has_details() {
        return None;
    }
    let mut line = format!("{BULLET} {}", label::joined(&item.label, &item.text));
    // A date that its words tell is not told twice; that such words are not meant to tell one is.
    if item.due != told(&item.text) {
        line.push_str(&format!(" (due {})", item.due));
    }
    if let Some(reached) = item.reached {
        line.push_str(&format!(" ({})", reached.words()));
    }
    Some(line)
}

/// Whether there is nothing in a cell but marks.
pub(super) fn is_only_marks(cell: &str) -> bool {
    let is_mark = |letter: char| MARKS.contains(&letter) || matches!(letter, '-' | '\u{2013}' | '\u{2014}' | '*');
    !cell.is_empty() && cell.chars().all(|letter| letter.is_whitespace() || is_mark(letter))
}

fn milestone(line: &str) -> Item {
    let ticked = line.strip_suffix(')').and_then(|line| line.rsplit_once(" ("));
    let ticked = ticked.and_then(|(line, words)| Some((line, Reached::read(words)?)));
    let (line, reached) = ticked.map_or((line, None), |(line, reached)| (line, Some(reached)));
    let dated = line.strip_suffix(')').and_then(|line| line.rsplit_once(" (due "));
    let (label, words) = label::parted(dated.map_or(line, |(line, _)| line).trim());
    let due = dated.map_or_else(|| told(words), |(_, due)| due);
    Item {
        level: Level::Milestone,
        label: label.to_owned(),
        text: words.to_owned(),
        due: due.to_owned(),
        reached,
        ..Item::default()
    }
}

/// The due date that the words of a milestone tell for certain, at their end or before a colon: "Draft agreed by March 2013",
/// "Draft agreed (Oct-09)", "March 2013: draft agreed". Empty where they tell none, or two.
fn told(words: &str) -> &str {
    let words = words.trim_end_matches('.');
    let in_brackets = words.strip_suffix(')').and_then(|words| words.rsplit_once('('));
    let places = [
        in_brackets.map(|(_, due)| due),
        words.rsplit_once(" by ").map(|(_, due)| due),
        words.split_once(':').map(|(due, _)| due),
    ];
    let mut dates = places.into_iter().flatten().map(str::trim).filter(|due| is_one_date(due));
    match (dates.next(), dates.next()) {
        (Some(due), None) => due,
        _ => "",
    }
}

/// A line without its bullet, and whether it had one.
fn unmarked(line: &str) -> (bool, &str) {
    let spaced = |line: &str| {
        let rest = line.strip_prefix(SPACED)?;
        (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim_start().len())
    };
    let bare = line.trim_start_matches(|letter: char| MARKS.contains(&letter)).trim_start();
    if bare.len() < line.len() {
        return (true, bare);
    }
    let left = spaced(line).and_then(|left| line.len().checked_sub(left)).and_then(|at| line.get(at..));
    left.map_or((false, line), |rest| (true, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn texts(cell: &str) -> Vec<String> {
        read(cell).into_iter().map(|item| item.text).collect()
    }

    #[test]
    fn every_way_to_make_a_list_gives_the_same_milestones() {
        for cell in [
            "\u{2022} Draft it\n\u{2022} Agree it",
            "- Draft it\n- Agree it",
            "o Draft it\no Agree it",
            "\u{f0b7}\tDraft it\n\u{f0b7}\tAgree it",
            "Draft it\nAgree it",
            "\u{2022} Draft\nit\n\u{2022} Agree it",
            "\u{2022} Draft it \u{2022} Agree it",
            "\n\u{2022}\n\u{2022} Draft it\n\u{2022} Agree it\n-",
        ] {
            assert_eq!(texts(cell), ["Draft it", "Agree it"], "{cell}");
        }
        assert_eq!(texts("officers agree it"), ["officers agree it"]);
        assert_eq!(texts("-5 % of posts"), ["-5 % of posts"]);
        assert!(is_only_marks("\u{2022} \n-") && !is_only_marks("") && !is_only_marks("\u{2022} x"));
    }

    #[test]
    fn a_milestone_keeps_its_date_and_whether_it_was_reached() {
        for (due, reached) in [
            ("", None),
            ("March 13", Some(Reached::Yes)),
            ("31/02/2010", Some(Reached::No)),
            ("Oct-09", NaiveDate::from_ymd_opt(2009, 9, 3).map(Reached::On)),
            ("", Some(Reached::Yes)),
        ] {
            let item = Item {
                level: Level::Milestone,
                label: "i.".to_owned(),
                text: "Agree it (all of us)".to_owned(),
                due: due.to_owned(),
                reached,
                ..Item::default()
            };
            assert_eq!(read(&write(&item).unwrap()), [item]);
        }
        let led = Item { level: Level::Milestone, lead: "AB".to_owned(), ..Item::default() };
        assert_eq!(write(&led), None);
    }

    #[test]
    fn a_date_at_either_end_of_the_words_is_due_and_the_words_stay_as_they_are() {
        let table = [
            ("Draft agreed by March 2013", "March 2013"),
            ("Draft agreed by the end of May 2010.", "the end of May 2010"),
            ("Draft agreed (31/12/2009)", "31/12/2009"),
            ("Oct-09: draft agreed", "Oct-09"),
            // Two dates, a part of a date, a question, no such day, and words beside a date leave it open.
            ("March 2013: signed by April 2013", ""),
            ("Census (2011)", ""),
            ("Agreed by March", ""),
            ("Agreed by March 13", ""),
            ("Agreed by 31/02/2010", ""),
            ("Agreed by the board of March 2013", ""),
            ("Agreed by all", ""),
            ("Stand by: two people", ""),
        ];
        for (words, due) in table {
            let [item] = &read(words)[..] else { panic!("{words}") };
            assert_eq!((item.text.as_str(), item.due.as_str()), (words, due));
            assert_eq!(write(item).unwrap(), format!("\u{2022} {words}"));
            // Whoever takes the date away, or says another, finds that again.
            for other in ["", "June 2014"] {
                let changed = Item { due: other.to_owned(), ..item.clone() };
                assert_eq!(read(&write(&changed).unwrap()), [changed]);
            }
        }
    }
}
