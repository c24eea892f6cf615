//! What was signed off of a plan, as a table, and what is not as it was signed, in sentences.

use std::collections::BTreeMap;

use super::document::Table;
use super::words;
use crate::domain::ids::ItemId;
use crate::domain::plan::{Level, Rag};
use crate::domain::plan_history::SignedItem;

/// How many letters of an item's words name it in a sentence.
const NAMED_BY: usize = 60;

/// What was or would be signed, a row an item.
pub fn table(signed: &[SignedItem], caption: &str) -> Table {
    let or = |words: &str, none: &str| if words.is_empty() { none.to_owned() } else { words.to_owned() };
    let row = |item: &SignedItem| {
        vec![
            item.label.clone(),
            item.text.clone(),
            item.level.word().to_owned(),
            or(&item.lead, "No lead"),
            or(&item.due, "No date"),
            status(item),
        ]
    };
    Table {
        caption: caption.to_owned(),
        head: ["No", "What is to be done", "What it is", "Lead", "Target date", "RAG, or reached"]
            .map(str::to_owned)
            .to_vec(),
        names: 1,
        rows: signed.iter().map(row).collect(),
    }
}

/// The RAG of an item, and of a milestone the day on which it was reached.
fn status(item: &SignedItem) -> String {
    match (item.level, item.reached) {
        (_, Some(day)) => format!("Reached on {}", words::day(day)),
        (Level::Milestone, None) => "Not reached".to_owned(),
        _ => item.rag.word().to_owned(),
    }
}

/// What is not as it was signed, one sentence each: first what was signed, in its order, then what was added since.
pub fn changes(signed: &[SignedItem], now: &[SignedItem]) -> Vec<String> {
    let by_id = |items: &[SignedItem]| items.iter().map(|item| (item.item, item.clone())).collect::<BTreeMap<_, _>>();
    let (was, is) = (by_id(signed), by_id(now));
    let mut changes = Vec::new();
    for item in signed {
        match is.get(&item.item) {
            None => changes.push(format!("{}: removed.", name(item))),
            Some(now) => changes.extend(fields(item, now).map(|change| format!("{}: {change}.", name(item)))),
        }
    }
    changes
        .extend(now.iter().filter(|item| !was.contains_key(&item.item)).map(|item| format!("{}: added.", name(item))));
    let in_both = |items: &[SignedItem], other: &BTreeMap<ItemId, SignedItem>| {
        items.iter().map(|item| item.item).filter(|id| other.contains_key(id)).collect::<Vec<_>>()
    };
    if in_both(signed, &is) != in_both(now, &was) {
        changes.push("The items stand in another order.".to_owned());
    }
    changes
}

/// What of an item is not as it was, field by field.
fn fields(was: &SignedItem, is: &SignedItem) -> impl Iterator<Item = String> {
    let words = |what: &str, was: &str, is: &str| match (was, is) {
        (was, is) if was == is => None,
        ("", is) => Some(format!("it had no {what}, and has \u{201c}{is}\u{201d} now")),
        (was, "") => Some(format!("the {what} was \u{201c}{was}\u{201d}, and it has none now")),
        (was, is) => Some(format!("the {what} was \u{201c}{was}\u{201d} and is \u{201c}{is}\u{201d} now")),
    };
    let level = (was.level != is.level).then(|| format!("it was {} and is {} now", a(was.level), a(is.level)));
    let rag = |rag: Rag| rag.word().to_lowercase();
    let rag = (was.rag != is.rag).then(|| format!("the RAG was {} and is {} now", rag(was.rag), rag(is.rag)));
    let reached = match (was.reached, is.reached) {
        (None, None) => None,
        (None, Some(day)) => Some(format!("it was reached on {}", words::day(day))),
        (Some(_), None) => Some("it is no longer reached".to_owned()),
        (Some(was), Some(is)) => {
            (was != is).then(|| format!("the day it was reached was {} and is {} now", words::day(was), words::day(is)))
        }
    };
    let text = (was.text != is.text).then(|| format!("the words are now \u{201c}{}\u{201d}", is.text));
    [
        level,
        words("number", &was.label, &is.label),
        text,
        words("lead", &was.lead, &is.lead),
        words("target date", &was.due, &is.due),
        rag,
        reached,
    ]
    .into_iter()
    .flatten()
}

/// A level with its article: "an action".
fn a(level: Level) -> &'static str {
    match level {
        Level::Priority => "a priority",
        Level::Area => "an area of focus",
        Level::Action => "an action",
        Level::Output => "an output",
        Level::Milestone => "a milestone",
    }
}

/// An item as a sentence names it: its number and the start of its words.
fn name(item: &SignedItem) -> String {
    let text = item.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let start: String = text.chars().take(NAMED_BY).collect();
    let whole = start.len() == text.len();
    // The last word may have been cut in two.
    let start = if whole { start.as_str() } else { start.rsplit_once(' ').map_or(start.as_str(), |(start, _)| start) };
    let more = if whole { "" } else { " \u{2026}" };
    format!("{} \u{201c}{start}{more}\u{201d}", item.label).trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use uuid::Uuid;

    fn item(number: u8, text: &str) -> SignedItem {
        SignedItem {
            item: ItemId(Uuid::from_u128(number.into())),
            level: Level::Action,
            label: number.to_string(),
            text: text.to_owned(),
            lead: "Workforce lead".to_owned(),
            due: "Oct-09".to_owned(),
            rag: Rag::NotSet,
            reached: None,
        }
    }

    #[test]
    fn each_kind_of_change_is_named() {
        let signed = item(7, "Agree who does what");
        let changed = |change: fn(&mut SignedItem)| {
            let mut now = signed.clone();
            change(&mut now);
            changes(std::slice::from_ref(&signed), &[now]).join("\n")
        };
        let of = "7 \u{201c}Agree who does what\u{201d}";
        assert_eq!(changed(|_| ()), "");
        assert_eq!(
            changed(|item| item.text = "Agree who leads".to_owned()),
            format!("{of}: the words are now \u{201c}Agree who leads\u{201d}.")
        );
        assert_eq!(
            changed(|item| item.lead = "AB".to_owned()),
            format!("{of}: the lead was \u{201c}Workforce lead\u{201d} and is \u{201c}AB\u{201d} now.")
        );
        assert_eq!(
            changed(|item| item.lead.clear()),
            format!("{of}: the lead was \u{201c}Workforce lead\u{201d}, and it has none now.")
        );
        assert_eq!(
            changed(|item| item.due = "Dec-09".to_owned()),
            format!("{of}: the target date was \u{201c}Oct-09\u{201d} and is \u{201c}Dec-09\u{201d} now.")
        );
        assert_eq!(changed(|item| item.rag = Rag::Green), format!("{of}: the RAG was not set and is green now."));
        assert_eq!(
            changed(|item| item.label = "8".to_owned()),
            format!("{of}: the number was \u{201c}7\u{201d} and is \u{201c}8\u{201d} now.")
        );
        assert_eq!(changed(|item| item.level = Level::Output), format!("{of}: it was an action and is an output now."));
        assert_eq!(
            changed(|item| item.reached = NaiveDate::from_ymd_opt(2010, 3, 4)),
            format!("{of}: it was reached on 4 March 2010.")
        );
        let ticked = SignedItem { reached: NaiveDate::from_ymd_opt(2010, 3, 4), ..signed.clone() };
        assert_eq!(
            changes(std::slice::from_ref(&ticked), std::slice::from_ref(&signed)),
            [format!("{of}: it is no longer reached.")]
        );
        assert_eq!(changed(|item| (item.rag, item.due) = (Rag::Red, String::new())).lines().count(), 2);
        let blank = SignedItem { lead: String::new(), ..signed.clone() };
        assert_eq!(
            changes(&[blank], std::slice::from_ref(&signed)),
            [format!("{of}: it had no lead, and has \u{201c}Workforce lead\u{201d} now.")]
        );
    }

    #[test]
    fn what_was_added_removed_or_moved_is_named() {
        let (one, two) = (item(1, "First"), item(2, "Second"));
        let both = [one.clone(), two.clone()];
        assert_eq!(changes(&both, &both), Vec::<String>::new());
        assert_eq!(changes(&both, std::slice::from_ref(&two)), ["1 \u{201c}First\u{201d}: removed."]);
        assert_eq!(changes(std::slice::from_ref(&two), &both), ["1 \u{201c}First\u{201d}: added."]);
        assert_eq!(changes(&both, &[two, one]), ["The items stand in another order."]);
    }

    #[test]
    fn long_words_are_cut_between_words() {
        let long = SignedItem { label: String::new(), ..item(1, &"wide ".repeat(30)) };
        assert_eq!(name(&long), format!("\u{201c}{} \u{2026}\u{201d}", ["wide"; 12].join(" ")));
        assert_eq!(name(&item(3, "Short")), "3 \u{201c}Short\u{201d}");
    }
}
