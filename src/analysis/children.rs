//! What children, young people and families said in a round: those who answered alone, and beside them the hands that went up
//! in groups. None of it is ever counted with what the workforce said.

use std::collections::BTreeMap;

use super::disclosure::{Shown, shown};
use super::scores::{Measure, Scores};
use crate::domain::group_answers::{GroupAnswers, Hands};
use crate::domain::ids::{RoundId, StatementId, ThemeId};
use crate::domain::workspace::{RoundState, Workspace};

/// What children, young people and families said in a round.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    /// What single people said, by theme and by statement.
    pub single: Scores,
    /// The hands that went up in groups, over all statements of a theme.
    pub themes: BTreeMap<ThemeId, Raised>,
    /// The hands that went up in groups, by statement.
    pub statements: BTreeMap<StatementId, Raised>,
}

/// The hands that went up for a statement, or for all statements of a theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Raised {
    /// How many groups were asked.
    pub groups: usize,
    /// How many people there were in these groups.
    pub people: usize,
    /// How many hands went up for each score from 1 to 5.
    pub spread: [usize; 5],
    /// How many hands went up for "I don't know".
    pub dont_know: usize,
}

/// The mean of each theme over the children, young people and family members who answered alone, as far as it may be shared: from a
/// round that is closed, and where as many people stand behind it as the round asks for. Nothing of a round whose figures may have
/// been others before, because late answers came in or some were withdrawn: both together would tell what those few said. Hands in
/// groups are in none of these figures. Nothing of a round either whose closing did not say what it counts: its figures move with every
/// file that comes.
pub fn shareable_themes(workspace: &Workspace, round: RoundId) -> BTreeMap<ThemeId, Shown> {
    let is_closed = matches!(workspace.round_state(round), RoundState::Closed(_));
    let is_first = matches!(workspace.releases(round).as_slice(), [release] if release.withdrawn == 0);
    let smallest = workspace.smallest_group(round);
    let measures = Scores::of_children(workspace, round).themes.into_iter();
    let figure = |(theme, measure): (ThemeId, Measure)| {
        (theme, if is_first { shown(Some(&measure), smallest) } else { Shown::TooFew })
    };
    measures.filter(|_| is_closed).map(figure).collect()
}

impl Heard {
    /// What was said in a round.
    pub fn of_round(workspace: &Workspace, round: RoundId) -> Self {
        let mut heard = Self { single: Scores::of_children(workspace, round), ..Self::default() };
        for (_, group) in workspace.group_answers(round) {
            // A group that answered a survey which is not here can't be told apart by theme.
            if let Some(survey) = workspace.survey(group.survey) {
                for (statement, hands) in &group.hands {
                    heard.statements.entry(statement.clone()).or_default().add(group, [hands]);
                }
                for theme in survey.themes() {
                    let hands: Vec<&Hands> =
                        survey.of_theme(&theme.id).filter_map(|statement| group.hands.get(&statement.id)).collect();
                    if !hands.is_empty() {
                        heard.themes.entry(theme.id.clone()).or_default().add(group, hands);
                    }
                }
            }
        }
        heard
    }
}

impl Raised {
    /// Whether so many people were asked, `smallest` or more, that what one of them said can hardly be told.
    pub fn may_be_shown(&self, smallest: usize) -> bool {
        self.people >= smallest
    }

    fn add<'a>(&mut self, group: &GroupAnswers, hands: impl IntoIterator<Item = &'a Hands>) {
        self.groups = self.groups.saturating_add(1);
        self.people = self.people.saturating_add(count(group.people));
        for hands in hands {
            for (mine, theirs) in self.spread.iter_mut().zip(hands.scores) {
                *mine = mine.saturating_add(count(theirs));
            }
            self.dont_know = self.dont_know.saturating_add(count(hands.dont_know));
        }
    }
}

fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::analysis::breakdown::{Breakdown, Cut};
    use crate::analysis::returns::Returns;
    use crate::domain::answer::{Answer, Score};
    use crate::domain::area::Area;
    use crate::domain::draft::Respondent;
    use crate::domain::ids::{RecordId, ReplicaId, ResponseId, WorkspaceId};
    use crate::domain::response::{Pack, Response};
    use crate::domain::rest::Rest;
    use crate::domain::round::Round;
    use crate::domain::survey::Survey;
    use crate::domain::workspace::EditError;
    use crate::exchange::builtin;
    use crate::exchange::wire::survey::freeze;
    use chrono::{DateTime, NaiveDate};
    use uuid::Uuid;

    const ROUND: RoundId = RoundId(Uuid::from_u128(2));

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2009, 12, 1).unwrap()
    }

    fn record(number: u128) -> RecordId {
        RecordId(Uuid::from_u128(number))
    }

    /// A round in which so many people of the workforce gave a 2 to everything.
    fn asked(workforce: u128) -> (Workspace, Arc<Survey>) {
        let (mut open, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire"));
        let framework = builtin::framework().unwrap();
        let survey = Arc::new(freeze(&framework, &builtin::questionnaire().unwrap()).unwrap());
        let round = Round { minimum: Some(3), ..Round::opened("Winter", vec![survey.hash], day()) };
        open.open_round(ROUND, round, survey.clone());
        let children = Arc::new(freeze(&framework, &builtin::children_questionnaire().unwrap()).unwrap());
        open.ask_children(ROUND, children.clone()).unwrap();
        answer(&mut open, &survey, 100..100 + workforce, 2);
        (open, children)
    }

    fn answer(open: &mut Workspace, survey: &Survey, ids: std::ops::Range<u128>, score: u8) {
        let response = |id| Response {
            id: ResponseId(Uuid::from_u128(id)),
            revision: 1,
            respondent: Respondent::default(),
            finished: Some(day()),
            answers: vec![Answer::Score(Score::new(score).unwrap()); survey.questionnaire.statements.len()],
            comments: BTreeMap::new(),
            rest: Rest::new(),
        };
        let start = ids.start;
        let responses = ids.map(response).collect();
        open.add_pack(
            record(1000 + start),
            Pack { round: ROUND, survey: survey.hash, responses, sources: Vec::new(), rest: Rest::new() },
        );
    }

    fn group(children: &Survey, people: u32, scores: [u32; 5], dont_know: u32) -> GroupAnswers {
        let first = children.questionnaire.statements.first().unwrap().id.clone();
        let hands = BTreeMap::from([(first, Hands { scores, dont_know })]);
        GroupAnswers {
            round: ROUND,
            survey: children.hash,
            on: day(),
            people,
            note: String::new(),
            hands,
            rest: Rest::new(),
        }
    }

    #[test]
    fn what_children_say_never_moves_a_figure_of_the_workforce() {
        let (mut open, children) = asked(2);
        let (scores, returns) = (Scores::of_round(&open, ROUND), Returns::of_round(&open, ROUND));
        let broken_down = Breakdown::of(&open, ROUND, &Cut::default());
        answer(&mut open, &children, 500..507, 5);
        open.set_group_answers(record(9), group(&children, 12, [0, 0, 0, 2, 10], 0)).unwrap();
        assert_eq!(Scores::of_round(&open, ROUND), scores);
        assert_eq!(Returns::of_round(&open, ROUND), returns);
        assert_eq!(Breakdown::of(&open, ROUND, &Cut::default()), broken_down);
        assert_eq!((returns.total, returns.missing()), (2, 1), "children do not fill the workforce's minimum");
        assert_eq!(open.survey_of(ROUND).unwrap().questionnaire.statements.len(), 60);
        assert_eq!(open.children_survey_of(ROUND), Some(&children));
    }

    #[test]
    fn children_have_figures_of_their_own() {
        let (mut open, children) = asked(4);
        answer(&mut open, &children, 500..503, 5);
        answer(&mut open, &children, 503..506, 4);
        let heard = Heard::of_round(&open, ROUND);
        let identity = &heard.single.themes[&ThemeId::parse("identity").unwrap()];
        assert_eq!((identity.people, identity.mean()), (6, Some(4.5)));
        assert_eq!(heard.single.responses, 6);
        assert_eq!(heard.single.themes.len(), 8);
    }

    #[test]
    fn the_hands_of_groups_are_counted_beside_single_answers() {
        let (mut open, children) = asked(0);
        open.set_group_answers(record(9), group(&children, 12, [1, 0, 2, 3, 4], 2)).unwrap();
        open.set_group_answers(record(10), group(&children, 3, [0, 0, 0, 0, 3], 0)).unwrap();
        let heard = Heard::of_round(&open, ROUND);
        let raised = Raised { groups: 2, people: 15, spread: [1, 0, 2, 3, 7], dont_know: 2 };
        assert_eq!(heard.themes, BTreeMap::from([(ThemeId::parse("identity").unwrap(), raised)]));
        assert_eq!(heard.statements.values().collect::<Vec<_>>(), [&raised]);
        assert!(heard.single.themes.values().all(|measure| measure.people == 0));
        open.delete_group_answers(record(9)).unwrap();
        let few = Heard::of_round(&open, ROUND).themes;
        assert!(raised.may_be_shown(5) && few.values().all(|raised| !raised.may_be_shown(5)));
    }

    #[test]
    fn a_group_has_no_more_hands_than_people_and_a_closed_round_takes_none_in() {
        let (mut open, children) = asked(1);
        let too_many = open.set_group_answers(record(9), group(&children, 4, [1, 1, 1, 1, 1], 0));
        assert_eq!(too_many.unwrap_err(), EditError::TooManyHands);
        let fits = group(&children, 5, [1, 1, 1, 1, 1], 0);
        open.close_round(record(3), ROUND, day(), DateTime::UNIX_EPOCH, || record(4)).unwrap();
        assert_eq!(open.set_group_answers(record(9), fits).unwrap_err(), EditError::RoundClosed);
        assert_eq!(open.ask_children(ROUND, children).unwrap_err(), EditError::RoundClosed);
    }
}
