//! What people said in the rainbow discussions, arc by arc, as sections of a report.

use super::document::{Block, Entry, Section};
use super::words;
use crate::analysis::discussion::{self, by_arc};
use crate::domain::framework::Framework;
use crate::domain::workspace::Workspace;

/// What stands above ideas that nobody has placed yet.
const UNPLACED: &str = "Under no arc yet";

/// A section for each discussion in which something was noted: under each arc its ideas. Arcs that share a note stand together.
pub fn sections(open: &Workspace, framework: &Framework) -> Vec<Section> {
    let mut sections = Vec::new();
    for (id, talk) in open.discussions() {
        let ideas = open.ideas(id).len();
        if ideas == 0 {
            continue;
        }
        let told = format!(
            "On {}, {} noted. An idea that stands under several arcs is listed under each of them.",
            words::day(talk.on),
            words::count(ideas, "idea was", "ideas were")
        );
        let arcs = by_arc(open, id, Some(framework)).into_iter().filter(|section| section.count() > 0);
        let under =
            arcs.flat_map(|section| [Block::Heading(name(framework, &section)), Block::List(entries(&section))]);
        let blocks = std::iter::once(Block::paragraph(told)).chain(under).collect();
        sections.push(Section::new(format!("What was said about each arc: {}", talk.title), blocks));
    }
    sections
}

/// A table by what was noted of it: "4" is Table 4, and what is more than a number goes by its own words.
pub fn table_words(table: &str) -> String {
    if table.chars().all(|character| character.is_ascii_digit()) { format!("Table {table}") } else { table.to_owned() }
}

/// The arcs of a section by name.
fn name(framework: &Framework, section: &discussion::Section<'_>) -> String {
    if section.themes.is_empty() {
        return UNPLACED.to_owned();
    }
    let names = section.themes.iter().map(|id| framework.theme(id).map_or(id.as_str(), |theme| theme.name.as_str()));
    names.collect::<Vec<_>>().join(" / ")
}

/// The ideas of a section, each with the sub-heading that it stands beneath before it.
fn entries(section: &discussion::Section<'_>) -> Vec<Entry> {
    let said = section.parts.iter().flat_map(|part| {
        let above = if part.heading.is_empty() { String::new() } else { format!("{}: ", part.heading) };
        part.ideas.iter().map(move |(_, idea)| format!("{above}{}", idea.said.text))
    });
    said.map(|text| Entry { label: String::new(), text }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::Area;
    use crate::domain::discussion::{Discussion, Said};
    use crate::domain::ids::{DiscussionId, IdeaId, ReplicaId, ThemeId, WorkspaceId};
    use crate::domain::rest::Rest;
    use crate::exchange::builtin;
    use chrono::NaiveDate;
    use uuid::Uuid;

    fn themes(ids: &[&str]) -> std::collections::BTreeSet<ThemeId> {
        ids.iter().map(|id| ThemeId::parse(id).unwrap()).collect()
    }

    #[test]
    fn each_idea_stands_under_its_arcs_and_a_discussion_without_ideas_stands_nowhere() {
        let (mut open, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire"));
        let framework = builtin::framework().unwrap();
        let on = NaiveDate::from_ymd_opt(2009, 12, 4).unwrap();
        let talk = DiscussionId(Uuid::from_u128(2));
        let together = themes(&["identity", "language"]);
        open.set_discussion(talk, Discussion { title: "Conference".to_owned(), on, together, rest: Rest::new() });
        assert!(sections(&open, &framework).is_empty());
        let said = [
            ("Visit each other", &["training"][..], "Induction"),
            ("Say we", &["language", "training"], ""),
            ("Later", &[], ""),
        ];
        let ideas = said.into_iter().zip(10..).map(|((text, arcs, heading), number)| {
            let (text, heading, table) = (text.to_owned(), heading.to_owned(), String::new());
            (IdeaId(Uuid::from_u128(number)), Said { text, themes: themes(arcs), heading, table })
        });
        open.add_ideas(talk, ideas).unwrap();
        let sections = sections(&open, &framework);
        assert_eq!(sections.len(), 1);
        let read: Vec<String> = sections[0]
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading(words) => Some(words.clone()),
                Block::List(entries) => {
                    Some(entries.iter().map(|entry| entry.text.as_str()).collect::<Vec<_>>().join("; "))
                }
                _ => None,
            })
            .collect();
        let named = |id: &str| framework.theme(&ThemeId::parse(id).unwrap()).unwrap().name.clone();
        let training = named("training");
        let both =
            framework.themes.iter().map(|theme| theme.id.as_str()).filter(|id| ["identity", "language"].contains(id));
        let both = both.map(named).collect::<Vec<_>>().join(" / ");
        assert_eq!(
            read,
            [both.as_str(), "Say we", &training, "Say we; Induction: Visit each other", UNPLACED, "Later"]
        );
    }
}
