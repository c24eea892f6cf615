//! What a lead was asked, as the lead's own device keeps it, spelled for the stores.

use serde::{Deserialize, Serialize};

use super::{Rest, day, id, is_blank, moment, moment_text};
use crate::domain::ids::{ItemId, PlanId, RecordId, WorkspaceId};
use crate::domain::round::ReturnsTo;
use crate::domain::update_request::UpdateRequest;
use crate::exchange::problem::Fault;

/// What a lead was asked, and how far they have come with it.
#[derive(Serialize, Deserialize)]
pub struct UpdateRequestWire {
    area: String,
    area_name: String,
    plan: String,
    lead: String,
    made: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    asked_by: Option<String>,
    #[serde(default, skip_serializing_if = "is_blank")]
    returns_to: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    returns_to_email: String,
    items: Vec<String>,
    known: Vec<String>,
    #[serde(default, skip_serializing_if = "is_blank")]
    reporter: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    earlier: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    given: Vec<String>,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&UpdateRequest> for UpdateRequestWire {
    fn from(request: &UpdateRequest) -> Self {
        fn texts<T: ToString>(ids: impl IntoIterator<Item = T>) -> Vec<String> {
            ids.into_iter().map(|id| id.to_string()).collect()
        }
        Self {
            area: request.area.to_string(),
            area_name: request.area_name.clone(),
            plan: request.plan.to_string(),
            lead: request.lead.clone(),
            made: moment_text(request.made),
            asked_by: request.asked_by.map(|day| day.to_string()),
            returns_to: request.returns_to.role.clone(),
            returns_to_email: request.returns_to.email.clone(),
            items: texts(&request.items),
            known: texts(&request.known),
            reporter: request.reporter.clone(),
            earlier: texts(&request.earlier),
            given: texts(&request.given),
            rest: request.rest.clone(),
        }
    }
}

impl TryFrom<UpdateRequestWire> for UpdateRequest {
    type Error = Fault;

    fn try_from(wire: UpdateRequestWire) -> Result<Self, Fault> {
        let entries = |ids: &[String]| -> Result<_, Fault> {
            ids.iter().map(|text| id(text, RecordId::parse, "the entry")).collect()
        };
        Ok(Self {
            area: id(&wire.area, WorkspaceId::parse, "the area")?,
            area_name: wire.area_name,
            plan: id(&wire.plan, PlanId::parse, "the plan")?,
            lead: wire.lead,
            made: moment(&wire.made, "the time it was made")?,
            asked_by: wire.asked_by.map(|text| day(&text, "the day it is asked for")).transpose()?,
            returns_to: ReturnsTo { role: wire.returns_to, email: wire.returns_to_email },
            items: wire.items.iter().map(|text| id(text, ItemId::parse, "the item")).collect::<Result<_, _>>()?,
            known: entries(&wire.known)?,
            reporter: wire.reporter,
            earlier: entries(&wire.earlier)?,
            given: entries(&wire.given)?,
            rest: wire.rest,
        })
    }
}
