//! Every place in the app, as a closed list: what the address after `#` means, and how it is written.

mod breakdown;
mod cause;
pub mod discussion;
pub mod exercises;
pub mod guide;
mod plans;
pub mod registers;
mod reports;
mod survey;
pub mod training;

use chrono::NaiveDate;

use crate::analysis::breakdown::Cut;
use crate::domain::ids::{
    DesignId, DesignStatementId, EvidenceId, ItemId, PlanId, ResponseId, RoundId, StatementId, ThemeId, WorkspaceId,
};

pub use cause::Cause;
pub use reports::ReportPlace;

/// What stands before a survey that a link carries.
const ANSWER: &str = "answer";

/// A place in the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The start: areas on this device, the sample, a file.
    Home,
    /// A page of an area.
    Area(WorkspaceId, Page),
    /// A link that carries a survey, as the address spells it.
    Link(String),
    /// An address that means nothing.
    Unknown(String),
}

/// A page of an area.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// What there is to do.
    Overview,
    /// Entries that were changed in two places at once: choosing which version stands.
    Conflicts,
    /// The area's sectors and staff groups.
    Lists,
    /// The survey: its round, its questions, and answering it.
    Survey,
    /// The letter and the email that go out with a round's survey.
    Letter(RoundId),
    /// A round's survey as a form on paper.
    Paper(RoundId),
    /// How a round is set up.
    RoundSettings(RoundId),
    /// Survey designs, and beginning one.
    Designs,
    /// One survey design: what it covers and its statements.
    Design(DesignId),
    /// A survey design as each staff group will see it.
    PreviewDesign(DesignId),
    /// Opening a round with a survey design.
    OpenDesigned(DesignId),
    /// Adding a statement to a survey design, perhaps for an arc.
    NewStatement(DesignId, Option<ThemeId>),
    /// Changing a statement of a survey design.
    ChangeStatement(DesignStatementId),
    /// Who is answering: the first page of a response in progress.
    Respondent(ResponseId),
    /// The statements of one theme, in a response in progress.
    Answer(ResponseId, ThemeId),
    /// The last page of a response in progress: check and finish.
    Check(ResponseId),
    /// Asking children, young people and families in a round.
    Children(RoundId),
    /// Noting the answers of a group to what children and families are asked.
    NewGroup(RoundId),
    /// What whoever helps a child reads before the child answers.
    Helper(ResponseId),
    /// One statement of a child's response in progress.
    ChildStatement(ResponseId, StatementId),
    /// The end of a child's response.
    ChildEnd(ResponseId),
    /// Letting many people answer a round on this device.
    ShareDevice(RoundId),
    /// What came back.
    Responses,
    /// Bringing a table from another survey tool into a round; `None` for the latest.
    BringInTable(Option<RoundId>),
    /// Typing in forms that came back on paper, for a round; `None` for the latest.
    TypeInForms(Option<RoundId>),
    /// The form that is being typed in.
    TypeInForm(RoundId, ResponseId),
    /// Deciding which comments of a round may be shared; `None` for the latest.
    Comments(Option<RoundId>),
    /// The rainbow: of the latest round, or of another.
    Rainbow(Option<RoundId>),
    /// One arc of the rainbow, of the latest round or of another.
    Arc(ThemeId, Option<RoundId>),
    /// A round broken down by groups: of the latest round or of another, with what it is broken down by and its filters.
    Breakdown(Option<RoundId>, Box<Cut>),
    /// The evidence beside the scores: all of it, or that of one arc.
    Evidence(Option<ThemeId>),
    /// Adding evidence, perhaps for an arc.
    NewEvidence(Option<ThemeId>),
    /// Changing a piece of evidence.
    ChangeEvidence(EvidenceId),
    /// Where the Trust agrees that it is and where it wants to be.
    Agreed,
    /// Agreeing the position and the target of an arc.
    AgreeArc(ThemeId),
    /// Signing off what was agreed.
    SignOff,
    /// The plans.
    Plans,
    /// A plan's table.
    Plan(PlanId),
    /// Asking the leads of a plan how their actions go.
    AskLeads(PlanId),
    /// What a lead was asked: the start for whoever reports on their own actions.
    Reporting,
    /// Reporting on one action, for its lead.
    ReportAction(ItemId),
    /// A plan as it stood at the end of a day, and what changed since; `None` for a quarter of a year ago.
    PlanThen(PlanId, Option<NaiveDate>),
    /// A plan by the arcs that its items serve, beside where each arc is and is to be.
    PlanByArc(PlanId),
    /// Importing a plan from a table: into one, or as a new one.
    ImportPlan(Option<PlanId>),
    /// Signing a plan off.
    SignPlan(PlanId),
    /// Adding an action, perhaps because of what was found of an arc.
    NewAction(Option<Cause>),
    /// One action: its words, and what was reported about it.
    Action(ItemId),
    /// Changing the words of an action.
    ChangeAction(ItemId),
    /// A page about exercises: what happens in rooms, and the lists that a strategy needs.
    Exercises(exercises::Place),
    /// A page about training: whom it serves in what, and the gaps.
    Training(training::Place),
    /// The reports, and those that can be made.
    Reports(ReportPlace),
    /// The registers, and the headcount.
    Registers(registers::Place),
    /// The area within its region, and the files by which areas give each other their figures.
    Region,
    /// Export and import.
    Files,
    /// Files to count from with other tools.
    Analysts,
}

impl Route {
    /// What an address means; the address is what follows `#`, with or without its first slash.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        if path.is_empty() {
            return Self::Home;
        }
        let parts: Vec<&str> = path.split('/').collect();
        if let [ANSWER, link] = parts.as_slice() {
            return Self::Link((*link).to_owned());
        }
        let area = match parts.as_slice() {
            ["area", id, rest @ ..] => WorkspaceId::parse(id).zip(Page::parse(rest)),
            _ => None,
        };
        area.map_or_else(|| Self::Unknown(path.to_owned()), |(id, page)| Self::Area(id, page))
    }

    /// The address, with its `#`.
    pub fn href(&self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::Area(id, page) => format!("#/area/{id}/{}", page.path()),
            Self::Link(link) => format!("#/{ANSWER}/{link}"),
            Self::Unknown(path) => format!("#/{path}"),
        }
    }
}

impl Page {
    /// The first page of the section of the navigation that this page belongs to.
    #[must_use]
    pub fn section(&self) -> Self {
        match self {
            Self::Overview | Self::Conflicts | Self::Lists => Self::Overview,
            Self::Survey
            | Self::Letter(_)
            | Self::Paper(_)
            | Self::RoundSettings(_)
            | Self::Designs
            | Self::Design(_)
            | Self::PreviewDesign(_)
            | Self::OpenDesigned(_)
            | Self::NewStatement(..)
            | Self::ChangeStatement(_)
            | Self::Respondent(_)
            | Self::Answer(..)
            | Self::Check(_)
            | Self::Children(_)
            | Self::NewGroup(_)
            | Self::Helper(_)
            | Self::ChildStatement(..)
            | Self::ChildEnd(_)
            | Self::ShareDevice(_) => Self::Survey,
            Self::Responses
            | Self::BringInTable(_)
            | Self::TypeInForms(_)
            | Self::TypeInForm(..)
            | Self::Comments(_) => Self::Responses,
            Self::Rainbow(_)
            | Self::Arc(..)
            | Self::Breakdown(..)
            | Self::Region
            | Self::Evidence(_)
            | Self::NewEvidence(_)
            | Self::ChangeEvidence(_)
            | Self::Agreed
            | Self::AgreeArc(_)
            | Self::SignOff => Self::Rainbow(None),
            Self::Plans
            | Self::Plan(_)
            | Self::AskLeads(_)
            | Self::Reporting
            | Self::ReportAction(_)
            | Self::PlanThen(..)
            | Self::PlanByArc(_)
            | Self::ImportPlan(_)
            | Self::SignPlan(_)
            | Self::NewAction(_)
            | Self::Action(_)
            | Self::ChangeAction(_) => Self::Plans,
            Self::Reports(_) => Self::Reports(ReportPlace::List),
            Self::Files | Self::Analysts => Self::Files,
            Self::Exercises(_) | Self::Training(_) | Self::Registers(_) => Self::Exercises(exercises::Place::List),
        }
    }

    /// Whether a person who was asked to answer a survey sees this page. All others show them where they start.
    pub fn is_for_answering(&self) -> bool {
        self.response().is_some()
    }

    /// Whether a lead who was asked how their actions go sees this page. All others show them where they start.
    pub fn is_for_reporting(&self) -> bool {
        matches!(self, Self::Reporting | Self::ReportAction(_))
    }

    /// The response that a page for answering shows.
    pub fn response(&self) -> Option<ResponseId> {
        match self {
            Self::Respondent(id)
            | Self::Answer(id, _)
            | Self::Check(id)
            | Self::Helper(id)
            | Self::ChildStatement(id, _)
            | Self::ChildEnd(id) => Some(*id),
            _ => None,
        }
    }

    fn parse(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            ["overview"] | [] => Self::Overview,
            ["conflicts"] => Self::Conflicts,
            ["lists"] => Self::Lists,
            ["survey", parts @ ..] => survey::parse(parts)?,
            ["responses"] => Self::Responses,
            ["responses", "table"] => Self::BringInTable(None),
            ["responses", "table", "round", round] => Self::BringInTable(Some(RoundId::parse(round)?)),
            ["responses", "paper"] => Self::TypeInForms(None),
            ["responses", "paper", "round", round] => Self::TypeInForms(Some(RoundId::parse(round)?)),
            ["responses", "paper", "round", round, "form", id] => {
                Self::TypeInForm(RoundId::parse(round)?, ResponseId::parse(id)?)
            }
            ["responses", "comments"] => Self::Comments(None),
            ["responses", "comments", "round", round] => Self::Comments(Some(RoundId::parse(round)?)),
            ["rainbow"] => Self::Rainbow(None),
            ["rainbow", "round", round] => Self::Rainbow(Some(RoundId::parse(round)?)),
            ["rainbow", theme] => Self::Arc(ThemeId::parse(theme)?, None),
            ["rainbow", theme, "round", round] => Self::Arc(ThemeId::parse(theme)?, Some(RoundId::parse(round)?)),
            ["breakdown", parts @ ..] => {
                let (round, cut) = breakdown::parse(parts)?;
                Self::Breakdown(round, Box::new(cut))
            }
            ["evidence"] => Self::Evidence(None),
            ["evidence", "arc", theme] => Self::Evidence(Some(ThemeId::parse(theme)?)),
            ["evidence", "new"] => Self::NewEvidence(None),
            ["evidence", "new", theme] => Self::NewEvidence(Some(ThemeId::parse(theme)?)),
            ["evidence", "piece", id] => Self::ChangeEvidence(EvidenceId::parse(id)?),
            ["agreed"] => Self::Agreed,
            ["agreed", "arc", theme] => Self::AgreeArc(ThemeId::parse(theme)?),
            ["agreed", "sign-off"] => Self::SignOff,
            ["reporting"] => Self::Reporting,
            ["reporting", "action", id] => Self::ReportAction(ItemId::parse(id)?),
            ["plans", parts @ ..] => plans::parse(parts)?,
            ["exercises", parts @ ..] => Self::Exercises(exercises::parse(parts)?),
            ["training", parts @ ..] => Self::Training(training::parse(parts)?),
            ["reports", parts @ ..] => Self::Reports(ReportPlace::parse(parts)?),
            ["registers", parts @ ..] => Self::Registers(registers::parse(parts)?),
            ["region"] => Self::Region,
            ["files"] => Self::Files,
            ["files", "analysts"] => Self::Analysts,
            _ => return None,
        })
    }

    fn path(&self) -> String {
        match self {
            Self::Overview => "overview".to_owned(),
            Self::Conflicts => "conflicts".to_owned(),
            Self::Lists => "lists".to_owned(),
            Self::Survey
            | Self::Letter(_)
            | Self::Paper(_)
            | Self::RoundSettings(_)
            | Self::Designs
            | Self::Design(_)
            | Self::PreviewDesign(_)
            | Self::OpenDesigned(_)
            | Self::NewStatement(..)
            | Self::ChangeStatement(_)
            | Self::Respondent(_)
            | Self::Check(_)
            | Self::Answer(..)
            | Self::Children(_)
            | Self::NewGroup(_)
            | Self::ShareDevice(_)
            | Self::Helper(_)
            | Self::ChildEnd(_)
            | Self::ChildStatement(..) => survey::path(self).unwrap_or_default(),
            Self::Responses => "responses".to_owned(),
            Self::BringInTable(None) => "responses/table".to_owned(),
            Self::BringInTable(Some(round)) => format!("responses/table/round/{round}"),
            Self::TypeInForms(None) => "responses/paper".to_owned(),
            Self::TypeInForms(Some(round)) => format!("responses/paper/round/{round}"),
            Self::TypeInForm(round, id) => format!("responses/paper/round/{round}/form/{id}"),
            Self::Comments(None) => "responses/comments".to_owned(),
            Self::Comments(Some(round)) => format!("responses/comments/round/{round}"),
            Self::Rainbow(None) => "rainbow".to_owned(),
            Self::Rainbow(Some(round)) => format!("rainbow/round/{round}"),
            Self::Arc(theme, None) => format!("rainbow/{theme}"),
            Self::Arc(theme, Some(round)) => format!("rainbow/{theme}/round/{round}"),
            Self::Breakdown(round, cut) => breakdown::path(*round, cut),
            Self::Evidence(None) => "evidence".to_owned(),
            Self::Evidence(Some(theme)) => format!("evidence/arc/{theme}"),
            Self::NewEvidence(None) => "evidence/new".to_owned(),
            Self::NewEvidence(Some(theme)) => format!("evidence/new/{theme}"),
            Self::ChangeEvidence(id) => format!("evidence/piece/{id}"),
            Self::Agreed => "agreed".to_owned(),
            Self::AgreeArc(theme) => format!("agreed/arc/{theme}"),
            Self::SignOff => "agreed/sign-off".to_owned(),
            Self::Reporting => "reporting".to_owned(),
            Self::ReportAction(id) => format!("reporting/action/{id}"),
            Self::Plans
            | Self::Plan(_)
            | Self::AskLeads(_)
            | Self::SignPlan(_)
            | Self::PlanThen(..)
            | Self::PlanByArc(_)
            | Self::ImportPlan(_)
            | Self::NewAction(_)
            | Self::Action(_)
            | Self::ChangeAction(_) => plans::path(self).unwrap_or_default(),
            Self::Exercises(place) => exercises::path(place),
            Self::Training(place) => training::path(place),
            Self::Reports(place) => place.path(),
            Self::Registers(place) => registers::path(*place),
            Self::Region => "region".to_owned(),
            Self::Files => "files".to_owned(),
            Self::Analysts => "files/analysts".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests;
