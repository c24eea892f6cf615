//! How a score is made: the one definition that every picture, table and report uses.
//!
//! A person's theme score is the mean of the statements they scored from 1 to 5; the theme's score is the mean over
//! people, and n is how many people scored at least one statement. "Don't know", "not applicable" and unanswered
//! statements are counted beside it and never in it, and so is a statement that was not meant for a person's staff group.

use std::collections::BTreeMap;

use crate::domain::answer::{Answer, Score};
use crate::domain::area::{Area, StaffGroup};
use crate::domain::ids::{RoundId, StaffGroupId, StatementId, SurveyHash, ThemeId};
use crate::domain::response::Response;
use crate::domain::survey::{ForWhom, Survey};
use crate::domain::workspace::Workspace;

/// The answers of a round, counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scores {
    /// How many people responded, whatever they answered.
    pub responses: usize,
    /// By theme; themes that were not asked are not in it.
    pub themes: BTreeMap<ThemeId, Measure>,
    /// By statement.
    pub statements: BTreeMap<StatementId, Measure>,
}

/// What was said to a statement or to all statements of a theme.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measure {
    /// How many people scored at least one statement.
    pub people: usize,
    /// How often each score from 1 to 5 was given, over all statements.
    pub spread: [usize; 5],
    /// How often "don't know" was said.
    pub dont_know: usize,
    /// How often "not applicable" was said.
    pub not_applicable: usize,
    /// How often nothing was said though it was asked.
    pub not_answered: usize,
    /// The sum of the people's own means, each 1 to 5.
    sum: f64,
}

impl Measure {
    /// The mean over people, 1 to 5; `None` when nobody gave a score.
    pub fn mean(&self) -> Option<f64> {
        (self.people > 0).then(|| self.sum / number(self.people))
    }

    /// How many scores were given.
    pub fn scored(&self) -> usize {
        self.spread.iter().sum()
    }
}

impl Scores {
    /// The scores of a round in a workspace: what the workforce said, and nobody else.
    pub fn of_round(workspace: &Workspace, round: RoundId) -> Self {
        Self::said_by(ForWhom::Workforce, workspace, round)
    }

    /// What children, young people and families said in a round, each alone. It stands beside the workforce's.
    pub fn of_children(workspace: &Workspace, round: RoundId) -> Self {
        Self::said_by(ForWhom::Children, workspace, round)
    }

    fn said_by(whom: ForWhom, workspace: &Workspace, round: RoundId) -> Self {
        let gathered = workspace.gathered(round);
        let responses = gathered.responses.values().copied();
        let surveys = workspace.round(round).map(|round| round.surveys.as_slice()).unwrap_or_default();
        let groups = workspace.area().map(|area: &Area| area.staff_groups.as_slice()).unwrap_or_default();
        let mut scores = Self::counted(whom, responses, |hash| workspace.survey(hash).map(|survey| &**survey), groups);
        // What is asked is asked before the first answer is in.
        let handed_out = surveys.iter().filter_map(|hash| workspace.survey(*hash));
        for survey in handed_out.filter(|survey| survey.questionnaire.for_whom == whom) {
            for theme in survey.themes() {
                scores.themes.entry(theme.id.clone()).or_default();
            }
        }
        scores
    }

    /// The workforce's scores of these responses; those to a survey for somebody else are passed over. An answer to an older
    /// survey counts for the statement of the same id; responses to a survey that `survey` doesn't know are counted as
    /// responses only.
    pub fn of<'a>(
        responses: impl Iterator<Item = (SurveyHash, &'a Response)>,
        survey: impl Fn(SurveyHash) -> Option<&'a Survey>,
        groups: &[StaffGroup],
    ) -> Self {
        Self::counted(ForWhom::Workforce, responses, survey, groups)
    }

    fn counted<'a>(
        whom: ForWhom,
        responses: impl Iterator<Item = (SurveyHash, &'a Response)>,
        survey: impl Fn(SurveyHash) -> Option<&'a Survey>,
        groups: &[StaffGroup],
    ) -> Self {
        let mut by_survey: BTreeMap<SurveyHash, Vec<&Response>> = BTreeMap::new();
        for (hash, response) in responses {
            by_survey.entry(hash).or_default().push(response);
        }
        let mut scores = Self::default();
        for (hash, responses) in by_survey {
            let survey = survey(hash);
            if survey.map(|survey| survey.questionnaire.for_whom).unwrap_or_default() != whom {
                continue;
            }
            scores.responses = scores.responses.saturating_add(responses.len());
            if let Some(survey) = survey {
                scores.take(survey, &responses, groups);
            }
        }
        scores
    }

    fn take(&mut self, survey: &Survey, responses: &[&Response], groups: &[StaffGroup]) {
        let statements = &survey.questionnaire.statements;
        let themes: Vec<&ThemeId> = survey.themes().map(|theme| &theme.id).collect();
        let mut asks: Vec<Asked> = statements
            .iter()
            .map(|statement| Asked {
                theme: themes.iter().position(|theme| **theme == statement.theme).unwrap_or(usize::MAX),
                said: [0; KINDS],
            })
            .collect();
        let mut by_theme = vec![Measure::default(); themes.len()];
        let mut own = vec![Own::default(); themes.len()];
        let mut asked_of: BTreeMap<Option<&StaffGroupId>, Vec<bool>> = BTreeMap::new();
        for response in responses {
            let group = response.respondent.staff_group.as_ref();
            let asked_here = asked_of
                .entry(group)
                .or_insert_with(|| statements.iter().map(|statement| statement.is_asked_of(group, groups)).collect());
            own.fill(Own::default());
            for ((answer, is_asked), asked) in response.answers.iter().zip(asked_here.iter()).zip(&mut asks) {
                if !*is_asked {
                    continue;
                }
                // Which answer comes next can't be foreseen, and a branch on it costs more than counting it.
                if let Some(count) = asked.said.get_mut(place(*answer)) {
                    *count = count.saturating_add(1);
                }
                if let Some(own) = own.get_mut(asked.theme) {
                    own.add(*answer);
                }
            }
            for (measure, own) in by_theme.iter_mut().zip(&own) {
                measure.take(own.mean());
            }
        }
        for (statement, asked) in statements.iter().zip(&asks) {
            let measure = Measure::of_one_statement(asked.said);
            if let Some(theme) = by_theme.get_mut(asked.theme) {
                theme.add_counts(&measure);
            }
            self.statements.entry(statement.id.clone()).or_default().join(&measure);
        }
        for (theme, measure) in themes.into_iter().zip(&by_theme) {
            self.themes.entry(theme.clone()).or_default().join(measure);
        }
    }
}

impl Measure {
    /// What was said to one statement, which is each person's own mean of it.
    fn of_one_statement(said: [usize; KINDS]) -> Self {
        let [ones, twos, threes, fours, fives, dont_know, not_applicable, not_answered] = said;
        let spread = [ones, twos, threes, fours, fives];
        let sum = spread.iter().zip(1..).map(|(count, score)| count.saturating_mul(score)).sum();
        Self { people: spread.iter().sum(), spread, dont_know, not_applicable, not_answered, sum: number(sum) }
    }

    /// Takes in one person's own mean, if they scored.
    fn take(&mut self, mean: Option<f64>) {
        if let Some(mean) = mean {
            self.people = self.people.saturating_add(1);
            self.sum += mean;
        }
    }

    /// Adds what other people said.
    fn join(&mut self, others: &Self) {
        self.people = self.people.saturating_add(others.people);
        self.sum += others.sum;
        self.add_counts(others);
    }

    /// Adds how often each answer was given.
    fn add_counts(&mut self, other: &Self) {
        for (mine, theirs) in self.spread.iter_mut().zip(other.spread) {
            *mine = mine.saturating_add(theirs);
        }
        self.dont_know = self.dont_know.saturating_add(other.dont_know);
        self.not_applicable = self.not_applicable.saturating_add(other.not_applicable);
        self.not_answered = self.not_answered.saturating_add(other.not_answered);
    }
}

/// How many kinds of answer are counted.
const KINDS: usize = 8;

/// A statement while it is counted.
struct Asked {
    /// Where its theme stands; past all of them if it has none.
    theme: usize,
    /// How often each kind of answer was given to it.
    said: [usize; KINDS],
}

/// Where an answer is counted: the five scores, then "don't know", "not applicable" and nothing said.
fn place(answer: Answer) -> usize {
    match answer {
        Answer::Score(score) => usize::from(score.get()).saturating_sub(1),
        Answer::DontKnow => 5,
        Answer::NotApplicable => 6,
        Answer::NotAnswered => 7,
    }
}

/// One person's own scores in a theme.
#[derive(Clone, Copy, Default)]
struct Own {
    sum: u32,
    scored: u32,
}

impl Own {
    /// Takes in an answer; only a score changes anything.
    fn add(&mut self, answer: Answer) {
        let score = answer.score().map_or(0, Score::get);
        self.sum = self.sum.saturating_add(score.into());
        self.scored = self.scored.saturating_add((score > 0).into());
    }

    fn mean(self) -> Option<f64> {
        (self.scored > 0).then(|| f64::from(self.sum) / f64::from(self.scored))
    }
}

/// A count as a number. Counts above four thousand million are not told apart, and no round has them.
fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::domain::area::default_staff_groups;
    use crate::domain::draft::Respondent;
    use crate::domain::ids::ResponseId;
    use crate::domain::rest::Rest;
    use crate::exchange::builtin;
    use crate::exchange::wire::survey::freeze;
    use uuid::Uuid;

    fn survey() -> Survey {
        freeze(&builtin::framework().unwrap(), &builtin::questionnaire().unwrap()).unwrap()
    }

    fn response(survey: &Survey, group: &str, answers: &[(&str, char)]) -> Response {
        let mut all = vec![Answer::NotAnswered; survey.questionnaire.statements.len()];
        for (statement, answer) in answers {
            let position = survey.position(&StatementId::parse(statement).unwrap()).unwrap();
            all[position] = Answer::from_char(*answer).unwrap();
        }
        Response {
            id: ResponseId(Uuid::nil()),
            revision: 1,
            respondent: Respondent { staff_group: StaffGroupId::parse(group), ..Respondent::default() },
            finished: None,
            answers: all,
            comments: BTreeMap::new(),
            rest: Rest::new(),
        }
    }

    fn scores(survey: &Survey, responses: &[Response]) -> Scores {
        let of = responses.iter().map(|response| (survey.hash, response));
        Scores::of(of, |_| Some(survey), &default_staff_groups())
    }

    /// Worked by hand: one person means (2 + 4) / 2 = 3, the other 5, so the theme is (3 + 5) / 2 = 4 from 2 people,
    /// although the mean over all three scores would be 3.67.
    #[test]
    fn a_theme_is_the_mean_over_people_of_their_own_means() {
        let survey = survey();
        let people = [
            response(&survey, "front-line", &[("identity-1", '2'), ("identity-2", '4'), ("identity-3", 'd')]),
            response(&survey, "front-line", &[("identity-1", '5'), ("identity-4", 'n')]),
            response(&survey, "front-line", &[("identity-1", 'd')]),
        ];
        let scores = scores(&survey, &people);
        let identity = &scores.themes[&ThemeId::parse("identity").unwrap()];
        assert_eq!(identity.mean(), Some(4.0));
        assert_eq!(identity.people, 2);
        assert_eq!(identity.spread, [0, 1, 0, 1, 1]);
        assert_eq!((identity.dont_know, identity.not_applicable), (2, 1));
        assert_eq!(identity.not_answered, 15 - 6);
        assert_eq!(scores.responses, 3);
    }

    #[test]
    fn nobody_is_counted_as_silent_on_what_they_were_not_asked() {
        let survey = survey();
        let people = [response(&survey, "front-line", &[]), response(&survey, "leaders", &[])];
        let scores = scores(&survey, &people);
        let for_leaders = &scores.statements[&StatementId::parse("multi-agency-leadership").unwrap()];
        assert_eq!(for_leaders.not_answered, 1);
        let for_all = &scores.statements[&StatementId::parse("multi-agency-skills").unwrap()];
        assert_eq!(for_all.not_answered, 2);
        assert_eq!(for_all.mean(), None);
    }
}
