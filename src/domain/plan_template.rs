//! Plans to begin with: the items that a template puts into a new plan, for the area to change as it likes.

use super::ids::{ItemId, PlanId, TemplateId, ThemeId};
use super::order::OrderKey;
use super::plan::{Layout, Level, PlanItem};

/// The templates that Rainbow brings along, with where they come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanTemplates {
    /// The version of their wording.
    pub version: String,
    /// Who wrote them, in a sentence or two that can be shown.
    pub source: String,
    /// The templates, in the order in which they are offered.
    pub all: Vec<PlanTemplate>,
}

/// A template of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanTemplate {
    /// Which one it is.
    pub id: TemplateId,
    /// What it is called where it is offered, such as "A compliance plan".
    pub name: String,
    /// What a plan made from it is called until somebody calls it something else.
    pub title: String,
    /// What it holds, in a sentence or two.
    pub about: String,
    /// The shape in which it is written.
    pub layout: Layout,
    /// Its items at the top, in their order.
    pub items: Vec<TemplateItem>,
}

/// An item of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateItem {
    /// What it is.
    pub level: Level,
    /// Its number or letter; may be empty.
    pub label: String,
    /// What is to be done.
    pub text: String,
    /// Who leads, as a role; may be empty.
    pub lead: String,
    /// When, in words that name no day: nobody but the area knows its days. May be empty.
    pub due: String,
    /// What it needs or costs; may be empty.
    pub resources: String,
    /// What could go wrong; may be empty.
    pub risk: String,
    /// The arcs that it serves, and all that stands beneath it.
    pub themes: Vec<ThemeId>,
    /// What stands beneath it, in its order.
    pub beneath: Vec<TemplateItem>,
}

impl PlanTemplates {
    /// The template of this id.
    pub fn get(&self, id: &TemplateId) -> Option<&PlanTemplate> {
        self.all.iter().find(|template| template.id == *id)
    }
}

impl PlanTemplate {
    /// Its items as items of a plan that holds nothing yet, each after the one that it stands beneath. `fresh` gives an id
    /// for each.
    pub fn items(&self, plan: PlanId, mut fresh: impl FnMut() -> ItemId) -> Vec<(ItemId, PlanItem)> {
        let mut items = Vec::new();
        write(&self.items, plan, None, &[], &mut fresh, &mut items);
        items
    }
}

/// Writes items that stand beneath one parent, and all beneath them.
fn write(
    template: &[TemplateItem],
    plan: PlanId,
    parent: Option<ItemId>,
    inherited: &[ThemeId],
    fresh: &mut impl FnMut() -> ItemId,
    items: &mut Vec<(ItemId, PlanItem)>,
) {
    let mut before = None;
    for item in template {
        let id = fresh();
        let order = OrderKey::between(before.as_ref(), None);
        before = Some(order.place(id));
        let mut themes = inherited.to_vec();
        themes.extend(item.themes.iter().filter(|theme| !inherited.contains(theme)).cloned());
        let written = PlanItem {
            parent,
            level: item.level,
            label: item.label.clone(),
            text: item.text.clone(),
            lead: item.lead.clone(),
            due: item.due.clone(),
            resources: item.resources.clone(),
            risk: item.risk.clone(),
            themes: themes.clone(),
            ..PlanItem::blank(plan, order)
        };
        items.push((id, written));
        write(&item.beneath, plan, Some(id), &themes, fresh, items);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::area::Area;
    use crate::domain::due::{Due, Period};
    use crate::domain::ids::{ReplicaId, WorkspaceId};
    use crate::domain::plan::Plan;
    use crate::domain::workspace::Workspace;
    use crate::exchange::builtin;
    use uuid::Uuid;

    const PLAN: PlanId = PlanId(Uuid::from_u128(1));

    fn written(template: &PlanTemplate) -> Vec<(ItemId, PlanItem)> {
        // Later items get smaller ids, so that nothing but their keys puts them in order.
        let mut ids = (1..1_000_u128).rev();
        template.items(PLAN, || ItemId(Uuid::from_u128(ids.next().unwrap())))
    }

    fn template(id: &str) -> PlanTemplate {
        builtin::plan_templates().unwrap().get(&TemplateId::parse(id).unwrap()).unwrap().clone()
    }

    #[test]
    fn a_plan_begun_with_a_template_stands_in_the_order_of_the_template() {
        for template in builtin::plan_templates().unwrap().all {
            let (mut here, _) =
                Workspace::create(WorkspaceId(Uuid::from_u128(9)), ReplicaId(1), Area::named("Fenshire"));
            here.set_plan(PLAN, Plan::titled(&template.title));
            let items = written(&template);
            let mut shuffled = items.clone();
            shuffled.reverse();
            here.add_items(shuffled, Vec::new(), "2010-01-29".parse().unwrap()).unwrap();
            let shown: Vec<_> = here.items(PLAN).into_iter().map(|(id, item)| (id, item.text.clone())).collect();
            assert_eq!(shown, items.into_iter().map(|(id, item)| (id, item.text)).collect::<Vec<_>>());
            assert!(here.tree(PLAN).orphaned.is_empty());
        }
    }

    #[test]
    fn no_template_claims_a_day_whatever_the_period_of_the_plan() {
        let day = |text: &str| text.parse().unwrap();
        let period = Period { from: day("2009-04-01"), to: day("2012-03-31") };
        for (_, item) in builtin::plan_templates().unwrap().all.iter().flat_map(written) {
            for period in [None, Some(period)] {
                let due = Due::of(&item.due, None, period);
                let names_no_day = matches!(
                    due,
                    Due::AsWritten | Due::NotSaid | Due::Recurring { first: None } | Due::Ongoing { first: None }
                );
                assert!(names_no_day, "{}: {due:?}", item.due);
            }
        }
    }

    #[test]
    fn the_compliance_plan_is_dated_tasks_that_each_have_a_lead() {
        let compliance = template("compliance");
        assert_eq!(compliance.layout, Layout::Timescales);
        let items = written(&compliance);
        assert!(items.len() > 15);
        for (_, item) in items {
            assert_eq!((item.level, item.parent), (Level::Action, None));
            assert!(!item.lead.is_empty() && !item.due.is_empty(), "{}", item.text);
        }
    }

    #[test]
    fn the_delivery_plan_has_a_priority_for_each_arc_and_serves_it_throughout() {
        let delivery = template("delivery");
        assert_eq!(delivery.layout, Layout::Strategy);
        let priorities: Vec<_> = delivery.items.iter().map(|item| (item.level, item.themes.clone())).collect();
        let arcs = builtin::framework().unwrap().themes.into_iter();
        assert_eq!(priorities, arcs.map(|theme| (Level::Priority, vec![theme.id])).collect::<Vec<_>>());
        let items = written(&delivery);
        assert!(items.iter().all(|(_, item)| item.themes.len() == 1));
        let levels: BTreeSet<_> = items.iter().map(|(_, item)| item.level).collect();
        assert_eq!(levels.into_iter().collect::<Vec<_>>(), Level::ALL);
        let led = items.iter().filter(|(_, item)| item.level == Level::Output);
        assert!(led.clone().count() >= 8);
        assert!(led.clone().all(|(_, item)| !item.lead.is_empty() && !item.due.is_empty()));
        // An output or a milestone never stands at the top, and no action beneath an output.
        for (_, item) in &items {
            let above =
                item.parent.and_then(|id| items.iter().find(|(other, _)| *other == id)).map(|(_, item)| item.level);
            assert!(above.is_none_or(|above| above < item.level), "{}", item.text);
            assert_eq!(above.is_none(), item.level == Level::Priority, "{}", item.text);
        }
    }
}
