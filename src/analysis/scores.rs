//! How a score is made: the one definition that every picture, table and report uses.
//!
//! A person's theme score is the mean of the statements they scored from 1 to 5; the theme's score is the mean over
//! people, and n is how many people scored at least one statement. "Don't know", "not applicable" and unanswered
//! statements are counted beside it and never in it, and so is a statement that was not meant for a person's staff group.
//! What else is measured of the same people stands in `measures.rs`.

use std::collections::BTreeMap;

use super::lens::Lens;
pub use super::measures::Measure;
use super::sheet::{self, Alike, Sheet};
use crate::domain::area::{Area, StaffGroup};
use crate::domain::ids::{RoundId, StatementId, SurveyHash, ThemeId};
use crate::domain::response::Response;
use crate::domain::survey::{ForWhom, Statement, Survey};
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

impl Scores {
    /// The scores of a round in a workspace: what the workforce said, and nobody else.
    pub fn of_round(workspace: &Workspace, round: RoundId) -> Self {
        Self::through(workspace, round, &Lens::default())
    }

    /// What children, young people and families said in a round, each alone. It stands beside the workforce's.
    pub fn of_children(workspace: &Workspace, round: RoundId) -> Self {
        Self::through(workspace, round, &Lens { whom: ForWhom::Children, ..Lens::default() })
    }

    /// The scores of a round as a lens shows them: of those people alone, and of those statements.
    pub fn through(workspace: &Workspace, round: RoundId, lens: &Lens) -> Self {
        let gathered = workspace.gathered(round);
        let responses = gathered.responses.values().copied();
        let surveys = workspace.round(round).map(|round| round.surveys.as_slice()).unwrap_or_default();
        let mut scores =
            Self::of(responses, |hash| workspace.survey(hash).map(|survey| &**survey), &groups(workspace), lens);
        // What is asked is asked before the first answer is in.
        let handed_out = surveys.iter().filter_map(|hash| workspace.survey(*hash));
        for survey in handed_out.filter(|survey| survey.questionnaire.for_whom == lens.whom) {
            for statement in survey.questionnaire.statements.iter().filter(|statement| lens.looks_at(statement)) {
                scores.themes.entry(statement.theme.clone()).or_default();
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
        lens: &Lens,
    ) -> Self {
        let responses = responses.filter(|(_, response)| lens.sees(&response.respondent, groups));
        let sheet = Sheet::of_all(responses, &survey, groups);
        let seen = sheet.all(lens.whom);
        let mut scores = Self { responses: sheet::people(&seen), ..Self::default() };
        for (hash, alike) in by_survey(&seen) {
            if let Some(survey) = survey(hash) {
                scores.take(survey, &alike, lens);
            }
        }
        scores
    }

    fn take(&mut self, survey: &Survey, alike: &[&Alike], lens: &Lens) {
        let statements = &survey.questionnaire.statements;
        let looked_at: Vec<&ThemeId> = survey
            .themes()
            .map(|theme| &theme.id)
            .filter(|theme| survey.of_theme(theme).any(|statement| lens.looks_at(statement)))
            .collect();
        let place =
            |one: &Statement| looked_at.iter().position(|theme| **theme == one.theme).filter(|_| lens.looks_at(one));
        let places: Vec<Option<usize>> = statements.iter().map(place).collect();
        let (said, by_theme) = sheet::tally(alike, &places, looked_at.len());
        for (statement, said) in statements.iter().zip(said).filter(|(statement, _)| lens.looks_at(statement)) {
            self.statements.entry(statement.id.clone()).or_default().join(&sheet::of_one_statement(said));
        }
        for (theme, measure) in looked_at.into_iter().zip(&by_theme) {
            self.themes.entry(theme.clone()).or_default().join(measure);
        }
    }
}

/// The measures of a round by whatever its statements are sorted by, such as the aspects of a practice; a statement
/// without a key is passed over. As with a theme, a person counts with the mean of what they scored under a key.
pub fn measures_by<K: Ord>(
    workspace: &Workspace,
    round: RoundId,
    lens: &Lens,
    key: impl Fn(&Statement) -> Option<K>,
) -> BTreeMap<K, Measure> {
    let sheet = Sheet::of_round(workspace, round);
    let survey = |hash| workspace.survey(hash).map(|survey| &**survey);
    measures_of(&sheet.seen(lens, &groups(workspace)), survey, lens, key)
}

/// The measures of these people's answers by whatever their statements are sorted by, of those that a lens looks at.
pub fn measures_of<'a, K: Ord>(
    alike: &[&Alike],
    survey: impl Fn(SurveyHash) -> Option<&'a Survey>,
    lens: &Lens,
    key: impl Fn(&Statement) -> Option<K>,
) -> BTreeMap<K, Measure> {
    let mut measures: BTreeMap<K, Measure> = BTreeMap::new();
    for (hash, alike) in by_survey(alike) {
        let Some(survey) = survey(hash) else { continue };
        let mut keys: Vec<K> = Vec::new();
        let places = survey.questionnaire.statements.iter().map(|statement| {
            let key = key(statement).filter(|_| lens.looks_at(statement))?;
            Some(keys.iter().position(|known| *known == key).unwrap_or_else(|| {
                keys.push(key);
                keys.len().saturating_sub(1)
            }))
        });
        let places: Vec<Option<usize>> = places.collect();
        let (_, by_key) = sheet::tally(&alike, &places, keys.len());
        for (key, measure) in keys.into_iter().zip(&by_key) {
            measures.entry(key).or_default().join(measure);
        }
    }
    measures
}

/// The staff groups that people may have said, also those that were taken off the list since.
pub(super) fn groups(workspace: &Workspace) -> Vec<StaffGroup> {
    workspace.area().map(Area::all_staff_groups).unwrap_or_default()
}

/// People by the survey that they answered.
fn by_survey<'a>(alike: &[&'a Alike]) -> BTreeMap<SurveyHash, Vec<&'a Alike>> {
    let mut by_survey: BTreeMap<SurveyHash, Vec<&Alike>> = BTreeMap::new();
    for one in alike {
        by_survey.entry(one.survey).or_default().push(one);
    }
    by_survey
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::domain::answer::Answer;
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
        Scores::of(of, |_| Some(survey), &default_staff_groups(), &Lens::default())
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
