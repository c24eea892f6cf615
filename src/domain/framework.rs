//! The framework: themes, perspectives and success criteria ("the rainbow"), with the practices and aspects within them.
//!
//! Its wording is data with a version and a source (`data/framework.json`), never code, and a framework may have other
//! themes and perspectives than the standard one.

use super::ids::{AspectId, OutcomeId, PerspectiveId, PracticeId, ThemeId};

/// A framework as it was published.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Framework {
    /// Its id, such as `one-childrens-workforce`.
    pub id: String,
    /// Which version of its wording this is.
    pub version: String,
    /// Its title.
    pub title: String,
    /// Where the wording was taken from.
    pub source: String,
    /// The names of the two ends of the scale.
    pub scale: Scale,
    /// From whose eyes success is described.
    pub perspectives: Vec<Perspective>,
    /// The themes, in the order of the rainbow's arcs; the last is the ground it stands on.
    pub themes: Vec<Theme>,
    /// The aspects that all practices share.
    pub aspects: Vec<Aspect>,
    /// The practices, in the order in which they are shown.
    pub practices: Vec<Practice>,
    /// The outcomes that it serves.
    pub outcomes: Vec<Outcome>,
}

/// The names of the two ends of the scale from 1 to 5.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Scale {
    /// What 1 is called.
    pub lowest: String,
    /// What 5 is called.
    pub highest: String,
}

/// From whose eyes success is described.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Perspective {
    /// Its id.
    pub id: PerspectiveId,
    /// Its full name, such as "Team perspective".
    pub name: String,
    /// A name for narrow places, such as "Team".
    pub short: String,
}

/// A theme: one arc of the rainbow.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Theme {
    /// Its id.
    pub id: ThemeId,
    /// Its full name.
    pub name: String,
    /// A name for narrow places.
    pub short: String,
    /// The arc's colour. It names the theme and says nothing of how it is doing.
    pub colour: Colour,
    /// What the lowest end of the scale looks like.
    pub fragmented: String,
    /// What the highest end of the scale looks like.
    pub reformed: String,
    /// The success criteria, in the order of the perspectives.
    pub criteria: Vec<Criterion>,
}

/// A colour by name and value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Colour {
    /// What people call it, such as "green".
    pub name: String,
    /// Its value as `#rrggbb`.
    pub hex: String,
}

/// What success looks like for a theme from one perspective.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Criterion {
    /// From whose eyes.
    pub perspective: PerspectiveId,
    /// The wording of the source.
    pub text: String,
}

/// An aspect that all practices share; a radar's axis.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Aspect {
    /// Its id.
    pub id: AspectId,
    /// Its name.
    pub name: String,
}

/// A practice within a theme.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Practice {
    /// Its id.
    pub id: PracticeId,
    /// The theme it belongs to.
    pub theme: ThemeId,
    /// Its name.
    pub name: String,
}

/// One of the outcomes that the framework serves.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Outcome {
    /// Its id.
    pub id: OutcomeId,
    /// Its name.
    pub name: String,
}

impl Framework {
    /// The theme of this id.
    pub fn theme(&self, id: &ThemeId) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.id == *id)
    }

    /// The perspective of this id.
    pub fn perspective(&self, id: &PerspectiveId) -> Option<&Perspective> {
        self.perspectives.iter().find(|perspective| perspective.id == *id)
    }

    /// The practice of this id.
    pub fn practice(&self, id: &PracticeId) -> Option<&Practice> {
        self.practices.iter().find(|practice| practice.id == *id)
    }

    /// The aspect of this id.
    pub fn aspect(&self, id: &AspectId) -> Option<&Aspect> {
        self.aspects.iter().find(|aspect| aspect.id == *id)
    }
}
