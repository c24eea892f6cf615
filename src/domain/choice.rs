//! Choosing by field: out of versions that did not know of each other, one body with a choice for each field that differs.
//!
//! A person who settles a conflict takes one version whole, or composes a body here. Only versions that say something can
//! be mixed: that a record was deleted is taken whole or not at all, and so is every kind of which [`Field::of`] names no
//! fields.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::area::Area;
use super::design::{Design, DesignStatement};
use super::plan::{Plan, PlanItem};
use super::record::{Body, Kind};
use super::rest::Rest;
use super::round::Round;
use super::survey::Statement;

/// A field that can be chosen apart from the rest of its body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The name of an area.
    Name,
    /// The sectors of an area, as one list.
    Sectors,
    /// The staff groups of an area, as one list.
    StaffGroups,
    /// The title of a round, a survey design or a plan.
    Title,
    /// How many responses a round requires.
    Minimum,
    /// The day on which a round was opened.
    Opened,
    /// The surveys handed out in a round, as one list.
    Surveys,
    /// The last day on which a round asks for answers.
    Closes,
    /// How many responses a round expects from each sector, as one list.
    Expected,
    /// Why a round asks, and what happens with the answers.
    Why,
    /// Until when the answers of a round are kept.
    KeepUntil,
    /// What a round asks people about themselves.
    Asks,
    /// Whom responses to a round are sent back to.
    ReturnsTo,
    /// The fewest people that a shared figure of a round stands for.
    SmallestGroup,
    /// The arcs and practices that a survey design covers, as one list.
    Covers,
    /// What a statement of a survey design asks: its words and its two ends together, and where it belongs in the framework.
    Statement,
    /// Which staff groups a statement is meant for.
    Audience,
    /// Whether a statement is retired.
    Retired,
    /// The number of a plan item as written, or the short label of a statement.
    Label,
    /// What is to be done.
    Text,
    /// Who leads.
    Lead,
    /// When it is due, as written, with how that is meant.
    Due,
    /// What a plan item is.
    Level,
    /// What a plan item needs or costs.
    Resources,
    /// What could go wrong with a plan item.
    Risk,
    /// The evidence behind a plan item, what it depends on and repeats, and the finding that caused it.
    Links,
    /// Since when a plan item has been part of the plan, and since when no more.
    Archived,
    /// In which shape a plan is written.
    Layout,
    /// The days that a plan runs from and to.
    Period,
    /// The arcs that a plan item serves, as one list.
    Arcs,
    /// Where a plan item or a statement stands: everything that says so together, because half of a move means nothing.
    Place,
}

/// The fields in which these bodies differ and each of which can be chosen by itself, in the order in which they are asked.
///
/// Bodies that say "deleted" are passed over. Empty if what is left is not all of one kind, is of a kind that is chosen
/// whole, or differs in nothing but the fields of a newer Rainbow.
pub fn differing(bodies: &[&Body]) -> Vec<Field> {
    let mut said = bodies.iter().filter(|body| !body.is_deleted());
    let Some(first) = said.next() else { return Vec::new() };
    let others: Vec<_> = said.collect();
    if others.iter().any(|other| other.kind() != first.kind()) {
        return Vec::new();
    }
    let differs = |field: &Field| others.iter().any(|other| !field.agrees(first, other));
    Field::of(&first.kind()).iter().copied().filter(differs).collect()
}

/// One body out of several: each differing field from the body that was picked for it (by its place in `bodies`), the
/// fields that agree as they are. `None` if nothing can be chosen by field, or if a differing field has no pick among the
/// bodies that say something.
///
/// The fields of a newer Rainbow, which nobody here can choose between, come from all bodies that something was picked
/// from. Where these disagree, as in whatever else can't be chosen, the body counts from which most fields were picked,
/// and of several such the first. So whoever picks everything from one body gets exactly that body.
pub fn compose(bodies: &[&Body], picks: &BTreeMap<Field, usize>) -> Option<Body> {
    let fields = differing(bodies);
    let picked = |field: &Field| {
        let at = *picks.get(field)?;
        Some((at, *bodies.get(at).filter(|body| !body.is_deleted())?))
    };
    let picked: Vec<(usize, &Body)> = fields.iter().map(picked).collect::<Option<_>>()?;
    let times = |at: usize| picked.iter().filter(|(other, _)| *other == at).count();
    let mut used: Vec<usize> = picked.iter().map(|(at, _)| *at).collect::<BTreeSet<_>>().into_iter().collect();
    used.sort_by_key(|at| Reverse(times(*at)));
    let mut used = used.into_iter().filter_map(|at| bodies.get(at).map(|body| (*body).clone()));
    let mut composed = used.next()?;
    for (field, (_, from)) in fields.iter().zip(&picked) {
        field.copy(from, &mut composed);
    }
    for mut other in used {
        if let (Some(rest), Some(more)) = (rest_of(&mut composed), rest_of(&mut other)) {
            for (name, value) in std::mem::take(more) {
                rest.entry(name).or_insert(value);
            }
        }
    }
    Some(composed)
}

impl Field {
    /// The fields of a kind in the order in which they are asked; none where a body is chosen whole.
    pub fn of(kind: &Kind) -> &'static [Self] {
        match kind {
            Kind::Area => &[Self::Name, Self::Sectors, Self::StaffGroups],
            Kind::Round => &[
                Self::Title,
                Self::Minimum,
                Self::Opened,
                Self::Surveys,
                Self::Closes,
                Self::Expected,
                Self::Why,
                Self::KeepUntil,
                Self::Asks,
                Self::ReturnsTo,
                Self::SmallestGroup,
            ],
            Kind::Design => &[Self::Title, Self::Covers],
            Kind::DesignStatement => &[Self::Statement, Self::Label, Self::Audience, Self::Retired, Self::Place],
            Kind::Plan => &[Self::Title, Self::Layout, Self::Period],
            Kind::PlanItem => &[
                Self::Level,
                Self::Label,
                Self::Text,
                Self::Lead,
                Self::Due,
                Self::Resources,
                Self::Risk,
                Self::Arcs,
                Self::Links,
                Self::Archived,
                Self::Place,
            ],
            _ => &[],
        }
    }

    /// Whether two bodies of a kind say the same in this field.
    fn agrees(self, a: &Body, b: &Body) -> bool {
        let mut copied = a.clone();
        self.copy(b, &mut copied);
        copied == *a
    }

    /// Puts what one body says in this field into another of its kind. Each body is taken apart by name, so that nobody
    /// can give it one more field without deciding here how that is chosen.
    fn copy(self, from: &Body, into: &mut Body) {
        match (from, into) {
            (Body::Area(from), Body::Area(into)) => {
                let Area { name, sectors, staff_groups, former_sectors, former_staff_groups, is_sample: _, rest: _ } =
                    from;
                match self {
                    Self::Name => into.name.clone_from(name),
                    Self::Sectors => {
                        into.sectors.clone_from(sectors);
                        into.former_sectors.clone_from(former_sectors);
                    }
                    Self::StaffGroups => {
                        into.staff_groups.clone_from(staff_groups);
                        into.former_staff_groups.clone_from(former_staff_groups);
                    }
                    _ => {}
                }
            }
            (Body::Round(from), Body::Round(into)) => {
                let Round {
                    title,
                    surveys,
                    minimum,
                    opened,
                    closes,
                    expected,
                    why,
                    keep_until,
                    asks,
                    returns_to,
                    smallest_group,
                    rest: _,
                } = from;
                match self {
                    Self::Title => into.title.clone_from(title),
                    Self::Minimum => into.minimum = *minimum,
                    Self::Opened => into.opened = *opened,
                    Self::Surveys => into.surveys.clone_from(surveys),
                    Self::Closes => into.closes = *closes,
                    Self::Expected => into.expected.clone_from(expected),
                    Self::Why => into.why.clone_from(why),
                    Self::KeepUntil => into.keep_until = *keep_until,
                    Self::Asks => into.asks = *asks,
                    Self::ReturnsTo => into.returns_to.clone_from(returns_to),
                    Self::SmallestGroup => into.smallest_group = *smallest_group,
                    _ => {}
                }
            }
            (Body::Design(from), Body::Design(into)) => {
                // The source follows from the start, and neither is ever changed.
                let Design { title, source: _, start: _, themes, practices, rest: _ } = from;
                match self {
                    Self::Title => into.title.clone_from(title),
                    Self::Covers => {
                        into.themes.clone_from(themes);
                        into.practices.clone_from(practices);
                    }
                    _ => {}
                }
            }
            (Body::DesignStatement(from), Body::DesignStatement(into)) => {
                let DesignStatement { design, order, statement, retired, rest: _ } = from;
                match self {
                    Self::Statement => {
                        let (label, audience) = (into.statement.label.clone(), into.statement.audience.clone());
                        into.statement = Statement { label, audience, ..statement.clone() };
                    }
                    Self::Label => into.statement.label.clone_from(&statement.label),
                    Self::Audience => into.statement.audience.clone_from(&statement.audience),
                    Self::Retired => into.retired = *retired,
                    Self::Place => {
                        into.design = *design;
                        into.order.clone_from(order);
                    }
                    _ => {}
                }
            }
            (Body::Plan(from), Body::Plan(into)) => {
                let Plan { title, layout, period, rest: _ } = from;
                match self {
                    Self::Title => into.title.clone_from(title),
                    Self::Layout => into.layout = *layout,
                    Self::Period => into.period = *period,
                    _ => {}
                }
            }
            (Body::PlanItem(from), Body::PlanItem(into)) => {
                let PlanItem {
                    plan,
                    parent,
                    order,
                    level,
                    label,
                    text,
                    lead,
                    due,
                    due_meant,
                    resources,
                    risk,
                    themes,
                    evidence,
                    depends_on,
                    repeats,
                    finding,
                    added,
                    archived,
                    rest: _,
                } = from;
                match self {
                    Self::Level => into.level = *level,
                    Self::Label => into.label.clone_from(label),
                    Self::Text => into.text.clone_from(text),
                    Self::Lead => into.lead.clone_from(lead),
                    Self::Due => {
                        into.due.clone_from(due);
                        into.due_meant = *due_meant;
                    }
                    Self::Resources => into.resources.clone_from(resources),
                    Self::Risk => into.risk.clone_from(risk),
                    Self::Links => {
                        into.evidence.clone_from(evidence);
                        into.depends_on.clone_from(depends_on);
                        into.repeats.clone_from(repeats);
                        into.finding.clone_from(finding);
                    }
                    Self::Archived => {
                        into.added = *added;
                        into.archived = *archived;
                    }
                    Self::Arcs => into.themes.clone_from(themes),
                    Self::Place => {
                        into.plan = *plan;
                        into.parent = *parent;
                        into.order.clone_from(order);
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

/// The fields of a newer Rainbow in a body that can be chosen by field.
fn rest_of(body: &mut Body) -> Option<&mut Rest> {
    match body {
        Body::Area(area) => Some(&mut area.rest),
        Body::Round(round) => Some(&mut round.rest),
        Body::Design(design) => Some(&mut design.rest),
        Body::DesignStatement(one) => Some(&mut one.rest),
        Body::Plan(plan) => Some(&mut plan.rest),
        Body::PlanItem(item) => Some(&mut item.rest),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
