//! What became of the finding that caused an action: what its round says of it, and what a later round says of the same.

use std::collections::BTreeSet;

use super::comparison::{Comparison, asked};
use super::disclosure::{Shown, shown};
use super::lens::Lens;
use super::scores::Scores;
use crate::domain::ids::{RoundId, StatementId, ThemeId};
use crate::domain::plan::Finding;
use crate::domain::rest::Rest;
use crate::domain::survey::Statement;
use crate::domain::workspace::{RoundState, Workspace};

/// A finding as it stands now.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingNow<'a> {
    /// The title of its round; `None` if the round is not here.
    pub title: Option<&'a str>,
    /// The statement that it is about; `None` if it is about the arc, or the round does not ask that statement.
    pub statement: Option<&'a Statement>,
    /// What its round says.
    pub found: Shown,
    /// What was asked of it later; `None` while no later round asks any of it.
    pub since: Option<Since<'a>>,
}

/// What a later round says of a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Since<'a> {
    /// The title of the later round.
    pub title: &'a str,
    /// Whether answers can still come in.
    pub is_open: bool,
    /// How many statements of the arc both asked, where they are not all that either asked of it: the figures are then of
    /// these alone.
    pub on_shared: Option<usize>,
    /// What the round of the finding says of what both asked.
    pub before: Shown,
    /// What the later round says of it.
    pub now: Shown,
}

impl<'a> FindingNow<'a> {
    /// How a finding stands. Of the later rounds that ask the same, the newest with answers counts.
    pub fn of(open: &'a Workspace, finding: &Finding) -> Self {
        let statement = finding.statement.as_ref().and_then(|id| statement(open, finding.round, id));
        let rounds = open.rounds();
        let later = rounds.iter().rev().take_while(|(id, _)| *id != finding.round);
        let is_here = open.round(finding.round).is_some();
        let mut since: Vec<Since<'a>> =
            later.filter(|_| is_here).filter_map(|(id, _)| Since::of(open, finding, *id)).collect();
        let newest = since.iter().position(|since| !matches!(since.now, Shown::NoAnswers | Shown::NotAsked));
        Self {
            title: open.round(finding.round).map(|round| round.title.as_str()),
            statement,
            found: figure(open, finding.round, finding),
            since: if since.is_empty() { None } else { Some(since.swap_remove(newest.unwrap_or(0))) },
        }
    }
}

impl<'a> Since<'a> {
    /// What a later round says; `None` if it asks nothing of it.
    fn of(open: &'a Workspace, finding: &Finding, later: RoundId) -> Option<Self> {
        let title = &open.round(later)?.title;
        let is_open = open.round_state(later) == RoundState::Open;
        if let Some(id) = &finding.statement {
            let only = Lens { statements: Some(BTreeSet::from([id.clone()])), ..Lens::default() };
            let ask_it = |round| !asked(open, round, &only).is_empty();
            let (before, now) = (figure(open, finding.round, finding), figure(open, later, finding));
            return (ask_it(finding.round) && ask_it(later)).then_some(Self {
                title,
                is_open,
                on_shared: None,
                before,
                now,
            });
        }
        let comparison = Comparison::between(open, finding.round, later)?;
        let compared = comparison.themes.get(&finding.theme)?;
        let on_shared = (!compared.is_whole).then_some(compared.shared);
        Some(Self { title, is_open, on_shared, before: compared.before, now: compared.now })
    }
}

/// The finding that an action begun from here follows from: of a round, or the latest, about an arc or a statement of it.
/// `None` if that round asks nothing about the arc, so that nothing was found.
pub fn finding_of(
    open: &Workspace,
    round: Option<RoundId>,
    theme: &ThemeId,
    about: Option<&StatementId>,
) -> Option<Finding> {
    let round = round.filter(|id| open.round(*id).is_some()).or_else(|| open.rounds().pop().map(|(id, _)| id))?;
    let all = asked(open, round, &Lens::default());
    let mut of_arc = all.iter().filter_map(|id| statement(open, round, id)).filter(|one| one.theme == *theme);
    of_arc.next()?;
    let about = about.filter(|id| statement(open, round, id).is_some_and(|one| one.theme == *theme)).cloned();
    Some(Finding { round, theme: theme.clone(), statement: about, rest: Rest::new() })
}

/// What a round says of what a finding is about.
fn figure(open: &Workspace, round: RoundId, finding: &Finding) -> Shown {
    let scores = Scores::of_round(open, round);
    let measure = match &finding.statement {
        Some(id) => scores.statements.get(id),
        None => scores.themes.get(&finding.theme),
    };
    shown(measure, open.smallest_group(round))
}

/// A statement as a round asks it, in the newest of its surveys that does.
fn statement<'a>(open: &'a Workspace, round: RoundId, id: &StatementId) -> Option<&'a Statement> {
    let surveys = open.round(round)?.surveys.iter().rev();
    surveys.filter_map(|hash| open.survey(*hash)).find_map(|survey| survey.statement(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ReplicaId;
    use crate::domain::round::Round;

    fn sample() -> (Workspace, RoundId, RoundId) {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let rounds: Vec<_> = sample.rounds().into_iter().map(|(id, _)| id).collect();
        let (first, second) = (rounds[0], rounds[1]);
        (sample, first, second)
    }

    fn theme(id: &str) -> ThemeId {
        ThemeId::parse(id).unwrap()
    }

    fn finding(round: RoundId, theme: &ThemeId, about: Option<&StatementId>) -> Finding {
        Finding { round, theme: theme.clone(), statement: about.cloned(), rest: Rest::new() }
    }

    #[test]
    fn an_arc_is_compared_on_what_both_rounds_asked() {
        let (sample, first, second) = sample();
        let capacity = FindingNow::of(&sample, &finding(first, &theme("capacity"), None));
        let compared = &Comparison::of(&sample, second).unwrap().themes[&theme("capacity")];
        let since = capacity.since.unwrap();
        assert_eq!((since.title, since.is_open, since.on_shared), ("December 2009", false, Some(4)));
        assert_eq!((since.before, since.now), (compared.before, compared.now));
        assert_eq!(capacity.title, Some("December 2008"));
        let identity = FindingNow::of(&sample, &finding(first, &theme("identity"), None)).since.unwrap();
        assert_eq!(identity.on_shared, None);
        assert_ne!(identity.before, identity.now);
        assert_eq!(FindingNow::of(&sample, &finding(second, &theme("identity"), None)).since, None, "not asked again");
    }

    #[test]
    fn a_statement_is_compared_with_itself_alone() {
        let (sample, first, second) = sample();
        let survey = sample.survey_of(second).unwrap();
        let (then, now) = (Scores::of_round(&sample, first), Scores::of_round(&sample, second));
        let both = asked(&sample, first, &Lens::default());
        let (known, fresh): (Vec<_>, Vec<_>) =
            survey.questionnaire.statements.iter().partition(|one| both.contains(&one.id));
        let known = known[0];
        let seen = FindingNow::of(&sample, &finding(first, &known.theme, Some(&known.id)));
        assert_eq!(seen.statement, sample.survey_of(first).unwrap().statement(&known.id));
        assert_eq!(seen.found, shown(then.statements.get(&known.id), 5));
        let since = seen.since.unwrap();
        assert_eq!((since.before, since.now), (seen.found, shown(now.statements.get(&known.id), 5)));
        // What only the later round asks was found by that one, and by no round before it.
        let of_fresh = FindingNow::of(&sample, &finding(first, &fresh[0].theme, Some(&fresh[0].id)));
        assert_eq!((of_fresh.found, of_fresh.statement, of_fresh.since), (Shown::NotAsked, None, None));
    }

    #[test]
    fn the_newest_later_round_with_answers_counts() {
        let (mut sample, first, second) = sample();
        let hash = sample.survey_of(second).unwrap().hash;
        let survey = sample.survey(hash).unwrap().clone();
        let third = RoundId(uuid::Uuid::from_u128(7));
        sample.open_round(third, Round::opened("Spring 2010", vec![hash], crate::sample::today()), survey);
        let identity = theme("identity");
        let of_first = FindingNow::of(&sample, &finding(first, &identity, None)).since.unwrap();
        assert_eq!(of_first.title, "December 2009");
        let of_second = FindingNow::of(&sample, &finding(second, &identity, None)).since.unwrap();
        assert_eq!((of_second.title, of_second.is_open, of_second.now), ("Spring 2010", true, Shown::NoAnswers));
    }

    #[test]
    fn too_few_people_are_too_few_in_a_finding_too() {
        let (mut sample, _) = crate::sample::workspace_of(ReplicaId(1), 40).unwrap();
        let (first, second) = (sample.rounds()[0].0, sample.rounds()[1].0);
        let mut round = sample.round(second).unwrap().clone();
        round.smallest_group = Some(50);
        sample.set_round(second, round).unwrap();
        let seen = FindingNow::of(&sample, &finding(first, &theme("identity"), None));
        let since = seen.since.unwrap();
        assert!(matches!(since.before, Shown::Mean { .. }));
        assert_eq!(since.now, Shown::TooFew);
    }

    #[test]
    fn a_finding_is_of_a_round_that_asks_about_the_arc() {
        let (sample, first, second) = sample();
        let identity = theme("identity");
        let latest = finding_of(&sample, None, &identity, None).unwrap();
        assert_eq!((latest.round, latest.theme, latest.statement), (second, identity.clone(), None));
        assert_eq!(finding_of(&sample, Some(first), &identity, None).unwrap().round, first);
        assert_eq!(finding_of(&sample, None, &theme("elsewhere"), None), None);
        let survey = sample.survey_of(second).unwrap();
        let own = &survey.of_theme(&identity).next().unwrap().id;
        let roles = theme("roles");
        let other = &survey.of_theme(&roles).next().unwrap().id;
        assert_eq!(finding_of(&sample, None, &identity, Some(own)).unwrap().statement.as_ref(), Some(own));
        assert_eq!(finding_of(&sample, None, &identity, Some(other)).unwrap().statement, None);
    }

    #[test]
    fn a_round_that_is_not_here_has_found_nothing_and_nothing_came_after_it() {
        let (sample, _, _) = sample();
        let gone = finding(RoundId(uuid::Uuid::from_u128(9)), &theme("identity"), None);
        let seen = FindingNow::of(&sample, &gone);
        assert_eq!((seen.title, seen.found, seen.since), (None, Shown::NotAsked, None));
    }
}
