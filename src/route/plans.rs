//! The addresses of the pages about plans, after `plans/`.

use chrono::NaiveDate;

use super::{Cause, Page};
use crate::domain::ids::{ItemId, PlanId};

/// The page of an address.
pub(super) fn parse(parts: &[&str]) -> Option<Page> {
    Some(match parts {
        [] => Page::Plans,
        ["plan", id] => Page::Plan(PlanId::parse(id)?),
        ["plan", id, "ask"] => Page::AskLeads(PlanId::parse(id)?),
        ["plan", id, "then"] => Page::PlanThen(PlanId::parse(id)?, None),
        ["plan", id, "then", day] => Page::PlanThen(PlanId::parse(id)?, Some(read_day(day)?)),
        ["plan", id, "arcs"] => Page::PlanByArc(PlanId::parse(id)?),
        ["plan", id, "sign-off"] => Page::SignPlan(PlanId::parse(id)?),
        ["import"] => Page::ImportPlan(None),
        ["plan", id, "import"] => Page::ImportPlan(Some(PlanId::parse(id)?)),
        ["new-action"] => Page::NewAction(None),
        ["new-action", cause @ ..] => Page::NewAction(Some(Cause::parse(cause)?)),
        ["action", id] => Page::Action(ItemId::parse(id)?),
        ["action", id, "change"] => Page::ChangeAction(ItemId::parse(id)?),
        _ => return None,
    })
}

/// The address of a page; `None` of one that is not about plans.
pub(super) fn path(page: &Page) -> Option<String> {
    Some(match page {
        Page::Plans => "plans".to_owned(),
        Page::Plan(id) => format!("plans/plan/{id}"),
        Page::AskLeads(id) => format!("plans/plan/{id}/ask"),
        Page::PlanThen(id, None) => format!("plans/plan/{id}/then"),
        Page::PlanThen(id, Some(day)) => format!("plans/plan/{id}/then/{day}"),
        Page::PlanByArc(id) => format!("plans/plan/{id}/arcs"),
        Page::SignPlan(id) => format!("plans/plan/{id}/sign-off"),
        Page::ImportPlan(None) => "plans/import".to_owned(),
        Page::ImportPlan(Some(id)) => format!("plans/plan/{id}/import"),
        Page::NewAction(None) => "plans/new-action".to_owned(),
        Page::NewAction(Some(cause)) => format!("plans/new-action/{}", cause.path()),
        Page::Action(id) => format!("plans/action/{id}"),
        Page::ChangeAction(id) => format!("plans/action/{id}/change"),
        _ => return None,
    })
}

/// A day as it stands in an address, such as 2009-10-30, and not otherwise.
fn read_day(text: &str) -> Option<NaiveDate> {
    text.parse::<NaiveDate>().ok().filter(|day| day.to_string() == text)
}
