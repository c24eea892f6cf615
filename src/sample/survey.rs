//! The sample's round: opened on 1 December 2009 with the whole standard survey, closed on the 18th.

use std::sync::Arc;

use chrono::NaiveDate;

use super::dice::Dice;
use super::{answers, day, recorded};
use crate::domain::ids::{RecordId, RoundId};
use crate::domain::response::{PACK_SIZE, Pack, Response};
use crate::domain::rest::Rest;
use crate::domain::round::{Round, RoundEvent};
use crate::domain::survey::Survey;
use crate::domain::workspace::{Edit, EditError, Workspace};

/// How many responses were required.
const MINIMUM: u32 = 45;
const OPENED: NaiveDate = day(2009, 12, 1);
const CLOSED: NaiveDate = day(2009, 12, 18);

/// Holds the round: opens it, takes this many responses in, and closes it.
pub(super) fn hold(
    sample: &mut Workspace,
    survey: &Arc<Survey>,
    responses: usize,
    ids: &mut Dice,
) -> Result<Vec<Edit>, EditError> {
    let (id, closing) = (RoundId(ids.id()), RecordId(ids.id()));
    let round = Round {
        title: "December 2009".to_owned(),
        surveys: vec![survey.hash],
        minimum: Some(MINIMUM),
        opened: OPENED,
        rest: Rest::new(),
    };
    let mut edits = vec![sample.open_round(id, round, survey.clone())];
    let groups = sample.area().map(|area| area.staff_groups.clone()).unwrap_or_default();
    let said: Vec<Response> = (0..responses).filter_map(|place| answers::response(place, survey, &groups)).collect();
    for responses in said.chunks(PACK_SIZE) {
        let pack = Pack { round: id, survey: survey.hash, responses: responses.to_vec(), rest: Rest::new() };
        edits.push(sample.add_pack(RecordId(ids.id()), pack));
    }
    edits.push(sample.enter_round(closing, id, RoundEvent::Closed, CLOSED, recorded(CLOSED))?);
    Ok(edits)
}
