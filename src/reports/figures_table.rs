//! Figures for analysts: the means and counts of every closed round that may be shared, a row a figure. Nobody can be picked out
//! from them, because every one comes through `analysis/disclosure`.

use crate::analysis::disclosure::{Of, Shareable, Shown, Who};
use crate::domain::area::Area;
use crate::domain::framework::Framework;
use crate::domain::ids::{SectorId, StaffGroupId, StatementId};
use crate::domain::round::Round;
use crate::domain::survey::{Statement, Survey};
use crate::domain::workspace::Workspace;

/// The columns, in their order: the head of each, what can stand in it, and what that means.
pub const COLUMNS: [[&str; 3]; 14] = [
    ["round", "text", "The title of the round. Only closed rounds are in the file."],
    ["opened", "date, YYYY-MM-DD", "The day the round was opened."],
    ["closed", "date, YYYY-MM-DD", "The day the round was closed."],
    [
        "figure",
        "responses, theme, statement, aspect, or shared statements",
        "What it is a figure of. `shared statements` are those of a theme that another round asked too.",
    ],
    ["who", "everybody, staff group, or sector", "Whose answers it stands for."],
    ["group", "text, or empty", "Which staff group or sector. Empty for everybody, and for those who did not say."],
    ["theme", "text, or empty", "The theme."],
    ["practice", "text, or empty", "The practice, of an aspect or a statement."],
    ["aspect", "text, or empty", "The aspect of the practice."],
    ["statement", "text, or empty", "Which statement."],
    ["words", "text, or empty", "The statement's words."],
    ["other_round", "text, or empty", "The round that the statements are shared with."],
    [
        "mean",
        "number from 1 to 5 to a tenth, or why there is none",
        "The mean over people. `too few to show` and `no answers` stand where there is none to show.",
    ],
    ["people", "whole number, or empty", "How many people stand behind the figure, or how many responded."],
];

/// Every figure that may be shared, round by round, with the heads of the columns first.
pub fn figures(open: &Workspace) -> Vec<Vec<String>> {
    let mut rows = vec![COLUMNS.map(|[name, ..]| name.to_owned()).to_vec()];
    for (id, round) in open.rounds() {
        if let Ok(figures) = Shareable::of_round(open, id) {
            OfRound { open, round, surveys: surveys(open, round) }.rows(&figures, &mut rows);
        }
    }
    rows
}

/// What is needed to name the figures of a round.
struct OfRound<'a> {
    open: &'a Workspace,
    round: &'a Round,
    surveys: Vec<&'a Survey>,
}

fn surveys<'a>(open: &'a Workspace, round: &Round) -> Vec<&'a Survey> {
    round.surveys.iter().rev().filter_map(|hash| open.survey(*hash)).map(|survey| &**survey).collect()
}

impl OfRound<'_> {
    fn rows(&self, figures: &Shareable, rows: &mut Vec<Vec<String>>) {
        let closed = figures.closed.to_string();
        let mut responses = |who: [String; 2], people: usize| {
            let beside = std::iter::repeat_n(String::new(), 7);
            let cells =
                [self.round.title.clone(), self.round.opened.to_string(), closed.clone(), "responses".to_owned()];
            rows.push(cells.into_iter().chain(who).chain(beside).chain([people.to_string()]).collect());
        };
        responses(self.who(&Who::Everybody), figures.responses);
        for (group, people) in &figures.by_staff_group {
            responses(self.who(&Who::StaffGroup(group.clone())), *people);
        }
        for (sector, people) in &figures.by_sector {
            responses(self.who(&Who::Sector(sector.clone())), *people);
        }
        for (of, who, shown) in figures.figures().filter(|(.., shown)| *shown != Shown::NotAsked) {
            let (figure, of) = self.of(of);
            let cells = [self.round.title.clone(), self.round.opened.to_string(), closed.clone(), figure.to_owned()];
            rows.push(cells.into_iter().chain(self.who(who)).chain(of).chain(shown_cells(shown)).collect());
        }
    }

    fn who(&self, who: &Who) -> [String; 2] {
        let area = self.open.area();
        let group = |id: &StaffGroupId| area.map(|area: &Area| area.staff_group_name(id).to_owned());
        let sector = |id: &SectorId| area.map(|area: &Area| area.sector_name(id).to_owned());
        match who {
            Who::Everybody => ["everybody".to_owned(), String::new()],
            Who::StaffGroup(id) => ["staff group".to_owned(), id.as_ref().and_then(group).unwrap_or_default()],
            Who::Sector(id) => ["sector".to_owned(), id.as_ref().and_then(sector).unwrap_or_default()],
        }
    }

    /// What a figure is called, and the cells from the theme to the other round.
    fn of(&self, of: &Of) -> (&'static str, [String; 6]) {
        let name = |find: &dyn Fn(&Framework) -> Option<String>| {
            self.surveys.iter().find_map(|survey| find(&survey.framework)).unwrap_or_default()
        };
        let theme = |id| name(&|framework| framework.theme(id).map(|theme| theme.name.clone()));
        let practice = |id| name(&|framework| framework.practice(id).map(|practice| practice.name.clone()));
        let aspect = |id| name(&|framework| framework.aspect(id).map(|aspect| aspect.name.clone()));
        let none = String::new;
        match of {
            Of::Theme(id) => ("theme", [theme(id), none(), none(), none(), none(), none()]),
            Of::Aspect(of_theme, of_practice, of_aspect) => {
                ("aspect", [theme(of_theme), practice(of_practice), aspect(of_aspect), none(), none(), none()])
            }
            Of::Statement(id) => {
                let Some(one) = self.statement(id) else {
                    return ("statement", [none(), none(), none(), id.to_string(), none(), none()]);
                };
                let practice = one.practice.as_ref().map(practice).unwrap_or_default();
                let aspect = one.aspect.as_ref().map(aspect).unwrap_or_default();
                ("statement", [theme(&one.theme), practice, aspect, id.to_string(), one.text.clone(), none()])
            }
            Of::Shared(id, other) => {
                let other = self.open.round(*other).map(|round| round.title.clone()).unwrap_or_default();
                ("shared statements", [theme(id), none(), none(), none(), none(), other])
            }
        }
    }

    fn statement(&self, id: &StatementId) -> Option<&Statement> {
        self.surveys.iter().find_map(|survey| survey.statement(id))
    }
}

fn shown_cells(shown: Shown) -> [String; 2] {
    match shown {
        Shown::Mean { mean, people } => [format!("{mean:.1}"), people.to_string()],
        Shown::TooFew => ["too few to show".to_owned(), String::new()],
        Shown::NoAnswers => ["no answers".to_owned(), String::new()],
        Shown::NotAsked => ["not asked".to_owned(), String::new()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ReplicaId;
    use crate::sample;

    #[test]
    fn every_shareable_figure_of_the_closed_rounds_stands_in_the_file_and_no_other() {
        let (open, _) = sample::workspace(ReplicaId(1)).unwrap();
        let rows = figures(&open).split_off(1);
        assert!(rows.iter().all(|row| row.len() == COLUMNS.len()));
        let closed: Vec<Shareable> =
            open.rounds().into_iter().filter_map(|(id, _)| Shareable::of_round(&open, id).ok()).collect();
        assert!(!closed.is_empty());
        let expected: usize = closed
            .iter()
            .map(|one| {
                let figures = one.figures().filter(|(.., shown)| *shown != Shown::NotAsked).count();
                figures + 1 + one.by_sector.len() + one.by_staff_group.len()
            })
            .sum();
        assert_eq!(rows.len(), expected);
        let last = closed.last().unwrap();
        let (title, theme) = {
            let (id, round) = open.rounds().pop().unwrap();
            (round.title.clone(), open.survey_of(id).unwrap().themes().next().unwrap().clone())
        };
        let Shown::Mean { mean, people } = last.theme(&theme.id) else { panic!("a figure") };
        let found: Vec<_> = rows
            .iter()
            .filter(|row| row[0] == title && row[3] == "theme" && row[4] == "everybody" && row[6] == theme.name)
            .collect();
        assert_eq!(found.len(), 1);
        assert_eq!([&found[0][12], &found[0][13]], [&format!("{mean:.1}"), &people.to_string()]);
        let too_few = rows.iter().filter(|row| row[12] == "too few to show").count();
        assert!(too_few > 0, "the sample has a sector with a low return");
        assert!(rows.iter().filter(|row| row[12] == "too few to show").all(|row| row[13].is_empty()));
    }
}
