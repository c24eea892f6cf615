//! Questionnaires and frozen surveys as they are spelled in files.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::framework::FrameworkWire;
use super::{id, maybe_id};
use crate::domain::framework::Framework;
use crate::domain::ids::{AspectId, PerspectiveId, PracticeId, StaffGroupId, StatementId, ThemeId};
use crate::domain::survey::{ForWhom, Questionnaire, Statement, Survey};
use crate::exchange::problem::Fault;

/// The word for children, young people and families in `for`.
const CHILDREN: &str = "children";

/// A survey that was handed out, under the hash of its content.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SurveyWire {
    /// SHA-256 of `content`, written without spaces and with its keys in order; 64 hexadecimal digits.
    hash: String,
    /// The framework and the questionnaire: an object with `framework` and `questionnaire`.
    #[cfg_attr(feature = "schema", schemars(with = "ContentWire"))]
    content: serde_json::Value,
}

/// What a survey asks and in which framework.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ContentWire {
    framework: FrameworkWire,
    questionnaire: QuestionnaireWire,
}

/// A questionnaire.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuestionnaireWire {
    title: String,
    source: String,
    /// Whom it is for: "children" (children, young people and families), or nothing for the workforce.
    #[serde(default, rename = "for", skip_serializing_if = "Option::is_none")]
    for_whom: Option<String>,
    statements: Vec<StatementWire>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct StatementWire {
    id: String,
    theme: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    perspective: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    practice: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    aspect: Option<String>,
    text: String,
    label: String,
    at_1: String,
    at_5: String,
    /// Staff groups; empty means everybody.
    #[serde(default)]
    audience: Vec<String>,
}

/// Freezes a survey: from here its text and its hash stay what they are.
///
/// # Errors
/// If the questionnaire asks about themes, practices or aspects that the framework does not have.
pub fn freeze(framework: &Framework, questionnaire: &Questionnaire) -> Result<Survey, Fault> {
    let content = ContentWire { framework: framework.into(), questionnaire: questionnaire.into() };
    let content = serde_json::to_value(content).map_err(|error| Fault::at("the survey", error.to_string()))?;
    thaw(content)
}

/// Reads the content of a survey and checks it.
fn thaw(content: serde_json::Value) -> Result<Survey, Fault> {
    // A `Value` keeps its keys in order, so the same content gives the same text whatever its layout was.
    let frozen = content.to_string();
    let wire: ContentWire =
        serde_json::from_value(content).map_err(|error| Fault::at("the survey", error.to_string()))?;
    let framework = Framework::try_from(wire.framework)?;
    let questionnaire = Questionnaire::try_from(wire.questionnaire)?;
    for statement in &questionnaire.statements {
        fits(statement, &framework)?;
    }
    Ok(Survey { hash: Survey::hash_of(&frozen), frozen, framework, questionnaire })
}

/// Whether a statement speaks of parts that the framework has.
fn fits(statement: &Statement, framework: &Framework) -> Result<(), Fault> {
    let place = || format!("statement {}", statement.id);
    let lacks = |what: &str, which: &str| Fault::at(place(), format!("the {what} {which} is not in the framework"));
    if framework.theme(&statement.theme).is_none() {
        return Err(lacks("theme", statement.theme.as_str()));
    }
    if let Some(practice) = statement.practice.as_ref().filter(|id| framework.practice(id).is_none()) {
        return Err(lacks("practice", practice.as_str()));
    }
    if let Some(aspect) = statement.aspect.as_ref().filter(|id| framework.aspect(id).is_none()) {
        return Err(lacks("aspect", aspect.as_str()));
    }
    if let Some(perspective) = statement.perspective.as_ref().filter(|id| framework.perspective(id).is_none()) {
        return Err(lacks("perspective", perspective.as_str()));
    }
    Ok(())
}

impl From<&Survey> for SurveyWire {
    fn from(survey: &Survey) -> Self {
        let content = serde_json::from_str(&survey.frozen).unwrap_or_default();
        Self { hash: survey.hash.to_string(), content }
    }
}

impl TryFrom<SurveyWire> for Survey {
    type Error = Fault;

    fn try_from(wire: SurveyWire) -> Result<Self, Fault> {
        let survey = thaw(wire.content)?;
        if survey.hash.to_string() == wire.hash {
            Ok(survey)
        } else {
            Err(Fault::at(
                "the survey",
                "the questions were changed after it was handed out, so answers to it can\u{2019}t be trusted",
            ))
        }
    }
}

impl From<&Questionnaire> for QuestionnaireWire {
    fn from(questionnaire: &Questionnaire) -> Self {
        let statements = questionnaire.statements.iter().map(|statement| StatementWire {
            id: statement.id.to_string(),
            theme: statement.theme.to_string(),
            perspective: statement.perspective.as_ref().map(ToString::to_string),
            practice: statement.practice.as_ref().map(ToString::to_string),
            aspect: statement.aspect.as_ref().map(ToString::to_string),
            text: statement.text.clone(),
            label: statement.label.clone(),
            at_1: statement.at_1.clone(),
            at_5: statement.at_5.clone(),
            audience: statement.audience.iter().map(ToString::to_string).collect(),
        });
        Self {
            title: questionnaire.title.clone(),
            source: questionnaire.source.clone(),
            // Left out for the workforce, so that surveys handed out before there was another keep their hash.
            for_whom: (questionnaire.for_whom != ForWhom::Workforce).then(|| CHILDREN.to_owned()),
            statements: statements.collect(),
        }
    }
}

impl TryFrom<QuestionnaireWire> for Questionnaire {
    type Error = Fault;

    fn try_from(wire: QuestionnaireWire) -> Result<Self, Fault> {
        let mut seen = BTreeSet::new();
        let statements = wire
            .statements
            .into_iter()
            .map(|statement| {
                let place = format!("statement {}", super::shown(&statement.id));
                let statement = read_statement(statement).map_err(|fault| fault.within(&place))?;
                if !seen.insert(statement.id.clone()) {
                    return Err(Fault::at(place, "the id is used twice"));
                }
                Ok(statement)
            })
            .collect::<Result<_, Fault>>()?;
        // Answers to a survey for somebody whom this version does not know must not be taken for the workforce's.
        let known = |word: &str| (word == CHILDREN).then_some(ForWhom::Children);
        let for_whom = maybe_id(wire.for_whom.as_ref(), known, "whom it is for")?.unwrap_or_default();
        Ok(Self { title: wire.title, source: wire.source, for_whom, statements })
    }
}

fn read_statement(wire: StatementWire) -> Result<Statement, Fault> {
    Ok(Statement {
        id: id(&wire.id, StatementId::parse, "the id")?,
        theme: id(&wire.theme, ThemeId::parse, "the theme")?,
        perspective: maybe_id(wire.perspective.as_ref(), PerspectiveId::parse, "the perspective")?,
        practice: maybe_id(wire.practice.as_ref(), PracticeId::parse, "the practice")?,
        aspect: maybe_id(wire.aspect.as_ref(), AspectId::parse, "the aspect")?,
        text: wire.text,
        label: wire.label,
        at_1: wire.at_1,
        at_5: wire.at_5,
        audience: wire
            .audience
            .iter()
            .map(|group| id(group, StaffGroupId::parse, "the staff group"))
            .collect::<Result<_, Fault>>()?,
    })
}
