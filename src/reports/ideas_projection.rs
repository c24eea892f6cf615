//! A rainbow discussion as a hall sees it: how much was said, then arc by arc the ideas, as many on a slide as large type leaves room for.

use super::document::Table;
use super::ideas::table_words;
use super::words;
use crate::analysis::discussion::Section;
use crate::domain::discussion::Said;
use crate::domain::framework::Framework;
use crate::domain::ids::ThemeId;

/// How many characters a line of large type holds at least on a screen of 1280 by 720.
const LINE: usize = 58;

/// How many lines a slide holds.
const MOST_LINES: usize = 9;

/// How many arcs the first slide lists.
const MOST_ARCS: usize = 9;

/// A slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slide {
    /// Which arc it is about, and which of the slides about that it is, both counted from 0. Slides stand in the order of
    /// this, and an arc keeps its place while ideas come in.
    pub place: (usize, usize),
    /// What it shows.
    pub heading: String,
    /// The colours of its arcs.
    pub colours: Vec<String>,
    /// What stands on it.
    pub shows: Shows,
}

/// What stands on a slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shows {
    /// How many ideas stand under each arc.
    Counts(Table),
    /// Ideas, with the sub-headings that they stand beneath.
    Ideas(Vec<Line>),
    /// Nothing yet.
    Nothing,
}

/// Something on a slide of ideas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A sub-heading.
    Heading(String),
    /// An idea and the table that said it, or a part of one that fills more than a slide.
    Idea(String),
}

impl Line {
    /// How many lines it takes, at most.
    fn lines(&self) -> usize {
        match self {
            Self::Heading(words) | Self::Idea(words) => words.chars().count().div_ceil(LINE).max(1),
        }
    }
}

/// The slides of a discussion. There is always one. The slides of ideas under no arc come last, and only if there are any.
pub fn slides(sections: &[Section<'_>], framework: Option<&Framework>) -> Vec<Slide> {
    let shown: Vec<&Section<'_>> =
        sections.iter().filter(|section| !section.themes.is_empty() || section.count() > 0).collect();
    let name = |section: &Section<'_>| match section.themes.as_slice() {
        [] => "Under no arc yet".to_owned(),
        [theme] => {
            framework.and_then(|framework| framework.theme(theme)).map_or(theme.to_string(), |theme| theme.name.clone())
        }
        several => several.iter().map(|theme| short(framework, theme)).collect::<Vec<_>>().join(" / "),
    };
    let row = |section: &&Section<'_>| {
        let names: Vec<_> = section.themes.iter().map(|theme| short(framework, theme)).collect();
        let name = if names.is_empty() { name(section) } else { names.join(" / ") };
        vec![name, section.count().to_string()]
    };
    let ideas = shown.iter().map(|section| section.count()).sum();
    let heading = format!("{} under the arcs", words::count(ideas, "idea", "ideas"));
    let mut slides: Vec<Slide> = shown
        .chunks(MOST_ARCS)
        .enumerate()
        .map(|(part, arcs)| Slide {
            place: (0, part),
            heading: heading.clone(),
            colours: Vec::new(),
            shows: Shows::Counts(Table {
                caption: String::new(),
                head: vec!["Arc".to_owned(), "Ideas".to_owned()],
                names: 0,
                rows: arcs.iter().map(row).collect(),
            }),
        })
        .collect();
    for (section, at) in shown.into_iter().zip(1..) {
        let colour = |theme: &ThemeId| Some(framework?.theme(theme)?.colour.hex.clone());
        let colours: Vec<String> = section.themes.iter().filter_map(colour).collect();
        let slide = |(part, shows): (usize, Shows)| Slide {
            place: (at, part),
            heading: name(section),
            colours: colours.clone(),
            shows,
        };
        let pages = pages(section);
        let pages = if pages.is_empty() { vec![Shows::Nothing] } else { pages.into_iter().map(Shows::Ideas).collect() };
        slides.extend(pages.into_iter().enumerate().map(slide));
    }
    slides
}

fn short(framework: Option<&Framework>, theme: &ThemeId) -> String {
    framework.and_then(|framework| framework.theme(theme)).map_or(theme.to_string(), |theme| theme.short.clone())
}

/// The ideas of a section, cut where a slide is full. A sub-heading stands again above what goes on beneath it.
fn pages(section: &Section<'_>) -> Vec<Vec<Line>> {
    let mut pages: Vec<Vec<Line>> = Vec::new();
    for part in &section.parts {
        let heading = (!part.heading.is_empty()).then(|| Line::Heading(part.heading.to_owned()));
        let room = MOST_LINES.saturating_sub(heading.as_ref().map_or(0, Line::lines)).max(1);
        let mut is_begun = false;
        for line in part.ideas.iter().flat_map(|(_, idea)| pieces(&idea.said, room)) {
            let head = |is_begun: bool| heading.clone().filter(|_| !is_begun);
            let used = |page: &Vec<Line>| page.iter().map(Line::lines).sum::<usize>();
            let needed = line.lines().saturating_add(head(is_begun).as_ref().map_or(0, Line::lines));
            match pages.last_mut().filter(|page| used(page).saturating_add(needed) <= MOST_LINES) {
                Some(page) => page.extend(head(is_begun).into_iter().chain([line])),
                None => pages.push(heading.clone().into_iter().chain([line]).collect()),
            }
            is_begun = true;
        }
    }
    pages
}

/// An idea with its table, in pieces that fit into so many lines each: one as a rule.
fn pieces(said: &Said, lines: usize) -> Vec<Line> {
    let most = lines.saturating_mul(LINE).saturating_sub(2);
    let mut pieces = vec![String::new()];
    let table = (!said.table.is_empty()).then(|| format!("({})", table_words(&said.table)));
    for word in said.text.split_whitespace().chain(table.as_deref()) {
        let Some(last) = pieces.last_mut() else { break };
        let together = last.chars().count().saturating_add(word.chars().count()).saturating_add(1);
        if last.is_empty() {
            word.clone_into(last);
        } else if together <= most {
            last.push(' ');
            last.push_str(word);
        } else {
            last.push_str(" \u{2026}");
            pieces.push(word.to_owned());
        }
    }
    pieces.into_iter().map(Line::Idea).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::discussion::by_arc;
    use crate::domain::area::Area;
    use crate::domain::discussion::Discussion;
    use crate::domain::ids::{DiscussionId, IdeaId, ReplicaId, WorkspaceId};
    use crate::domain::rest::Rest;
    use crate::domain::workspace::Workspace;
    use crate::exchange::builtin;
    use proptest::prelude::*;
    use std::collections::BTreeSet;
    use uuid::Uuid;

    const TALK: DiscussionId = DiscussionId(Uuid::from_u128(2));

    /// The slides of ideas, each with its words, arc, sub-heading and table.
    fn of(ideas: &[(&str, &str, &str, &str)]) -> Vec<Slide> {
        let (mut open, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire"));
        let on = "2009-12-04".parse().unwrap();
        let together = ["identity", "language"].map(|id| ThemeId::parse(id).unwrap()).into();
        open.set_discussion(TALK, Discussion { title: "Conference".to_owned(), on, together, rest: Rest::new() });
        let ideas = ideas.iter().zip(10..).map(|((text, theme, heading, table), number)| {
            let themes: BTreeSet<_> = ThemeId::parse(theme).into_iter().collect();
            let said =
                Said { text: (*text).to_owned(), themes, heading: (*heading).to_owned(), table: (*table).to_owned() };
            (IdeaId(Uuid::from_u128(number)), said)
        });
        open.add_ideas(TALK, ideas).unwrap();
        let framework = builtin::framework().unwrap();
        slides(&by_arc(&open, TALK, Some(&framework)), Some(&framework))
    }

    fn words(slide: &Slide) -> Vec<String> {
        let Shows::Ideas(lines) = &slide.shows else { return Vec::new() };
        let line = |line: &Line| match line {
            Line::Heading(words) => format!("# {words}"),
            Line::Idea(words) => words.clone(),
        };
        lines.iter().map(line).collect()
    }

    #[test]
    fn the_hall_sees_how_much_was_said_and_then_every_arc_in_its_order() {
        let slides =
            of(&[("Welcome", "identity", "", "4"), ("Shadowing", "training", "Induction", ""), ("Tea", "", "", "")]);
        assert_eq!(slides.len(), 1 + 7 + 1, "red and orange share a note, and one idea has no arc");
        let Shows::Counts(table) = &slides[0].shows else { panic!("the first slide counts") };
        assert_eq!((slides[0].heading.as_str(), table.rows.len()), ("3 ideas under the arcs", 8));
        assert_eq!(table.rows[0][1], "1");
        assert_eq!((words(&slides[1]), slides[1].colours.len()), (vec!["Welcome (Table 4)".to_owned()], 2));
        assert_eq!(slides[2].shows, Shows::Nothing);
        assert_eq!(words(&slides[4]), ["# Induction", "Shadowing"]);
        assert_eq!((slides[8].heading.as_str(), words(&slides[8])), ("Under no arc yet", vec!["Tea".to_owned()]));
        assert_eq!(of(&[]).len(), 8);
    }

    #[test]
    fn what_fills_more_than_a_slide_goes_on_beneath_its_sub_heading() {
        let long = "training day ".repeat(60);
        let many: Vec<_> = (0..12)
            .map(|_| ("Short", "training", "Induction", ""))
            .chain([(long.as_str(), "training", "Induction", "")])
            .collect();
        let slides = of(&many);
        let about: Vec<_> = slides.iter().filter(|slide| slide.heading.starts_with("High quality")).collect();
        assert_eq!(about.iter().map(|slide| slide.place).collect::<Vec<_>>(), [(4, 0), (4, 1), (4, 2), (4, 3)]);
        assert!(about.iter().all(|slide| words(slide)[0] == "# Induction"));
        assert_eq!(words(about[0]).len(), 9);
        assert!(words(about[2])[1].ends_with(" \u{2026}"));
    }

    proptest! {
        #[test]
        fn nothing_that_was_said_is_lost_and_no_slide_is_too_full(
            ideas in prop::collection::vec(("[a-z]{1,12}( [a-z]{1,12}){0,120}", "(Induction|)"), 1..20),
        ) {
            let ideas: Vec<_> = ideas.iter().map(|(text, heading)| (text.as_str(), "training", heading.as_str(), "")).collect();
            let slides = of(&ideas);
            let shown: Vec<String> = slides.iter().flat_map(words).filter(|words| !words.starts_with('#')).collect();
            let mut shown: Vec<&str> = shown.iter().flat_map(|words| words.split(' ')).filter(|word| *word != "\u{2026}").collect();
            let mut said: Vec<&str> = ideas.iter().flat_map(|(text, ..)| text.split(' ')).collect();
            shown.sort_unstable();
            said.sort_unstable();
            prop_assert_eq!(shown, said);
            for slide in &slides {
                if let Shows::Ideas(lines) = &slide.shows {
                    prop_assert!(lines.iter().map(Line::lines).sum::<usize>() <= MOST_LINES);
                }
            }
        }
    }
}
