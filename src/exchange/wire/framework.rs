//! The framework as it is spelled in `data/framework.json` and within surveys.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::id;
use crate::domain::framework::{Aspect, Colour, Criterion, Framework, Outcome, Perspective, Practice, Scale, Theme};
use crate::domain::ids::{AspectId, OutcomeId, PerspectiveId, PracticeId, ThemeId};
use crate::exchange::problem::Fault;

/// A framework.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FrameworkWire {
    id: String,
    version: String,
    title: String,
    source: String,
    scale: ScaleWire,
    perspectives: Vec<PerspectiveWire>,
    #[serde(default)]
    aspects: Vec<NamedWire>,
    #[serde(default)]
    practices: Vec<PracticeWire>,
    #[serde(default)]
    outcomes: Vec<NamedWire>,
    themes: Vec<ThemeWire>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ScaleWire {
    lowest: String,
    highest: String,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct PerspectiveWire {
    id: String,
    name: String,
    short: String,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct NamedWire {
    id: String,
    name: String,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct PracticeWire {
    id: String,
    theme: String,
    name: String,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ThemeWire {
    id: String,
    colour: ColourWire,
    name: String,
    short: String,
    fragmented: String,
    reformed: String,
    /// By perspective.
    criteria: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ColourWire {
    name: String,
    /// As #rrggbb.
    hex: String,
}

impl From<&Framework> for FrameworkWire {
    fn from(framework: &Framework) -> Self {
        let theme = |theme: &Theme| ThemeWire {
            id: theme.id.to_string(),
            colour: ColourWire { name: theme.colour.name.clone(), hex: theme.colour.hex.clone() },
            name: theme.name.clone(),
            short: theme.short.clone(),
            fragmented: theme.fragmented.clone(),
            reformed: theme.reformed.clone(),
            criteria: theme.criteria.iter().map(|one| (one.perspective.to_string(), one.text.clone())).collect(),
        };
        let perspective = |one: &Perspective| PerspectiveWire {
            id: one.id.to_string(),
            name: one.name.clone(),
            short: one.short.clone(),
        };
        let practice = |one: &Practice| PracticeWire {
            id: one.id.to_string(),
            theme: one.theme.to_string(),
            name: one.name.clone(),
        };
        Self {
            id: framework.id.clone(),
            version: framework.version.clone(),
            title: framework.title.clone(),
            source: framework.source.clone(),
            scale: ScaleWire { lowest: framework.scale.lowest.clone(), highest: framework.scale.highest.clone() },
            perspectives: framework.perspectives.iter().map(perspective).collect(),
            aspects: framework
                .aspects
                .iter()
                .map(|one| NamedWire { id: one.id.to_string(), name: one.name.clone() })
                .collect(),
            practices: framework.practices.iter().map(practice).collect(),
            outcomes: framework
                .outcomes
                .iter()
                .map(|one| NamedWire { id: one.id.to_string(), name: one.name.clone() })
                .collect(),
            themes: framework.themes.iter().map(theme).collect(),
        }
    }
}

impl TryFrom<FrameworkWire> for Framework {
    type Error = Fault;

    fn try_from(wire: FrameworkWire) -> Result<Self, Fault> {
        let perspectives: Vec<Perspective> = wire
            .perspectives
            .into_iter()
            .map(|one| {
                let id = id(&one.id, PerspectiveId::parse, "the perspective")?;
                Ok(Perspective { id, name: one.name, short: one.short })
            })
            .collect::<Result<_, Fault>>()?;
        let themes: Vec<Theme> =
            wire.themes.into_iter().map(|theme| read_theme(theme, &perspectives)).collect::<Result<_, Fault>>()?;
        if themes.is_empty() {
            return Err(Fault::at("the framework", "there is no theme"));
        }
        let practices = wire.practices.into_iter().map(|one| {
            let theme = id(&one.theme, ThemeId::parse, "the practice\u{2019}s theme")?;
            if !themes.iter().any(|known| known.id == theme) {
                return Err(Fault::at(
                    format!("practice {}", one.id),
                    format!("the theme {theme} is not in the framework"),
                ));
            }
            Ok(Practice { id: id(&one.id, PracticeId::parse, "the practice")?, theme, name: one.name })
        });
        let practices = practices.collect::<Result<_, Fault>>()?;
        Ok(Self {
            id: wire.id,
            version: wire.version,
            title: wire.title,
            source: wire.source,
            scale: Scale { lowest: wire.scale.lowest, highest: wire.scale.highest },
            aspects: wire
                .aspects
                .into_iter()
                .map(|one| Ok(Aspect { id: id(&one.id, AspectId::parse, "the aspect")?, name: one.name }))
                .collect::<Result<_, Fault>>()?,
            outcomes: wire
                .outcomes
                .into_iter()
                .map(|one| Ok(Outcome { id: id(&one.id, OutcomeId::parse, "the outcome")?, name: one.name }))
                .collect::<Result<_, Fault>>()?,
            perspectives,
            themes,
            practices,
        })
    }
}

fn read_theme(wire: ThemeWire, perspectives: &[Perspective]) -> Result<Theme, Fault> {
    let place = format!("theme {}", super::shown(&wire.id));
    let hex = wire.colour.hex;
    let is_colour = hex
        .strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    if !is_colour {
        return Err(Fault::at(place, "the colour is not spelled as #rrggbb"));
    }
    for spelled in wire.criteria.keys() {
        if !perspectives.iter().any(|perspective| perspective.id.as_str() == spelled) {
            return Err(Fault::at(
                place,
                format!("there is a criterion for {}, which is no perspective", super::shown(spelled)),
            ));
        }
    }
    let criteria = perspectives
        .iter()
        .filter_map(|perspective| {
            let text = wire.criteria.get(perspective.id.as_str())?;
            Some(Criterion { perspective: perspective.id.clone(), text: text.clone() })
        })
        .collect();
    Ok(Theme {
        id: id(&wire.id, ThemeId::parse, "the theme")?,
        name: wire.name,
        short: wire.short,
        colour: Colour { name: wire.colour.name, hex },
        fragmented: wire.fragmented,
        reformed: wire.reformed,
        criteria,
    })
}
