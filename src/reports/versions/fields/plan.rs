//! What plans, their items, progress and sign-offs say, field by field, in words.

use super::{Said, arc_name, fact, or_empty, part};
use crate::domain::choice::Field;
use crate::domain::framework::Framework;
use crate::domain::ids::ItemId;
use crate::domain::plan::{Layout, Meant, Plan, PlanItem, Progress};
use crate::domain::plan_history::PlanSignOff;
use crate::domain::workspace::Workspace;
use crate::reports::words;

/// What an action says, field by field.
pub fn item_fields(framework: Option<&Framework>, item: &PlanItem) -> Vec<(&'static str, String)> {
    words_of(framework, item).into_iter().map(|said| (said.name, said.value)).collect()
}

/// What a plan says of itself.
pub(super) fn plan_fields(plan: &Plan) -> Vec<Said> {
    let period = plan.period.map(|period| format!("{} to {}", words::day(period.from), words::day(period.to)));
    let layout = match plan.layout {
        Layout::Actions => "A list of actions",
        Layout::Timescales => "Tasks by timescale",
        Layout::Strategy => "A strategy of priorities, areas of focus, actions and outputs",
    };
    vec![
        part(Field::Title, "Title", or_empty(&plan.title)),
        part(Field::Layout, "Shape", layout.to_owned()),
        part(Field::Period, "Runs from and to", or_empty(&period.unwrap_or_default())),
    ]
}

/// What an item of a plan says, with where it stands and what it is linked to.
pub(super) fn action_fields(open: &Workspace, framework: Option<&Framework>, id: ItemId, item: &PlanItem) -> Vec<Said> {
    let mut fields = words_of(framework, item);
    fields.push(part(Field::Links, "Links", or_empty(&links(open, framework, item))));
    let archived = item.archived.map(|day| format!("Archived on {}", words::day(day)));
    fields.push(part(Field::Archived, "Archived", archived.unwrap_or_else(|| "No".to_owned())));
    fields.push(part(Field::Place, "Place in the plan", place(open, id, item)));
    fields
}

fn words_of(framework: Option<&Framework>, item: &PlanItem) -> Vec<Said> {
    let arcs = item.themes.iter().map(|id| arc_name(framework, id));
    let due = match item.due_meant {
        Some(meant) => format!("{} ({})", item.due, meant_words(meant)),
        None => item.due.clone(),
    };
    vec![
        part(Field::Level, "What it is", item.level.word().to_owned()),
        part(Field::Label, "Number", or_empty(&item.label)),
        part(Field::Text, "Action", or_empty(&item.text)),
        part(Field::Lead, "Lead", or_empty(&item.lead)),
        part(Field::Due, "Target date", or_empty(&due)),
        part(Field::Resources, "Resources or cost", or_empty(&item.resources)),
        part(Field::Risk, "Risk", or_empty(&item.risk)),
        part(Field::Arcs, "Arcs", or_empty(&words::list(&arcs.collect::<Vec<_>>()))),
    ]
}

/// How a person said that a written due date is meant.
pub(super) fn meant_words(meant: Meant) -> String {
    match meant {
        Meant::By(day) => format!("meant: by {}", words::day(day)),
        Meant::Ongoing => "meant: on-going".to_owned(),
        Meant::Recurring => "meant: again and again".to_owned(),
        Meant::Dependent => "meant: when something else has happened".to_owned(),
        Meant::Undated => "meant: no day".to_owned(),
    }
}

/// What an item is linked to, in words; empty where it is to nothing.
fn links(open: &Workspace, framework: Option<&Framework>, item: &PlanItem) -> String {
    let named = |what: &str, ids: &[ItemId]| {
        let names: Vec<String> = ids.iter().filter_map(|id| open.item(*id)).map(quoted).collect();
        (!names.is_empty()).then(|| format!("{what} {}", words::list(&names)))
    };
    let evidence: Vec<String> = item
        .evidence
        .iter()
        .filter_map(|id| open.evidence_of(*id))
        .map(|piece| format!("\u{201c}{}\u{201d}", piece.title))
        .collect();
    let finding = item.finding.as_ref().map(|finding| {
        let round = open.round(finding.round).map_or("a round that is not here", |round| &round.title);
        format!("Follows from a finding of {round} on {}", arc_name(framework, &finding.theme))
    });
    let links = [
        named("Depends on", &item.depends_on),
        named("Says the same as", &item.repeats),
        (!evidence.is_empty()).then(|| format!("Evidence: {}", words::list(&evidence))),
        finding,
    ];
    links.into_iter().flatten().collect::<Vec<_>>().join(". ")
}

fn quoted(item: &PlanItem) -> String {
    format!("\u{201c}{}\u{201d}", [&*item.label, &*item.text].join(" ").trim())
}

/// Where an item stands in its plan, by what comes before it there.
fn place(open: &Workspace, id: ItemId, item: &PlanItem) -> String {
    let neighbours = open.items(item.plan);
    let here = item.order.place(id);
    let is_before = |(other, there): &&(ItemId, &PlanItem)| {
        *other != id && there.parent == item.parent && there.order.place(*other) < here
    };
    let before = neighbours.iter().filter(is_before).max_by_key(|(other, there)| there.order.place(*other));
    let mut place = before.map_or_else(|| "First".to_owned(), |(_, before)| format!("After {}", quoted(before)));
    if let Some(parent) = item.parent.and_then(|parent| open.item(parent)) {
        place.push_str(&format!(", beneath {}", quoted(parent)));
    }
    match open.plan(item.plan).filter(|_| open.plans().len() > 1) {
        Some(plan) => format!("{place}, in the plan \u{201c}{}\u{201d}", plan.title),
        None => place,
    }
}

/// What an entry about an item says.
pub(super) fn progress_fields(entry: &Progress) -> Vec<Said> {
    let revised = entry.revised.as_ref().map(|revised| revised.due.clone()).unwrap_or_default();
    let ticked = match entry.ticked {
        Some(true) => "Reached",
        Some(false) => "Not reached after all",
        None => "Left as it was",
    };
    vec![
        fact("Day", words::day(entry.on)),
        fact("Reported by", or_empty(&entry.by)),
        fact("What happened", or_empty(&entry.text)),
        fact("RAG", entry.rag.map_or("Left as it was", |rag| rag.word()).to_owned()),
        fact("New target date", or_empty(&revised)),
        fact("Milestone", ticked.to_owned()),
    ]
}

/// What a sign-off of a plan says.
pub(super) fn plan_sign_off_fields(signed: &PlanSignOff) -> Vec<Said> {
    vec![
        fact("Signed by", or_empty(&signed.by)),
        fact("Day", words::day(signed.on)),
        fact("Words", or_empty(&signed.words)),
        fact("Signed", words::count(signed.signed.len(), "item", "items")),
    ]
}
