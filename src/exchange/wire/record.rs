//! A version of a record as it is spelled in files and stores: id, kind, stamp and the body of its kind.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::agreed::{AssessmentWire, PositionWire, SignOffWire};
use super::area::AreaWire;
use super::benchmark::{BenchmarkWire, GivenWire};
use super::comment_review::CommentReviewWire;
use super::design::{DesignStatementWire, DesignWire};
use super::discussion::{DiscussionWire, IdeaWire};
use super::draft::{DraftAnswerWire, DraftWire, EndedWire, ExportNoteWire, InvitationWire};
use super::evidence::EvidenceWire;
use super::exercise::ExerciseWire;
use super::frozen_report::FrozenReportWire;
use super::group_answers::GroupAnswersWire;
use super::guide::GuideSessionWire;
use super::headcount::HeadcountWire;
use super::id;
use super::own_response::OwnResponseWire;
use super::plan::{PlanItemWire, PlanWire};
use super::plan_history::{ItemWasWire, PlanSignOffWire};
use super::progress::ProgressWire;
use super::registers::{ConsultationWire, ContactWire, RelatedStrategyWire, TermWire};
use super::report_text::ReportTextWire;
use super::response::{PackWire, WithdrawalWire};
use super::round::{RoundEntryWire, RoundWire, TargetWire};
use super::seat::SeatWire;
use super::shared_device::SharedDeviceWire;
use super::step::StepWire;
use super::survey::SurveyWire;
use super::table_mapping::TableMappingWire;
use super::table_sheet::TableSheetWire;
use super::training::{TrainingEventWire, TrainingGapWire};
use super::update_request::UpdateRequestWire;
use crate::domain::comment_review::comment_review_record;
use crate::domain::draft::draft_answer_record;
use crate::domain::glossary::term_record;
use crate::domain::gone::ended_record;
use crate::domain::ids::{RecordId, ReplicaId, is_text_id};
use crate::domain::record::{Body, Kind, Record};
use crate::domain::registers::{Entry, Term};
use crate::domain::report_text::report_text_record;
use crate::domain::response::withdrawal_record;
use crate::domain::stamp::Stamp;
use crate::domain::table_mapping::table_mapping_record;
use crate::exchange::problem::Fault;

/// A version of a record. It has a body, or says that the record was deleted.
#[derive(Serialize, Deserialize)]
pub struct RecordWire {
    id: String,
    kind: String,
    /// By replica: how many of its edits this version has seen.
    stamp: BTreeMap<String, u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body: Option<Box<RawValue>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    deleted: bool,
}

impl RecordWire {
    /// Spells a version.
    ///
    /// # Errors
    /// Only if JSON itself refuses the body, which no body of ours brings about.
    pub fn spell(record: &Record) -> Result<Self, serde_json::Error> {
        let body = match &record.body {
            Body::Area(body) => Some(raw(&AreaWire::from(body))?),
            Body::Survey(body) => Some(raw(&SurveyWire::from(&**body))?),
            Body::Round(body) => Some(raw(&RoundWire::from(body))?),
            Body::RoundEntry(body) => Some(raw(&RoundEntryWire::from(body))?),
            Body::Pack(body) => Some(raw(&PackWire::from(&**body))?),
            Body::Withdrawal(body) => Some(raw(&WithdrawalWire::from(body))?),
            Body::Target(body) => Some(raw(&TargetWire::from(body))?),
            Body::Plan(body) => Some(raw(&PlanWire::from(body))?),
            Body::PlanItem(body) => Some(raw(&PlanItemWire::from(body))?),
            Body::Progress(body) => Some(raw(&ProgressWire::from(body))?),
            Body::ReportText(body) => Some(raw(&ReportTextWire::from(body))?),
            Body::Draft(body) => Some(raw(&DraftWire::from(body))?),
            Body::DraftAnswer(body) => Some(raw(&DraftAnswerWire::from(body))?),
            Body::Export(body) => Some(raw(&ExportNoteWire::from(body))?),
            Body::Step(body) => Some(raw(&StepWire::spell(body)?)?),
            Body::OwnResponse(body) => Some(raw(&OwnResponseWire::from(&**body))?),
            Body::Ended(body) => Some(raw(&EndedWire::from(body))?),
            Body::Invitation(body) => Some(raw(&InvitationWire::from(body))?),
            Body::Design(body) => Some(raw(&DesignWire::from(body))?),
            Body::DesignStatement(body) => Some(raw(&DesignStatementWire::from(body))?),
            Body::CommentReview(body) => Some(raw(&CommentReviewWire::from(body))?),
            Body::TableMapping(body) => Some(raw(&TableMappingWire::from(body))?),
            Body::GroupAnswers(body) => Some(raw(&GroupAnswersWire::from(body))?),
            Body::SharedDevice(body) => Some(raw(&SharedDeviceWire::from(body))?),
            Body::Benchmark(body) => Some(raw(&BenchmarkWire::from(body))?),
            Body::BenchmarkGiven(body) => Some(raw(&GivenWire::from(body))?),
            Body::Evidence(body) => Some(raw(&EvidenceWire::from(body))?),
            Body::Position(body) => Some(raw(&PositionWire::from(body))?),
            Body::Assessment(body) => Some(raw(&AssessmentWire::from(body))?),
            Body::SignOff(body) => Some(raw(&SignOffWire::from(body))?),
            Body::ItemWas(body) => Some(raw(&ItemWasWire::from(body))?),
            Body::PlanSignOff(body) => Some(raw(&PlanSignOffWire::from(body))?),
            Body::UpdateRequest(body) => Some(raw(&UpdateRequestWire::from(body))?),
            Body::TrainingEvent(body) => Some(raw(&TrainingEventWire::from(body))?),
            Body::TrainingGap(body) => Some(raw(&TrainingGapWire::from(body))?),
            Body::Exercise(body) => Some(raw(&ExerciseWire::from(body))?),
            Body::TableSheet(body) => Some(raw(&TableSheetWire::from(body))?),
            Body::Seat(body) => Some(raw(&SeatWire::from(body))?),
            Body::Discussion(body) => Some(raw(&DiscussionWire::from(body))?),
            Body::Idea(body) => Some(raw(&IdeaWire::from(body))?),
            Body::GuideSession(body) => Some(raw(&GuideSessionWire::from(body))?),
            Body::Register(Entry::RelatedStrategy(body)) => Some(raw(&RelatedStrategyWire::from(body))?),
            Body::Register(Entry::Consultation(body)) => Some(raw(&ConsultationWire::from(body))?),
            Body::Register(Entry::Term(body)) => Some(raw(&TermWire::from(body))?),
            Body::Register(Entry::Contact(body)) => Some(raw(&ContactWire::from(body))?),
            Body::Headcount(body) => Some(raw(&HeadcountWire::from(body))?),
            Body::FrozenReport(body) => Some(raw(&FrozenReportWire::from(body))?),
            Body::Unknown { body, .. } => Some(raw(body)?),
            Body::Deleted(_) => None,
        };
        Ok(Self {
            id: record.id.to_string(),
            kind: record.body.kind().word().to_owned(),
            stamp: counts(&record.stamp),
            body,
            deleted: record.body.is_deleted(),
        })
    }

    /// Reads a version.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn read(self) -> Result<Record, Fault> {
        let place = format!("{} {}", super::shown(&self.kind), super::shown(&self.id));
        self.read_parts().map_err(|fault| fault.within(&place))
    }

    fn read_parts(self) -> Result<Record, Fault> {
        let record_id = id(&self.id, RecordId::parse, "the id")?;
        let stamp = stamp(&self.stamp)?;
        let kind = Kind::of_word(&self.kind);
        if matches!(kind, Kind::Unknown(_)) && (self.kind.len() > LONGEST_KIND || !is_text_id(&self.kind)) {
            return Err(Fault::at("", "its kind is not a word such as plan-item"));
        }
        let raw = match (&self.body, self.deleted) {
            (Some(raw), false) => raw,
            (None, true) if kind == Kind::Withdrawal => {
                return Err(Fault::at("", "a withdrawal can\u{2019}t be deleted"));
            }
            (None, true) => return Ok(Record { id: record_id, stamp, body: Body::Deleted(kind) }),
            (None, false) => return Err(Fault::at("", "its content is missing")),
            (Some(_), true) => return Err(Fault::at("", "it is marked as deleted and has content all the same")),
        };
        let text = raw.get();
        let body = match kind {
            Kind::Area => Body::Area(parse::<AreaWire>(text)?.try_into()?),
            Kind::Survey => Body::Survey(Arc::new(parse::<SurveyWire>(text)?.try_into()?)),
            Kind::Round => Body::Round(parse::<RoundWire>(text)?.try_into()?),
            Kind::RoundEntry => Body::RoundEntry(parse::<RoundEntryWire>(text)?.try_into()?),
            Kind::Pack => Body::Pack(Arc::new(parse::<PackWire>(text)?.try_into()?)),
            Kind::Withdrawal => Body::Withdrawal(parse::<WithdrawalWire>(text)?.try_into()?),
            Kind::Target => Body::Target(parse::<TargetWire>(text)?.try_into()?),
            Kind::Plan => Body::Plan(parse::<PlanWire>(text)?.try_into()?),
            Kind::PlanItem => Body::PlanItem(parse::<PlanItemWire>(text)?.try_into()?),
            Kind::Progress => Body::Progress(parse::<ProgressWire>(text)?.try_into()?),
            Kind::ReportText => Body::ReportText(parse::<ReportTextWire>(text)?.try_into()?),
            Kind::Draft => Body::Draft(parse::<DraftWire>(text)?.try_into()?),
            Kind::DraftAnswer => Body::DraftAnswer(parse::<DraftAnswerWire>(text)?.try_into()?),
            Kind::Export => Body::Export(parse::<ExportNoteWire>(text)?.try_into()?),
            Kind::Step => Body::Step(Arc::new(parse::<StepWire>(text)?.read()?)),
            Kind::OwnResponse => Body::OwnResponse(Arc::new(parse::<OwnResponseWire>(text)?.try_into()?)),
            Kind::Ended => Body::Ended(parse::<EndedWire>(text)?.try_into()?),
            Kind::Invitation => Body::Invitation(parse::<InvitationWire>(text)?.try_into()?),
            Kind::Design => Body::Design(parse::<DesignWire>(text)?.try_into()?),
            Kind::DesignStatement => Body::DesignStatement(parse::<DesignStatementWire>(text)?.try_into()?),
            Kind::CommentReview => Body::CommentReview(parse::<CommentReviewWire>(text)?.try_into()?),
            Kind::TableMapping => Body::TableMapping(parse::<TableMappingWire>(text)?.try_into()?),
            Kind::GroupAnswers => Body::GroupAnswers(parse::<GroupAnswersWire>(text)?.try_into()?),
            Kind::SharedDevice => Body::SharedDevice(parse::<SharedDeviceWire>(text)?.try_into()?),
            Kind::Benchmark => Body::Benchmark(parse::<BenchmarkWire>(text)?.try_into()?),
            Kind::BenchmarkGiven => Body::BenchmarkGiven(parse::<GivenWire>(text)?.try_into()?),
            Kind::Evidence => Body::Evidence(parse::<EvidenceWire>(text)?.try_into()?),
            Kind::Position => Body::Position(parse::<PositionWire>(text)?.try_into()?),
            Kind::Assessment => Body::Assessment(parse::<AssessmentWire>(text)?.try_into()?),
            Kind::SignOff => Body::SignOff(parse::<SignOffWire>(text)?.try_into()?),
            Kind::ItemWas => Body::ItemWas(parse::<ItemWasWire>(text)?.try_into()?),
            Kind::PlanSignOff => Body::PlanSignOff(parse::<PlanSignOffWire>(text)?.try_into()?),
            Kind::UpdateRequest => Body::UpdateRequest(parse::<UpdateRequestWire>(text)?.try_into()?),
            Kind::TrainingEvent => Body::TrainingEvent(parse::<TrainingEventWire>(text)?.try_into()?),
            Kind::TrainingGap => Body::TrainingGap(parse::<TrainingGapWire>(text)?.try_into()?),
            Kind::Exercise => Body::Exercise(parse::<ExerciseWire>(text)?.try_into()?),
            Kind::TableSheet => Body::TableSheet(parse::<TableSheetWire>(text)?.try_into()?),
            Kind::Seat => Body::Seat(parse::<SeatWire>(text)?.try_into()?),
            Kind::Discussion => Body::Discussion(parse::<DiscussionWire>(text)?.try_into()?),
            Kind::Idea => Body::Idea(parse::<IdeaWire>(text)?.try_into()?),
            Kind::GuideSession => Body::GuideSession(parse::<GuideSessionWire>(text)?.try_into()?),
            Kind::RelatedStrategy => {
                Body::Register(Entry::RelatedStrategy(parse::<RelatedStrategyWire>(text)?.try_into()?))
            }
            Kind::Consultation => Body::Register(Entry::Consultation(parse::<ConsultationWire>(text)?.try_into()?)),
            Kind::Term => Body::Register(Entry::Term(parse::<TermWire>(text)?.try_into()?)),
            Kind::Contact => Body::Register(Entry::Contact(parse::<ContactWire>(text)?.try_into()?)),
            Kind::Headcount => Body::Headcount(parse::<HeadcountWire>(text)?.try_into()?),
            Kind::FrozenReport => Body::FrozenReport(parse::<FrozenReportWire>(text)?.try_into()?),
            Kind::Unknown(kind) => Body::Unknown { kind, body: parse(text)? },
        };
        in_its_place(record_id, &body)?;
        Ok(Record { id: record_id, stamp, body })
    }
}

/// Spells a stamp: by replica, how many of its edits were seen.
pub(super) fn counts(stamp: &Stamp) -> BTreeMap<String, u64> {
    stamp.counts().map(|(replica, count)| (replica.to_string(), count)).collect()
}

/// The longest word for a kind, in bytes.
const LONGEST_KIND: usize = 40;

/// The highest count in a stamp: every program that reads JSON can tell it from its neighbours, and nobody makes so many edits.
const MOST_EDITS: u64 = 1 << 53;

/// Reads a stamp.
pub(super) fn stamp(counts: &BTreeMap<String, u64>) -> Result<Stamp, Fault> {
    if counts.values().any(|count| *count > MOST_EDITS) {
        return Err(Fault::at("", "its stamp counts more edits than anybody can have made"));
    }
    let counts = counts.iter().map(|(replica, count)| Ok((id(replica, ReplicaId::parse, "a replica")?, *count)));
    Ok(Stamp::from_counts(counts.collect::<Result<Vec<_>, Fault>>()?))
}

/// Whether a body whose record follows from its content stands in that record. Anywhere else it could put something out
/// of the way that it has nothing to do with, or change what a survey's hash stands for.
fn in_its_place(id: RecordId, body: &Body) -> Result<(), Fault> {
    let belongs = match body {
        Body::Survey(survey) => survey.hash.record(),
        Body::Withdrawal(withdrawal) => withdrawal_record(withdrawal.response),
        Body::ReportText(words) => report_text_record(words.about, &words.part),
        Body::DraftAnswer(said) => draft_answer_record(said.draft, &said.statement),
        Body::Ended(ended) => ended_record(ended.what),
        Body::CommentReview(review) => comment_review_record(review.response, &review.statement),
        Body::TableMapping(mapping) => table_mapping_record(&mapping.heads),
        Body::TrainingGap(gap) => gap.id().into(),
        Body::Register(Entry::Term(Term { replaces: Some(term), .. })) => term_record(term),
        _ => id,
    };
    if belongs == id { Ok(()) } else { Err(Fault::at("", "it is kept under the id of something else")) }
}

fn raw<T: Serialize>(body: &T) -> Result<Box<RawValue>, serde_json::Error> {
    serde_json::value::to_raw_value(body)
}

fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|error| Fault::at("", said_plainly(&error)))
}

/// A JSON reader's complaint without its line and column, which are of the body and not of the file.
fn said_plainly(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let complaint = text.split(" at line ").next().unwrap_or_default();
    if complaint.starts_with("recursion limit") {
        "something is nested more deeply than in any Rainbow file".to_owned()
    } else {
        format!("something is missing or of the wrong type: {complaint}")
    }
}

/// The schema of a version: the kind says which body goes with it.
#[cfg(feature = "schema")]
impl schemars::JsonSchema for RecordWire {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Record".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut by_kind = Vec::new();
        for kind in Kind::KNOWN {
            if let Some(body) = body_schema(kind, generator) {
                by_kind.push(schemars::json_schema!({
                    "if": { "properties": { "kind": { "const": kind.word() } } },
                    "then": { "properties": { "body": body } },
                }));
            }
        }
        schemars::json_schema!({
            "type": "object",
            "description": "A version of a record: with a body, or marked as deleted. Kinds that are not listed are kept as they are.",
            "required": ["id", "kind", "stamp"],
            "properties": {
                "id": { "type": "string", "format": "uuid" },
                "kind": { "type": "string" },
                "stamp": {
                    "type": "object",
                    "description": "By replica (16 hexadecimal digits): how many of its edits this version has seen.",
                    "additionalProperties": { "type": "integer", "minimum": 1, "maximum": MOST_EDITS },
                },
                "body": {},
                "deleted": { "const": true },
            },
            "allOf": by_kind,
        })
    }
}

/// The schema of what records of a kind hold; `None` for what is never in a file.
#[cfg(feature = "schema")]
fn body_schema(kind: &Kind, generator: &mut schemars::SchemaGenerator) -> Option<schemars::Schema> {
    Some(match kind {
        Kind::Area => generator.subschema_for::<AreaWire>(),
        Kind::Survey => generator.subschema_for::<SurveyWire>(),
        Kind::Round => generator.subschema_for::<RoundWire>(),
        Kind::RoundEntry => generator.subschema_for::<RoundEntryWire>(),
        Kind::Pack => generator.subschema_for::<PackWire>(),
        Kind::Withdrawal => generator.subschema_for::<WithdrawalWire>(),
        Kind::Target => generator.subschema_for::<TargetWire>(),
        Kind::Plan => generator.subschema_for::<PlanWire>(),
        Kind::PlanItem => generator.subschema_for::<PlanItemWire>(),
        Kind::Progress => generator.subschema_for::<ProgressWire>(),
        Kind::ReportText => generator.subschema_for::<ReportTextWire>(),
        Kind::Design => generator.subschema_for::<DesignWire>(),
        Kind::DesignStatement => generator.subschema_for::<DesignStatementWire>(),
        Kind::CommentReview => generator.subschema_for::<CommentReviewWire>(),
        Kind::GroupAnswers => generator.subschema_for::<GroupAnswersWire>(),
        Kind::Benchmark => generator.subschema_for::<BenchmarkWire>(),
        Kind::BenchmarkGiven => generator.subschema_for::<GivenWire>(),
        Kind::Evidence => generator.subschema_for::<EvidenceWire>(),
        Kind::Position => generator.subschema_for::<PositionWire>(),
        Kind::Assessment => generator.subschema_for::<AssessmentWire>(),
        Kind::SignOff => generator.subschema_for::<SignOffWire>(),
        Kind::ItemWas => generator.subschema_for::<ItemWasWire>(),
        Kind::PlanSignOff => generator.subschema_for::<PlanSignOffWire>(),
        Kind::TrainingEvent => generator.subschema_for::<TrainingEventWire>(),
        Kind::TrainingGap => generator.subschema_for::<TrainingGapWire>(),
        Kind::Exercise => generator.subschema_for::<ExerciseWire>(),
        Kind::TableSheet => generator.subschema_for::<TableSheetWire>(),
        Kind::Discussion => generator.subschema_for::<DiscussionWire>(),
        Kind::Idea => generator.subschema_for::<IdeaWire>(),
        Kind::GuideSession => generator.subschema_for::<GuideSessionWire>(),
        Kind::RelatedStrategy => generator.subschema_for::<RelatedStrategyWire>(),
        Kind::Consultation => generator.subschema_for::<ConsultationWire>(),
        Kind::Term => generator.subschema_for::<TermWire>(),
        Kind::Contact => generator.subschema_for::<ContactWire>(),
        Kind::Headcount => generator.subschema_for::<HeadcountWire>(),
        Kind::FrozenReport => generator.subschema_for::<FrozenReportWire>(),
        Kind::Draft
        | Kind::DraftAnswer
        | Kind::Export
        | Kind::Step
        | Kind::OwnResponse
        | Kind::Ended
        | Kind::Invitation
        | Kind::TableMapping
        | Kind::SharedDevice
        | Kind::UpdateRequest
        | Kind::Seat
        | Kind::Unknown(_) => return None,
    })
}
