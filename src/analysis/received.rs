//! The responses of a round one by one: who sent each as far as they said, and how much of it is answered, never what.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::area::Area;
use crate::domain::ids::{ResponseId, RoundId, SectorId, StaffGroupId};
use crate::domain::response::Gathered;
use crate::domain::survey::ForWhom;
use crate::domain::workspace::Workspace;

/// One response as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Received {
    /// Which response it is.
    pub id: ResponseId,
    /// Who answered: somebody of the workforce, or a child, a young person or a family.
    pub for_whom: ForWhom,
    /// The day it was finished, if known.
    pub finished: Option<NaiveDate>,
    /// The sector, if the person said.
    pub sector: Option<SectorId>,
    /// The staff group, if the person said.
    pub staff_group: Option<StaffGroupId>,
    /// How many statements were answered, "don't know" and "not applicable" included.
    pub answered: usize,
    /// How many statements were meant for this person.
    pub asked: usize,
    /// The files that brought it, the latest first, with when each was taken in; none if it was answered or typed in here.
    pub sources: Vec<(String, DateTime<Utc>)>,
    /// Whether it came with two contents under one revision, of which one counts.
    pub clashes: bool,
}

/// The responses of a round, the one finished last first; those without a day come at the end.
pub fn received(workspace: &Workspace, round: RoundId) -> Vec<Received> {
    listed(workspace, round, workspace.gathered(round))
}

/// The responses that came to a closed round too late to be counted, in the same order.
pub fn late(workspace: &Workspace, round: RoundId) -> Vec<Received> {
    listed(workspace, round, workspace.late(round))
}

/// When a response was taken in, the latest first, and from which file.
type Came<'a> = (Reverse<DateTime<Utc>>, &'a str);

fn listed(workspace: &Workspace, round: RoundId, gathered: Gathered) -> Vec<Received> {
    let groups = workspace.area().map(Area::all_staff_groups).unwrap_or_default();
    let mut sources: BTreeMap<ResponseId, BTreeSet<Came>> = BTreeMap::new();
    for source in workspace.packs(round).flat_map(|(_, pack)| &pack.sources) {
        for id in &source.responses {
            sources.entry(*id).or_default().insert((Reverse(source.taken), &source.file));
        }
    }
    let clashes = gathered.clashes;
    let mut list: Vec<Received> = gathered
        .responses
        .into_iter()
        .map(|(id, (survey, response))| {
            let group = response.respondent.staff_group.as_ref();
            let statements = workspace.survey(survey).map(|survey| survey.questionnaire.statements.as_slice());
            let (mut asked, mut answered) = (0_usize, 0_usize);
            for (statement, answer) in statements.unwrap_or_default().iter().zip(&response.answers) {
                if statement.is_asked_of(group, &groups) {
                    asked = asked.saturating_add(1);
                    answered = answered.saturating_add(usize::from(answer.is_given()));
                }
            }
            Received {
                id,
                for_whom: workspace.for_whom(survey),
                finished: response.finished,
                sector: response.respondent.sector.clone(),
                staff_group: group.cloned(),
                answered,
                asked,
                sources: sources
                    .get(&id)
                    .into_iter()
                    .flatten()
                    .map(|(Reverse(taken), file)| ((*file).to_owned(), *taken))
                    .collect(),
                clashes: clashes.contains(&id),
            }
        })
        .collect();
    list.sort_by_key(|one| (Reverse(one.finished), one.id));
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ReplicaId;

    #[test]
    fn the_newest_comes_first_and_nobody_has_answered_more_than_was_asked() {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let list = received(&sample, sample.rounds().pop().unwrap().0);
        assert_eq!(list.len(), crate::sample::RESPONSES);
        assert!(list.windows(2).all(|pair| pair[0].finished >= pair[1].finished));
        assert!(list.iter().all(|one| one.answered <= one.asked && one.asked <= 60));
        assert!(list.iter().any(|one| one.asked == 50) && list.iter().any(|one| one.asked == 60));
    }
}
