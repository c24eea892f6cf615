//! The calendar file, held against the grammar of RFC 5545 by a parser of its own.

use chrono::{DateTime, NaiveDate, Utc};
use rainbow::domain::plan::{Layout, Level, Rag};
use rainbow::exchange::plan_table::calendar::calendar;
use rainbow::exchange::plan_table::{Item, PlanSheet, Reached};

use crate::made_up;

/// A property: its name, its parameters and its value, with the folding taken out.
type Property = (String, Vec<(String, String)>, String);

/// Reads the content lines of RFC 5545, section 3.1.
fn properties(file: &str) -> Vec<Property> {
    assert!(file.ends_with("\r\n"), "the last line ends");
    assert!(!file.replace("\r\n", "").contains(['\r', '\n']), "lines end in CRLF only");
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    let unfolded = file.replace("\r\n ", "");
    unfolded
        .split_terminator("\r\n")
        .map(|line| {
            let (head, value) = line.split_once(':').unwrap_or_else(|| panic!("no value: {line}"));
            let mut parts = head.split(';');
            let name = parts.next().unwrap();
            assert!(!name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'), "{name}");
            assert!(!value.chars().any(char::is_control), "{value}");
            let parameters = parts
                .map(|part| part.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned())).unwrap());
            (name.to_owned(), parameters.collect(), value.to_owned())
        })
        .collect()
}

/// Reads a value of type TEXT, section 3.3.11: anything that must be escaped and is not is refused.
fn text(value: &str) -> String {
    let mut plain = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => plain.push(match letters.next() {
                Some('n' | 'N') => '\n',
                Some(escaped @ ('\\' | ';' | ',')) => escaped,
                other => panic!("\\{other:?} in {value}"),
            }),
            ';' | ',' => panic!("{letter} in {value}"),
            _ => plain.push(letter),
        }
    }
    plain
}

/// Reads a calendar: its events, each by property.
fn events(file: &str) -> Vec<Vec<Property>> {
    let properties = properties(file);
    let named = |name: &str| {
        properties.iter().filter(|(own, ..)| own == name).map(|(.., value)| value.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(
        properties.first().map(|(name, _, value)| (name.as_str(), value.as_str())),
        Some(("BEGIN", "VCALENDAR"))
    );
    assert_eq!(properties.last().map(|(name, _, value)| (name.as_str(), value.as_str())), Some(("END", "VCALENDAR")));
    assert_eq!((named("VERSION"), named("PRODID").len()), (vec!["2.0"], 1));
    let mut events: Vec<Vec<Property>> = Vec::new();
    let mut inside = false;
    for property in properties.get(1..properties.len() - 1).unwrap() {
        match (property.0.as_str(), property.2.as_str(), inside) {
            ("BEGIN", "VEVENT", false) => {
                events.push(Vec::new());
                inside = true;
            }
            ("END", "VEVENT", true) => inside = false,
            ("BEGIN" | "END", other, _) => panic!("{other}"),
            (_, _, true) => events.last_mut().unwrap().push(property.clone()),
            _ => assert!(events.is_empty(), "the calendar's own properties come first"),
        }
    }
    for event in &events {
        for once in ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE"] {
            assert_eq!(event.iter().filter(|(name, ..)| name == once).count(), 1, "{once}");
        }
    }
    events
}

fn value<'a>(event: &'a [Property], name: &str) -> &'a str {
    event.iter().find(|(own, ..)| own == name).map(|(.., value)| value.as_str()).unwrap()
}

fn now() -> DateTime<Utc> {
    "2012-11-22T16:00:00Z".parse().unwrap()
}

fn plan() -> PlanSheet {
    let action = Item {
        label: "1.2.3".to_owned(),
        text: "Agree roles; who, what\\where and a long list of things that goes well beyond seventy-five octets \u{2013} caf\u{e9}\u{2019}s too\nEND:VEVENT".to_owned(),
        lead: "AB, CD".to_owned(),
        due: "Jan-10".to_owned(),
        ..Item::default()
    };
    let step = Item {
        level: Level::Milestone,
        parent: Some(0),
        text: "Draft it".to_owned(),
        due: "31 Jan 2010".to_owned(),
        reached: Some(Reached::Yes),
        ..Item::default()
    };
    let undated = Item { text: "Go on".to_owned(), due: "ongoing".to_owned(), ..Item::default() };
    let mut sheet = made_up::sheet(Layout::Actions, vec![action, step, undated]);
    sheet.rows[0].revisions = 2;
    sheet.rows[2].day = None;
    sheet
}

#[test]
fn each_due_date_is_an_all_day_event_that_keeps_its_identity() {
    let sheet = plan();
    let file = calendar(&sheet, now()).unwrap();
    let events = events(&file);
    assert_eq!(events.len(), 2);
    let first = &events[0];
    assert_eq!(
        text(value(first, "SUMMARY")),
        "1.2.3 Agree roles; who, what\\where and a long list of things that goes well beyond seventy-five octets \u{2013} caf\u{e9}\u{2019}s too END:VEVENT"
    );
    assert_eq!(text(value(first, "DESCRIPTION")), "Due: Jan-10\nLead: AB, CD\nPlan: Workforce & \"plan\" <2012>");
    assert_eq!((value(first, "DTSTAMP"), value(first, "SEQUENCE")), ("20121122T160000Z", "2"));
    let (_, parameters, day) = first.iter().find(|(name, ..)| name == "DTSTART").unwrap();
    assert_eq!(
        (parameters.as_slice(), day.as_str()),
        ([("VALUE".to_owned(), "DATE".to_owned())].as_slice(), "20100131")
    );
    assert_eq!(value(first, "DTEND"), "20100201");
    assert_eq!(text(value(&events[1], "SUMMARY")), "Draft it (complete)");
    assert!(text(value(&events[1], "DESCRIPTION")).contains("Part of: 1.2.3 Agree roles"));
    // A date that is put off moves the event, under the same name.
    let mut later = sheet.clone();
    later.rows[0].day = NaiveDate::from_ymd_opt(2010, 12, 31);
    let moved = self::events(&calendar(&later, now()).unwrap());
    assert_eq!(value(&moved[0], "UID"), value(first, "UID"));
    assert_ne!(value(&moved[0], "UID"), value(&moved[1], "UID"));
    assert_eq!(value(&moved[0], "DTSTART"), "20101231");
    assert_ne!(
        value(
            &self::events(
                &calendar(&PlanSheet { plan: rainbow::domain::ids::PlanId(uuid::Uuid::nil()), ..sheet }, now())
                    .unwrap()
            )[0],
            "UID"
        ),
        value(first, "UID")
    );
}

#[test]
fn what_is_complete_or_reached_says_so_and_nothing_else_does() {
    for (rag, reached, is_done) in [
        (Rag::Complete, None, true),
        (Rag::Green, None, false),
        (Rag::NotSet, Some(Reached::No), false),
        (Rag::NotSet, Some(Reached::Yes), true),
    ] {
        let mut sheet = plan();
        sheet.rows[0].item.rag = rag;
        sheet.rows[0].item.reached = reached;
        let events = events(&calendar(&sheet, now()).unwrap());
        assert_eq!(text(value(&events[0], "SUMMARY")).ends_with(" (complete)"), is_done, "{rag:?}, {reached:?}");
    }
}

#[test]
fn the_made_up_plans_give_calendars_and_one_without_dates_gives_none() {
    for (layout, items) in made_up::all() {
        let sheet = made_up::sheet(layout, items);
        let dated = sheet.rows.iter().filter(|row| row.day.is_some()).count();
        assert_eq!(events(&calendar(&sheet, now()).unwrap()).len(), dated);
    }
    let mut undated = plan();
    undated.rows.iter_mut().for_each(|row| row.day = None);
    assert_eq!(calendar(&undated, now()), None);
}
