//! The people of a round as its tables see them: those who are the same to every table are one class.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::area::StaffGroup;
use crate::domain::draft::Respondent;
use crate::domain::ids::{ResponseId, SectorId, StaffGroupId, SurveyHash, ThemeId};
use crate::domain::response::Response;
use crate::domain::survey::Survey;
use crate::domain::workspace::{Release, Workspace};

/// People who answered, with all that they ever said in what may have been shared.
pub(super) struct People<'a> {
    /// The surveys that they answered.
    pub(super) surveys: Vec<&'a Arc<Survey>>,
    /// Which sectors and staff groups they are of.
    sorts: Vec<&'a Respondent>,
    /// By person: the contents of their response, one after the other as it was corrected.
    said: Vec<Vec<Said<'a>>>,
    groups: &'a [StaffGroup],
}

/// A content of a response, and the releases in which it was counted.
struct Said<'a> {
    first: usize,
    last: usize,
    hash: SurveyHash,
    survey: usize,
    sort: usize,
    response: &'a Response,
}

/// People of one sort who scored the same statements of a theme.
pub(super) struct Class {
    /// What they said, each content once. A corrected response has other scores, unknown anew.
    pub(super) versions: Vec<Version>,
    /// How many they are.
    pub(super) people: usize,
}

/// A content of a response, as far as one theme goes. In what orders it, its last release comes last (see
/// [`People::classes`]).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Version {
    first: usize,
    /// Which sector and staff group the person is of, as a place among the sorts of people.
    pub(super) sort: usize,
    /// Which survey was answered.
    pub(super) survey: usize,
    /// Whether each of the theme's statements was scored, in the order of that survey.
    pub(super) scored: Vec<bool>,
    last: usize,
}

impl Version {
    /// Whether this was counted in a release.
    pub(super) fn stands_in(&self, release: usize) -> bool {
        (self.first..=self.last).contains(&release)
    }

    /// What decides which figures it counts in.
    pub(super) fn seen(&self) -> (usize, usize, usize) {
        (self.sort, self.first, self.last)
    }
}

impl<'a> People<'a> {
    /// The people of releases, the earliest first. Responses to a survey that is not here are of no table.
    pub(super) fn of(workspace: &'a Workspace, releases: &[Release<'a>], groups: &'a [StaffGroup]) -> Self {
        let mut found: BTreeMap<SurveyHash, usize> = BTreeMap::new();
        let mut sorts: BTreeMap<(&Option<SectorId>, &Option<StaffGroupId>), usize> = BTreeMap::new();
        let mut all = Self { surveys: Vec::new(), sorts: Vec::new(), said: Vec::new(), groups };
        let mut said: BTreeMap<ResponseId, Vec<Said<'_>>> = BTreeMap::new();
        for (at, release) in releases.iter().enumerate() {
            for (id, (hash, response)) in &release.gathered.responses {
                let before = said.entry(*id).or_default();
                if let Some(same) = before.last_mut().filter(|one| (one.hash, one.response) == (*hash, *response)) {
                    same.last = at;
                    continue;
                }
                let Some(survey) = workspace.survey(*hash) else { continue };
                let survey = *found.entry(*hash).or_insert_with(|| {
                    all.surveys.push(survey);
                    all.surveys.len().saturating_sub(1)
                });
                let person = &response.respondent;
                let sort = *sorts.entry((&person.sector, &person.staff_group)).or_insert_with(|| {
                    all.sorts.push(person);
                    all.sorts.len().saturating_sub(1)
                });
                before.push(Said { first: at, last: at, hash: *hash, survey, sort, response });
            }
        }
        all.said = said.into_values().collect();
        all
    }

    /// By sort of people: whether `is` says that they are meant.
    pub(super) fn sorts_that(&self, is: impl Fn(&Respondent) -> bool) -> Vec<bool> {
        self.sorts.iter().map(|person| is(person)).collect()
    }

    /// The classes of those who scored something of a theme, people of common sorts first: rare ones are kept for the
    /// figures that nobody else can protect.
    ///
    /// Those who stand in the first release come first, in the order that they would have without the later ones. So what
    /// was decided of a release is decided the same way when more have come.
    pub(super) fn classes(&self, theme: &ThemeId) -> Vec<Class> {
        let places: Vec<Vec<usize>> = self.surveys.iter().map(|survey| places(survey, theme)).collect();
        let mut asked: BTreeMap<(usize, usize), Vec<bool>> = BTreeMap::new();
        let mut classes: BTreeMap<Vec<Version>, usize> = BTreeMap::new();
        let mut common: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for person in &self.said {
            let versions = person.iter().filter_map(|said| {
                let places = places.get(said.survey)?;
                let is_asked =
                    asked.entry((said.survey, said.sort)).or_insert_with(|| self.asked(said.survey, said.sort, places));
                let is_score =
                    |place: &usize| said.response.answers.get(*place).is_some_and(|one| one.score().is_some());
                let scored: Vec<bool> =
                    places.iter().zip(is_asked.iter()).map(|(place, asked)| *asked && is_score(place)).collect();
                let (first, last, sort, survey) = (said.first, said.last, said.sort, said.survey);
                scored.contains(&true).then_some(Version { first, last, sort, survey, scored })
            });
            let versions: Vec<Version> = versions.collect();
            if let Some(version) = versions.first() {
                let of_sort = common.entry((version.first, version.sort)).or_default();
                *of_sort = of_sort.saturating_add(1);
                let people = classes.entry(versions).or_default();
                *people = people.saturating_add(1);
            }
        }
        let mut classes: Vec<Class> =
            classes.into_iter().map(|(versions, people)| Class { versions, people }).collect();
        classes.sort_by_key(|class| {
            let first = class.versions.first().map(|version| (version.first, version.sort)).unwrap_or_default();
            (first.0, std::cmp::Reverse(common.get(&first).copied()))
        });
        classes
    }

    /// Whether each of these statements of a survey is asked of a sort of people.
    fn asked(&self, survey: usize, sort: usize, places: &[usize]) -> Vec<bool> {
        let group = self.sorts.get(sort).and_then(|person| person.staff_group.as_ref());
        let statements = self.surveys.get(survey).map(|survey| survey.questionnaire.statements.as_slice());
        let statement = |place: &usize| statements.and_then(|all| all.get(*place));
        places.iter().map(|at| statement(at).is_some_and(|one| one.is_asked_of(group, self.groups))).collect()
    }
}

/// Where the statements of a theme stand in a survey.
fn places(survey: &Survey, theme: &ThemeId) -> Vec<usize> {
    let statements = survey.questionnaire.statements.iter().enumerate();
    statements.filter(|(_, one)| one.theme == *theme).map(|(at, _)| at).collect()
}
