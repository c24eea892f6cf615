//! What is shown of a discussion: a section for each arc, with its ideas and what came of each.

use super::super::action_facts::framework;
use crate::analysis::discussion::{Section, by_arc};
use crate::domain::discussion::Idea;
use crate::domain::framework::Framework;
use crate::domain::ids::{DiscussionId, EvidenceId, IdeaId, ItemId, ThemeId};
use crate::domain::workspace::Workspace;
use crate::reports::ideas::table_words;
use crate::reports::versions::is_undecided;

/// What stands above ideas that nobody has placed yet.
const UNPLACED: &str = "Under no arc yet";

/// The ideas under an arc, under arcs that share a note, or under none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// The arcs.
    pub(super) themes: Vec<ThemeId>,
    /// What stands above them.
    pub(super) name: String,
    /// The same in a word or two.
    pub(super) short: String,
    /// The colours of the arcs.
    pub(super) colours: Vec<String>,
    /// The ideas by sub-heading, first those beneath none.
    pub(super) parts: Vec<(String, Vec<Row>)>,
}

/// An idea as it is listed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Row {
    /// Which one.
    pub(super) id: IdeaId,
    /// Its words.
    pub(super) text: String,
    /// The table that said it and the other arcs that it stands under, in words; empty if there is nothing to say.
    pub(super) facts: String,
    /// The actions that it led to and that are here: each with its number and words.
    pub(super) actions: Vec<(ItemId, String)>,
    /// The evidence that it was kept as and that is here.
    pub(super) evidence: Vec<(EvidenceId, String)>,
    /// Whether it was changed in two places at once.
    pub(super) undecided: bool,
}

impl Shown {
    /// The ideas beneath a sub-heading.
    pub(super) fn part(&self, heading: &str) -> Vec<Row> {
        self.parts.iter().find(|(name, _)| name == heading).map(|(_, rows)| rows.clone()).unwrap_or_default()
    }
}

/// The sections of a discussion; none if it is not here.
pub(super) fn sections(open: &Workspace, discussion: DiscussionId) -> Vec<Shown> {
    let framework = framework(open);
    let sections = by_arc(open, discussion, framework.as_ref());
    sections.into_iter().map(|section| shown(open, framework.as_ref(), section)).collect()
}

fn shown(open: &Workspace, framework: Option<&Framework>, section: Section<'_>) -> Shown {
    let Section { themes, parts } = section;
    let known = |id: &ThemeId| framework.and_then(|framework| framework.theme(id));
    let joined = |name: fn(&crate::domain::framework::Theme) -> &String| {
        let names = themes.iter().map(|id| known(id).map_or(id.as_str(), |theme| name(theme)));
        if themes.is_empty() { UNPLACED.to_owned() } else { names.collect::<Vec<_>>().join(" / ") }
    };
    let parts = parts.into_iter().map(|part| {
        let rows = part.ideas.into_iter().map(|(id, idea)| row(open, framework, &themes, id, idea));
        (part.heading.to_owned(), rows.collect())
    });
    Shown {
        name: joined(|theme| &theme.name),
        short: joined(|theme| &theme.short),
        colours: themes.iter().filter_map(known).map(|theme| theme.colour.hex.clone()).collect(),
        parts: parts.collect(),
        themes,
    }
}

fn row(open: &Workspace, framework: Option<&Framework>, here: &[ThemeId], id: IdeaId, idea: &Idea) -> Row {
    let said = &idea.said;
    let table = (!said.table.is_empty()).then(|| table_words(&said.table));
    let others = said.themes.iter().filter(|theme| !here.contains(theme));
    let others = others.map(|id| {
        let known = framework.and_then(|framework| framework.theme(id));
        known.map_or_else(|| id.to_string(), |theme| theme.short.clone())
    });
    let others: Vec<_> = others.collect();
    let others = (!others.is_empty()).then(|| format!("also under {}", others.join("; ")));
    let actions = idea.actions.iter().filter_map(|id| {
        let item = open.item(*id)?;
        Some((*id, format!("{} {}", item.label, item.text).trim().to_owned()))
    });
    let evidence = idea.evidence.iter().filter_map(|id| Some((*id, open.evidence_of(*id)?.title.clone())));
    Row {
        id,
        text: said.text.clone(),
        facts: table.into_iter().chain(others).collect::<Vec<_>>().join(" \u{b7} "),
        actions: actions.collect(),
        evidence: evidence.collect(),
        undecided: is_undecided(open.records(), id.into()),
    }
}
