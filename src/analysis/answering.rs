//! Answering a survey: what is asked of a person, how far they have come, and about how long it takes.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::area::StaffGroup;
use crate::domain::draft::DraftAnswer;
use crate::domain::framework::Colour;
use crate::domain::ids::{ResponseId, RoundId, StaffGroupId, StatementId, ThemeId};
use crate::domain::response::Response;
use crate::domain::survey::{Statement, Survey};
use crate::domain::workspace::Workspace;

/// How long a person takes to read a statement with its two ends and to answer it, in seconds. The original tool took 45
/// to 60 minutes; at this pace the standard questionnaire's 60 statements take 45.
const SECONDS_A_STATEMENT: usize = 45;

/// What a survey asks of one person, theme by theme. Themes with nothing for that person are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Questions {
    /// The themes, in the order of the framework.
    pub themes: Vec<AskedTheme>,
}

/// What a person is asked about one theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedTheme {
    /// The theme.
    pub id: ThemeId,
    /// Its full name.
    pub name: String,
    /// Its colour.
    pub colour: Colour,
    /// Its statements, each run of one practice as a part of its own.
    pub parts: Vec<AskedPart>,
}

/// Statements that follow one another and are about the same practice, or about none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedPart {
    /// The name of the practice, if they are about one.
    pub practice: Option<String>,
    /// The statements, in the order of the survey.
    pub statements: Vec<Statement>,
}

/// A response that was finished, with what it takes to make a file of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// The round it is in.
    pub round: RoundId,
    /// The survey it answers.
    pub survey: Arc<Survey>,
    /// The response.
    pub response: Response,
}

impl Questions {
    /// What is asked of a person of this staff group; somebody who did not say is asked everything. `groups` are the
    /// area's staff groups.
    pub fn of(survey: &Survey, group: Option<&StaffGroupId>, groups: &[StaffGroup]) -> Self {
        let themes = survey.themes().filter_map(|theme| {
            let asked = survey.of_theme(&theme.id).filter(|statement| statement.is_asked_of(group, groups));
            let parts = parts(survey, asked);
            let (id, name, colour) = (theme.id.clone(), theme.name.clone(), theme.colour.clone());
            (!parts.is_empty()).then_some(AskedTheme { id, name, colour, parts })
        });
        Self { themes: themes.collect() }
    }

    /// What is asked of the person who is answering; `None` if the response is not in progress here, or its survey is
    /// missing.
    pub fn of_draft(workspace: &Workspace, id: ResponseId) -> Option<Self> {
        let draft = workspace.draft(id)?;
        let survey = workspace.survey(draft.survey)?;
        let groups = workspace.area().map_or(&[][..], |area| &area.staff_groups);
        Some(Self::of(survey, draft.respondent.staff_group.as_ref(), groups))
    }

    /// How many statements are asked.
    pub fn count(&self) -> usize {
        self.themes.iter().map(AskedTheme::count).sum()
    }

    /// How many of the statements asked have been answered. Answers to statements that are not asked (any longer, when
    /// the person has changed their staff group) are not counted.
    pub fn answered(&self, said: &BTreeMap<StatementId, DraftAnswer>) -> usize {
        self.themes.iter().map(|theme| theme.answered(said)).sum()
    }

    /// Where a theme stands, counted from 0, with the themes before and after it.
    pub fn place(&self, theme: &ThemeId) -> Option<(usize, Option<&AskedTheme>, Option<&AskedTheme>)> {
        let at = self.themes.iter().position(|asked| asked.id == *theme)?;
        let before = at.checked_sub(1).and_then(|before| self.themes.get(before));
        Some((at, before, self.themes.get(at.saturating_add(1))))
    }
}

impl AskedTheme {
    /// Its statements, in order.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.parts.iter().flat_map(|part| &part.statements)
    }

    /// How many statements are asked about it.
    pub fn count(&self) -> usize {
        self.statements().count()
    }

    /// How many of them have been answered.
    pub fn answered(&self, said: &BTreeMap<StatementId, DraftAnswer>) -> usize {
        self.statements().filter(|one| said.get(&one.id).is_some_and(|said| said.answer.is_given())).count()
    }
}

/// A theme as the title of the page that asks about it; `None` if the response is not in progress here.
pub fn theme_title(workspace: &Workspace, response: ResponseId, theme: &ThemeId) -> Option<String> {
    let questions = Questions::of_draft(workspace, response)?;
    let (at, ..) = questions.place(theme)?;
    let name = &questions.themes.get(at)?.name;
    Some(format!("Theme {} of {}: {name}", at.saturating_add(1), questions.themes.len()))
}

/// About how many minutes it takes to answer this many statements, rounded up to the next five.
pub fn minutes(statements: usize) -> usize {
    statements.saturating_mul(SECONDS_A_STATEMENT).div_ceil(5 * 60).saturating_mul(5)
}

/// The finished response of which this device keeps a copy for who gave it; `None` if it is not here any more.
pub fn own(workspace: &Workspace, copy: ResponseId) -> Option<Finished> {
    let own = workspace.own_response(copy)?;
    Some(Finished { round: own.round, survey: workspace.survey(own.survey)?.clone(), response: own.response.clone() })
}

/// About how many minutes it takes to answer the statements that are left, rounded up to the next one.
pub fn minutes_left(statements: usize) -> usize {
    statements.saturating_mul(SECONDS_A_STATEMENT).div_ceil(60)
}

/// The finished response of this id, in whichever round it is; `None` if it is not here or was taken back.
pub fn finished(workspace: &Workspace, id: ResponseId) -> Option<Finished> {
    let (round, hash, response) = workspace.counted(id)?;
    Some(Finished { round, survey: workspace.survey(hash)?.clone(), response: response.clone() })
}

fn parts<'a>(survey: &Survey, asked: impl Iterator<Item = &'a Statement>) -> Vec<AskedPart> {
    let mut parts: Vec<AskedPart> = Vec::new();
    for statement in asked {
        let practice = statement.practice.as_ref().and_then(|id| survey.framework.practice(id));
        let practice = practice.map(|practice| practice.name.clone());
        match parts.last_mut() {
            Some(part) if part.practice == practice => part.statements.push(statement.clone()),
            _ => parts.push(AskedPart { practice, statements: vec![statement.clone()] }),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answer::{Answer, Score};
    use crate::domain::area::{FRONT_LINE, LEADERS, default_staff_groups};
    use crate::domain::rest::Rest;
    use crate::exchange::builtin;
    use crate::exchange::wire::survey::freeze;
    use uuid::Uuid;

    fn survey() -> Survey {
        freeze(&builtin::framework().unwrap(), &builtin::questionnaire().unwrap()).unwrap()
    }

    fn asked_of(group: Option<&str>) -> Questions {
        let group = group.map(|id| StaffGroupId::parse(id).unwrap());
        Questions::of(&survey(), group.as_ref(), &default_staff_groups())
    }

    #[test]
    fn front_line_staff_are_not_asked_what_only_leaders_are_asked() {
        assert_eq!(asked_of(None).count(), 60);
        assert_eq!(asked_of(Some(LEADERS)).count(), 60);
        assert_eq!(asked_of(Some(FRONT_LINE)).count(), 50);
    }

    #[test]
    fn the_green_arc_is_asked_practice_by_practice() {
        let questions = asked_of(None);
        let green = &questions.themes[3];
        let names: Vec<_> = green.parts.iter().filter_map(|part| part.practice.as_deref()).collect();
        assert_eq!(names.len(), 5);
        assert_eq!(names[0], "Multi-agency working");
        assert!(green.parts.iter().all(|part| part.statements.len() == 5));
        assert!(questions.themes[0].parts.iter().all(|part| part.practice.is_none()));
    }

    #[test]
    fn a_theme_knows_its_neighbours() {
        let questions = asked_of(None);
        let (first, last) = (questions.themes[0].id.clone(), questions.themes[7].id.clone());
        let (at, before, after) = questions.place(&first).unwrap();
        assert_eq!((at, before.is_none(), after.unwrap().id == questions.themes[1].id), (0, true, true));
        let (at, before, after) = questions.place(&last).unwrap();
        assert_eq!((at, before.unwrap().id == questions.themes[6].id, after.is_none()), (7, true, true));
        assert!(questions.place(&ThemeId::parse("nowhere").unwrap()).is_none());
    }

    #[test]
    fn only_given_answers_to_statements_that_are_asked_count() {
        let said = |id: &str, answer| {
            let statement = StatementId::parse(id).unwrap();
            let draft = ResponseId(Uuid::nil());
            let answer =
                DraftAnswer { draft, statement: statement.clone(), answer, comment: "x".to_owned(), rest: Rest::new() };
            (statement, answer)
        };
        let said = BTreeMap::from([
            said("identity-1", Answer::Score(Score::new(3).unwrap())),
            said("identity-2", Answer::DontKnow),
            said("identity-3", Answer::NotAnswered),
            said("multi-agency-leadership", Answer::NotApplicable),
        ]);
        assert_eq!(asked_of(None).answered(&said), 3);
        assert_eq!(asked_of(Some(FRONT_LINE)).answered(&said), 2);
        assert_eq!(asked_of(None).themes[0].answered(&said), 2);
    }

    #[test]
    fn minutes_are_rounded_up_to_five() {
        assert_eq!([0, 1, 6, 7, 25, 50, 60].map(minutes), [0, 5, 5, 10, 20, 40, 45]);
    }

    #[test]
    fn a_finished_response_is_found_until_it_is_taken_back() {
        use crate::domain::ids::ReplicaId;
        let (mut sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let (round, _) = sample.rounds().pop().unwrap();
        let id = *sample.gathered(round).responses.keys().next().unwrap();
        let found = finished(&sample, id).unwrap();
        assert_eq!((found.round, found.response.id), (round, id));
        sample.withdraw(id, round, crate::sample::today());
        assert!(finished(&sample, id).is_none());
    }
}
