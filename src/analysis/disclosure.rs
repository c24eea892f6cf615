//! What may be shared of a round, so that nobody can be picked out.
//!
//! Whoever reads a shared output (a report, a copied table, a picture) is taken to be an adversary. So shared figures come
//! only from here, only from a closed round, and a figure that fewer people than the threshold stand behind is withheld.
//! Counts of responses are never withheld: a low return is itself a finding. On the coordinator's own screen the same
//! rule is a courtesy that claims nothing, as the coordinator holds the raw answers.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::lens::Lens;
use super::scores::{Measure, Scores};
use crate::domain::ids::{RoundId, ThemeId};
use crate::domain::workspace::{Release, RoundState, Workspace};

/// The fewest people that a shared figure stands for, unless the coordinator asks for more.
pub const SMALLEST_GROUP: usize = 5;

/// A figure as it may be shown to somebody else.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shown {
    /// It may be shown: the mean, 1 to 5, and how many people stand behind it.
    Mean {
        /// The mean over people.
        mean: f64,
        /// How many people.
        people: usize,
    },
    /// Too few people stand behind it, or behind what sets it apart from a figure that may have been shared before.
    TooFew,
    /// Nobody gave a score.
    NoAnswers,
    /// It was not asked.
    NotAsked,
}

/// Why a round can't be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotShared {
    /// It is still open: figures drawn on two days would show what the people in between said.
    StillOpen,
    /// It is not here.
    NotHere,
}

/// The figures of a closed round that may be shared, by theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Shareable {
    /// The day the round was closed.
    pub closed: NaiveDate,
    /// How many people responded.
    pub responses: usize,
    themes: BTreeMap<ThemeId, Shown>,
}

impl Shareable {
    /// The figures of a round.
    ///
    /// # Errors
    /// If the round is open or not here.
    pub fn of_round(workspace: &Workspace, round: RoundId) -> Result<Self, NotShared> {
        workspace.round(round).ok_or(NotShared::NotHere)?;
        let RoundState::Closed(closed) = workspace.round_state(round) else { return Err(NotShared::StillOpen) };
        let scores = Scores::of_round(workspace, round);
        let moved = Moved::since_earlier(workspace, round);
        let figure =
            |theme: &ThemeId, measure| if moved.gives_away(theme) { Shown::TooFew } else { shown(Some(measure)) };
        let themes = scores.themes.iter().map(|(theme, measure)| (theme.clone(), figure(theme, measure))).collect();
        Ok(Self { closed, responses: scores.responses, themes })
    }

    /// The figure of a theme.
    pub fn theme(&self, theme: &ThemeId) -> Shown {
        self.themes.get(theme).copied().unwrap_or(Shown::NotAsked)
    }
}

/// Whose answers set the figures of a closed round apart from those that it had before, and that may have been shared:
/// since its closing, and since late answers were taken in. Where these are few, both figures together tell what they said.
/// Closing the round anew begins again; whoever does that is told so first.
struct Moved {
    /// How many responses were withdrawn. Whom they scored is gone with them, so one is enough to withhold every theme.
    withdrawn: usize,
    /// By earlier release: how many people who scored a theme came, or changed what they said.
    people: Vec<BTreeMap<ThemeId, usize>>,
}

impl Moved {
    fn since_earlier(workspace: &Workspace, round: RoundId) -> Self {
        let mut releases = workspace.releases(round);
        let Some(now) = releases.pop() else { return Self { withdrawn: 0, people: Vec::new() } };
        let groups = workspace.area().map(|area| area.staff_groups.as_slice()).unwrap_or_default();
        let scored = |one: &Release, other: &Release| {
            let differs =
                one.gathered.responses.iter().filter(|(id, said)| other.gathered.responses.get(id) != Some(said));
            let survey = |hash| workspace.survey(hash).map(|survey| &**survey);
            Scores::of(differs.map(|(_, said)| *said), survey, groups, &Lens::default()).themes
        };
        let people = releases.iter().map(|earlier| {
            let (came, went) = (scored(&now, earlier), scored(earlier, &now));
            let mut people: BTreeMap<ThemeId, usize> = BTreeMap::new();
            for (theme, measure) in came.into_iter().chain(went) {
                let most = people.entry(theme).or_default();
                *most = measure.people.max(*most);
            }
            people
        });
        Self { people: people.collect(), withdrawn: now.withdrawn }
    }

    /// Whether the figure of a theme would give away what a few people said.
    fn gives_away(&self, theme: &ThemeId) -> bool {
        let moved = |people: &BTreeMap<ThemeId, usize>| people.get(theme).copied().unwrap_or(0);
        self.withdrawn > 0 || self.people.iter().map(moved).any(|people| (1..SMALLEST_GROUP).contains(&people))
    }
}

/// The figure of a measure under the rule for one cell; `None` was not asked.
pub fn shown(measure: Option<&Measure>) -> Shown {
    match measure {
        None => Shown::NotAsked,
        Some(measure) => match measure.mean() {
            None => Shown::NoAnswers,
            Some(_) if measure.people < SMALLEST_GROUP => Shown::TooFew,
            // To a tenth, as it is written: what a chart is drawn from tells no more than the table beside it.
            Some(mean) => Shown::Mean { mean: (mean * 10.0).round() / 10.0, people: measure.people },
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{RecordId, ReplicaId, ResponseId};
    use crate::domain::response::Pack;
    use uuid::Uuid;

    /// The sample with copies of its first responses come late as other people's, and taken in.
    fn with_late(sample: &Workspace, round: RoundId, numbers: std::ops::Range<u128>) -> Workspace {
        let mut open = sample.clone();
        let (_, pack) = open.packs(round).next().unwrap();
        let responses = pack.responses.iter().zip(numbers.clone()).map(|(response, number)| {
            crate::domain::response::Response { id: ResponseId(Uuid::from_u128(number)), ..response.clone() }
        });
        let late = Pack { responses: responses.collect(), sources: Vec::new(), ..pack.clone() };
        let record = |number| RecordId(Uuid::from_u128(number));
        open.take_responses(&[late], || record(10_000 + numbers.start));
        let (on, at) = (crate::sample::today(), chrono::DateTime::UNIX_EPOCH);
        let at = at + chrono::TimeDelta::seconds(i64::try_from(numbers.start).unwrap());
        open.take_late_in(record(20_000 + numbers.start), round, on, at, || record(30_000 + numbers.start)).unwrap();
        open
    }

    fn shared(open: &Workspace, round: RoundId) -> (usize, usize) {
        let shareable = Shareable::of_round(open, round).unwrap();
        let means = shareable.themes.values().filter(|shown| matches!(shown, Shown::Mean { .. })).count();
        (shareable.responses, means)
    }

    #[test]
    fn a_figure_that_few_people_moved_since_it_may_have_been_shared_is_withheld() {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let (round, _) = sample.rounds().pop().unwrap();
        assert_eq!(shared(&sample, round), (54, 8));
        assert_eq!(shared(&with_late(&sample, round, 1..5), round), (58, 0));
        let nine = with_late(&sample, round, 1..10);
        assert_eq!(shared(&nine, round), (63, 8));
        assert_eq!(shared(&with_late(&nine, round, 20..21), round), (64, 0));
    }

    #[test]
    fn after_a_withdrawal_nothing_is_shared_until_the_round_is_closed_anew() {
        let (mut sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let (round, _) = sample.rounds().pop().unwrap();
        let one = *sample.gathered(round).responses.keys().next().unwrap();
        let (today, now) = (crate::sample::today(), chrono::DateTime::UNIX_EPOCH);
        sample.withdraw(one, round, today);
        assert_eq!(shared(&sample, round), (53, 0));
        let record = |number| RecordId(Uuid::from_u128(number));
        sample.reopen_round(record(1), round, today, now).unwrap();
        let later = now + chrono::TimeDelta::seconds(1);
        sample.close_round(record(2), round, today, later, || record(3)).unwrap();
        assert_eq!(shared(&sample, round), (53, 8));
    }
}
