//! A round beside the one before it: only on the statements that both asked, with the people behind both sides.
//!
//! Whoever answered chose to, each time anew, so a difference says what these people said and claims nothing of everybody
//! else. A wording that was corrected keeps its statement's id and is compared; what asks something else has another id.

use std::collections::{BTreeMap, BTreeSet};

use super::disclosure::{Shown, shown};
use super::lens::Lens;
use super::measures::Measure;
use super::scores::{groups, measures_of};
use super::sheet::{Alike, Sheet};
use crate::domain::ids::{RoundId, StatementId, ThemeId};
use crate::domain::survey::Survey;
use crate::domain::workspace::Workspace;

/// What two rounds say of the same statements.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The earlier round.
    pub before: RoundId,
    /// Its title.
    pub title: String,
    /// By theme; themes without a statement that both asked are not in it.
    pub themes: BTreeMap<ThemeId, Compared>,
}

/// A theme in both rounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// What the earlier round says, from the statements that both asked.
    pub before: Shown,
    /// How often each score from 1 to 5 was given then; `None` where the figure may not be shown.
    pub spread_before: Option<[usize; 5]>,
    /// What the later round says of the same statements.
    pub now: Shown,
    /// How often each score was given in that one, likewise.
    pub spread_now: Option<[usize; 5]>,
    /// How many statements both asked.
    pub shared: usize,
    /// Whether these are all that either asked of the theme, so that the earlier figure stands beside the whole one.
    pub is_whole: bool,
}

impl Comparison {
    /// A round beside the one opened before it; `None` for the first round, or where the earlier one has no responses.
    pub fn of(workspace: &Workspace, round: RoundId) -> Option<Self> {
        let sheets = [earlier(workspace, round)?, round].map(|round| Sheet::of_round(workspace, round));
        Self::through(workspace, round, &Lens::default(), sheets.each_ref())
    }

    /// The same as a lens shows it, which looks at both rounds alike. `sheets` are those of the earlier round and of this one.
    pub fn through(workspace: &Workspace, round: RoundId, lens: &Lens, sheets: [&Sheet; 2]) -> Option<Self> {
        let (comparison, responses_before) = Self::of_two(workspace, earlier(workspace, round)?, round, lens, sheets)?;
        (responses_before > 0).then_some(comparison)
    }

    /// A round beside any earlier one, with answers or without; `None` if one of them is not here.
    pub fn between(workspace: &Workspace, before: RoundId, round: RoundId) -> Option<Self> {
        let sheets = [before, round].map(|round| Sheet::of_round(workspace, round));
        Self::of_two(workspace, before, round, &Lens::default(), sheets.each_ref()).map(|(comparison, _)| comparison)
    }

    /// Two rounds beside one another, and how many groups of people who are alike responded in the earlier one.
    fn of_two(
        workspace: &Workspace,
        before: RoundId,
        round: RoundId,
        lens: &Lens,
        sheets: [&Sheet; 2],
    ) -> Option<(Self, usize)> {
        let (then, now) = (asked(workspace, before, lens), asked(workspace, round, lens));
        let shared: BTreeSet<StatementId> = then.intersection(&now).cloned().collect();
        let on_shared = Lens { statements: Some(shared.clone()), ..lens.clone() };
        let groups = groups(workspace);
        let [seen_before, seen_now] = sheets.map(|sheet| sheet.seen(lens, &groups));
        let measures = |seen: &[&Alike]| {
            let survey = |hash| workspace.survey(hash).map(|survey| &**survey);
            measures_of(seen, survey, &on_shared, |one| Some(one.theme.clone()))
        };
        let (said_before, said_now) = (measures(&seen_before), measures(&seen_now));
        let (survey, earlier) = (workspace.survey_of(round)?, workspace.survey_of(before)?);
        let (earlier_smallest, smallest) = (workspace.smallest_group(before), workspace.smallest_group(round));
        let nobody = Measure::default();
        let themes = survey.themes().filter_map(|theme| {
            let of_theme = |id: &&StatementId| survey.statement(id).is_some_and(|one| one.theme == theme.id);
            let count = shared.iter().filter(of_theme).count();
            let all = |survey: &Survey| survey.of_theme(&theme.id).filter(|one| lens.looks_at(one)).count();
            // What both asked is asked before anybody has answered.
            let then = said_before.get(&theme.id).unwrap_or(&nobody);
            let now = said_now.get(&theme.id).unwrap_or(&nobody);
            let compared = Compared {
                before: shown(Some(then), earlier_smallest),
                spread_before: spread(then, earlier_smallest),
                now: shown(Some(now), smallest),
                spread_now: spread(now, smallest),
                shared: count,
                is_whole: count == all(survey) && count == all(earlier),
            };
            (count > 0).then(|| (theme.id.clone(), compared))
        });
        let title = workspace.round(before)?.title.clone();
        Some((Self { before, title, themes: themes.collect() }, seen_before.len()))
    }

    /// The earlier score of a theme, 1 to 5, where it may be shown and stands for the whole theme: what a picture can mark
    /// beside the score.
    pub fn mark(&self, theme: &ThemeId) -> Option<f64> {
        match self.themes.get(theme).filter(|compared| compared.is_whole)?.before {
            Shown::Mean { mean, .. } => Some(mean),
            _ => None,
        }
    }
}

/// The round that was opened before a round.
pub fn earlier(workspace: &Workspace, round: RoundId) -> Option<RoundId> {
    let rounds = workspace.rounds();
    let place = rounds.iter().position(|(id, _)| *id == round)?;
    rounds.get(place.checked_sub(1)?).map(|(id, _)| *id)
}

/// The spread of answers, where the figure that they make may be shown.
fn spread(measure: &Measure, smallest: usize) -> Option<[usize; 5]> {
    matches!(shown(Some(measure), smallest), Shown::Mean { .. }).then_some(measure.spread)
}

/// The statements that a round asked in any of its surveys, as far as a lens looks at them.
pub(super) fn asked(workspace: &Workspace, round: RoundId, lens: &Lens) -> BTreeSet<StatementId> {
    let surveys = workspace.round(round).map(|round| round.surveys.as_slice()).unwrap_or_default();
    let surveys = surveys.iter().filter_map(|hash| workspace.survey(*hash));
    let statements = surveys.flat_map(|survey| &survey.questionnaire.statements);
    statements.filter(|statement| lens.looks_at(statement)).map(|statement| statement.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::scores::Scores;
    use super::*;
    use crate::domain::ids::{ReplicaId, SectorId, StaffGroupId};
    use crate::domain::round::SMALLEST_GROUP;

    fn sample() -> (Workspace, RoundId, RoundId) {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let rounds: Vec<_> = sample.rounds().into_iter().map(|(id, _)| id).collect();
        let (first, second) = (rounds[0], rounds[1]);
        (sample, first, second)
    }

    fn through(sample: &Workspace, lens: &Lens) -> Comparison {
        let (first, second) = (sample.rounds()[0].0, sample.rounds()[1].0);
        let sheets = [first, second].map(|round| Sheet::of_round(sample, round));
        Comparison::through(sample, second, lens, sheets.each_ref()).unwrap()
    }

    fn theme(id: &str) -> ThemeId {
        ThemeId::parse(id).unwrap()
    }

    #[test]
    fn only_what_both_rounds_asked_is_compared() {
        let (sample, first, second) = sample();
        let comparison = Comparison::of(&sample, second).unwrap();
        assert_eq!(comparison.before, first);
        let capacity = &comparison.themes[&theme("capacity")];
        assert_eq!((capacity.shared, capacity.is_whole), (4, false));
        // All that the earlier round asked is shared, so its figure is its own; the later one leaves one statement out.
        assert_eq!(capacity.before, shown(Scores::of_round(&sample, first).themes.get(&theme("capacity")), 5));
        assert_ne!(capacity.now, shown(Scores::of_round(&sample, second).themes.get(&theme("capacity")), 5));
        assert!(comparison.mark(&theme("capacity")).is_none());
        let identity = &comparison.themes[&theme("identity")];
        assert!(identity.is_whole);
        assert!(comparison.mark(&theme("identity")).is_some());
    }

    #[test]
    fn a_lens_looks_at_both_rounds_alike() {
        let (sample, first, second) = sample();
        let leaders = Lens { staff_group: StaffGroupId::parse("leaders"), ..Lens::default() };
        let compared = &through(&sample, &leaders).themes[&theme("identity")];
        let of = |round| Scores::through(&sample, round, &leaders).themes[&theme("identity")].clone();
        assert_eq!(
            (compared.before, compared.now),
            (shown(Some(&of(first)), SMALLEST_GROUP), shown(Some(&of(second)), SMALLEST_GROUP))
        );
        assert_eq!((compared.spread_before, compared.spread_now), (Some(of(first).spread), Some(of(second).spread)));
        let few = Lens { sector: SectorId::parse("justice"), ..Lens::default() };
        let compared = &through(&sample, &few).themes[&theme("identity")];
        assert_eq!((compared.before, compared.spread_before), (Shown::TooFew, None));
    }

    #[test]
    fn the_first_round_has_nothing_before_it() {
        let (sample, first, _) = sample();
        assert!(Comparison::of(&sample, first).is_none());
    }
}
