//! Made-up plans of the three shapes, with the quirks of real ones: the same in every run, and nobody's name in them.

use chrono::NaiveDate;
use rainbow::domain::ids::{ItemId, PlanId};
use rainbow::domain::plan::{Layout, Level, Rag};
use rainbow::exchange::plan_table::{Item, PlanSheet, Reached, SheetRow};
use uuid::Uuid;

/// A strategy: 6 priorities, 26 areas of focus, 62 actions of which 9 have no output, and 65 outputs.
pub fn strategy() -> Vec<Item> {
    let mut dice = Dice(7);
    let mut items: Vec<Item> = Vec::new();
    let mut action_count = 0;
    // How many actions each area has, priority by priority: 62 in 26 areas.
    let areas: [&[usize]; 6] =
        [&[1, 5, 2, 2, 1, 2, 3, 3, 2], &[3, 3, 1], &[3, 3, 4, 2, 1, 2, 2], &[2, 2, 1, 4, 1], &[1], &[6]];
    for (p, areas) in (1..).zip(areas) {
        let priority = push(&mut items, None, Level::Priority, &format!("Priority {p}."), dice.of(&THEMES));
        for (a, actions) in (1..).zip(areas) {
            let area = push(&mut items, Some(priority), Level::Area, &format!("{p}.{a}"), dice.of(&THEMES));
            let mut number = 0;
            for _ in 0..*actions {
                // Labels are no indexes: here and there one is missing.
                number += if dice.below(8) == 0 { 2 } else { 1 };
                let text = format!("{} {}", dice.of(&DOING), dice.of(&WHAT));
                let action = push(&mut items, Some(area), Level::Action, &format!("{p}.{a}.{number}"), &text);
                outputs(&mut items, action, action_count, &mut dice);
                action_count += 1;
            }
        }
    }
    items
}

/// The outputs of the n-th action of the strategy.
fn outputs(items: &mut Vec<Item>, action: usize, nth: usize, dice: &mut Dice) {
    let letters: &[&str] = match nth {
        n if n % 7 == 6 || n == 2 => &[],
        30 => &["a.", "b.", "a.", "b.", "c."],
        12 => &["c."],
        16 | 17 => &[""],
        n if n % 7 == 1 && n != 1 => &["a.", "b."],
        _ => &["a."],
    };
    if letters.is_empty() {
        describe(items, action, dice);
    }
    for letter in letters {
        let text = format!("{} {}", dice.of(&RESULT), dice.of(&WHAT));
        let output = push(items, Some(action), Level::Output, letter, &text);
        describe(items, output, dice);
    }
}

fn describe(items: &mut Vec<Item>, at: usize, dice: &mut Dice) {
    let mut some =
        |words: &[&str], in_ten: u32| if dice.below(10) < in_ten { dice.of(words).to_owned() } else { String::new() };
    let item = &mut items[at];
    item.lead = some(&LEADS, 9);
    item.due = some(&DUES, 9);
    item.resources =
        some(&["HR across partners", "AB CD", "All meeting members", "\u{a3}2,000 = one place in \"four\""], 7);
    item.risk = some(&["Low take-up, \"again\"", "Posts; places and people change", "+10 % of costs"], 4);
    item.progress = some(
        &[
            "Completed",
            "Draft written.\nIt goes to partners in May.",
            "- not begun",
            "@all to comment",
            "<b>late</b> & <script>alert(1)</script>",
        ],
        5,
    );
    for _ in 0..dice.below(4) {
        let due = if dice.below(4) == 0 { "March 13" } else { "" };
        let reached =
            [None, NaiveDate::from_ymd_opt(2010, 1, 9).map(Reached::On), Some(Reached::Yes), Some(Reached::No)]
                [dice.below(4) as usize];
        let text = format!("{} {}", dice.of(&DOING), dice.of(&WHAT));
        items.push(Item {
            level: Level::Milestone,
            parent: Some(at),
            text,
            due: due.to_owned(),
            reached,
            ..Item::default()
        });
    }
}

/// A flat list with numbers, one of them missing and one twice, two leads on one action, and RAG mostly not set.
pub fn actions() -> Vec<Item> {
    let mut dice = Dice(11);
    let labels = ["1", "2", "3", "", "5", "6", "6", "8", "9", "10", "11", "12"];
    let item = |label: &&str| Item {
        label: (*label).to_owned(),
        text: format!("{} {}", dice.of(&DOING), dice.of(&WHAT)),
        lead: if *label == "11" { "Training lead / AB".to_owned() } else { dice.of(&LEADS).to_owned() },
        due: dice.of(&["Oct-09", "2011", "on-going", "Feb-10", "31/02/2010"]).to_owned(),
        progress: dice
            .of(&["", "Draft being finalised", "-", "Fire service agreed to lead. Revised target date 31st Dec 2009"])
            .to_owned(),
        rag: if *label == "8" { Rag::Amber } else { Rag::NotSet },
        ..Item::default()
    };
    labels.iter().map(item).collect()
}

/// A list of tasks by date, in which many share a timescale.
pub fn timescales() -> Vec<Item> {
    let mut dice = Dice(13);
    let dues = [
        "9th Dec \u{2018}08",
        "5th Jan \u{2018}09",
        "W/B 26th January \u{2018}09",
        "March / April \u{2018}09",
        "30th June \u{2018}09",
    ];
    let mut items = Vec::new();
    for due in dues {
        for _ in 0..=dice.below(4) {
            items.push(Item {
                text: format!(
                    "{} {}. {}",
                    dice.of(&DOING),
                    dice.of(&WHAT),
                    dice.of(&["", "Agree the plan", "250 people asked"])
                )
                .trim()
                .to_owned(),
                lead: dice.of(&["Local Action Group", "AB / CD", "Workforce lead"]).to_owned(),
                due: due.to_owned(),
                progress: dice.of(&["", "", "Complete"]).to_owned(),
                ..Item::default()
            });
        }
    }
    items
}

/// A plan with these items.
pub fn sheet(layout: Layout, items: Vec<Item>) -> PlanSheet {
    let row = |(at, item): (u128, Item)| SheetRow {
        id: ItemId(Uuid::from_u128(at)),
        day: NaiveDate::from_ymd_opt(2010, 1, 31).filter(|_| !item.due.is_empty()),
        item,
        revisions: 0,
    };
    PlanSheet {
        plan: PlanId(Uuid::from_u128(99)),
        title: "Workforce & \"plan\" <2012>".to_owned(),
        layout,
        rows: (1..).zip(items).map(row).collect(),
    }
}

/// The three shapes.
pub fn all() -> [(Layout, Vec<Item>); 3] {
    [(Layout::Strategy, strategy()), (Layout::Actions, actions()), (Layout::Timescales, timescales())]
}

fn push(items: &mut Vec<Item>, parent: Option<usize>, level: Level, label: &str, text: &str) -> usize {
    items.push(Item { level, parent, label: label.to_owned(), text: text.to_owned(), ..Item::default() });
    items.len() - 1
}

/// Numbers that look random and follow from the first.
struct Dice(u32);

impl Dice {
    fn below(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 16) % sides
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len() as u32) as usize]
    }
}

const THEMES: [&str; 5] =
    ["Develop our leaders", "Attract people, and keep them", "Joint training", "Working as one", "Plan for \"2015\""];
const DOING: [&str; 6] = ["Develop", "Review", "Agree", "Publish", "Share", "Map"];
const WHAT: [&str; 6] = [
    "an induction for all",
    "the training that partners offer (see 1.2.1)",
    "a framework of skills e.g. for managers",
    "roles: who does what",
    "250 places per annum",
    "job descriptions - all sectors",
];
const RESULT: [&str; 4] = ["Partners use", "In place:", "Everybody knows", "E learning on"];
const LEADS: [&str; 5] = ["AB", "AB/CD", "EF and Connexions", "Workforce lead", "Health / schools"];
const DUES: [&str; 12] = [
    "Sept 2013",
    "April 2013, annual review",
    "Within 3 months following the training",
    "ongoing",
    "Quarterly",
    "As required",
    "At bi monthly meetings",
    "Dec 2014 and ongoing",
    "31/02/2010",
    "March 13",
    "W/B 26th January \u{2018}09",
    "Two per annum",
];
