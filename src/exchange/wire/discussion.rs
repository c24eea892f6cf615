//! Rainbow discussions and their ideas as they are spelled in files.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Rest, day, id, is_blank};
use crate::domain::discussion::{Discussion, Idea, Said};
use crate::domain::ids::{DiscussionId, EvidenceId, ItemId, ThemeId};
use crate::domain::order::OrderKey;
use crate::exchange::problem::Fault;

/// A rainbow discussion; its ideas are records of their own.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DiscussionWire {
    #[serde(default, skip_serializing_if = "is_blank")]
    title: String,
    on: String,
    /// The themes that are discussed as one.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    together: BTreeSet<String>,
    #[serde(flatten)]
    rest: Rest,
}

/// An idea of a rainbow discussion.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IdeaWire {
    discussion: String,
    order: String,
    text: String,
    /// The themes that it stands under; left out while it stands under none.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    themes: BTreeSet<String>,
    /// The sub-heading that it stands beneath.
    #[serde(default, skip_serializing_if = "is_blank")]
    heading: String,
    /// The table that said it.
    #[serde(default, skip_serializing_if = "is_blank")]
    table: String,
    /// The plan items that it led to.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    actions: BTreeSet<String>,
    /// The evidence that it was kept as.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    evidence: BTreeSet<String>,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&Discussion> for DiscussionWire {
    fn from(discussion: &Discussion) -> Self {
        Self {
            title: discussion.title.clone(),
            on: discussion.on.to_string(),
            together: discussion.together.iter().map(ToString::to_string).collect(),
            rest: discussion.rest.clone(),
        }
    }
}

impl TryFrom<DiscussionWire> for Discussion {
    type Error = Fault;

    fn try_from(wire: DiscussionWire) -> Result<Self, Fault> {
        Ok(Self {
            title: wire.title,
            on: day(&wire.on, "the day")?,
            together: ids(&wire.together, ThemeId::parse, "the theme")?,
            rest: wire.rest,
        })
    }
}

impl From<&Idea> for IdeaWire {
    fn from(idea: &Idea) -> Self {
        let Said { text, themes, heading, table } = idea.said.clone();
        Self {
            discussion: idea.discussion.to_string(),
            order: idea.order.as_str().to_owned(),
            text,
            themes: themes.iter().map(ToString::to_string).collect(),
            heading,
            table,
            actions: idea.actions.iter().map(ToString::to_string).collect(),
            evidence: idea.evidence.iter().map(ToString::to_string).collect(),
            rest: idea.rest.clone(),
        }
    }
}

impl TryFrom<IdeaWire> for Idea {
    type Error = Fault;

    fn try_from(wire: IdeaWire) -> Result<Self, Fault> {
        let themes = ids(&wire.themes, ThemeId::parse, "the theme")?;
        Ok(Self {
            discussion: id(&wire.discussion, DiscussionId::parse, "the discussion")?,
            order: id(&wire.order, OrderKey::parse, "the order")?,
            said: Said { text: wire.text, themes, heading: wire.heading, table: wire.table },
            actions: ids(&wire.actions, ItemId::parse, "the action")?,
            evidence: ids(&wire.evidence, EvidenceId::parse, "the evidence")?,
            rest: wire.rest,
        })
    }
}

fn ids<T: Ord>(texts: &BTreeSet<String>, parse: impl Fn(&str) -> Option<T>, field: &str) -> Result<BTreeSet<T>, Fault> {
    texts.iter().map(|text| id(text, &parse, field)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_idea_comes_back_as_it_was_written() {
        let text = r#"{"discussion":"00000000-0000-4000-8000-000000000001","order":"i","text":"Shared training",
            "themes":["identity","language"],"heading":"Induction","table":"4","actions":["00000000-0000-4000-8000-000000000002"],
            "evidence":["00000000-0000-4000-8000-000000000003"],"voice":"soft"}"#;
        let idea = Idea::try_from(serde_json::from_str::<IdeaWire>(text).unwrap()).unwrap();
        assert_eq!(
            (idea.said.themes.len(), idea.said.heading.as_str(), idea.said.table.as_str()),
            (2, "Induction", "4")
        );
        assert_eq!((idea.actions.len(), idea.evidence.len()), (1, 1));
        let spelled = serde_json::to_string(&IdeaWire::from(&idea)).unwrap();
        assert!(spelled.contains(r#""voice":"soft""#), "fields of a newer Rainbow stay");
        assert_eq!(Idea::try_from(serde_json::from_str::<IdeaWire>(&spelled).unwrap()).unwrap(), idea);
        let plain = text.replace(r#""order":"i""#, r#""order":"0""#);
        assert!(
            Idea::try_from(serde_json::from_str::<IdeaWire>(&plain).unwrap()).is_err(),
            "a key that leaves no room"
        );
    }

    #[test]
    fn a_discussion_comes_back_as_it_was_written() {
        let text = r#"{"title":"Conference","on":"2009-12-04","together":["identity","language"],"hall":"large"}"#;
        let discussion = Discussion::try_from(serde_json::from_str::<DiscussionWire>(text).unwrap()).unwrap();
        let together = BTreeSet::from(["identity", "language"].map(|id| ThemeId::parse(id).unwrap()));
        assert_eq!((discussion.title.as_str(), &discussion.together), ("Conference", &together));
        assert_eq!(serde_json::to_string(&DiscussionWire::from(&discussion)).unwrap(), text);
        let odd = text.replace("identity", "Identity!");
        assert!(Discussion::try_from(serde_json::from_str::<DiscussionWire>(&odd).unwrap()).is_err());
    }
}
