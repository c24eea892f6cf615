//! The addresses of the reports, after `reports/`.

use crate::domain::ids::PlanId;

/// A page about reports.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ReportPlace {
    /// The reports that can be made.
    List,
    /// The progress report of a plan; `None` for the first plan.
    Progress(Option<PlanId>),
}

impl ReportPlace {
    /// The page of an address.
    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [] => Self::List,
            ["progress"] => Self::Progress(None),
            ["progress", id] => Self::Progress(Some(PlanId::parse(id)?)),
            _ => return None,
        })
    }

    /// The address of the page.
    pub(super) fn path(&self) -> String {
        match self {
            Self::List => "reports".to_owned(),
            Self::Progress(None) => "reports/progress".to_owned(),
            Self::Progress(Some(id)) => format!("reports/progress/{id}"),
        }
    }
}
