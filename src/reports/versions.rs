//! Entries that were changed in two places at once, in words: what each is, and what each of its versions says.

use crate::domain::area::Area;
use crate::domain::framework::Framework;
use crate::domain::ids::RecordId;
use crate::domain::merge::Records;
use crate::domain::plan::{PlanItem, Progress};
use crate::domain::record::{Body, Kind, Versions};
use crate::domain::report_text::{ReportPart, ReportText};
use crate::domain::round::{Round, Target};
use crate::domain::workspace::Workspace;

use super::words;

/// What stands for a field that is empty.
const EMPTY: &str = "Empty";

/// An entry between whose versions a person has to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecided {
    /// The record.
    pub id: RecordId,
    /// What it is and which, such as "Action: Agree a shared induction".
    pub name: String,
    /// Its versions, two or more.
    pub versions: Vec<Version>,
}

/// One version of such an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// What stands if this version is chosen.
    pub body: Body,
    /// What it says, field by field.
    pub fields: Vec<Field>,
}

/// A field of a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What the field is called.
    pub name: &'static str,
    /// What stands in it, in words.
    pub value: String,
    /// Whether another version says something else there.
    pub differs: bool,
}

/// How many entries are undecided.
pub fn count(records: &Records) -> usize {
    undecided_records(records).count()
}

/// The entries that are undecided, with the names of the arcs taken from the framework.
pub fn undecided(open: &Workspace, framework: Option<&Framework>) -> Vec<Undecided> {
    let entry = |(id, versions): (RecordId, &Versions)| {
        let bodies: Vec<&Body> = versions.iter().map(|version| &version.body).collect();
        let all: Vec<_> = bodies.iter().map(|body| fields(open, framework, body)).collect();
        let marked = bodies.iter().zip(&all).map(|(body, mine)| {
            let differs = |field: &(&'static str, String)| all.iter().any(|other| !other.contains(field));
            let marked =
                mine.iter().map(|field| Field { name: field.0, value: field.1.clone(), differs: differs(field) });
            Version { body: (*body).clone(), fields: marked.collect() }
        });
        Undecided { id, name: name(&versions.shown().body), versions: marked.collect() }
    };
    undecided_records(open.records()).map(entry).collect()
}

/// What an action says, field by field.
pub fn item_fields(framework: Option<&Framework>, item: &PlanItem) -> Vec<(&'static str, String)> {
    let arcs = item.themes.iter().map(|id| {
        framework.and_then(|framework| framework.theme(id)).map_or_else(|| id.to_string(), |theme| theme.short.clone())
    });
    vec![
        ("Number", or_empty(&item.label)),
        ("Action", or_empty(&item.text)),
        ("Lead", or_empty(&item.lead)),
        ("Target date", or_empty(&item.due)),
        ("Arcs", or_empty(&words::list(&arcs.collect::<Vec<_>>()))),
    ]
}

/// What a part of a progress report is called.
pub fn part_name(part: ReportPart) -> &'static str {
    match part {
        ReportPart::Meeting => "Meeting",
        ReportPart::Author => "Who reports",
        ReportPart::Decisions => "Decisions needed",
        ReportPart::Financial => "Financial implications",
        ReportPart::People => "People implications",
        ReportPart::Equalities => "Equalities implications",
        ReportPart::Safeguarding => "Safeguarding implications",
    }
}

/// Versions that say the very same leave nothing to choose, nor does what never leaves this device.
fn undecided_records(records: &Records) -> impl Iterator<Item = (RecordId, &Versions)> {
    records.conflicts().filter(|(_, versions)| {
        let shown = &versions.shown().body;
        !shown.kind().is_device_only() && versions.iter().any(|version| version.body != *shown)
    })
}

fn name(body: &Body) -> String {
    let named = |what: &str, which: &str| if which.is_empty() { what.to_owned() } else { format!("{what}: {which}") };
    match body {
        Body::Area(area) => named("Area", &area.name),
        Body::Round(round) => named("Round", &round.title),
        Body::Plan(plan) => named("Plan", &plan.title),
        Body::PlanItem(item) => named("Action", &item.text),
        Body::ReportText(text) => named("Words for a report", part_name(text.part)),
        other => kind_words(&other.kind()).to_owned(),
    }
}

/// What one record of a kind is called.
fn kind_words(kind: &Kind) -> &str {
    match kind {
        Kind::Area => "Area",
        Kind::Survey => "Survey",
        Kind::Round => "Round",
        Kind::RoundEntry => "Closing or reopening of a round",
        Kind::Pack => "Bundle of responses",
        Kind::Withdrawal => "Response taken back",
        Kind::Target => "Target",
        Kind::Plan => "Plan",
        Kind::PlanItem => "Action",
        Kind::Progress => "Progress report",
        Kind::ReportText => "Words for a report",
        Kind::Draft | Kind::DraftAnswer => "Response in progress",
        Kind::Export => "Note of an export",
        Kind::Step => "Step to undo",
        Kind::Unknown(_) => "Entry of a newer Rainbow",
    }
}

fn fields(open: &Workspace, framework: Option<&Framework>, body: &Body) -> Vec<(&'static str, String)> {
    match body {
        Body::Area(area) => area_fields(area),
        Body::Round(round) => round_fields(round),
        Body::Plan(plan) => vec![("Title", or_empty(&plan.title))],
        Body::PlanItem(item) => item_fields(framework, item),
        Body::ReportText(text) => text_fields(open, text),
        Body::Target(target) => target_fields(framework, target),
        Body::Progress(entry) => progress_fields(entry),
        Body::Pack(pack) => vec![("Responses", pack.responses.len().to_string())],
        Body::Deleted(_) => vec![("State", "Deleted".to_owned())],
        other => vec![("Kind", kind_words(&other.kind()).to_owned())],
    }
}

fn area_fields(area: &Area) -> Vec<(&'static str, String)> {
    let sectors: Vec<_> = area.sectors.iter().map(|sector| sector.name.clone()).collect();
    let groups: Vec<_> = area.staff_groups.iter().map(|group| group.name.clone()).collect();
    vec![
        ("Name", or_empty(&area.name)),
        ("Sectors", or_empty(&sectors.join("; "))),
        ("Staff groups", or_empty(&groups.join("; "))),
    ]
}

fn round_fields(round: &Round) -> Vec<(&'static str, String)> {
    let minimum = round.minimum.map_or_else(|| "No number was set".to_owned(), |minimum| minimum.to_string());
    vec![
        ("Title", or_empty(&round.title)),
        ("Responses required", minimum),
        ("Opened", words::day(round.opened)),
        ("Surveys handed out", round.surveys.len().to_string()),
    ]
}

fn text_fields(open: &Workspace, text: &ReportText) -> Vec<(&'static str, String)> {
    let plan = open.plan(text.plan).map(|plan| plan.title.clone()).unwrap_or_default();
    vec![("Plan", or_empty(&plan)), ("Words", or_empty(&text.text))]
}

fn target_fields(framework: Option<&Framework>, target: &Target) -> Vec<(&'static str, String)> {
    let theme = framework.and_then(|framework| framework.theme(&target.theme));
    vec![
        ("Arc", theme.map_or_else(|| target.theme.to_string(), |theme| theme.short.clone())),
        ("Target", target.score.map_or_else(|| "Taken back".to_owned(), |score| score.to_string())),
        ("Agreed on", words::day(target.on)),
        ("Agreed by", or_empty(&target.by)),
        ("Reason", or_empty(&target.reason)),
    ]
}

fn progress_fields(entry: &Progress) -> Vec<(&'static str, String)> {
    let revised = entry.revised.as_ref().map(|revised| revised.due.clone()).unwrap_or_default();
    vec![
        ("Day", words::day(entry.on)),
        ("Reported by", or_empty(&entry.by)),
        ("What happened", or_empty(&entry.text)),
        ("RAG", entry.rag.map_or("Left as it was", |rag| rag.word()).to_owned()),
        ("New target date", or_empty(&revised)),
    ]
}

fn or_empty(words: &str) -> String {
    if words.trim().is_empty() { EMPTY.to_owned() } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ItemId, ReplicaId};
    use crate::domain::rest::Rest;
    use crate::sample;

    /// The sample's first action, changed by two tabs that did not know of each other, as the first one then sees it.
    fn met(here: impl FnOnce(&mut Workspace, ItemId), there: impl FnOnce(&mut Workspace, ItemId)) -> Workspace {
        let (mut mine, _) = sample::workspace(ReplicaId(1)).unwrap();
        let mut theirs = Workspace::from_records(mine.id(), ReplicaId(2), mine.records().clone());
        let (plan, _) = mine.plans()[0];
        let (item, _) = mine.items(plan)[0];
        here(&mut mine, item);
        there(&mut theirs, item);
        mine.take_in("Another tab", theirs.records().iter().cloned());
        mine
    }

    fn lead(open: &mut Workspace, id: ItemId, lead: &str) {
        let item = PlanItem { lead: lead.to_owned(), ..open.item(id).unwrap().clone() };
        open.set_item(id, item).unwrap();
    }

    #[test]
    fn only_the_field_that_differs_is_marked() {
        let open = met(|open, id| lead(open, id, "AB"), |open, id| lead(open, id, "CD"));
        let [entry] = undecided(&open, None).try_into().unwrap();
        assert_eq!(count(open.records()), 1);
        assert!(entry.name.starts_with("Action: "));
        assert_eq!(entry.versions.len(), 2);
        for version in entry.versions {
            let differing: Vec<_> = version.fields.iter().filter(|field| field.differs).collect();
            assert!(matches!(differing.as_slice(), [field] if field.name == "Lead"), "{differing:?}");
        }
    }

    #[test]
    fn a_deletion_is_a_version_like_any_other() {
        let open = met(|open, id| lead(open, id, "AB"), |open, id| drop(open.delete_item(id)));
        let [entry] = undecided(&open, None).try_into().unwrap();
        assert!(entry.name.starts_with("Action: "));
        let last = &entry.versions[1].fields;
        assert_eq!(last, &[Field { name: "State", value: "Deleted".to_owned(), differs: true }]);
    }

    #[test]
    fn versions_that_say_the_same_leave_nothing_to_choose() {
        let open = met(|open, id| lead(open, id, "AB"), |open, id| lead(open, id, "AB"));
        assert_eq!(open.records().conflicts().count(), 1);
        assert_eq!(count(open.records()), 0);
    }

    #[test]
    fn report_words_are_named_by_their_part() {
        let write = |text: &'static str| {
            move |open: &mut Workspace, _| {
                let (plan, _) = open.plans()[0];
                open.write_report_text(ReportText {
                    plan,
                    part: ReportPart::People,
                    text: text.into(),
                    rest: Rest::new(),
                });
            }
        };
        let open = met(write("Two posts"), write(""));
        let [entry] = undecided(&open, None).try_into().unwrap();
        assert_eq!(entry.name, "Words for a report: People implications");
        let mut said: Vec<_> = entry.versions.iter().map(|version| version.fields[1].value.as_str()).collect();
        said.sort_unstable();
        assert_eq!(said, ["Empty", "Two posts"]);
    }
}
