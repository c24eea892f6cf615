//! Making files: a whole workspace, a survey to hand out, responses to send back, the figures that an area gives away,
//! what a lead is asked and reports, or what a table gets and gives back.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::envelope::{FileKind, seal};
use super::problem::Fault;
use super::wire::benchmark::BenchmarkFileWire;
use super::wire::record::RecordWire;
use super::wire::response::ResponsesWire;
use super::wire::table_file::TableFileWire;
use super::wire::update::PlanUpdateWire;
use crate::domain::benchmark::Benchmark;
use crate::domain::ids::{RecordId, RoundId, SheetId, WorkspaceId};
use crate::domain::record::Record;
use crate::domain::response::Response;
use crate::domain::seat::Seating;
use crate::domain::survey::Survey;
use crate::domain::update_request::Asking;
use crate::domain::workspace::Workspace;

/// How much of a workspace goes into a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Everything, including individual answers.
    Everything,
    /// Plans, targets and surveys, without any individual answer.
    WithoutAnswers,
}

/// A whole workspace as a file.
///
/// # Errors
/// Only if JSON itself refuses a record, which no record of ours brings about.
pub fn workspace(workspace: &Workspace, extent: Extent, now: DateTime<Utc>) -> Result<String, Fault> {
    let goes = |record: &&Arc<Record>| {
        let kind = record.body.kind();
        match extent {
            Extent::Everything => !kind.is_device_only(),
            Extent::WithoutAnswers => !kind.is_device_only() && !kind.may_hold_answers(),
        }
    };
    let data = records_data(workspace.id(), None, workspace.records().iter().filter(goes))?;
    seal(FileKind::Workspace, &data, now)
}

/// The survey of a round as a file to hand out: with it a respondent can answer and send responses back.
///
/// No `<` stands in it, so that no text of a survey can end the element of a page that carries it.
///
/// # Errors
/// If the round or its survey is not in the workspace.
pub fn survey(workspace: &Workspace, round: RoundId, now: DateTime<Utc>) -> Result<String, Fault> {
    let survey = workspace.survey_of(round).ok_or_else(|| Fault::at("", "the round has no survey"))?;
    let ids = [workspace.id().into(), round.into(), survey.hash.record()];
    let records = ids.into_iter().filter_map(|id| workspace.records().get(id)).map(|versions| versions.shown());
    let data = records_data(workspace.id(), Some(round), records)?;
    // In JSON it can only stand inside a string, where both spellings mean the same.
    seal(FileKind::Survey, &data.replace('<', "\\u003c"), now)
}

/// Responses to a survey as a file to send back.
///
/// # Errors
/// Only if JSON itself refuses a response, which no response of ours brings about.
pub fn responses<'a>(
    workspace: WorkspaceId,
    round: RoundId,
    survey: &Survey,
    responses: impl IntoIterator<Item = &'a Response>,
    now: DateTime<Utc>,
) -> Result<String, Fault> {
    let wire = ResponsesWire::spell(workspace, round, survey, responses);
    let data = serde_json::to_string_pretty(&wire).map_err(|error| Fault::at("", error.to_string()))?;
    seal(FileKind::Responses, &data, now)
}

/// The figures that an area gives away as a file. `id` is what the area's benchmarks carry.
///
/// # Errors
/// Only if JSON itself refuses it, which no benchmark of ours brings about.
pub fn benchmark(id: RecordId, benchmark: &Benchmark) -> Result<String, Fault> {
    let wire = BenchmarkFileWire::spell(id, benchmark);
    let data = serde_json::to_string_pretty(&wire).map_err(|error| Fault::at("", error.to_string()))?;
    seal(FileKind::Benchmark, &data, benchmark.made)
}

/// What a lead is asked as a file, which a page can carry as the survey's can.
///
/// # Errors
/// Only if JSON itself refuses it, which no request of ours brings about.
pub fn asking(asking: &Asking) -> Result<String, Fault> {
    let data = serde_json::to_string_pretty(&PlanUpdateWire::asking(asking));
    let data = data.map_err(|error| Fault::at("", error.to_string()))?;
    seal(FileKind::PlanUpdate, &data.replace('<', "\\u003c"), asking.request.made)
}

/// What the lead at this device reports as a file to send back: all that whoever asked did not have.
///
/// # Errors
/// If nobody asked here.
pub fn report(workspace: &Workspace, now: DateTime<Utc>) -> Result<String, Fault> {
    let request = workspace.update_request().ok_or_else(|| Fault::at("", "nobody asked for it"))?;
    let title = workspace.plan(request.plan).map(|plan| plan.title.as_str()).unwrap_or_default();
    let wire = PlanUpdateWire::report(request, title, workspace.to_send().into_iter());
    let data = serde_json::to_string_pretty(&wire).map_err(|error| Fault::at("", error.to_string()))?;
    seal(FileKind::PlanUpdate, &data, now)
}

/// What a table gets in an exercise as a file, which a page can carry as the survey's can.
///
/// # Errors
/// Only if JSON itself refuses it, which no exercise of ours brings about.
pub fn seating(seating: &Seating) -> Result<String, Fault> {
    let data = serde_json::to_string_pretty(&TableFileWire::seating(seating));
    let data = data.map_err(|error| Fault::at("", error.to_string()))?;
    seal(FileKind::TableSheets, &data.replace('<', "\\u003c"), seating.made)
}

/// The sheet of a table at this device as a file to give back.
///
/// # Errors
/// If no table takes part in an exercise here.
pub fn table_sheet(workspace: &Workspace, sheet: SheetId, now: DateTime<Utc>) -> Result<String, Fault> {
    let seat = workspace.seat().ok_or_else(|| Fault::at("", "no table takes part in an exercise here"))?;
    given_back(&TableFileWire::brought(seat, workspace.sheet_to_give(sheet)), now)
}

/// The ideas that were noted at this device for a discussion, as a file to give back.
///
/// # Errors
/// If no table takes part in an exercise here.
pub fn table_ideas(workspace: &Workspace, now: DateTime<Utc>) -> Result<String, Fault> {
    let seat = workspace.seat().ok_or_else(|| Fault::at("", "no table takes part in an exercise here"))?;
    given_back(&TableFileWire::brought(seat, workspace.ideas_to_give()), now)
}

fn given_back(wire: &TableFileWire, now: DateTime<Utc>) -> Result<String, Fault> {
    let data = serde_json::to_string_pretty(wire).map_err(|error| Fault::at("", error.to_string()))?;
    seal(FileKind::TableSheets, &data, now)
}

/// The data of a file of records: one record a line, so that two files can be compared line by line.
fn records_data<'a>(
    workspace: WorkspaceId,
    round: Option<RoundId>,
    records: impl Iterator<Item = &'a Arc<Record>>,
) -> Result<String, Fault> {
    let lines: Result<Vec<String>, _> =
        records.map(|record| RecordWire::spell(record).and_then(|wire| serde_json::to_string(&wire))).collect();
    let lines = lines.map_err(|error| Fault::at("", error.to_string()))?.join(",\n");
    let round = round.map(|round| format!("\"round\": \"{round}\",\n")).unwrap_or_default();
    Ok(format!("{{\n\"workspace\": \"{workspace}\",\n{round}\"records\": [\n{lines}\n]\n}}"))
}
