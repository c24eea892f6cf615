//! What can be frozen at a replica: the proposal with the plan as it stands, and what children are told of the round.

use std::sync::Arc;

use proptest::prelude::*;
use rainbow::domain::document::Report;
use rainbow::domain::frozen_report::FrozenReport;
use rainbow::domain::rest::Rest;
use rainbow::domain::workspace::{Edit, Workspace};
use rainbow::reports::{proposal, told_us};

use super::history::{PLAN, ROUND, SURVEY, day_of, entry, moment};

/// What people do with reports.
#[derive(Clone, Debug)]
pub(super) enum Freezing {
    Proposal,
    ToldUs,
    /// Removes one of those that are here.
    Remove(usize),
}

impl Freezing {
    /// Whether whoever does it has all versions before them.
    pub(super) fn is_choice(&self) -> bool {
        matches!(self, Self::Remove(_))
    }
}

pub(super) fn freezing() -> impl Strategy<Value = Freezing> {
    prop_oneof![
        2 => Just(Freezing::Proposal),
        1 => Just(Freezing::ToldUs),
        1 => (0..4_usize).prop_map(Freezing::Remove),
    ]
}

/// Does it here; nothing where it is refused.
pub(super) fn report(here: &mut Workspace, act: &Freezing, step: usize) -> Edit {
    let on = day_of(step);
    match act {
        Freezing::Proposal => keep(here, Some(proposal::report(here, &SURVEY.framework, Some(PLAN), on)), step),
        Freezing::ToldUs => keep(here, told_us::report(here, ROUND, on), step),
        Freezing::Remove(which) => {
            let all: Vec<_> = here.frozen_reports().into_iter().map(|(id, _)| id).collect();
            let removed = all.get(which % all.len().max(1)).map(|id| here.delete_frozen_report(*id));
            removed.and_then(Result::ok).unwrap_or_default()
        }
    }
}

fn keep(here: &mut Workspace, report: Option<Report>, step: usize) -> Edit {
    let Some(report) = report else { return Edit::default() };
    let (report, on, recorded) = (Arc::new(report.frozen()), day_of(step), moment(step));
    let by = "Workforce lead".to_owned();
    here.freeze_report(entry(step), FrozenReport { report, as_at: on, on, recorded, by, rest: Rest::new() })
}
