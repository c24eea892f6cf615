//! Training in words: how gaps are addressed, and the tables of a training map for a page, a paper or a report.

use super::document::Table;
use super::words;
use crate::analysis::training::{Gap, TrainingMap, TrainingMatrix, TrainingSheet, When};
use crate::domain::framework::Framework;
use crate::domain::ids::{PracticeId, ThemeId};
use crate::domain::training::{TrainingEvent, TrainingGap};
use crate::domain::workspace::Workspace;

/// What stands where nobody has said how a gap is addressed.
pub const NOT_ADDRESSED: &str = "Not addressed yet";

/// How many events serve a gap, in words.
pub fn served(gap: &Gap) -> String {
    if gap.events == 0 { "Nobody".to_owned() } else { words::count(gap.events, "event", "events") }
}

/// How a gap is addressed, a line for each thing that is said; empty if nothing is. The last line is the action, if it is here.
pub fn addressed(open: &Workspace, gap: &TrainingGap) -> Vec<String> {
    let said = [
        ("Commissioning", &gap.commissioning),
        ("Resourcing", &gap.resourcing),
        ("Owner", &gap.owner),
        ("", &gap.words),
    ];
    let said = said.into_iter().filter(|(_, words)| !words.trim().is_empty());
    let mut lines: Vec<String> =
        said.map(|(what, words)| if what.is_empty() { words.clone() } else { format!("{what}: {words}") }).collect();
    lines.extend(gap.action.and_then(|id| open.item(id)).map(|item| {
        let label = item.label.trim();
        let space = if label.is_empty() { "" } else { " " };
        format!("Action: {label}{space}{}", item.text.trim())
    }));
    lines
}

/// The gaps of a training map as a table.
pub fn gaps_table(open: &Workspace, map: &TrainingMap) -> Table {
    let row = |gap: &Gap| {
        let said = gap.addressed.as_ref().map(|gap| addressed(open, gap)).unwrap_or_default();
        let said = if said.is_empty() { NOT_ADDRESSED.to_owned() } else { said.join("\n") };
        let arc = map.sheet.arc(gap.arc).map(|arc| arc.name.clone()).unwrap_or_default();
        vec![map.sheet.profession(gap.profession).to_owned(), arc, served(gap), said]
    };
    Table {
        caption: "Gaps in training".to_owned(),
        head: ["Profession", "Arc", "Served by", "How it is addressed"].map(str::to_owned).to_vec(),
        names: 0,
        rows: map.gaps.iter().map(row).collect(),
    }
}

/// How many training events serve each profession in each arc, as a table with totals.
pub fn matrix_table(sheet: &TrainingSheet, matrix: &TrainingMatrix) -> Table {
    let arcs = matrix.arcs.iter().filter_map(|at| sheet.arc(*at)).map(|arc| arc.short.clone());
    let head = ["Profession".to_owned()].into_iter().chain(arcs).chain(["All events".to_owned()]).collect();
    let line = |name: &str, cells: &[usize], all: usize| {
        let cells = cells.iter().chain([&all]).map(ToString::to_string);
        [name.to_owned()].into_iter().chain(cells).collect()
    };
    let mut rows: Vec<Vec<String>> =
        matrix.rows.iter().map(|row| line(sheet.profession(row.profession), &row.cells, row.events)).collect();
    rows.push(line("All professions", &matrix.by_arc, matrix.events));
    Table { caption: "Training events by profession and arc".to_owned(), head, names: 0, rows }
}

/// A period of the filter in words, such as "April 2009 to March 2010".
pub fn when(when: When) -> String {
    match when {
        When::Year(year) => format!("April {year} to March {}", year.saturating_add(1)),
        When::Unread => "No day that can be read".to_owned(),
    }
}

/// The competencies of an event by name: its arcs in the order of the framework by their short names, then its practices. What the
/// framework does not know goes by its id.
pub fn competencies(framework: Option<&Framework>, event: &TrainingEvent) -> Vec<String> {
    let arc = |id: &ThemeId| {
        let at = framework.and_then(|known| known.themes.iter().position(|theme| theme.id == *id));
        let name =
            framework.and_then(|known| known.theme(id)).map_or_else(|| id.to_string(), |theme| theme.short.clone());
        (at.unwrap_or(usize::MAX), name)
    };
    let practice = |id: &PracticeId| {
        framework.and_then(|known| known.practice(id)).map_or_else(|| id.to_string(), |practice| practice.name.clone())
    };
    let mut arcs: Vec<_> = event.arcs.iter().map(arc).collect();
    arcs.sort();
    arcs.into_iter().map(|(_, name)| name).chain(event.practices.iter().map(practice)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::training::training_map;
    use crate::sample;

    #[test]
    fn the_samples_map_is_told_in_two_tables() {
        let (open, _) = sample::workspace(crate::domain::ids::ReplicaId(1)).unwrap();
        let framework = crate::exchange::builtin::framework().unwrap();
        let map = training_map(&open, Some(&framework));
        let (gaps, matrix) = (gaps_table(&open, &map), matrix_table(&map.sheet, &map.matrix));
        assert!(matrix.rows.iter().all(|row| row.len() == matrix.head.len()));
        assert_eq!(matrix.rows.last().unwrap().last().unwrap(), &map.matrix.events.to_string());
        let addressed = gaps.rows.iter().filter(|row| row.last().unwrap() != NOT_ADDRESSED);
        assert_eq!(addressed.count(), 2, "{gaps:?}");
        assert!(gaps.rows.iter().any(|row| row.last().unwrap().contains("Owner: ")));
        assert_eq!(when(When::Year(2009)), "April 2009 to March 2010");
    }
}
