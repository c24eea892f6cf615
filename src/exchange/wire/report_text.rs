//! Words written for a report as they are spelled in files.

use serde::{Deserialize, Serialize};

use super::{Rest, id, maybe_id};
use crate::domain::ids::{PlanId, RoundId};
use crate::domain::report_text::{ReportPart, ReportText, Subject};
use crate::exchange::problem::Fault;

/// What was written for one part of a report about a plan or a round, of which one is named.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportTextWire {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    plan: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    round: Option<String>,
    /// meeting, author, decisions, financial, people, equalities, safeguarding, letter or email.
    part: String,
    text: String,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&ReportText> for ReportTextWire {
    fn from(words: &ReportText) -> Self {
        let (plan, round) = match words.about {
            Subject::Plan(plan) => (Some(plan.to_string()), None),
            Subject::Round(round) => (None, Some(round.to_string())),
        };
        Self { plan, round, part: words.part.word().to_owned(), text: words.text.clone(), rest: words.rest.clone() }
    }
}

impl TryFrom<ReportTextWire> for ReportText {
    type Error = Fault;

    fn try_from(wire: ReportTextWire) -> Result<Self, Fault> {
        let part = |word: &str| ReportPart::all().find(|part| part.word() == word);
        let plan = maybe_id(wire.plan.as_ref(), PlanId::parse, "the plan")?;
        let round = maybe_id(wire.round.as_ref(), RoundId::parse, "the round")?;
        let about = match (plan, round) {
            (Some(plan), None) => Subject::Plan(plan),
            (None, Some(round)) => Subject::Round(round),
            _ => return Err(Fault::at("", "it has to name either the plan or the round that the words are about")),
        };
        Ok(Self { about, part: id(&wire.part, part, "the part of the report")?, text: wire.text, rest: wire.rest })
    }
}
