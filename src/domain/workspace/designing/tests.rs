//! Designs as they are written, undone, and written in two places at once.

use chrono::DateTime;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::area::{Area, LEADERS};
use crate::domain::ids::{PracticeId, ReplicaId, StaffGroupId, ThemeId, WorkspaceId};
use crate::domain::survey::Questionnaire;
use crate::exchange::builtin;

const DESIGN: DesignId = DesignId(Uuid::from_u128(7));

fn record(number: u128) -> DesignStatementId {
    DesignStatementId(Uuid::from_u128(100 + number))
}

/// An area with a design of these themes and practices, with all statements of the standard questionnaire.
fn begun(themes: &[&str], practices: &[&str]) -> Workspace {
    let (mut area, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire"));
    let design = Design {
        title: "Spring".to_owned(),
        source: "A test".to_owned(),
        start: Start::Standard,
        themes: themes.iter().map(|id| ThemeId::parse(id).unwrap()).collect(),
        practices: practices.iter().map(|id| PracticeId::parse(id).unwrap()).collect(),
        rest: Rest::new(),
    };
    let statements = builtin::questionnaire().unwrap().statements;
    area.begin_design(DESIGN, design, (0..).map(record).zip(statements));
    area
}

fn asked(area: &Workspace) -> Questionnaire {
    let framework = area.design_framework(DESIGN, builtin::framework().unwrap());
    let statements = area.design_statements(DESIGN);
    area.design(DESIGN).unwrap().questionnaire(&framework, statements.into_iter().map(|(_, one)| one))
}

fn ids(area: &Workspace) -> Vec<String> {
    asked(area).statements.into_iter().map(|statement| statement.id.to_string()).collect()
}

/// The record of the statement with this id that is not retired.
fn of(area: &Workspace, id: &str) -> DesignStatementId {
    area.design_statements(DESIGN).into_iter().find(|(_, one)| one.statement.id.as_str() == id).unwrap().0
}

fn words(area: &Workspace, id: &str) -> Statement {
    area.design_statement(of(area, id)).unwrap().statement.clone()
}

#[test]
fn a_design_asks_the_arcs_and_practices_that_it_covers_in_the_order_of_the_framework() {
    let standard = builtin::questionnaire().unwrap().statements;
    let all: Vec<_> = standard.iter().map(|statement| statement.id.to_string()).collect();
    let every = builtin::framework().unwrap();
    let themes: Vec<_> = every.themes.iter().rev().map(|theme| theme.id.as_str()).collect();
    let practices: Vec<_> = every.practices.iter().map(|practice| practice.id.as_str()).collect();
    assert_eq!(ids(&begun(&themes, &practices)), all);
    let green = begun(&["integrated-working"], &["tac", "caf"]);
    assert_eq!(ids(&green).len(), 10);
    assert_eq!((ids(&green)[0].as_str(), ids(&green)[9].as_str()), ("caf-leadership", "tac-improvement"));
    assert!(ids(&begun(&[], &practices)).is_empty());
}

#[test]
fn a_corrected_statement_keeps_its_id_and_one_that_asks_something_else_takes_the_place_of_the_old() {
    let mut area = begun(&["identity"], &[]);
    let corrected = Statement { text: "We are one workforce.".to_owned(), ..words(&area, "identity-1") };
    area.correct_statement(of(&area, "identity-1"), corrected).unwrap();
    assert_eq!(ids(&area).len(), 5);
    assert_eq!(asked(&area).statements[0].text, "We are one workforce.");

    let other = Statement { text: "We meet every week.".to_owned(), ..words(&area, "identity-2") };
    area.replace_statement(of(&area, "identity-2"), record(500), other).unwrap();
    assert_eq!(ids(&area), ["identity-1", "identity-00000000", "identity-3", "identity-4", "identity-5"]);
    let old = area.design_statement(of(&area, "identity-2")).unwrap();
    assert!(old.retired);
    assert_ne!(old.statement.text, "We meet every week.");
}

#[test]
fn a_retired_statement_is_not_asked_and_comes_back_where_it_stood() {
    let mut area = begun(&["identity"], &[]);
    let third = of(&area, "identity-3");
    area.retire_statement(third, true).unwrap();
    assert_eq!(ids(&area), ["identity-1", "identity-2", "identity-4", "identity-5"]);
    area.move_statement(of(&area, "identity-4"), Towards::Up).unwrap();
    assert_eq!(ids(&area), ["identity-1", "identity-4", "identity-2", "identity-5"]);
    area.retire_statement(third, false).unwrap();
    assert_eq!(ids(&area), ["identity-1", "identity-4", "identity-2", "identity-3", "identity-5"]);
}

#[test]
fn every_edit_of_a_design_bears_its_own_name_and_undoes() {
    let mut area = begun(&["identity"], &[]);
    let (before, first) = (asked(&area), of(&area, "identity-1"));
    let leaders = Statement {
        id: StatementId::of_new(&ThemeId::parse("identity").unwrap(), record(900)),
        text: "We plan together.".to_owned(),
        audience: StaffGroupId::parse(LEADERS).into_iter().collect(),
        ..words(&area, "identity-1")
    };
    let other = Statement { text: "Something else.".to_owned(), ..words(&area, "identity-1") };
    type Make<'a> = &'a dyn Fn(&mut Workspace) -> Edit;
    let edits: [(&str, Make<'_>); 7] = [
        ("Add a statement", &|area| area.add_statement(DESIGN, record(900), leaders.clone()).unwrap()),
        ("Change a statement", &|area| area.correct_statement(first, other.clone()).unwrap()),
        ("Ask something else", &|area| area.replace_statement(first, record(901), other.clone()).unwrap()),
        ("Retire a statement", &|area| area.retire_statement(first, true).unwrap()),
        ("Move a statement", &|area| area.move_statement(first, Towards::Down).unwrap()),
        ("Change a survey design", &|area| {
            let design = Design { themes: Vec::new(), ..area.design(DESIGN).unwrap().clone() };
            area.set_design(DESIGN, design).unwrap()
        }),
        ("Delete a survey design", &|area| area.delete_design(DESIGN).unwrap()),
    ];
    for (name, make) in edits {
        let edit = make(&mut area);
        assert_eq!(edit.name, name);
        let noted = area.note(edit, DateTime::UNIX_EPOCH);
        assert!(area.design(DESIGN).is_none() || asked(&area) != before, "{name}");
        area.turn_round(noted.step.unwrap()).unwrap();
        assert_eq!(asked(&area), before, "{name}");
    }
}

#[test]
fn a_form_handed_in_twice_adds_one_statement() {
    let mut area = begun(&["identity"], &[]);
    let one = words(&area, "identity-1");
    area.add_statement(DESIGN, record(900), one.clone()).unwrap();
    assert!(area.add_statement(DESIGN, record(900), one).unwrap().is_empty());
}

#[test]
fn two_people_who_change_different_statements_do_not_meet() {
    let mut here = begun(&["identity"], &[]);
    let mut there = Workspace::from_records(here.id(), ReplicaId(2), here.records().clone());
    here.retire_statement(of(&here, "identity-1"), true).unwrap();
    there.move_statement(of(&there, "identity-5"), Towards::Up).unwrap();
    here.take_in("Hear", there.records().iter().cloned());
    assert_eq!(here.records().conflicts().count(), 0);
    assert_eq!(ids(&here), ["identity-2", "identity-3", "identity-5", "identity-4"]);
}

proptest! {
    #[test]
    fn a_move_takes_one_statement_past_its_neighbour_and_leaves_the_others(
        moves in prop::collection::vec((0..5_usize, any::<bool>()), 1..20),
    ) {
        let mut area = begun(&["identity", "language"], &[]);
        let mut expected = ids(&area);
        for (at, up) in moves {
            let id = expected[at].clone();
            area.move_statement(of(&area, &id), if up { Towards::Up } else { Towards::Down }).unwrap();
            let other = if up { at.checked_sub(1) } else { (at < 4).then_some(at + 1) };
            if let Some(other) = other { expected.swap(at, other); }
            prop_assert_eq!(ids(&area), expected.clone());
        }
    }
}
