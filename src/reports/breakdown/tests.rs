//! What a breakdown looks like: its table, its sentences, and its bars as pictures.

use super::*;
use crate::charts::Layout;
use crate::domain::ids::{PerspectiveId, PracticeId, ReplicaId, SectorId, StaffGroupId};

fn sample() -> (Workspace, RoundId) {
    let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
    let round = sample.rounds().pop().unwrap().0;
    (sample, round)
}

fn check(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../../tests/snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

fn close(open: &Workspace, round: RoundId, by: By) -> Vec<CloseUp> {
    let breakdown = Breakdown::of(open, round, &Cut { by, ..Cut::default() });
    close_up(open, round, &breakdown, &ThemeId::parse("language").unwrap())
}

#[test]
fn the_table_has_a_figure_with_its_people_or_a_reason_in_every_cell() {
    let (open, round) = sample();
    let mut lines = Vec::new();
    for by in [By::Sector, By::StaffGroup, By::Organisation, By::Perspective] {
        let table = matrix(&open, round, &Breakdown::of(&open, round, &Cut { by, ..Cut::default() }));
        lines.push(table.arcs.iter().map(|(short, _)| short.as_str()).collect::<Vec<_>>().join(" | "));
        for row in &table.rows {
            assert_eq!(row.cells.len(), table.arcs.len());
            let cells: Vec<String> = row.cells.iter().copied().map(cell).collect();
            let (name, rate) = (&row.name, row.rate.map(rate).unwrap_or_default());
            lines.push(format!("{name} | {} | {rate} | {}", row.responses, cells.join(" | ")));
        }
    }
    check("breakdown_tables", &lines.join("\n"));
}

#[test]
fn a_column_stands_where_something_is_known_of_a_group_and_not_of_everybody_alone() {
    let (open, round) = sample();
    let known = |by| {
        let table = matrix(&open, round, &Breakdown::of(&open, round, &Cut { by, ..Cut::default() }));
        (table.rows[0].of_headcount.is_some(), table.has_headcount, table.has_rate)
    };
    assert_eq!(known(By::Sector), (true, true, true));
    assert_eq!(known(By::StaffGroup), (true, false, false));
}

#[test]
fn the_bars_of_an_arc_sector_by_sector() {
    let (open, round) = sample();
    for (name, layout) in [("breakdown_bars_wide", Layout::Wide), ("breakdown_bars_compact", Layout::Compact)] {
        let groups = close(&open, round, By::Sector).into_iter();
        let one = |group: CloseUp| {
            let bar = group.spread.map_or_else(String::new, |spread| spread.shape(layout).to_svg());
            format!("{} {}\n{}\n{bar}", group.name, group.responses, group.facts.join("\n"))
        };
        check(name, &groups.map(one).collect::<Vec<_>>().join("\n"));
    }
}

#[test]
fn whom_the_filters_leave_is_said_with_their_number() {
    let (open, round) = sample();
    let said = |cut: &Cut, left| whose(&open, round, cut, left, 54);
    assert_eq!(said(&Cut::default(), 54), "All 54 responses.");
    let all = Cut {
        by: By::Organisation,
        sector: SectorId::parse("schools"),
        staff_group: StaffGroupId::parse("leaders"),
        perspective: PerspectiveId::parse("team"),
        practice: PracticeId::parse("caf"),
        theme: None,
    };
    assert_eq!(
        said(&all, 5),
        "5 of 54 responses: in Schools, of Leaders and managers, on what is asked from the team perspective, about Common Assessment Framework (CAF)."
    );
}

#[test]
fn rounds_are_compared_with_people_and_spread_on_both_sides() {
    let (open, round) = sample();
    let first = open.rounds()[0].0;
    let sheets = [first, round].map(|round| Sheet::of_round(&open, round));
    let table = compared(&open, round, &Cut::default(), sheets.each_ref()).unwrap();
    assert_eq!(table.caption, "December 2009 compared with December 2008");
    check("breakdown_compared", &table.rows.iter().map(|row| row.join(" | ")).collect::<Vec<_>>().join("\n"));
    assert_eq!(compared(&open, first, &Cut::default(), sheets.each_ref()), None);
}
