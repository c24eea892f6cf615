//! Taking many files in at once: what each would bring is worked out by playing them one after the other on a copy, so that
//! what is shown is what happens; then all of it is applied as one edit.
//!
//! The work is cut at the files: [`Taking::play`] does one of them, so that whoever has many can stop for breath between
//! two, or give up with nothing changed. Each file is parsed once, by [`FileIn::read`].

mod applying;
mod known;
mod report;
mod tables;
mod updates;

use std::sync::Arc;

use chrono::NaiveDate;

pub use self::applying::{Choice, Plan};
use self::known::Known;
pub use self::report::{AskedWords, FileReport, Outcome, SeatingWords, SurveyWords, Tally, UpdateTally};
use super::builtin;
use super::import::{self, Batch, Content, Incoming};
use super::preview::RecordsPreview;
use super::problem::{Fault, Notice, ReadError};
use super::wire::response::SpelledResponses;
use super::wire::shown;
use super::{exercise_page, update_page};
use crate::domain::framework::Framework;
use crate::domain::ids::{RoundId, SurveyHash, WorkspaceId};
use crate::domain::merge::Records;
use crate::domain::record::{Body, Record};
use crate::domain::response::Response;
use crate::domain::seat::{EXERCISE_FILE, Seating};
use crate::domain::update_request::{Asking, UPDATE_FILE};
use crate::domain::workspace::{RoundState, Workspace};

/// A file as far as it could be read.
pub struct FileIn {
    /// Its name; for one out of an archive or folder, with the name of that before it.
    pub name: String,
    /// What it holds, or why it can't be taken.
    pub content: Result<Incoming, ReadError>,
}

/// What people were asked to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Files that came back with answers.
    Responses,
    /// Any file of Rainbow.
    Anything,
}

/// Files being played on a copy of a workspace.
pub struct Taking {
    wanted: Wanted,
    /// The copy.
    here: Workspace,
    was_here: bool,
    /// Worked out when the first responses come.
    known: Option<Known>,
    records: Vec<Brought>,
    fresh: Vec<Fresh>,
    reports: Vec<Option<FileReport>>,
}

/// What a file brings beside responses.
#[derive(Clone, Debug)]
pub(super) struct Brought {
    /// The place of their file among those chosen.
    file: usize,
    what: What,
}

/// Records, and how they are taken.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// As what they are.
    Records(Vec<Arc<Record>>),
    /// As a survey to answer in a round.
    Survey(RoundId, Vec<Arc<Record>>),
    /// As what a lead is asked.
    Asking(Box<Asking>),
    /// As what a table gets in an exercise.
    Seating(Box<Seating>),
}

/// A response that is to be taken.
#[derive(Clone, Debug)]
pub(super) struct Fresh {
    /// The place of its file among those chosen.
    file: usize,
    round: RoundId,
    survey: SurveyHash,
    response: Response,
}

impl FileIn {
    /// Reads the text of a file.
    pub fn read(name: String, text: &str) -> Self {
        let content = import::read(text).map_err(|error| match error {
            ReadError::WebPage if is_update_page(&name, text) => ReadError::RequestNotReport,
            ReadError::WebPage if is_exercise_page(&name, text) => ReadError::ExerciseNotSheet,
            ReadError::WebPage if is_survey_page(&name, text) => ReadError::SurveyNotAnswers,
            other => other,
        });
        Self { name, content }
    }

    /// A file that could not be read.
    pub fn refused(name: String, error: ReadError) -> Self {
        Self { name, content: Err(error) }
    }

    /// The area that it belongs to, if it says.
    pub fn workspace(&self) -> Option<WorkspaceId> {
        self.content.as_ref().ok().and_then(|incoming| match &incoming.content {
            Content::Workspace(batch) | Content::Survey(batch, _) | Content::Sheets(batch) => Some(batch.workspace),
            Content::Responses(file) => Some(file.workspace),
            Content::Asking(asking) => Some(asking.request.workspace()),
            Content::Report(report) => Some(report.workspace),
            Content::Seating(seating) => Some(seating.workspace()),
            // It does not say of which area it is, and goes into the one that is open.
            Content::Benchmark(_) => None,
        })
    }

    /// The area, if it is the one that asks in this file. Whoever has that open got their own file back.
    fn asked_by(&self, open: Option<WorkspaceId>) -> Option<WorkspaceId> {
        match &self.content {
            Ok(Incoming { content: Content::Asking(asking), .. }) => open.filter(|open| *open == asking.request.area),
            Ok(Incoming { content: Content::Seating(seating), .. }) => open.filter(|open| *open == seating.area),
            _ => None,
        }
    }

    /// The same on a day: what it holds that is dated after it is noticed.
    #[must_use]
    pub fn as_of(mut self, today: NaiveDate) -> Self {
        if let Ok(Incoming { content, notices }) = &mut self.content {
            notices.extend(match content {
                Content::Workspace(batch) | Content::Survey(batch, _) => batch.ahead(today),
                Content::Report(report) => report.ahead(today),
                Content::Benchmark(_)
                | Content::Responses(_)
                | Content::Asking(_)
                | Content::Seating(_)
                | Content::Sheets(_) => None,
            });
        }
        self
    }

    /// Whether it brings records, which are played before responses: these may belong to a round that comes with them.
    pub fn brings_records(&self) -> bool {
        matches!(&self.content, Ok(Incoming { content: Content::Workspace(_) | Content::Survey(..), .. }))
    }
}

/// The area that files are taken into: the open one if any of them belongs to it, or else that of the first that says.
pub fn area_of(files: &[FileIn], open: Option<WorkspaceId>) -> Option<WorkspaceId> {
    let mut areas = files.iter().filter_map(|file| file.asked_by(open).or_else(|| file.workspace()));
    open.filter(|open| areas.clone().any(|area| area == *open)).or_else(|| areas.next())
}

/// The framework that an area uses: that of its newest survey, or the standard one before there is any.
///
/// # Errors
/// Only if the standard framework can't be read, which no build of ours brings about.
pub fn framework_of(here: &Workspace) -> Result<Framework, Fault> {
    let newest = here.rounds().into_iter().rev().find_map(|(id, _)| here.survey_of(id));
    newest.map_or_else(builtin::framework, |survey| Ok(survey.framework.clone()))
}

/// Whether a web page is what a lead was asked.
fn is_update_page(name: &str, text: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or(name).to_lowercase();
    name.starts_with(UPDATE_FILE) || text.contains(&format!("<title>{}", update_page::TITLE))
}

/// Whether a web page is the exercise that tables get.
fn is_exercise_page(name: &str, text: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or(name).to_lowercase();
    name.starts_with(EXERCISE_FILE) || text.contains(&format!("<title>{}", exercise_page::TITLE))
}

/// Whether a web page is the survey that was handed out, or Rainbow itself, by its name or by what stands at its start.
fn is_survey_page(name: &str, text: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or(name).to_lowercase();
    let start: String = text.chars().take(4_000).collect();
    name.starts_with("rainbow") || start.contains("<title>Rainbow") || start.contains("One Children's Workforce Tool")
}

impl Taking {
    /// Begins with a copy of the area as it is here; without records if it is not. `files` is how many there are.
    pub fn begin(here: Workspace, wanted: Wanted, files: usize) -> Self {
        let was_here = here.area().is_some();
        let reports = std::iter::repeat_with(|| None).take(files).collect();
        Self { wanted, here, was_here, known: None, records: Vec::new(), fresh: Vec::new(), reports }
    }

    /// Plays one file. `at` is its place among those chosen; those that bring records go first.
    pub fn play(&mut self, at: usize, file: FileIn) {
        let FileIn { name, content } = file;
        let mut report = FileReport { name, outcome: Outcome::Refused(ReadError::Empty), notices: Vec::new() };
        report.outcome = match content {
            Err(error) => Outcome::Refused(error),
            Ok(Incoming { content, notices }) => {
                report.notices = notices;
                match content {
                    Content::Workspace(batch) => self.play_records(at, batch, None),
                    Content::Survey(batch, round) => self.play_records(at, batch, Some(round)),
                    Content::Benchmark(record) => self.play_benchmark(at, record),
                    Content::Responses(file) => self.play_responses(at, file, &mut report.notices),
                    Content::Asking(asking) => self.play_asking(at, *asking),
                    Content::Seating(seating) => self.play_seating(at, *seating),
                    Content::Sheets(batch) => self.play_sheets(at, batch),
                    Content::Report(reported) => self.play_report(at, reported, &mut report.notices),
                }
                .unwrap_or_else(Outcome::Refused)
            }
        };
        if let Some(slot) = self.reports.get_mut(at) {
            *slot = Some(report);
        }
    }

    /// What it all comes to.
    pub fn finish(self) -> Plan {
        Plan {
            workspace: self.here.id(),
            area: self.here.area().map(|area| area.name.clone()),
            was_here: self.was_here,
            records: self.records,
            fresh: self.fresh,
            files: self.reports.into_iter().flatten().collect(),
        }
    }

    fn play_records(&mut self, at: usize, batch: Batch, round: Option<RoundId>) -> Result<Outcome, ReadError> {
        if batch.workspace != self.here.id() {
            return Err(ReadError::OtherArea);
        }
        batch.fits(self.here.records())?;
        let preview = RecordsPreview::of(&batch, Some(&self.here));
        let is_empty_survey = round.is_some() && self.was_here && preview.brings_nothing();
        if is_empty_survey && self.wanted == Wanted::Responses {
            return Err(ReadError::SurveyNotAnswers);
        }
        self.here.take_in("Import", batch.records.iter().cloned());
        self.known = None;
        let survey = round.and_then(|round| {
            let alone: Records = batch.records.iter().cloned().collect();
            SurveyWords::of(&Workspace::from_records(batch.workspace, self.here.replica(), alone), round)
        });
        let what = match round {
            Some(round) => What::Survey(round, batch.records),
            None => What::Records(batch.records),
        };
        self.records.push(Brought { file: at, what });
        Ok(Outcome::Records { preview, survey })
    }

    /// A benchmark is a record like any other, once it is known to be another area's and to measure with the same framework.
    fn play_benchmark(&mut self, at: usize, record: Arc<Record>) -> Result<Outcome, ReadError> {
        let Body::Benchmark(benchmark) = &record.body else { return Err(ReadError::NotRainbow) };
        if self.here.area().is_none() {
            return Err(ReadError::NoAreaForBenchmark);
        }
        if self.here.gives_as(record.id) {
            return Err(ReadError::OwnBenchmark);
        }
        let framework = framework_of(&self.here)?;
        if !benchmark.measures_with(&framework) {
            let (_, theirs) = &benchmark.framework;
            return Err(ReadError::OtherFramework { theirs: shown(theirs), ours: framework.version });
        }
        if let Some(theme) = benchmark.themes.keys().find(|theme| framework.theme(theme).is_none()) {
            return Err(Fault::at(theme.as_str(), "the framework has no such theme").into());
        }
        self.play_records(at, Batch { workspace: self.here.id(), records: vec![record] }, None)
    }

    fn play_responses(
        &mut self,
        at: usize,
        file: SpelledResponses,
        notices: &mut Vec<Notice>,
    ) -> Result<Outcome, ReadError> {
        if file.workspace != self.here.id() {
            return Err(ReadError::OtherArea);
        }
        if self.here.area().is_none() {
            return Err(ReadError::AreaNotHere);
        }
        let (round, hash) = (file.round, file.survey);
        let asked = self.here.round(round).ok_or(ReadError::RoundNotHere)?;
        let other = || ReadError::OtherSurvey { round: asked.title.clone() };
        let survey = self.here.survey(hash).filter(|_| asked.surveys.contains(&hash)).ok_or_else(other)?;
        let is_late = self.here.round_state(round) != RoundState::Open;
        let mut tally = Tally { late: is_late.then(|| asked.title.clone()), ..Tally::default() };
        let came = file.against(survey, self.here.area());
        let known = self.known.get_or_insert_with(|| Known::of(&self.here));
        for (read, place) in came.into_iter().zip(1_usize..) {
            match read.response {
                Err(fault) => {
                    tally.damaged = tally.damaged.saturating_add(1);
                    notices.push(Notice::Damaged(fault));
                }
                Ok(response) if self.here.records().withdrawn().contains(&response.id) => {
                    tally.withdrawn = tally.withdrawn.saturating_add(1);
                }
                Ok(response) => {
                    let fresh = Fresh { file: at, round, survey: hash, response };
                    let standing = known.standing(&self.here, &self.fresh, &fresh);
                    tally.count(&standing, place, notices);
                    if standing.is_new() {
                        notices.extend(read.remarks.into_iter().map(Notice::Fault));
                        known.add(&fresh, self.fresh.len());
                        self.fresh.push(fresh);
                    }
                }
            }
        }
        Ok(Outcome::Responses(tally))
    }
}

#[cfg(test)]
mod tests;
