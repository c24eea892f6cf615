//! The addresses of the reports, after `reports/`.

use crate::domain::ids::{PlanId, RecordId, RoundId};

/// A page about reports.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ReportPlace {
    /// The reports that can be made.
    List,
    /// The progress report of a plan; `None` for the first plan.
    Progress(Option<PlanId>),
    /// The summary report of a round; `None` for the latest that is closed.
    Summary(Option<RoundId>),
    /// The feedback to the Board on a round, likewise.
    Board(Option<RoundId>),
    /// The poster of a round, likewise.
    Poster(Option<RoundId>),
    /// A report that was frozen.
    Frozen(RecordId),
    /// The proposal to use the tool.
    Proposal,
    /// The report on a conference.
    Conference,
    /// The annexes to a strategy.
    Strategy,
    /// What each lead of a plan answers for; `None` for the first plan.
    LeadSheet(Option<PlanId>),
    /// What children and young people said in the latest round.
    ToldUs,
}

impl ReportPlace {
    /// The page of an address.
    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [] => Self::List,
            ["progress"] => Self::Progress(None),
            ["progress", id] => Self::Progress(Some(PlanId::parse(id)?)),
            ["summary"] => Self::Summary(None),
            ["summary", id] => Self::Summary(Some(RoundId::parse(id)?)),
            ["board"] => Self::Board(None),
            ["board", id] => Self::Board(Some(RoundId::parse(id)?)),
            ["poster"] => Self::Poster(None),
            ["poster", id] => Self::Poster(Some(RoundId::parse(id)?)),
            ["frozen", id] => Self::Frozen(RecordId::parse(id)?),
            ["proposal"] => Self::Proposal,
            ["conference"] => Self::Conference,
            ["strategy"] => Self::Strategy,
            ["lead"] => Self::LeadSheet(None),
            ["lead", id] => Self::LeadSheet(Some(PlanId::parse(id)?)),
            ["told-us"] => Self::ToldUs,
            _ => return None,
        })
    }

    /// The address of the page.
    pub(super) fn path(&self) -> String {
        match self {
            Self::List => "reports".to_owned(),
            Self::Progress(None) => "reports/progress".to_owned(),
            Self::Progress(Some(id)) => format!("reports/progress/{id}"),
            Self::Summary(None) => "reports/summary".to_owned(),
            Self::Summary(Some(id)) => format!("reports/summary/{id}"),
            Self::Board(None) => "reports/board".to_owned(),
            Self::Board(Some(id)) => format!("reports/board/{id}"),
            Self::Poster(None) => "reports/poster".to_owned(),
            Self::Poster(Some(id)) => format!("reports/poster/{id}"),
            Self::Frozen(id) => format!("reports/frozen/{id}"),
            Self::Proposal => "reports/proposal".to_owned(),
            Self::Conference => "reports/conference".to_owned(),
            Self::Strategy => "reports/strategy".to_owned(),
            Self::LeadSheet(None) => "reports/lead".to_owned(),
            Self::LeadSheet(Some(id)) => format!("reports/lead/{id}"),
            Self::ToldUs => "reports/told-us".to_owned(),
        }
    }
}
