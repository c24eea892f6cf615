//! Answers for analysts: a CSV file with one row an answer, from which a tool that counts gets the app's own figures.
//!
//! It holds what individual people said, so it is made only for whoever may see that. What its columns hold stands in
//! [`dictionary`], and how to count from it in `docs/analysts.md`.

mod columns;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use columns::dictionary;
use columns::{COLUMNS, COMMENT};

use super::formula::guarded;
use crate::domain::answer::Answer;
use crate::domain::area::{Area, StaffGroup};
use crate::domain::draft::Respondent;
use crate::domain::ids::{RoundId, SurveyHash};
use crate::domain::response::Response;
use crate::domain::round::Round;
use crate::domain::survey::{ForWhom, Statement, Survey};
use crate::domain::workspace::Workspace;

/// How many people's answers are written at once.
const PEOPLE_A_PART: usize = 20;

/// What goes into a file of answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The round whose answers are wanted; `None` for those of every round.
    pub round: Option<RoundId>,
    /// Whether comments go with them, as they were written.
    pub comments: bool,
}

/// A file of answers, part by part, so that whoever writes a large one can do something else in between. The parts put
/// together are the file: CSV in UTF-8, with a byte order mark and line ends as spreadsheets expect them.
pub struct AnswersCsv<'a> {
    surveys: BTreeMap<SurveyHash, Asked<'a>>,
    area: Option<&'a Area>,
    groups: Vec<StaffGroup>,
    people: Vec<Person<'a>>,
    with_comments: bool,
    /// How many people are written; `None` before the heads of the columns are.
    done: Option<usize>,
}

/// One response and the round that counts it.
struct Person<'a> {
    round: &'a Round,
    survey: SurveyHash,
    response: &'a Response,
}

/// A survey, with the cells that are the same in every row of one of its statements.
struct Asked<'a> {
    whom: &'static str,
    hash: String,
    statements: Vec<(&'a Statement, [String; 7])>,
}

impl<'a> AnswersCsv<'a> {
    /// The answers that count: of each response its highest revision, without those withdrawn and those that came too late.
    pub fn of(open: &'a Workspace, wanted: Wanted) -> Self {
        let mut people = Vec::new();
        for (id, round) in open.rounds() {
            if wanted.round.is_none_or(|only| only == id) {
                let counted = open.gathered(id).responses.into_values();
                people.extend(counted.map(|(survey, response)| Person { round, survey, response }));
            }
        }
        let mut surveys = BTreeMap::new();
        for person in &people {
            if let Some(survey) = open.survey(person.survey) {
                surveys.entry(person.survey).or_insert_with(|| Asked::of(survey));
            }
        }
        // Without its survey nobody can tell what was answered.
        people.retain(|person| surveys.contains_key(&person.survey));
        let groups = open.area().map(Area::all_staff_groups).unwrap_or_default();
        Self { surveys, area: open.area(), groups, people, with_comments: wanted.comments, done: None }
    }

    /// How many responses there are, each of which stands in as many rows as it was asked statements.
    pub fn responses(&self) -> usize {
        self.people.len()
    }

    fn heads(&self) -> String {
        let [comment, ..] = COMMENT;
        let comment = self.with_comments.then_some(comment);
        let heads: Vec<&str> = COLUMNS.iter().map(|[name, ..]| *name).chain(comment).collect();
        whole_file([heads])
    }

    /// Everything that one person was asked, a row a statement. An answer to what was not asked counts nowhere.
    fn write(&self, person: &Person<'_>, file: &mut csv::Writer<Vec<u8>>) -> csv::Result<()> {
        let Some(survey) = self.surveys.get(&person.survey) else { return Ok(()) };
        let Response { id, revision, respondent, finished, answers, comments, .. } = person.response;
        let about = self.about(respondent);
        let who = [
            guarded(&person.round.title),
            person.round.opened.to_string(),
            survey.whom.to_owned(),
            id.to_string(),
            revision.to_string(),
            finished.map(|day| day.to_string()).unwrap_or_default(),
        ];
        for (place, (statement, cells)) in survey.statements.iter().enumerate() {
            if !statement.is_asked_of(respondent.staff_group.as_ref(), &self.groups) {
                continue;
            }
            let answer = answers.get(place).copied().unwrap_or_default();
            let said = [place.saturating_add(1).to_string(), word(answer), score(answer)];
            let comment = comments.get(&statement.id).map(|text| guarded(text.trim())).unwrap_or_default();
            let comment = self.with_comments.then_some(&comment);
            let row = who.iter().chain(&about).chain([&survey.hash]).chain(cells).chain(&said).chain(comment);
            file.write_record(row.map(String::as_str))?;
        }
        Ok(())
    }

    /// What a person said of themselves: sector, staff group, the default group that is within, and organisation.
    fn about(&self, person: &Respondent) -> [String; 4] {
        let sector = person.sector.as_ref().and_then(|id| Some(guarded(self.area?.sector_name(id))));
        let group_name = |id| self.area.map(|area| guarded(area.staff_group_name(id)));
        let group = person.staff_group.as_ref();
        let entry = group.and_then(|id| self.groups.iter().find(|entry| entry.id == *id));
        let default = entry.and_then(|entry| entry.within.as_ref()).or(group);
        [sector, group.and_then(group_name), default.and_then(group_name), Some(guarded(person.organisation.trim()))]
            .map(Option::unwrap_or_default)
    }
}

impl Iterator for AnswersCsv<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let Some(done) = self.done else {
            self.done = Some(0);
            return Some(self.heads());
        };
        let part = self.people.get(done..).filter(|part| !part.is_empty())?;
        self.done = Some(done.saturating_add(PEOPLE_A_PART));
        Some(csv_text(|file| part.iter().take(PEOPLE_A_PART).try_for_each(|person| self.write(person, file))))
    }
}

impl<'a> Asked<'a> {
    fn of(survey: &'a Survey) -> Self {
        let framework = &survey.framework;
        let cells = |one: &'a Statement| {
            let theme = framework.theme(&one.theme).map(|theme| &theme.name);
            let practice = one.practice.as_ref().and_then(|id| framework.practice(id)).map(|practice| &practice.name);
            let aspect = one.aspect.as_ref().and_then(|id| framework.aspect(id)).map(|aspect| &aspect.name);
            let perspective = one.perspective.as_ref().and_then(|id| framework.perspective(id));
            let names = [theme, practice, aspect, perspective.map(|perspective| &perspective.name)];
            let [theme, practice, aspect, perspective] =
                names.map(|name| name.map_or_else(String::new, |name| guarded(name)));
            let id = one.id.to_string();
            (one, [id, theme, practice, aspect, perspective, guarded(&one.label), guarded(&one.text)])
        };
        Self {
            whom: whom(survey.questionnaire.for_whom),
            hash: survey.hash.to_string(),
            statements: survey.questionnaire.statements.iter().map(cells).collect(),
        }
    }
}

/// What is written, as CSV. Rows go into memory, which can't fail.
fn csv_text(write: impl FnOnce(&mut csv::Writer<Vec<u8>>) -> csv::Result<()>) -> String {
    let mut file = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let bytes = write(&mut file).ok().and_then(|()| file.into_inner().ok()).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A table as a file for spreadsheets, in which no cell can start a formula.
pub fn table_csv(rows: &[Vec<String>]) -> String {
    whole_file(rows.iter().map(|row| row.iter().map(|cell| guarded(cell))))
}

/// Rows as CSV, with a byte order mark before them.
fn whole_file<R>(rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator,
    R::Item: AsRef<[u8]>,
{
    let text = csv_text(|file| rows.into_iter().try_for_each(|row| file.write_record(row)));
    format!("\u{feff}{text}")
}

fn whom(whom: ForWhom) -> &'static str {
    match whom {
        ForWhom::Workforce => "workforce",
        ForWhom::Children => "children and families",
    }
}

fn word(answer: Answer) -> String {
    match answer {
        Answer::Score(score) => score.get().to_string(),
        Answer::DontKnow => "don't know".to_owned(),
        Answer::NotApplicable => "not applicable".to_owned(),
        Answer::NotAnswered => "not answered".to_owned(),
    }
}

fn score(answer: Answer) -> String {
    answer.score().map(|score| score.get().to_string()).unwrap_or_default()
}
