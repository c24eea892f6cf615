//! "What you told us": for children and young people, in plain words, what they said in a round and what happens next.

use chrono::NaiveDate;

use super::document::{Block, Entry, Report, Section, Style, Table};
use super::drafting::{CONTACT, Drafting};
use super::words;
use crate::analysis::children::{Heard, shareable_themes};
use crate::analysis::disclosure::Shown;
use crate::analysis::plan_status::of_plan;
use crate::domain::ids::RoundId;
use crate::domain::plan::Rag;
use crate::domain::report_text::{ReportKind, Subject};
use crate::domain::workspace::{RoundState, Workspace};

/// How many actions are named; more would be no short page.
const MOST_ACTIONS: usize = 5;

/// The page on a round as of a day; `None` if the round is not here.
pub fn report(open: &Workspace, round: RoundId, on: NaiveDate) -> Option<Report> {
    let about = Subject::Round(round);
    let drafting = Drafting::new(open, ReportKind::ToldUs, about);
    let title = open.round(round)?.title.clone();
    let mut sections = vec![
        Section::new("Why we asked you", vec![drafting.standard("why", WHY)]),
        Section::new("What you told us", told(open, drafting, round)),
        Section::new("What will happen next", next(open, drafting, on)),
    ];
    let contact = drafting.detail(CONTACT);
    if !contact.is_empty() {
        sections.push(Section::new("Who you can ask", vec![Block::paragraph(contact)]));
    }
    Some(Report {
        kind: ReportKind::ToldUs,
        about,
        area: open.area().map(|area| area.name.clone()).unwrap_or_default(),
        meeting: String::new(),
        title: "What you told us".to_owned(),
        byline: title,
        style: Style::Plain,
        sections,
        appendices: Vec::new(),
    })
}

const WHY: &str = "Many different people help children, young people and their families: teachers, nurses, youth workers, social workers and more. We want them to work well together. You know best what that is like, so we asked you.";

/// What was said, as far as nobody can be picked out, from a round that is closed.
fn told(open: &Workspace, drafting: Drafting<'_>, round: RoundId) -> Vec<Block> {
    let heard = Heard::of_round(open, round);
    let groups = open.group_answers(round);
    let in_groups = groups.iter().fold(0_u64, |sum, (_, group)| sum.saturating_add(u64::from(group.people)));
    let alone = heard.single.responses;
    if alone == 0 && groups.is_empty() {
        return vec![
            drafting.paragraph("took-part", "We have not asked you with questions of your own this time. We will."),
        ];
    }
    let mut who = Vec::new();
    if alone > 0 {
        who.push(format!("{alone} of you answered our questions alone."));
    }
    if !groups.is_empty() {
        let groups = words::count(groups.len(), "group", "groups");
        who.push(format!("{in_groups} of you put up your hands in {groups}."));
    }
    let mut blocks = vec![drafting.paragraph("took-part", who.join(" "))];
    if open.round_state(round) == RoundState::Open {
        blocks
            .push(Block::paragraph("We are still asking. When we have finished we will tell you here what you said."));
        return blocks;
    }
    let figures = shareable_themes(open, round);
    let survey = open.children_survey_of(round);
    let rows: Vec<Vec<String>> = survey
        .iter()
        .flat_map(|survey| survey.themes())
        .filter_map(|theme| match figures.get(&theme.id)? {
            Shown::Mean { mean, people } => {
                Some(vec![theme.name.clone(), face(*mean).to_owned(), words::mean(*mean), people.to_string()])
            }
            _ => None,
        })
        .collect();
    if rows.is_empty() {
        blocks.push(Block::paragraph(
            "Too few of you answered alone to show here what you said without giving somebody away.",
        ));
        return blocks;
    }
    blocks.push(Block::paragraph(
        "You gave each thing from 1 (not at all) to 5 (very much). This is what you gave on average.",
    ));
    blocks.push(Block::Table(Table {
        caption: "What you said".to_owned(),
        head: ["What it is about", "In words", "From 1 to 5", "How many of you"].map(str::to_owned).to_vec(),
        names: 0,
        rows,
    }));
    blocks
}

/// A mean in the words of the face that is nearest to it.
fn face(mean: f64) -> &'static str {
    match mean {
        mean if mean < 1.5 => "Not good",
        mean if mean < 2.5 => "Not so good",
        mean if mean < 3.5 => "In between",
        mean if mean < 4.5 => "Good",
        _ => "Very good",
    }
}

fn next(open: &Workspace, drafting: Drafting<'_>, on: NaiveDate) -> Vec<Block> {
    let plans = open.plans();
    let items = plans.iter().flat_map(|(plan, _)| of_plan(open, *plan, on));
    let coming = items.filter(|status| status.is_tracked() && status.rag != Rag::Complete).take(MOST_ACTIONS);
    let coming: Vec<Entry> =
        coming.map(|status| Entry { label: String::new(), text: status.item.text.clone() }).collect();
    if coming.is_empty() {
        return vec![drafting.standard(
            "next",
            "The grown-ups will talk about what you said and make a plan. We will tell you what is in it.",
        )];
    }
    vec![
        drafting
            .standard("next", "The grown-ups have a plan to work together better. These are some of the things in it:"),
        Block::List(coming),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ReplicaId;
    use crate::sample;

    #[test]
    fn the_page_is_short_and_says_what_happens_next() {
        let (open, _) = sample::workspace(ReplicaId(1)).unwrap();
        let round = open.rounds().pop().unwrap().0;
        let page = report(&open, round, sample::today()).unwrap();
        let headings: Vec<&str> = page.sections.iter().map(|section| section.heading.as_str()).collect();
        assert_eq!(headings, ["Why we asked you", "What you told us", "What will happen next"]);
        let actions = page.blocks().find_map(|block| match block {
            Block::List(entries) => Some(entries.len()),
            _ => None,
        });
        assert_eq!(actions, Some(MOST_ACTIONS));
    }
}
