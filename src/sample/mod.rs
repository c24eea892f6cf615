//! The sample area that "Try it with sample data" opens: a made-up county's Children's Trust, the same every time.
//!
//! Everything is made by named edits of [`Workspace`] from fixed seeds, as of [`today`]. It has been asked twice, a year
//! apart. A larger second round for tests and measurements comes from the same code; its first responses are those of the
//! smaller one.

mod answers;
mod comments;
mod dice;
mod evidence;
mod exercises;
mod headcounts;
mod people;
mod plan;
mod positions;
mod registers;
mod reviews;
mod rooms;
mod survey;
mod targets;
#[cfg(test)]
mod tests;
mod training;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use uuid::Uuid;

use self::dice::Dice;
use self::survey::{FIRST, SECOND};
use crate::domain::ids::{ReplicaId, WorkspaceId};
use crate::domain::workspace::{Edit, EditError, Workspace};
use crate::exchange::builtin;
use crate::exchange::problem::Fault;
use crate::exchange::wire::survey::freeze;

/// How many responses the sample's second round has.
pub const RESPONSES: usize = 54;

/// The sample's workspace, so that it can be told from anybody's own work and be found again.
pub const WORKSPACE: WorkspaceId = workspace_id(RESPONSES);

/// The replica that the sample is made as, whichever tab makes it. Two tabs then make the very same records, which fall
/// together when they meet; made as two replicas, each would be a conflict. Its counts always stand for the same
/// content, so it breaks no promise that a replica makes. Content that differs needs another [`ISSUE`].
const MAKER: ReplicaId = ReplicaId(0x5a3b_1e00_fe45_0001);

/// Which issue of the sample this is. It stands in the workspace's id, so that what is kept of an earlier issue, with other
/// content under the same stamps, never meets this one. To be raised whenever anything of the content changes.
const ISSUE: u128 = 7;

/// The seed of the ids of all records but responses.
const IDS: u64 = 0x0f3a_57b2_c4d6_e819;
/// The same for the first round and what followed from it.
const FIRST_IDS: u64 = 0x2008_57b2_c4d6_e819;
/// The same for the registers and the headcounts.
const REGISTER_IDS: u64 = 0x11e5_57b2_c4d6_e819;

/// The day on which the sample is set, 29 January 2010: the pages show it as it stood then.
pub fn today() -> NaiveDate {
    day(2010, 1, 29)
}

/// The sample area, ready to be changed by `replica`, and the edits that made it, to be saved.
///
/// # Errors
/// None for the framework and the questionnaire that are built in; a test makes the sample.
pub fn workspace(replica: ReplicaId) -> Result<(Workspace, Vec<Edit>), Fault> {
    workspace_of(replica, RESPONSES)
}

/// The same area with another number of responses in its second round, for tests and measurements. It is a workspace of
/// its own: its id differs with the number.
///
/// # Errors
/// As [`workspace`].
pub fn workspace_of(replica: ReplicaId, responses: usize) -> Result<(Workspace, Vec<Edit>), Fault> {
    let (framework, questionnaire) = (builtin::framework()?, builtin::questionnaire()?);
    let asked_first = Arc::new(survey::first_issue(&framework, &questionnaire)?);
    let asked = Arc::new(freeze(&framework, &questionnaire)?);
    let (mut first_ids, mut ids) = (Dice::new(FIRST_IDS), Dice::new(IDS));
    let (mut sample, created) = Workspace::create(workspace_id(responses), MAKER, people::area());
    let mut edits = vec![created];
    edits.extend(FIRST.hold(&mut sample, &asked_first, FIRST.people(), &mut first_ids).map_err(not_made)?);
    edits.extend(targets::agree_first(&mut sample, &framework, &mut first_ids));
    edits.extend(plan::write(&mut sample, &mut ids).map_err(not_made)?);
    edits.extend(SECOND.hold(&mut sample, &asked, responses, &mut ids).map_err(not_made)?);
    edits.extend(targets::agree(&mut sample, &framework, &mut ids));
    edits.extend(reviews::decide(&mut sample));
    edits.extend(evidence::gather(&mut sample, &mut ids).map_err(not_made)?);
    edits.extend(positions::agree(&mut sample, &framework, &mut ids));
    edits.extend(training::map(&mut sample, &mut ids));
    edits.extend(rooms::talk(&mut sample, &framework, &mut ids).map_err(not_made)?);
    let mut register_ids = Dice::new(REGISTER_IDS);
    edits.extend(headcounts::enter(&mut sample, &mut register_ids));
    edits.push(registers::fill(&mut sample, &builtin::glossary()?, &mut register_ids));
    edits.extend(exercises::hold(&mut sample, builtin::outcomes()?).map_err(not_made)?);
    Ok((Workspace::from_records(sample.id(), replica, sample.records().clone()), edits))
}

/// The workspace of the sample with this many responses.
const fn workspace_id(responses: usize) -> WorkspaceId {
    WorkspaceId(Uuid::from_u128(0x4665_6e73_6869_8265_8000_0000_0000_0000 + (ISSUE << 48) + responses as u128))
}

/// A day of the calendar. The sample's days are constants, which a test looks at; no day would be the first of all days.
const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

/// When something of a day was recorded. The sample never has two entries of one day that an order would matter for.
fn recorded(on: NaiveDate) -> DateTime<Utc> {
    on.and_time(NaiveTime::MIN).and_utc()
}

/// An edit of the sample that could not be made, which would be a mistake in this room.
fn not_made(error: EditError) -> Fault {
    Fault { place: "the sample area".to_owned(), what: format!("an edit could not be made ({error:?})") }
}
