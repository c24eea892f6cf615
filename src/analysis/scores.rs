//! How a score is made: the one definition that every picture, table and report uses.
//!
//! A person's theme score is the mean of the statements they scored from 1 to 5; the theme's score is the mean over
//! people, and n is how many people scored at least one statement. "Don't know", "not applicable" and unanswered
//! statements are counted beside it and never in it, and so is a statement that was not meant for a person's staff group.

use std::collections::BTreeMap;

use crate::domain::answer::Answer;
use crate::domain::area::{Area, StaffGroup};
use crate::domain::ids::{RoundId, StatementId, SurveyHash, ThemeId};
use crate::domain::response::Response;
use crate::domain::survey::{Statement, Survey};
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

    /// Takes in what one person said.
    fn take(&mut self, said: &Tally) {
        if let Some(mean) = said.mean() {
            self.people = self.people.saturating_add(1);
            self.sum += mean;
        }
        for (mine, theirs) in self.spread.iter_mut().zip(said.spread) {
            *mine = mine.saturating_add(theirs);
        }
        self.dont_know = self.dont_know.saturating_add(said.dont_know);
        self.not_applicable = self.not_applicable.saturating_add(said.not_applicable);
        self.not_answered = self.not_answered.saturating_add(said.not_answered);
    }
}

impl Scores {
    /// The scores of a round in a workspace.
    pub fn of_round(workspace: &Workspace, round: RoundId) -> Self {
        let gathered = workspace.gathered(round);
        let responses = gathered.responses.values().copied();
        let surveys = workspace.round(round).map(|round| round.surveys.as_slice()).unwrap_or_default();
        let groups = workspace.area().map(|area: &Area| area.staff_groups.as_slice()).unwrap_or_default();
        let mut scores = Self::of(responses, |hash| workspace.survey(hash).map(|survey| &**survey), groups);
        // What is asked is asked before the first answer is in.
        for survey in surveys.iter().filter_map(|hash| workspace.survey(*hash)) {
            for theme in survey.themes() {
                scores.themes.entry(theme.id.clone()).or_default();
            }
        }
        scores
    }

    /// The scores of these responses. An answer to an older survey counts for the statement of the same id; responses to
    /// a survey that `survey` doesn't know are counted as responses only.
    pub fn of<'a>(
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
            scores.responses = scores.responses.saturating_add(responses.len());
            if let Some(survey) = survey(hash) {
                scores.take(survey, &responses, groups);
            }
        }
        scores
    }

    fn take(&mut self, survey: &Survey, responses: &[&Response], groups: &[StaffGroup]) {
        let statements = &survey.questionnaire.statements;
        let themes: Vec<&ThemeId> = survey.themes().map(|theme| &theme.id).collect();
        let theme_of: Vec<usize> = statements
            .iter()
            .map(|statement| themes.iter().position(|theme| **theme == statement.theme).unwrap_or(usize::MAX))
            .collect();
        let mut by_statement = vec![Measure::default(); statements.len()];
        let mut by_theme = vec![Measure::default(); themes.len()];
        let mut said = vec![Tally::default(); themes.len()];
        for response in responses {
            said.fill(Tally::default());
            let asked = statements.iter().map(|statement| is_asked(statement, response, groups));
            let rows = response.answers.iter().zip(asked).zip(theme_of.iter().zip(&mut by_statement));
            for ((answer, asked), (theme, measure)) in rows {
                if !asked {
                    continue;
                }
                let tally = Tally::of(*answer);
                measure.take(&tally);
                if let Some(said) = said.get_mut(*theme) {
                    said.add(&tally);
                }
            }
            for (measure, said) in by_theme.iter_mut().zip(&said) {
                measure.take(said);
            }
        }
        for (theme, measure) in themes.into_iter().zip(&by_theme) {
            self.themes.entry(theme.clone()).or_default().join(measure);
        }
        for (statement, measure) in statements.iter().zip(&by_statement) {
            self.statements.entry(statement.id.clone()).or_default().join(measure);
        }
    }
}

impl Measure {
    /// Adds what other people said.
    fn join(&mut self, others: &Self) {
        self.people = self.people.saturating_add(others.people);
        self.sum += others.sum;
        for (mine, theirs) in self.spread.iter_mut().zip(others.spread) {
            *mine = mine.saturating_add(theirs);
        }
        self.dont_know = self.dont_know.saturating_add(others.dont_know);
        self.not_applicable = self.not_applicable.saturating_add(others.not_applicable);
        self.not_answered = self.not_answered.saturating_add(others.not_answered);
    }
}

/// What one person said to some statements.
#[derive(Clone, Copy, Default)]
struct Tally {
    spread: [usize; 5],
    dont_know: usize,
    not_applicable: usize,
    not_answered: usize,
}

impl Tally {
    fn of(answer: Answer) -> Self {
        let mut tally = Self::default();
        match answer {
            Answer::Score(score) => {
                let slot = tally.spread.get_mut(usize::from(score.get().saturating_sub(1)));
                slot.into_iter().for_each(|count| *count = 1);
            }
            Answer::DontKnow => tally.dont_know = 1,
            Answer::NotApplicable => tally.not_applicable = 1,
            Answer::NotAnswered => tally.not_answered = 1,
        }
        tally
    }

    fn add(&mut self, other: &Self) {
        for (mine, theirs) in self.spread.iter_mut().zip(other.spread) {
            *mine = mine.saturating_add(theirs);
        }
        self.dont_know = self.dont_know.saturating_add(other.dont_know);
        self.not_applicable = self.not_applicable.saturating_add(other.not_applicable);
        self.not_answered = self.not_answered.saturating_add(other.not_answered);
    }

    fn mean(&self) -> Option<f64> {
        let scored: usize = self.spread.iter().sum();
        let sum: usize = self.spread.iter().zip(1..).map(|(count, score)| count.saturating_mul(score)).sum();
        (scored > 0).then(|| number(sum) / number(scored))
    }
}

/// Whether the statement was meant for whoever responded.
fn is_asked(statement: &Statement, response: &Response, groups: &[StaffGroup]) -> bool {
    statement.audience.is_empty() || statement.is_asked_of(response.respondent.staff_group.as_ref(), groups)
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
    use crate::domain::ids::{ResponseId, StaffGroupId};
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
