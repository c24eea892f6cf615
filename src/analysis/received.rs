//! The responses of a round one by one: who sent each as far as they said, and how much of it is answered, never what.

use chrono::NaiveDate;

use crate::domain::ids::{ResponseId, RoundId, SectorId, StaffGroupId};
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
}

/// The responses of a round, the one finished last first; those without a day come at the end.
pub fn received(workspace: &Workspace, round: RoundId) -> Vec<Received> {
    let groups = workspace.area().map_or(&[][..], |area| &area.staff_groups);
    let gathered = workspace.gathered(round);
    let mut list: Vec<Received> = gathered
        .responses
        .into_iter()
        .map(|(id, (survey, response))| {
            let group = response.respondent.staff_group.as_ref();
            let statements = workspace.survey(survey).map(|survey| survey.questionnaire.statements.as_slice());
            let (mut asked, mut answered) = (0_usize, 0_usize);
            for (statement, answer) in statements.unwrap_or_default().iter().zip(&response.answers) {
                if statement.is_asked_of(group, groups) {
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
            }
        })
        .collect();
    list.sort_by_key(|one| (std::cmp::Reverse(one.finished), one.id));
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
