//! Reading a file into what it brings, with everything checked before anything is shown or changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::envelope::{FileKind, open};
use super::problem::{Fault, Notice, ReadError};
use super::wire;
use super::wire::benchmark::BenchmarkFileWire;
use super::wire::record::RecordWire;
use super::wire::response::{ResponsesWire, SpelledResponses};
use super::wire::table_file::{TableFile, TableFileWire};
use super::wire::update::{PlanUpdateWire, Report, UpdateFile};
use crate::domain::ids::{RecordId, RoundId, WorkspaceId};
use crate::domain::merge::Records;
use crate::domain::record::{Body, Kind, Record};
use crate::domain::registers::Entry;
use crate::domain::seat::Seating;
use crate::domain::update_request::Asking;

/// The largest file that any reader takes, in bytes.
pub const LARGEST_FILE: u64 = 200_000_000;

/// How many versions of one record a file may hold: so many people never change one thing without hearing of each other.
const MOST_VERSIONS: usize = 64;

/// How many kinds of records that only a newer Rainbow understands are told of one by one.
const KINDS_SHOWN: usize = 5;

/// What a file brings.
pub struct Incoming {
    /// What it holds.
    pub content: Content,
    /// What a person should know of before taking it.
    pub notices: Vec<Notice>,
}

/// The content of a file.
pub enum Content {
    /// A whole workspace.
    Workspace(Batch),
    /// A survey to answer.
    Survey(Batch, RoundId),
    /// The figures that another area gave away, as the record that they become.
    Benchmark(Arc<Record>),
    /// Responses; the survey that they answer says in which order their answers stand.
    Responses(SpelledResponses),
    /// What a lead is asked.
    Asking(Box<Asking>),
    /// What a lead reports.
    Report(Report),
    /// What a table gets in an exercise.
    Seating(Box<Seating>),
    /// What a table gives back.
    Sheets(Batch),
}

/// Records of one workspace.
pub struct Batch {
    /// Which workspace.
    pub workspace: WorkspaceId,
    /// The records.
    pub records: Vec<Arc<Record>>,
}

/// The `data` of a file of records.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordsWire {
    workspace: String,
    /// In a survey to hand out: the round that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    round: Option<String>,
    records: Vec<RecordWire>,
}

impl Batch {
    /// The name of the area, if its record is among them.
    pub fn area_name(&self) -> Option<&str> {
        self.records.iter().find_map(|record| match &record.body {
            Body::Area(area) if record.id == self.workspace.into() => Some(area.name.as_str()),
            _ => None,
        })
    }

    /// Closings, targets and progress that are dated after today. `None` if there are none.
    pub fn ahead(&self, today: NaiveDate) -> Option<Notice> {
        let day = |record: &Arc<Record>| match &record.body {
            Body::RoundEntry(entry) => Some(entry.on),
            Body::Target(target) => Some(target.on),
            Body::Progress(progress) => Some(progress.on),
            _ => None,
        };
        let ahead: Vec<NaiveDate> = self.records.iter().filter_map(day).filter(|on| *on > today).collect();
        Some(Notice::Ahead { count: ahead.len(), latest: ahead.into_iter().max()? })
    }

    /// Checks that no record is of another kind than one of the same id among these: that would put what is there out of
    /// the way.
    ///
    /// # Errors
    /// The first that is.
    pub fn fits(&self, there: &Records) -> Result<(), Fault> {
        let is_other = |record: &&Arc<Record>| {
            let kind = record.body.kind();
            there.get(record.id).is_some_and(|versions| versions.iter().any(|version| version.body.kind() != kind))
        };
        match self.records.iter().find(is_other) {
            Some(record) => {
                Err(Fault::at(format!("record {}", record.id), "it is of another kind than what is known under its id"))
            }
            None => Ok(()),
        }
    }
}

/// Reads the text of a file.
///
/// # Errors
/// Why it can't be taken, in one sentence.
pub fn read(text: &str) -> Result<Incoming, ReadError> {
    let opened = open(text)?;
    let mut notices = Vec::new();
    if !opened.intact {
        notices.push(Notice::Changed);
    }
    let content = match opened.kind {
        FileKind::Responses => {
            let wire: ResponsesWire = parse(opened.data)?;
            Content::Responses(wire.try_into()?)
        }
        FileKind::Benchmark => Content::Benchmark(Arc::new(parse::<BenchmarkFileWire>(opened.data)?.read()?)),
        FileKind::PlanUpdate => match parse::<PlanUpdateWire>(opened.data)?.read()? {
            UpdateFile::Asking(asking) => Content::Asking(asking),
            UpdateFile::Report(report) => Content::Report(report),
        },
        FileKind::TableSheets => match parse::<TableFileWire>(opened.data)?.read()? {
            TableFile::Seating(seating) => Content::Seating(seating),
            TableFile::Brought(batch) => Content::Sheets(batch),
        },
        FileKind::Workspace => Content::Workspace(read_records(opened.data)?.0),
        FileKind::Survey => {
            let (batch, round) = read_records(opened.data)?;
            only_what_a_survey_needs(&batch)?;
            Content::Survey(
                batch,
                round.ok_or_else(|| Fault::at("", "it does not say which round the survey belongs to"))?,
            )
        }
    };
    if let Content::Workspace(batch) | Content::Survey(batch, _) = &content {
        notices.extend(newer_kinds(batch));
    }
    Ok(Incoming { content, notices })
}

fn read_records(data: &str) -> Result<(Batch, Option<RoundId>), ReadError> {
    let wire: RecordsWire = parse(data)?;
    let workspace = wire::id(&wire.workspace, WorkspaceId::parse, "the workspace")?;
    let round = wire::maybe_id(wire.round.as_ref(), RoundId::parse, "the round")?;
    let mut records = Vec::with_capacity(wire.records.len());
    let mut versions = BTreeMap::<RecordId, usize>::new();
    for (at, record) in wire.records.into_iter().enumerate() {
        let place = format!("record {}", at.saturating_add(1));
        let record = record.read().map_err(|fault| fault.within(&place))?;
        if matches!(record.body, Body::Area(_)) && record.id != workspace.into() {
            return Err(Fault::at(place, "there is a second area in it").into());
        }
        if record.id == workspace.into() && !matches!(record.body, Body::Area(_)) {
            return Err(Fault::at(place, "something else stands in the place of the area").into());
        }
        let count = versions.entry(record.id).or_default();
        *count = count.saturating_add(1);
        if *count > MOST_VERSIONS {
            let what = format!("there are more than {MOST_VERSIONS} versions of it; nobody could choose among them");
            return Err(Fault::at(place, what).into());
        }
        if !record.body.kind().is_device_only() {
            records.push(Arc::new(record));
        }
    }
    let batch = Batch { workspace, records };
    batch.fits(&batch.records.iter().cloned().collect())?;
    Ok((batch, round))
}

/// A survey to hand out holds the area's lists, a round and its survey, and what the area's words in it mean. Anything else in
/// it has no business there.
fn only_what_a_survey_needs(batch: &Batch) -> Result<(), Fault> {
    let belongs =
        |body: &Body| matches!(body, Body::Area(_) | Body::Round(_) | Body::Survey(_) | Body::Register(Entry::Term(_)));
    let other = batch.records.iter().find(|record| !belongs(&record.body));
    let fault = |record: &Arc<Record>| {
        Fault::at(format!("record {}", record.id), "a survey file holds a survey and nothing else")
    };
    other.map_or(Ok(()), |record| Err(fault(record)))
}

/// Kinds of records that only a newer Rainbow understands, with how many there are of each.
fn newer_kinds(batch: &Batch) -> Vec<Notice> {
    let mut kinds = BTreeMap::<String, usize>::new();
    for record in &batch.records {
        if let Kind::Unknown(kind) = record.body.kind() {
            let count = kinds.entry(kind.into()).or_default();
            *count = count.saturating_add(1);
        }
    }
    let others = kinds.len().saturating_sub(KINDS_SHOWN);
    let count = kinds.values().skip(KINDS_SHOWN).fold(0_usize, |sum, count| sum.saturating_add(*count));
    let shown = kinds.into_iter().take(KINDS_SHOWN).map(|(kind, count)| Notice::Newer { count, kind });
    shown.chain((others > 0).then_some(Notice::OtherNewer { count, kinds: others })).collect()
}

fn parse<'a, T: Deserialize<'a>>(data: &'a str) -> Result<T, ReadError> {
    serde_json::from_str(data).map_err(|error| {
        if error.is_data() && !error.to_string().starts_with("recursion limit") {
            let complaint = error.to_string();
            Fault::at("the data", format!("something is missing or of the wrong type ({complaint})")).into()
        } else {
            ReadError::from_json(&error)
        }
    })
}
