//! A record: the unit in which a workspace is kept, stored, sent and merged.
//!
//! Every change to a workspace makes a new *version* of a record: the same id, a stamp that has seen the versions it
//! replaces, and a whole new body. [`Versions`] holds what is left of a record once replaced versions are gone: one
//! version as a rule, several when edits were made that did not know of each other. `merge.rs` says how two sets meet.
//!
//! A stamp counts, for each replica (one run of one tab), how many of its edits a version has seen. An edit takes the
//! counts of all versions that stand there, joined, and adds one to its own replica's. A version replaces another when it
//! has seen all that the other has, and more. Clocks play no part.

use std::cmp::Reverse;
use std::sync::{Arc, OnceLock};

mod digest;

use self::digest::digest;
use super::agreed::{Assessment, Position};
use super::area::Area;
use super::benchmark::{Benchmark, Given};
use super::comment_review::CommentReview;
use super::design::{Design, DesignStatement};
use super::discussion::{Discussion, Idea};
use super::draft::{Draft, DraftAnswer, Invitation, OwnResponse};
use super::evidence::Evidence;
use super::exercise::{Exercise, TableSheet};
pub use super::export_note::ExportNote;
use super::frozen_report::FrozenReport;
use super::gone::{Ended, Gone};
use super::group_answers::GroupAnswers;
use super::guide::GuideSession;
use super::headcount::Headcount;
use super::ids::RecordId;
pub use super::kind::Kind;
use super::plan::{Plan, PlanItem, Progress};
use super::plan_history::{ItemWas, PlanSignOff};
use super::registers::Entry;
use super::report_text::ReportText;
use super::response::{Pack, Withdrawal, withdrawal_record};
use super::round::{Round, RoundEntry, Target};
use super::seat::Seat;
use super::shared_device::SharedDevice;
use super::sign_off::SignOff;
use super::stamp::{Descent, Stamp};
use super::step::Step;
use super::survey::Survey;
use super::table_mapping::Mapping;
use super::training::{TrainingEvent, TrainingGap};
use super::update_request::UpdateRequest;

/// One version of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Which record this is a version of.
    pub id: RecordId,
    /// Which edits this version has seen.
    pub stamp: Stamp,
    /// What it says.
    pub body: Body,
}

/// What a record can be. A body is replaced whole, never changed in part.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Body {
    /// The area itself: its name, sectors and staff groups. Its record id is the workspace's id.
    Area(Area),
    /// A survey as it was handed out, under the hash of its content.
    Survey(Arc<Survey>),
    /// A round: one time of asking.
    Round(Round),
    /// Something that happened to a round on a day, such as its closing.
    RoundEntry(RoundEntry),
    /// Gathered responses.
    Pack(Arc<Pack>),
    /// That a person took their response back.
    Withdrawal(Withdrawal),
    /// Where the area wants to be on a theme.
    Target(Target),
    /// A plan.
    Plan(Plan),
    /// An item of a plan, such as an action.
    PlanItem(PlanItem),
    /// What was reported about a plan item on a day.
    Progress(Progress),
    /// Words that a person wrote for a report.
    ReportText(ReportText),
    /// A response in progress on this device.
    Draft(Draft),
    /// One answer of a response in progress on this device.
    DraftAnswer(DraftAnswer),
    /// That a file was made on this device.
    Export(ExportNote),
    /// What an edit did on this device, to be undone or done again.
    Step(Arc<Step>),
    /// A finished response as the device of who answered keeps it.
    OwnResponse(Arc<OwnResponse>),
    /// That a response in progress, or a copy of a finished one, is over on this device.
    Ended(Ended),
    /// That this device was asked to answer.
    Invitation(Invitation),
    /// A survey design.
    Design(Design),
    /// A statement of a survey design.
    DesignStatement(DesignStatement),
    /// What was decided about a comment before it may be shared.
    CommentReview(CommentReview),
    /// How a table from another survey tool is read on this device.
    TableMapping(Mapping),
    /// What a group said to a survey by show of hands.
    GroupAnswers(GroupAnswers),
    /// That many people answer on this device, one after the other.
    SharedDevice(SharedDevice),
    /// The figures that another area gave away.
    Benchmark(Benchmark),
    /// That this area gave its figures away.
    BenchmarkGiven(Given),
    /// What was heard or found beside the survey.
    Evidence(Evidence),
    /// Where the Trust agreed that it is on an arc.
    Position(Position),
    /// The overall assessment in words.
    Assessment(Assessment),
    /// That somebody signed off what was agreed.
    SignOff(SignOff),
    /// How a plan item stood before it was changed.
    ItemWas(ItemWas),
    /// That somebody signed a plan off.
    PlanSignOff(PlanSignOff),
    /// What a lead was asked at this device.
    UpdateRequest(UpdateRequest),
    /// A training event.
    TrainingEvent(TrainingEvent),
    /// How a gap in training is addressed.
    TrainingGap(TrainingGap),
    /// An exercise in which tables sort cards.
    Exercise(Exercise),
    /// What a table placed where in an exercise.
    TableSheet(TableSheet),
    /// That a table sorts at this device.
    Seat(Seat),
    /// A rainbow discussion.
    Discussion(Discussion),
    /// An idea of a rainbow discussion.
    Idea(Idea),
    /// A focus group or workshop that works from the guide.
    GuideSession(GuideSession),
    /// An entry of a register.
    Register(Entry),
    /// How many people work where.
    Headcount(Headcount),
    /// A report as it was on a day.
    FrozenReport(FrozenReport),
    /// A kind of record that a newer Rainbow wrote; carried untouched.
    Unknown {
        /// The kind as spelled in the file.
        kind: Box<str>,
        /// The body as it came.
        body: serde_json::Value,
    },
    /// The record was deleted; what kind it was is kept.
    Deleted(Kind),
}

impl Body {
    /// Whether this says that the record was deleted.
    pub fn is_deleted(&self) -> bool {
        matches!(self, Self::Deleted(_))
    }

    /// What is left of the body of a record when what is gone for good is taken out of it; `None` when it holds nothing of
    /// that. An answer in progress that is gone is as good as deleted.
    #[must_use]
    pub fn without(&self, record: RecordId, gone: &Gone) -> Option<Self> {
        match self {
            Self::Pack(pack) => pack.without(gone.withdrawn()).map(|pack| Self::Pack(pack.into())),
            Self::Draft(draft) => {
                let corrects_it = draft.corrects.is_some_and(|one| gone.withdrawn().contains(&one.response));
                (corrects_it || gone.has(record.into())).then_some(Self::Deleted(Kind::Draft))
            }
            Self::DraftAnswer(said) => gone.has(said.draft).then_some(Self::Deleted(Kind::DraftAnswer)),
            Self::OwnResponse(own) => {
                let is_gone = gone.has(record.into()) || gone.withdrawn().contains(&own.response.id);
                is_gone.then_some(Self::Deleted(Kind::OwnResponse))
            }
            Self::Step(step) => step.without(gone).map(|step| Self::Step(step.into())),
            Self::CommentReview(review) => {
                gone.withdrawn().contains(&review.response).then_some(Self::Deleted(Kind::CommentReview))
            }
            // Whether a newer Rainbow's record speaks of a response, nobody here can tell.
            Self::Unknown { .. }
            | Self::Area(_)
            | Self::Benchmark(_)
            | Self::BenchmarkGiven(_)
            | Self::Survey(_)
            | Self::Round(_)
            | Self::RoundEntry(_)
            | Self::Withdrawal(_)
            | Self::Target(_)
            | Self::Plan(_)
            | Self::PlanItem(_)
            | Self::Progress(_)
            | Self::ReportText(_)
            | Self::Export(_)
            | Self::Ended(_)
            | Self::Invitation(_)
            | Self::Design(_)
            | Self::DesignStatement(_)
            | Self::TableMapping(_)
            | Self::GroupAnswers(_)
            | Self::SharedDevice(_)
            | Self::Evidence(_)
            | Self::Position(_)
            | Self::Assessment(_)
            | Self::SignOff(_)
            | Self::ItemWas(_)
            | Self::PlanSignOff(_)
            | Self::UpdateRequest(_)
            | Self::TrainingEvent(_)
            | Self::TrainingGap(_)
            | Self::Exercise(_)
            | Self::TableSheet(_)
            | Self::Seat(_)
            | Self::Discussion(_)
            | Self::Idea(_)
            | Self::GuideSession(_)
            | Self::Register(_)
            | Self::Headcount(_)
            | Self::FrozenReport(_)
            | Self::Deleted(_) => None,
        }
    }
}

/// The versions of one record that no other version replaces. Never empty.
///
/// One version is the ordinary case. Several are *siblings*: edits that did not know of each other. They are kept in an
/// order that follows from their stamps and content alone, so that every copy shows them alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions {
    first: Ranked,
    others: Vec<Ranked>,
}

impl Versions {
    /// A record with one version.
    pub fn one(record: Arc<Record>) -> Self {
        Self { first: Ranked::new(record), others: Vec::new() }
    }

    /// All versions, first the one that [`Versions::shown`] gives.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Record>> {
        self.ranked().map(|ranked| &ranked.version)
    }

    /// The version to show where only one can be shown: the first in order, an edit before a deletion. So an edit and a
    /// deletion that did not know of each other show as the edit until a person chooses; one that knew of the other
    /// replaces it.
    pub fn shown(&self) -> &Arc<Record> {
        &self.first.version
    }

    /// What the versions say, each thing once, in their order.
    pub fn bodies(&self) -> Vec<&Body> {
        let mut bodies: Vec<&Body> = Vec::new();
        for version in self.iter() {
            if !bodies.contains(&&version.body) {
                bodies.push(&version.body);
            }
        }
        bodies
    }

    /// Whether edits met that did not know of each other and say different things, so that a person has to choose.
    /// Withdrawals of the same response agree whatever else they say.
    pub fn in_conflict(&self) -> bool {
        // The shown one is the first, and like itself.
        self.iter().skip(1).any(|version| version.body != self.shown().body) && !is_withdrawal(self.shown())
    }

    /// Whether all that is left of it is that something which was only ever on this device is gone from it.
    pub fn is_gone_from_device(&self) -> bool {
        self.iter().all(|version| version.body.is_deleted() && version.body.kind().is_device_only())
    }

    /// A stamp that has seen all versions: an edit that carries it, one step on, replaces them all.
    pub fn seen(&self) -> Stamp {
        self.iter().skip(1).fold(self.shown().stamp.clone(), |seen, version| seen.joined(&version.stamp))
    }

    /// Takes in another version of the same record; `true` if that changed anything.
    ///
    /// A version goes when another has seen more; equal stamps with different bodies stay side by side. A withdrawal
    /// outranks everything else in its place, a deletion too.
    pub fn take(&mut self, incoming: Arc<Record>) -> bool {
        let known = self.iter().any(|mine| *mine == incoming || replaces(mine, &incoming));
        if known {
            return false;
        }
        let mut kept: Vec<Ranked> = self.ranked().filter(|mine| !replaces(&incoming, &mine.version)).cloned().collect();
        let incoming = Ranked::new(incoming);
        // The others stand in order already, and each keeps its digest: siblings by the dozen cost one digest each.
        let place = kept.partition_point(|mine| mine.comes_before(&incoming));
        kept.insert(place, incoming);
        self.put(kept);
        true
    }

    /// Puts another body in the place of a version's, under the same stamp: how a withdrawn response is taken out of a
    /// pack. Versions that became equal fall together. `true` if anything changed.
    pub(super) fn rewrite(&mut self, rewritten: impl Fn(&Record) -> Option<Record>) -> bool {
        let mut changed = false;
        let mut versions: Vec<Ranked> = Vec::new();
        for ranked in self.ranked() {
            let next = rewritten(&ranked.version).map(|next| Ranked::new(Arc::new(next)));
            changed |= next.is_some();
            let next = next.unwrap_or_else(|| ranked.clone());
            if !versions.contains(&next) {
                let place = versions.partition_point(|other| other.comes_before(&next));
                versions.insert(place, next);
            }
        }
        if changed {
            self.put(versions);
        }
        changed
    }

    fn ranked(&self) -> impl Iterator<Item = &Ranked> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// Keeps these, which stand in order. A record keeps at least the version that it has.
    fn put(&mut self, versions: Vec<Ranked>) {
        let mut versions = versions.into_iter();
        if let Some(first) = versions.next() {
            self.first = first;
            self.others = versions.collect();
        }
    }
}

/// A version with the digest of its content, once it was asked for.
#[derive(Clone, Debug)]
struct Ranked {
    version: Arc<Record>,
    digest: OnceLock<[u8; 32]>,
}

impl Ranked {
    fn new(version: Arc<Record>) -> Self {
        Self { version, digest: OnceLock::new() }
    }

    /// Edits before deletions; of these the one first that has seen most, and then by the digest of its content.
    fn comes_before(&self, other: &Self) -> bool {
        let seen_most = |ranked: &Self| (ranked.version.body.is_deleted(), Reverse(ranked.version.stamp.height()));
        let by_stamp = seen_most(self).cmp(&seen_most(other));
        by_stamp.then_with(|| self.digest().cmp(other.digest())).is_lt()
    }

    fn digest(&self) -> &[u8; 32] {
        self.digest.get_or_init(|| digest(&self.version))
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.version == other.version
    }
}

impl Eq for Ranked {}

/// Whether this is a withdrawal in its own place. Its record's id follows from its response's, so all withdrawals of a
/// response meet in one record. Anywhere else it is a version like any other, so that no file can use
/// one to put something else out of the way.
fn is_withdrawal(record: &Record) -> bool {
    matches!(&record.body, Body::Withdrawal(withdrawal) if record.id == withdrawal_record(withdrawal.response))
}

/// Whether `a` makes `b` redundant. This is a strict order: what is left of a set of versions are those that no other one
/// replaces, and that depends on the set alone and not on the order in which it came together.
fn replaces(a: &Record, b: &Record) -> bool {
    match (is_withdrawal(a), is_withdrawal(b)) {
        (true, false) => true,
        (false, true) => false,
        _ => b.stamp.descent(&a.stamp) == Descent::Before,
    }
}

#[cfg(test)]
mod tests;
