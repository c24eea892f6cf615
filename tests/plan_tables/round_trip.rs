//! What is exported comes in again unchanged, in each form and for each shape.

use proptest::prelude::*;
use rainbow::domain::plan::{Layout, Level, Rag};
use rainbow::exchange::plan_table::{Grid, Item, PlanSheet, Reached, Table, clipboard, csv_out};

use crate::{found, html, made_up, same};

/// A plan's forms, each as it would be read.
fn forms(sheet: &PlanSheet) -> [(&'static str, Grid); 3] {
    [
        ("CSV", Grid::from_text(&csv_out::csv(sheet)).unwrap()),
        ("tabs", Grid::from_text(&clipboard::text(sheet)).unwrap()),
        ("HTML", html::grid(&clipboard::html(sheet))),
    ]
}

#[test]
fn the_made_up_strategy_is_as_large_as_a_real_one() {
    let items = made_up::strategy();
    let count = |level| items.iter().filter(|item| item.level == level).count();
    let levels = [Level::Priority, Level::Area, Level::Action, Level::Output].map(count);
    assert_eq!(levels, [6, 26, 62, 65]);
    let has_output = |at: usize| items.iter().any(|item| item.level == Level::Output && item.parent == Some(at));
    let bare = items.iter().enumerate().filter(|(at, item)| item.level == Level::Action && !has_output(*at)).count();
    assert_eq!(bare, 9);
}

#[test]
fn plans_of_the_three_shapes_go_out_in_their_own_shape_and_come_in_unchanged() {
    for (layout, items) in made_up::all() {
        let first = match layout {
            Layout::Strategy => "Area of focus",
            Layout::Actions => "No",
            Layout::Timescales => "Timescale",
        };
        for (form, grid) in forms(&made_up::sheet(layout, items.clone())) {
            assert_eq!(Table::of(&grid).unwrap().text(1, 0), first, "{form}");
            let found = found(&grid);
            assert_eq!(found.layout, layout, "{form}");
            same(&found.plain(), &items, form);
            assert_eq!(found.notes, [], "{form}");
        }
    }
}

#[test]
fn a_plan_that_its_shape_cant_hold_is_spelled_out_and_comes_in_unchanged() {
    let at = |level, parent, text: &str| Item { level, parent, text: text.to_owned(), ..Item::default() };
    let odd = [
        // An action beneath an action, an output of a flat list, a milestone with a lead, a task without a timescale.
        vec![at(Level::Action, None, "One"), at(Level::Action, Some(0), "Two"), at(Level::Output, Some(1), "Three")],
        vec![at(Level::Action, None, "One"), Item { lead: "AB".to_owned(), ..at(Level::Milestone, Some(0), "Two") }],
        vec![Item { due: "Oct-09".to_owned(), ..at(Level::Action, None, "One") }, at(Level::Action, None, "Two")],
        vec![at(Level::Action, None, ""), at(Level::Action, None, "a. looks lettered")],
    ];
    for layout in [Layout::Actions, Layout::Timescales, Layout::Strategy] {
        for items in &odd {
            for (form, grid) in forms(&made_up::sheet(layout, items.clone())) {
                let found = found(&grid);
                assert_eq!(found.layout, layout, "{form}");
                same(&found.plain(), items, form);
            }
        }
    }
}

#[test]
fn no_cell_of_what_is_written_starts_a_formula() {
    let mut items = made_up::actions();
    for (item, text) in items.iter_mut().zip(["=1+1", "+44 1", "-5 places", "@all", "'=1", "''@x", "'quoted'", "a=b"]) {
        item.text = text.to_owned();
    }
    let sheet = made_up::sheet(Layout::Actions, items.clone());
    for text in [csv_out::csv(&sheet), clipboard::text(&sheet)] {
        for cell in
            text.trim_start_matches('\u{feff}').split([',', '\t', '\n']).map(|cell| cell.trim_start_matches('"'))
        {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
        }
        same(&found(&Grid::from_text(&text).unwrap()).plain(), &items, "guarded");
    }
    // In somebody else's table an apostrophe is theirs.
    let theirs = Grid::from_text("Ref,Action,Who\n1,'=sum,AB\n").unwrap();
    assert_eq!(found(&theirs).items[0].item.text, "'=sum");
    // A spreadsheet takes each cell of the HTML as text.
    let html = clipboard::html(&sheet);
    assert_eq!(
        html.matches("mso-number-format:'\\@'").count(),
        html.matches("<th ").count() + html.matches("<td ").count()
    );
}

fn words() -> impl Strategy<Value = String> {
    let hard = prop::sample::select(vec![
        "",
        "",
        "",
        "Agree it",
        "go on",
        "a. Share",
        "1.2.3 Map",
        "c.",
        "3",
        "\u{2022} one\n\u{2022} two",
        "two\nlines",
        "=1+1",
        "'-x",
        "\"quoted\" words",
        "a,b;c\td",
        "Priority 1. Lead",
        "Action",
        "Lead",
        "<b>&amp;</b>",
        "Oct-09",
        "31/02/2010",
        "(reached)",
        "do (due May)",
        "-",
        "\u{2022}",
        "Complete",
        "Level",
        "1.10",
        ", and more",
        "'",
        "sep=;",
        "{",
    ]);
    let any = "[ -~\u{2013}\u{2022}\n]{0,12}".prop_map(|text| tidy(&text));
    prop_oneof![4 => hard.prop_map(tidy), 1 => any]
}

/// As cells are tidied.
fn tidy(text: &str) -> String {
    text.replace('\t', " ").lines().map(str::trim).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Items in order, each with how deep it stands, its words and the rest.
fn items() -> impl Strategy<Value = Vec<Item>> {
    let rag = prop::sample::select(Rag::ALL.to_vec());
    let reached = prop::sample::select(vec![
        None,
        None,
        Some(Reached::Yes),
        Some(Reached::No),
        chrono::NaiveDate::from_ymd_opt(2012, 2, 29).map(Reached::On),
    ]);
    let one = (0..5_usize, any::<bool>(), prop::collection::vec(words(), 7), rag, reached);
    prop::collection::vec(one, 1..10).prop_map(|all| {
        let levels = [Level::Priority, Level::Area, Level::Action, Level::Output, Level::Milestone];
        let mut open: Vec<usize> = Vec::new();
        let mut items = Vec::new();
        for (depth, plain, words, rag, reached) in all {
            open.truncate(depth);
            let mut words = words.into_iter();
            let mut next = || words.next().unwrap();
            let item = Item {
                level: levels[depth],
                parent: open.last().copied(),
                label: next(),
                text: next(),
                ..Item::default()
            };
            items.push(if plain {
                item
            } else {
                Item {
                    lead: next(),
                    due: next(),
                    resources: next(),
                    risk: next(),
                    progress: next(),
                    rag,
                    reached,
                    ..item
                }
            });
            open.push(items.len() - 1);
        }
        items
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn whatever_stands_in_a_plan_comes_in_again_as_it_went_out(
        items in items(), layout in prop::sample::select(vec![Layout::Actions, Layout::Timescales, Layout::Strategy]),
    ) {
        for (form, grid) in forms(&made_up::sheet(layout, items.clone())) {
            let found = found(&grid);
            prop_assert_eq!(found.layout, layout, "{}", form);
            prop_assert_eq!(&found.plain(), &items, "{}", form);
        }
    }
}
