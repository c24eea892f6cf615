//! Making files: a whole workspace, a survey to hand out, responses to send back, the figures that an area gives away,
//! what a lead is asked and reports, or what a table gets and gives back.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::builtin;
use super::envelope::{FileKind, seal};
use super::problem::Fault;
use super::wire::benchmark::BenchmarkFileWire;
use super::wire::record::RecordWire;
use super::wire::response::ResponsesWire;
use super::wire::table_file::TableFileWire;
use super::wire::update::PlanUpdateWire;
use crate::domain::benchmark::Benchmark;
use crate::domain::glossary::found_in;
use crate::domain::ids::{RecordId, RoundId, SheetId, WorkspaceId};
use crate::domain::record::Record;
use crate::domain::registers::{Entry, Register, Term};
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

/// The survey of a round as a file to hand out: with it a respondent can answer and send responses back. What the area says in
/// its glossary of words that stand in the survey goes with it.
///
/// No `<` stands in it, so that no text of a survey can end the element of a page that carries it.
///
/// # Errors
/// If the round or its survey is not in the workspace.
pub fn survey(workspace: &Workspace, round: RoundId, now: DateTime<Utc>) -> Result<String, Fault> {
    let survey = workspace.survey_of(round).ok_or_else(|| Fault::at("", "the round has no survey"))?;
    let ids = [workspace.id().into(), round.into(), survey.hash.record()];
    let ids = ids.into_iter().chain(terms_in(workspace, survey)?);
    let records = ids.filter_map(|id| workspace.records().get(id)).map(|versions| versions.shown());
    let data = records_data(workspace.id(), Some(round), records)?;
    // In JSON it can only stand inside a string, where both spellings mean the same.
    seal(FileKind::Survey, &data.replace('<', "\\u003c"), now)
}

/// The area's own words for terms that stand in a survey, and those for terms of Rainbow's that do.
fn terms_in(workspace: &Workspace, survey: &Survey) -> Result<Vec<RecordId>, Fault> {
    let glossary = builtin::glossary()?;
    let themes = survey.framework.themes.iter().map(|theme| &theme.name);
    let practices = survey.framework.practices.iter().map(|practice| &practice.name);
    let statements = survey.questionnaire.statements.iter().flat_map(|one| [&one.text, &one.at_1, &one.at_5]);
    let texts: Vec<&str> = themes.chain(practices).chain(statements).map(String::as_str).collect();
    let stands = |term: &Term| {
        let known = glossary.terms.iter().filter(|known| term.replaces.as_ref() == Some(&known.id));
        let words = std::iter::once(&term.word).chain(known.map(|known| &known.word));
        !found_in(words, texts.iter().copied()).is_empty()
    };
    let own = workspace.register(Register::Glossary).into_iter();
    Ok(own.filter(|(_, entry)| matches!(entry, Entry::Term(term) if stands(term))).map(|(id, _)| id.into()).collect())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::glossary::Word;
    use crate::domain::ids::{EntryId, ReplicaId};
    use crate::domain::merge::Records;
    use crate::domain::rest::Rest;
    use crate::exchange::import::{self, Content};
    use crate::sample;
    use uuid::Uuid;

    #[test]
    fn a_survey_takes_along_what_the_area_says_of_words_that_stand_in_it_and_no_other() {
        let (mut area, _) = sample::workspace(ReplicaId(1)).unwrap();
        let (round, _) = area.rounds().pop().unwrap();
        let term = |term: &str, is_hidden| Term {
            replaces: None,
            word: Word::read(term, "What we say", ""),
            is_hidden,
            rest: Rest::new(),
        };
        let id = |number| EntryId(Uuid::from_u128(number));
        let own = [(id(1), "lead professional"), (id(2), "Moonlight board")];
        area.add_entries(own.map(|(id, words)| (id, Entry::Term(term(words, false)))).to_vec());
        let glossary = builtin::glossary().unwrap();
        let caf = glossary.terms.iter().find(|known| known.id.as_str() == "caf").unwrap();
        area.set_built_in(caf, term("Our form", true));
        let text = survey(&area, round, DateTime::UNIX_EPOCH).unwrap();
        let Content::Survey(batch, _) = import::read(&text).unwrap().content else { panic!("no survey") };
        let mut there = Workspace::from_records(batch.workspace, ReplicaId(9), Records::default());
        there.take_survey(round, batch.records);
        let words: Vec<_> =
            there.register(Register::Glossary).into_iter().map(|(_, entry)| entry.name().to_owned()).collect();
        assert_eq!(words, ["lead professional", "Our form"], "a word that stands nowhere in the survey stays at home");
        assert!(there.terms(&glossary).iter().any(|line| line.word.term == "Our form" && line.is_hidden));
    }
}
