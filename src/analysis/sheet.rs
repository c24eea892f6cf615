//! A sheet: responses laid out for counting. A round is gathered and laid out once, and then counted through as many lenses
//! as are wanted: people who say the same of themselves stand together, and each answer is one small number.

use std::collections::BTreeMap;

use super::lens::Lens;
use super::measures::{Measure, OwnScores};
use super::scores::groups;
use crate::domain::answer::Answer;
use crate::domain::area::StaffGroup;
use crate::domain::draft::Respondent;
use crate::domain::ids::{RoundId, SectorId, StaffGroupId, SurveyHash};
use crate::domain::response::Response;
use crate::domain::survey::{ForWhom, Survey};
use crate::domain::workspace::Workspace;

/// Responses laid out for counting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The people, those who are alike together, in the order in which the first of them comes.
    alike: Vec<Alike>,
}

/// People who answered the same survey and say the same of themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// What they answered.
    pub survey: SurveyHash,
    /// Whose survey it is. One that is not here is taken for the workforce's.
    pub whom: ForWhom,
    /// Who they are, as far as they said.
    pub respondent: Respondent,
    /// How many they are, at least one.
    pub people: usize,
    /// Their answers, one person after the other, each in the order of the survey's statements, as [`kind_of`] numbers them;
    /// nothing if the survey is not here.
    said: Vec<u8>,
}

/// By which people are told apart.
type Told<'a> = (SurveyHash, Option<&'a SectorId>, Option<&'a StaffGroupId>, &'a str);

impl Sheet {
    /// The responses that a round counts; none if it is not here.
    pub fn of_round(workspace: &Workspace, round: RoundId) -> Self {
        let gathered = workspace.gathered(round);
        let survey = |hash| workspace.survey(hash).map(|survey| &**survey);
        Self::of(gathered.responses.values().copied(), survey, &groups(workspace))
    }

    /// These responses. `groups` are the area's staff groups, by which it is told what somebody was asked.
    pub fn of<'a>(
        responses: impl Iterator<Item = (SurveyHash, &'a Response)>,
        survey: impl Fn(SurveyHash) -> Option<&'a Survey>,
        groups: &[StaffGroup],
    ) -> Self {
        Self::lay_out(responses, survey, groups, |hash, person| {
            (hash, person.sector.as_ref(), person.staff_group.as_ref(), person.organisation.as_str())
        })
    }

    /// These responses for being counted once and all together: people are told apart by what they are asked alone,
    /// which is less to look up.
    pub fn of_all<'a>(
        responses: impl Iterator<Item = (SurveyHash, &'a Response)>,
        survey: impl Fn(SurveyHash) -> Option<&'a Survey>,
        groups: &[StaffGroup],
    ) -> Self {
        Self::lay_out(responses, survey, groups, |hash, person| (hash, None, person.staff_group.as_ref(), ""))
    }

    fn lay_out<'a>(
        responses: impl Iterator<Item = (SurveyHash, &'a Response)>,
        survey: impl Fn(SurveyHash) -> Option<&'a Survey>,
        groups: &[StaffGroup],
        told: impl Fn(SurveyHash, &'a Respondent) -> Told<'a>,
    ) -> Self {
        let mut alike: Vec<Alike> = Vec::new();
        let mut places: BTreeMap<Told<'a>, (usize, usize)> = BTreeMap::new();
        // What each staff group is asked of each survey.
        let mut asks: Vec<Vec<bool>> = Vec::new();
        let mut asked: BTreeMap<(SurveyHash, Option<&StaffGroupId>), usize> = BTreeMap::new();
        for (hash, response) in responses {
            let person = &response.respondent;
            let group = person.staff_group.as_ref();
            let told = told(hash, person);
            let (place, asks_at) = *places.entry(told).or_insert_with(|| {
                let (_, sector, staff_group, organisation) = told;
                let survey = survey(hash);
                alike.push(Alike {
                    survey: hash,
                    whom: survey.map(|survey| survey.questionnaire.for_whom).unwrap_or_default(),
                    respondent: Respondent {
                        sector: sector.cloned(),
                        staff_group: staff_group.cloned(),
                        organisation: organisation.to_owned(),
                    },
                    people: 0,
                    said: Vec::new(),
                });
                let asks_at = *asked.entry((hash, group)).or_insert_with(|| {
                    let statements =
                        survey.map(|survey| survey.questionnaire.statements.as_slice()).unwrap_or_default();
                    asks.push(statements.iter().map(|one| one.is_asked_of(group, groups)).collect());
                    asks.len().saturating_sub(1)
                });
                (alike.len().saturating_sub(1), asks_at)
            });
            let Some((alike, asks)) = alike.get_mut(place).zip(asks.get(asks_at)) else { continue };
            alike.people = alike.people.saturating_add(1);
            // An answer to what was not asked counts nowhere, and neither does one that is not there.
            let begun = alike.said.len();
            alike.said.resize(begun.saturating_add(asks.len()), NOT_ASKED);
            let row = alike.said.iter_mut().skip(begun).zip(&response.answers).zip(asks);
            for ((said, answer), _) in row.filter(|(_, is_asked)| **is_asked) {
                *said = kind_of(*answer);
            }
        }
        Self { alike }
    }

    /// All people whom a survey for these asked.
    pub fn all(&self, whom: ForWhom) -> Vec<&Alike> {
        self.alike.iter().filter(|alike| alike.whom == whom).collect()
    }

    /// The people whom a lens sees.
    pub fn seen(&self, lens: &Lens, groups: &[StaffGroup]) -> Vec<&Alike> {
        let mut seen = self.all(lens.whom);
        seen.retain(|alike| lens.sees(&alike.respondent, groups));
        seen
    }
}

/// How many people these are.
pub fn people(alike: &[&Alike]) -> usize {
    alike.iter().map(|alike| alike.people).fold(0, usize::saturating_add)
}

/// How often each kind of answer was given to each statement, and the measure of each of `count` places, which a statement
/// belongs to as `places` says: one entry a statement. `alike` all answered the survey of these statements.
pub(super) fn tally(alike: &[&Alike], places: &[Option<usize>], count: usize) -> (Vec<[usize; KINDS]>, Vec<Measure>) {
    let mut asks: Vec<Asked> =
        places.iter().map(|place| Asked { place: place.unwrap_or(count), said: [0; ALL_KINDS] }).collect();
    let mut people = vec![OwnScores::default(); count];
    // One place more than is asked for takes what belongs to none, so that no answer needs a branch.
    let mut own = vec![0_u64; count.saturating_add(1)];
    for answers in alike.iter().flat_map(|alike| alike.said.chunks_exact(places.len().max(1))) {
        own.fill(0);
        for (kind, asked) in answers.iter().zip(&mut asks) {
            let kind = usize::from(*kind);
            if let Some(count) = asked.said.get_mut(kind) {
                *count = count.saturating_add(1);
            }
            if let Some((own, scored)) = own.get_mut(asked.place).zip(SCORED.get(kind)) {
                *own = own.saturating_add(*scored);
            }
        }
        for (people, own) in people.iter_mut().zip(&own).filter(|(_, own)| **own > 0) {
            let (sum, scored) = apart(*own);
            people.add(sum, scored);
        }
    }
    let mut measures: Vec<Measure> = people.iter().map(Measure::of_people).collect();
    for asked in &asks {
        if let Some(measure) = measures.get_mut(asked.place) {
            measure.add_counts(&of_one_statement(asked.said()));
        }
    }
    (asks.iter().map(Asked::said).collect(), measures)
}

/// What was said to one statement, from how often each kind of answer was given.
pub(super) fn of_one_statement(said: [usize; KINDS]) -> Measure {
    let [ones, twos, threes, fours, fives, beside @ ..] = said;
    Measure::of_one_statement([ones, twos, threes, fours, fives], beside)
}

/// How many kinds of answer are counted.
pub(super) const KINDS: usize = 8;

/// The same with [`NOT_ASKED`].
const ALL_KINDS: usize = KINDS + 1;

/// What stands on a sheet for a statement that a person was not asked.
const NOT_ASKED: u8 = 8;

/// What each kind of answer adds to a person's own scores: the score in the lower half, and one score more in the upper.
const SCORED: [u64; ALL_KINDS] =
    [(1 << 32) + 1, (1 << 32) + 2, (1 << 32) + 3, (1 << 32) + 4, (1 << 32) + 5, 0, 0, 0, 0];

/// A person's own scores as their sum and how many they are.
fn apart(own: u64) -> (usize, usize) {
    let [a, b, c, d, e, f, g, h] = own.to_le_bytes();
    let whole = |half| usize::try_from(u32::from_le_bytes(half)).unwrap_or(usize::MAX);
    (whole([a, b, c, d]), whole([e, f, g, h]))
}

/// A statement while it is counted.
struct Asked {
    /// Which measure it is counted in; past all of them if in none.
    place: usize,
    /// How often each kind of answer was given to it.
    said: [usize; ALL_KINDS],
}

impl Asked {
    /// How often each kind of answer was given by those who were asked.
    fn said(&self) -> [usize; KINDS] {
        let [said @ .., _] = self.said;
        said
    }
}

/// Where an answer is counted: the five scores, then "don't know", "not applicable" and nothing said.
fn kind_of(answer: Answer) -> u8 {
    match answer {
        Answer::Score(score) => score.get().saturating_sub(1),
        Answer::DontKnow => 5,
        Answer::NotApplicable => 6,
        Answer::NotAnswered => 7,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::scores::measures_of;
    use crate::domain::ids::ReplicaId;

    fn sample() -> (Workspace, RoundId) {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let round = sample.rounds().pop().unwrap().0;
        (sample, round)
    }

    #[test]
    fn people_who_are_alike_stand_together_and_nobody_is_lost() {
        let (sample, round) = sample();
        let sheet = Sheet::of_round(&sample, round);
        let everybody = sheet.seen(&Lens::default(), &groups(&sample));
        assert_eq!(people(&everybody), 54);
        assert!(everybody.len() < 54);
        for (at, one) in everybody.iter().enumerate() {
            assert_eq!(one.said.len(), one.people * sample.survey(one.survey).unwrap().questionnaire.statements.len());
            assert!(everybody.iter().skip(at + 1).all(|other| other.respondent != one.respondent));
        }
        let leaders = Lens { staff_group: StaffGroupId::parse("leaders"), ..Lens::default() };
        let leaders = sheet.seen(&leaders, &groups(&sample));
        assert!(!leaders.is_empty() && leaders.iter().all(|one| !one.said.contains(&NOT_ASKED)));
        assert!(everybody.iter().any(|one| one.said.contains(&NOT_ASKED)), "front-line staff are asked less");
    }

    #[test]
    fn told_apart_or_not_people_come_to_the_same_figures() {
        let (sample, round) = sample();
        let survey = |hash| sample.survey(hash).map(|survey| &**survey);
        let gathered = sample.gathered(round);
        let responses = || gathered.responses.values().copied();
        let measures = |sheet: &Sheet| {
            measures_of(&sheet.all(ForWhom::Workforce), survey, &Lens::default(), |one| Some(one.theme.clone()))
        };
        let known = groups(&sample);
        let (apart, together) = (Sheet::of(responses(), survey, &known), Sheet::of_all(responses(), survey, &known));
        assert!(together.alike.len() < apart.alike.len());
        assert_eq!(measures(&apart), measures(&together));
    }

    #[test]
    fn a_persons_own_scores_are_their_sum_and_their_number() {
        assert_eq!(apart(SCORED[1] + SCORED[4] + SCORED[5]), (7, 2));
    }
}
