//! A rainbow discussion read arc by arc: the ideas under each arc, those with a sub-heading beneath it, in their order.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::discussion::Idea;
use crate::domain::framework::Framework;
use crate::domain::ids::{DiscussionId, IdeaId, ThemeId};
use crate::domain::workspace::Workspace;

/// The ideas under an arc, under arcs that share a note, or under none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section<'a> {
    /// The arcs, in the order of the framework: one as a rule, several that are discussed as one, or none for ideas that
    /// nobody has placed yet.
    pub themes: Vec<ThemeId>,
    /// First the ideas beneath no sub-heading, then each sub-heading in the order in which it was first used. No part is empty.
    pub parts: Vec<Part<'a>>,
}

/// The ideas beneath a sub-heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// The sub-heading, as it was first written; empty for ideas beneath none.
    pub heading: &'a str,
    /// The ideas in their order.
    pub ideas: Vec<(IdeaId, &'a Idea)>,
}

impl Section<'_> {
    /// How many ideas stand there.
    pub fn count(&self) -> usize {
        self.parts.iter().map(|part| part.ideas.len()).sum()
    }
}

/// The ideas of a discussion by arc: a section for every arc of the framework, with ideas or without, in its order; then arcs
/// that have ideas and that the framework does not know; last the ideas under no arc. An idea under several arcs stands in
/// the section of each. Empty if the discussion is not here.
pub fn by_arc<'a>(open: &'a Workspace, id: DiscussionId, framework: Option<&Framework>) -> Vec<Section<'a>> {
    let Some(discussion) = open.discussion(id) else { return Vec::new() };
    let ideas = open.ideas(id);
    let known = framework.iter().flat_map(|framework| &framework.themes).map(|theme| theme.id.clone());
    let known: Vec<ThemeId> = known.collect();
    let used: BTreeSet<_> = ideas.iter().flat_map(|(_, idea)| &idea.said.themes).collect();
    let strangers = used.into_iter().filter(|theme| !known.contains(theme)).cloned();
    let arcs: Vec<ThemeId> = known.iter().cloned().chain(strangers).collect();
    let mut sections = Vec::new();
    for arc in &arcs {
        let shares = discussion.together.contains(arc);
        let themes: Vec<_> = arcs
            .iter()
            .filter(|other| *other == arc || (shares && discussion.together.contains(*other)))
            .cloned()
            .collect();
        // Arcs that share a note stand where the first of them does.
        if themes.first() == Some(arc) {
            let own = ideas.iter().filter(|(_, idea)| idea.said.themes.iter().any(|theme| themes.contains(theme)));
            sections.push(Section { parts: parts(own), themes });
        }
    }
    let unplaced = ideas.iter().filter(|(_, idea)| idea.said.themes.is_empty());
    sections.push(Section { themes: Vec::new(), parts: parts(unplaced) });
    sections
}

/// Ideas by sub-heading, which is the same however its letters are written.
fn parts<'a, 'b>(ideas: impl Iterator<Item = &'b (IdeaId, &'a Idea)>) -> Vec<Part<'a>>
where
    'a: 'b,
{
    let mut parts: Vec<Part<'a>> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (id, idea) in ideas {
        let heading = idea.said.heading.trim();
        let at = *places.entry(heading.to_lowercase()).or_insert(parts.len());
        match parts.get_mut(at) {
            Some(part) => part.ideas.push((*id, *idea)),
            None => parts.push(Part { heading, ideas: vec![(*id, *idea)] }),
        }
    }
    // A stable sort: the ideas beneath no sub-heading come first, the others stay as they are.
    parts.sort_by_key(|part| !part.heading.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::Area;
    use crate::domain::discussion::{Discussion, Said};
    use crate::domain::ids::{ReplicaId, WorkspaceId};
    use crate::domain::rest::Rest;
    use crate::exchange::builtin;
    use chrono::NaiveDate;
    use uuid::Uuid;

    const TALK: DiscussionId = DiscussionId(Uuid::from_u128(2));

    fn theme(id: &str) -> ThemeId {
        ThemeId::parse(id).unwrap()
    }

    /// A discussion in which these arcs share a note, with ideas: their words, arcs and sub-heading.
    fn talk(together: &[&str], ideas: &[(&str, &[&str], &str)]) -> Workspace {
        let (mut open, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire"));
        let on = NaiveDate::from_ymd_opt(2009, 12, 4).unwrap();
        let together = together.iter().map(|id| theme(id)).collect();
        open.set_discussion(TALK, Discussion { title: "Conference".to_owned(), on, together, rest: Rest::new() });
        let ideas = ideas.iter().zip(10..).map(|((text, themes, heading), number)| {
            let themes = themes.iter().map(|id| theme(id)).collect();
            let said = Said { text: (*text).to_owned(), themes, heading: (*heading).to_owned(), table: String::new() };
            (IdeaId(Uuid::from_u128(number)), said)
        });
        open.add_ideas(TALK, ideas).unwrap();
        open
    }

    /// Each section that has ideas: its arcs, and its sub-headings with the words beneath them.
    fn read(open: &Workspace) -> Vec<String> {
        let framework = builtin::framework().unwrap();
        let sections = by_arc(open, TALK, Some(&framework));
        let told = sections.iter().filter(|section| section.count() > 0).map(|section| {
            let arcs: Vec<_> = section.themes.iter().map(ThemeId::as_str).collect();
            let parts = section.parts.iter().map(|part| {
                let words: Vec<_> = part.ideas.iter().map(|(_, idea)| idea.said.text.as_str()).collect();
                format!("{}[{}]", part.heading, words.join(", "))
            });
            format!("{}: {}", arcs.join("+"), parts.collect::<Vec<_>>().join(" "))
        });
        told.collect()
    }

    #[test]
    fn ideas_stand_under_each_of_their_arcs_and_beneath_their_sub_heading() {
        let open = talk(
            &[],
            &[
                ("day in the life", &["training"], "Induction"),
                ("later", &[], ""),
                ("flexible", &["roles", "training"], ""),
                ("visits", &["training"], "induction "),
                ("leaders", &["training"], "Managers"),
                ("strange", &["green-book"], ""),
            ],
        );
        assert_eq!(
            read(&open),
            [
                "training: [flexible] Induction[day in the life, visits] Managers[leaders]",
                "roles: [flexible]",
                "green-book: [strange]",
                ": [later]",
            ]
        );
        let framework = builtin::framework().unwrap();
        assert_eq!(by_arc(&open, TALK, Some(&framework)).len(), 10, "eight arcs, a strange one, and none");
        assert!(by_arc(&open, DiscussionId(Uuid::from_u128(9)), Some(&framework)).is_empty());
    }

    #[test]
    fn arcs_that_share_a_note_are_one_section_in_which_an_idea_stands_once() {
        let ideas: &[(&str, &[&str], &str)] =
            &[("both", &["identity", "language"], ""), ("one", &["language"], ""), ("other", &["behaviours"], "")];
        assert_eq!(
            read(&talk(&["language", "identity"], ideas)),
            ["identity+language: [both, one]", "behaviours: [other]"]
        );
        assert_eq!(
            read(&talk(&["language"], ideas)),
            ["identity: [both]", "language: [both, one]", "behaviours: [other]"],
            "one arc alone shares nothing"
        );
    }
}
