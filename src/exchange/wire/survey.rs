//! Questionnaires and frozen surveys as they are spelled in files.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::framework::FrameworkWire;
use super::{id, maybe_id};
use crate::domain::framework::Framework;
use crate::domain::ids::{AspectId, PerspectiveId, PracticeId, StaffGroupId, StatementId, ThemeId};
use crate::domain::survey::{ForWhom, Misfit, Questionnaire, Statement, Survey, check};
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
pub(super) struct StatementWire {
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
    check(&framework, &questionnaire.statements).map_err(|Misfit { statement, part, lacking }| {
        Fault::at(format!("statement {statement}"), format!("the {part} {lacking} is not in the framework"))
    })?;
    Ok(Survey { hash: Survey::hash_of(&frozen), frozen, framework, questionnaire })
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
        Self {
            title: questionnaire.title.clone(),
            source: questionnaire.source.clone(),
            // Left out for the workforce, so that surveys handed out before there was another keep their hash.
            for_whom: (questionnaire.for_whom != ForWhom::Workforce).then(|| CHILDREN.to_owned()),
            statements: questionnaire.statements.iter().map(StatementWire::from).collect(),
        }
    }
}

impl From<&Statement> for StatementWire {
    fn from(statement: &Statement) -> Self {
        Self {
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
                let statement = Statement::try_from(statement).map_err(|fault| fault.within(&place))?;
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

impl TryFrom<StatementWire> for Statement {
    type Error = Fault;

    fn try_from(wire: StatementWire) -> Result<Self, Fault> {
        let audience = wire.audience.iter().map(|group| id(group, StaffGroupId::parse, "the staff group"));
        Ok(Self {
            id: id(&wire.id, StatementId::parse, "the id")?,
            theme: id(&wire.theme, ThemeId::parse, "the theme")?,
            perspective: maybe_id(wire.perspective.as_ref(), PerspectiveId::parse, "the perspective")?,
            practice: maybe_id(wire.practice.as_ref(), PracticeId::parse, "the practice")?,
            aspect: maybe_id(wire.aspect.as_ref(), AspectId::parse, "the aspect")?,
            audience: audience.collect::<Result<_, Fault>>()?,
            text: wire.text,
            label: wire.label,
            at_1: wire.at_1,
            at_5: wire.at_5,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::builtin;

    /// The smallest survey there is: one statement about one theme.
    fn smallest() -> Survey {
        let mut framework = builtin::framework().unwrap();
        framework.source = "A test".to_owned();
        framework.themes.truncate(1);
        framework.practices.clear();
        let identity = framework.themes.first_mut().unwrap();
        identity.criteria.clear();
        (identity.fragmented, identity.reformed) = ("Apart.".to_owned(), "Together.".to_owned());
        let mut questionnaire = builtin::questionnaire().unwrap();
        questionnaire.statements.truncate(1);
        questionnaire.source = "A test".to_owned();
        let one = questionnaire.statements.first_mut().unwrap();
        (one.text, one.label) = ("We are one workforce.".to_owned(), "One workforce".to_owned());
        (one.at_1, one.at_5) = ("They.".to_owned(), "Us.".to_owned());
        freeze(&framework, &questionnaire).unwrap()
    }

    #[test]
    fn a_survey_keeps_its_hash_from_one_version_of_rainbow_to_the_next() {
        let hash = smallest().hash.to_string();
        assert_eq!(
            hash, "8a305c03d80a823c278fffd2db6c0361a5e00c2d01b259654971b78e822e75a7",
            "responses that were sent back carry the hash, so they would no longer be understood"
        );
    }

    #[test]
    fn a_statement_about_what_the_framework_lacks_is_refused_by_its_id() {
        let framework = builtin::framework().unwrap();
        let mut questionnaire = builtin::questionnaire().unwrap();
        questionnaire.statements[7].aspect = AspectId::parse("mood");
        let fault = freeze(&framework, &questionnaire).unwrap_err().to_string();
        assert_eq!(fault, "in statement language-3, the aspect mood is not in the framework");
    }
}
