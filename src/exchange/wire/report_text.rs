//! Words written for a report as they are spelled in files.

use serde::{Deserialize, Serialize};

use super::{Rest, id, maybe_id};
use crate::domain::ids::{PlanId, RoundId};
use crate::domain::report_text::{ReportPart, ReportText, Subject};
use crate::exchange::problem::Fault;

/// What was written for one part of a report about a plan, a round or, where neither is named, the area.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportTextWire {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    plan: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    round: Option<String>,
    /// letter, email, or a report and its part such as summary/purpose; parts of a progress report stand alone.
    part: String,
    text: String,
    /// The draft that the words were written in place of.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    drafted: String,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&ReportText> for ReportTextWire {
    fn from(words: &ReportText) -> Self {
        let (plan, round) = match words.about {
            Subject::Area => (None, None),
            Subject::Plan(plan) => (Some(plan.to_string()), None),
            Subject::Round(round) => (None, Some(round.to_string())),
        };
        let (text, drafted) = (words.text.clone(), words.drafted.clone());
        Self { plan, round, part: words.part.word(), text, drafted, rest: words.rest.clone() }
    }
}

impl TryFrom<ReportTextWire> for ReportText {
    type Error = Fault;

    fn try_from(wire: ReportTextWire) -> Result<Self, Fault> {
        let plan = maybe_id(wire.plan.as_ref(), PlanId::parse, "the plan")?;
        let round = maybe_id(wire.round.as_ref(), RoundId::parse, "the round")?;
        let about = match (plan, round) {
            (Some(plan), None) => Subject::Plan(plan),
            (None, Some(round)) => Subject::Round(round),
            (None, None) => Subject::Area,
            (Some(_), Some(_)) => {
                return Err(Fault::at("", "its words can be about a plan or a round and not about both"));
            }
        };
        let part = id(&wire.part, ReportPart::of_word, "the part of the report")?;
        Ok(Self { about, part, text: wire.text, drafted: wire.drafted, rest: wire.rest })
    }
}
