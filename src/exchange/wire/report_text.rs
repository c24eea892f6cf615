//! Words written for a report as they are spelled in files.

use serde::{Deserialize, Serialize};

use super::{Rest, id};
use crate::domain::ids::PlanId;
use crate::domain::report_text::{ReportPart, ReportText};
use crate::exchange::problem::Fault;

/// What was written for one part of a report.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportTextWire {
    plan: String,
    /// meeting, author, decisions, financial, people, equalities or safeguarding.
    part: String,
    text: String,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&ReportText> for ReportTextWire {
    fn from(words: &ReportText) -> Self {
        Self {
            plan: words.plan.to_string(),
            part: words.part.word().to_owned(),
            text: words.text.clone(),
            rest: words.rest.clone(),
        }
    }
}

impl TryFrom<ReportTextWire> for ReportText {
    type Error = Fault;

    fn try_from(wire: ReportTextWire) -> Result<Self, Fault> {
        let part = |word: &str| ReportPart::ALL.into_iter().find(|part| part.word() == word);
        Ok(Self {
            plan: id(&wire.plan, PlanId::parse, "the plan")?,
            part: id(&wire.part, part, "the part of the report")?,
            text: wire.text,
            rest: wire.rest,
        })
    }
}
