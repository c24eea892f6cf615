//! Survey designs and their statements as they are spelled in files.

use serde::{Deserialize, Serialize};

use super::survey::StatementWire;
use super::{Rest, id, is_blank};
use crate::domain::design::{Design, DesignStatement, Start};
use crate::domain::ids::{DesignId, PracticeId, SurveyHash, ThemeId};
use crate::domain::order::OrderKey;
use crate::exchange::problem::Fault;

/// How the standard questionnaire is named as the start of a design.
const STANDARD: &str = "standard";
/// How a design is marked that was begun from nothing.
const EMPTY: &str = "empty";

/// A survey in the making.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DesignWire {
    title: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    source: String,
    /// What it was begun from: "standard", "empty" or the hash of a survey.
    start: String,
    /// The themes it covers.
    themes: Vec<String>,
    /// The practices it covers.
    #[serde(default)]
    practices: Vec<String>,
    #[serde(flatten)]
    rest: Rest,
}

/// A statement of a survey design.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DesignStatementWire {
    design: String,
    /// Where it stands among its neighbours: a fraction in base 36, as in a plan.
    order: String,
    statement: StatementWire,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    retired: bool,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&Design> for DesignWire {
    fn from(design: &Design) -> Self {
        Self {
            title: design.title.clone(),
            source: design.source.clone(),
            start: match design.start {
                Start::Standard => STANDARD.to_owned(),
                Start::Empty => EMPTY.to_owned(),
                Start::Survey(hash) => hash.to_string(),
            },
            themes: design.themes.iter().map(ToString::to_string).collect(),
            practices: design.practices.iter().map(ToString::to_string).collect(),
            rest: design.rest.clone(),
        }
    }
}

impl TryFrom<DesignWire> for Design {
    type Error = Fault;

    fn try_from(wire: DesignWire) -> Result<Self, Fault> {
        let start = match wire.start.as_str() {
            STANDARD => Start::Standard,
            EMPTY => Start::Empty,
            hash => Start::Survey(id(hash, SurveyHash::parse, "what it was begun from")?),
        };
        let themes = wire.themes.iter().map(|theme| id(theme, ThemeId::parse, "the theme"));
        let practices = wire.practices.iter().map(|practice| id(practice, PracticeId::parse, "the practice"));
        Ok(Self {
            start,
            themes: themes.collect::<Result<_, Fault>>()?,
            practices: practices.collect::<Result<_, Fault>>()?,
            title: wire.title,
            source: wire.source,
            rest: wire.rest,
        })
    }
}

impl From<&DesignStatement> for DesignStatementWire {
    fn from(one: &DesignStatement) -> Self {
        Self {
            design: one.design.to_string(),
            order: one.order.as_str().to_owned(),
            statement: (&one.statement).into(),
            retired: one.retired,
            rest: one.rest.clone(),
        }
    }
}

impl TryFrom<DesignStatementWire> for DesignStatement {
    type Error = Fault;

    fn try_from(wire: DesignStatementWire) -> Result<Self, Fault> {
        Ok(Self {
            design: id(&wire.design, DesignId::parse, "the survey design")?,
            order: id(&wire.order, OrderKey::parse, "the place in the list")?,
            statement: wire.statement.try_into()?,
            retired: wire.retired,
            rest: wire.rest,
        })
    }
}
