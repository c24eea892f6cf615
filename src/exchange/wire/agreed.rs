//! What the Trust agreed, and its sign-off, as they are spelled in files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::round::{TargetWire, tenths};
use super::{Rest, day, id, is_blank, moment, moment_text};
use crate::domain::agreed::{Assessment, Position, Standing};
use crate::domain::ids::{RoundId, ThemeId};
use crate::domain::sign_off::{Figure, Figures, Picture, SignOff};
use crate::exchange::problem::Fault;

/// Where the Trust agreed that it is on an arc.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PositionWire {
    theme: String,
    /// From "1.0" to "5.0"; left out where none was agreed or one was taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    score: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    standing: Option<StandingWire>,
    on: String,
    recorded: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    by: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    reason: String,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum StandingWire {
    Strong,
    ToDevelop,
}

/// The overall assessment in words.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AssessmentWire {
    /// Empty where an earlier one was taken back.
    text: String,
    on: String,
    recorded: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    by: String,
    #[serde(flatten)]
    rest: Rest,
}

/// That somebody signed off what was agreed.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SignOffWire {
    by: String,
    on: String,
    recorded: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    words: String,
    /// What was signed, as it stood then.
    picture: PictureWire,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct PictureWire {
    #[serde(default)]
    positions: Vec<PositionWire>,
    #[serde(default)]
    targets: Vec<TargetWire>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    assessment: Option<AssessmentWire>,
    /// What could be shared of the survey then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    figures: Option<SignedFiguresWire>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct SignedFiguresWire {
    round: String,
    title: String,
    responses: usize,
    /// By theme.
    themes: BTreeMap<String, SignedFigureWire>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct SignedFigureWire {
    /// From "1.0" to "5.0".
    mean: String,
    people: usize,
}

impl From<&Position> for PositionWire {
    fn from(position: &Position) -> Self {
        Self {
            theme: position.theme.to_string(),
            score: position.score.map(|score| score.to_string()),
            standing: position.standing.map(|standing| match standing {
                Standing::Strong => StandingWire::Strong,
                Standing::ToDevelop => StandingWire::ToDevelop,
            }),
            on: position.on.to_string(),
            recorded: moment_text(position.recorded),
            by: position.by.clone(),
            reason: position.reason.clone(),
            rest: position.rest.clone(),
        }
    }
}

impl TryFrom<PositionWire> for Position {
    type Error = Fault;

    fn try_from(wire: PositionWire) -> Result<Self, Fault> {
        Ok(Self {
            theme: id(&wire.theme, ThemeId::parse, "the theme")?,
            score: wire.score.map(|text| tenths(&text, "the position")).transpose()?,
            standing: wire.standing.map(|standing| match standing {
                StandingWire::Strong => Standing::Strong,
                StandingWire::ToDevelop => Standing::ToDevelop,
            }),
            on: day(&wire.on, "the day")?,
            recorded: moment(&wire.recorded, "the time of recording")?,
            by: wire.by,
            reason: wire.reason,
            rest: wire.rest,
        })
    }
}

impl From<&Assessment> for AssessmentWire {
    fn from(assessment: &Assessment) -> Self {
        Self {
            text: assessment.text.clone(),
            on: assessment.on.to_string(),
            recorded: moment_text(assessment.recorded),
            by: assessment.by.clone(),
            rest: assessment.rest.clone(),
        }
    }
}

impl TryFrom<AssessmentWire> for Assessment {
    type Error = Fault;

    fn try_from(wire: AssessmentWire) -> Result<Self, Fault> {
        Ok(Self {
            text: wire.text,
            on: day(&wire.on, "the day")?,
            recorded: moment(&wire.recorded, "the time of recording")?,
            by: wire.by,
            rest: wire.rest,
        })
    }
}

impl From<&SignOff> for SignOffWire {
    fn from(signed: &SignOff) -> Self {
        let Picture { positions, targets, assessment, figures } = &signed.picture;
        Self {
            by: signed.by.clone(),
            on: signed.on.to_string(),
            recorded: moment_text(signed.recorded),
            words: signed.words.clone(),
            picture: PictureWire {
                positions: positions.iter().map(PositionWire::from).collect(),
                targets: targets.iter().map(TargetWire::from).collect(),
                assessment: assessment.as_ref().map(AssessmentWire::from),
                figures: figures.as_ref().map(SignedFiguresWire::from),
            },
            rest: signed.rest.clone(),
        }
    }
}

impl TryFrom<SignOffWire> for SignOff {
    type Error = Fault;

    fn try_from(wire: SignOffWire) -> Result<Self, Fault> {
        let PictureWire { positions, targets, assessment, figures } = wire.picture;
        Ok(Self {
            by: wire.by,
            on: day(&wire.on, "the day")?,
            recorded: moment(&wire.recorded, "the time of recording")?,
            words: wire.words,
            picture: Picture {
                positions: positions.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?,
                targets: targets.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?,
                assessment: assessment.map(TryInto::try_into).transpose()?,
                figures: figures.map(TryInto::try_into).transpose()?,
            },
            rest: wire.rest,
        })
    }
}

impl From<&Figures> for SignedFiguresWire {
    fn from(figures: &Figures) -> Self {
        let figure = |figure: &Figure| SignedFigureWire { mean: figure.mean.to_string(), people: figure.people };
        Self {
            round: figures.round.to_string(),
            title: figures.title.clone(),
            responses: figures.responses,
            themes: figures.themes.iter().map(|(theme, one)| (theme.to_string(), figure(one))).collect(),
        }
    }
}

impl TryFrom<SignedFiguresWire> for Figures {
    type Error = Fault;

    fn try_from(wire: SignedFiguresWire) -> Result<Self, Fault> {
        let themes = wire.themes.iter().map(|(theme, figure)| {
            let mean = tenths(&figure.mean, "the mean")?;
            Ok((id(theme, ThemeId::parse, "the theme")?, Figure { mean, people: figure.people }))
        });
        Ok(Self {
            round: id(&wire.round, RoundId::parse, "the round")?,
            themes: themes.collect::<Result<_, Fault>>()?,
            title: wire.title,
            responses: wire.responses,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGNED: &str = r#"{"by": "Director", "on": "2010-01-29", "recorded": "2010-01-29T00:00:00.000Z", "words": "Agreed.",
        "picture": {
            "positions": [{"theme": "roles", "score": "2.5", "standing": "to-develop", "on": "2010-01-15",
                "recorded": "2010-01-15T00:00:00.000Z", "by": "Trust Board", "reason": "It takes time.", "seat": 3}],
            "targets": [{"theme": "roles", "score": "3.5", "on": "2010-01-15", "recorded": "2010-01-15T00:00:00.000Z"}],
            "assessment": {"text": "Half-way.", "on": "2010-01-15", "recorded": "2010-01-15T00:00:00.000Z"},
            "figures": {"round": "00000000-0000-0000-0000-000000000001", "title": "Winter", "responses": 54,
                "themes": {"roles": {"mean": "2.6", "people": 52}}}},
        "seal": true}"#;

    fn read(text: &str) -> Result<SignOff, Fault> {
        serde_json::from_str::<SignOffWire>(text).unwrap().try_into()
    }

    #[test]
    fn what_was_signed_comes_back_as_it_was_written() {
        let signed = read(SIGNED).unwrap();
        let roles = ThemeId::parse("roles").unwrap();
        assert_eq!(signed.picture.position(&roles).unwrap().standing, Some(Standing::ToDevelop));
        assert_eq!(signed.picture.figure(&roles).unwrap().people, 52);
        let text = serde_json::to_string(&SignOffWire::from(&signed)).unwrap();
        assert!(text.contains(r#""seal":true"#) && text.contains(r#""seat":3"#), "fields of a newer Rainbow stay");
        assert_eq!(read(&text).unwrap(), signed);
    }

    #[test]
    fn a_place_off_the_scale_is_refused() {
        for (on_the_scale, off_it) in [("\"2.5\"", "\"0.5\""), ("\"3.5\"", "\"5.5\""), ("\"2.6\"", "\"26\"")] {
            assert!(read(&SIGNED.replace(on_the_scale, off_it)).is_err(), "{off_it}");
        }
    }
}
