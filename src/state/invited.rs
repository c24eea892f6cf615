//! Whom the app serves: somebody who works with an area, or somebody who was asked to answer one survey and sees nothing
//! but that. The latter it is where this copy of Rainbow carries a survey, and where an area came here as a survey alone.

use std::sync::Arc;

use leptos::prelude::*;

use super::App;
use crate::browser::own_source;
use crate::domain::ids::{ResponseId, RoundId, WorkspaceId};
use crate::domain::record::Record;
use crate::domain::step::Step;
use crate::domain::workspace::{Edit, Workspace};
use crate::exchange::import::{self, Content};
use crate::exchange::survey_file::ELEMENT;
use crate::route::{Page, Route};

/// What this copy of Rainbow carries.
#[derive(Clone)]
pub enum Carried {
    /// Nothing: it is Rainbow itself.
    Nothing,
    /// A survey to answer.
    Survey {
        /// The workspace that it belongs to.
        workspace: WorkspaceId,
        /// The round.
        round: RoundId,
        /// The area's lists, the round and the survey.
        records: Vec<Arc<Record>>,
    },
    /// A survey that can't be read, and why.
    Damaged(String),
}

impl Carried {
    /// What the page carries.
    pub(super) fn by_this_page() -> Self {
        let Some(text) = own_source::carried(ELEMENT) else { return Self::Nothing };
        match import::read(&text).map(|incoming| incoming.content) {
            Ok(Content::Survey(batch, round)) => {
                Self::Survey { workspace: batch.workspace, round, records: batch.records }
            }
            Ok(_) => Self::Damaged("What it carries is not a survey.".to_owned()),
            Err(error) => Self::Damaged(error.to_string()),
        }
    }

    fn workspace(&self) -> Option<WorkspaceId> {
        match self {
            Self::Survey { workspace, .. } => Some(*workspace),
            Self::Nothing | Self::Damaged(_) => None,
        }
    }
}

impl App {
    /// What this copy of Rainbow carries.
    pub fn carried(self) -> Carried {
        self.carried.get_value()
    }

    /// The round that the person was asked to answer, if that is all that the app serves them with.
    pub fn invited(self) -> Option<RoundId> {
        match self.carried.with_value(carried_round) {
            Some(round) => Some(round),
            None => self.read(Workspace::invitation).flatten(),
        }
    }

    /// Turns to a page of the open area.
    pub fn turn_to(self, page: Page) {
        if let Some(id) = self.read_now(Workspace::id) {
            self.go(&Route::Area(id, page));
        }
    }

    /// The workspace that a place belongs to: in a survey file always the survey's.
    pub(super) fn workspace_at(self, route: &Route) -> Option<WorkspaceId> {
        let carried = self.carried.with_value(Carried::workspace);
        carried.or(self.shared_area()).or(match route {
            Route::Area(id, _) => Some(*id),
            Route::Home | Route::Unknown(_) => None,
        })
    }

    /// Takes the survey that this copy carries into its workspace, as that stands on this device.
    pub(super) fn take_carried(self, workspace: &mut Workspace) -> Edit {
        self.carried.with_value(|carried| match carried {
            Carried::Survey { workspace: id, round, records } if *id == workspace.id() => {
                workspace.take_survey(*round, records.iter().cloned())
            }
            _ => Edit::default(),
        })
    }

    /// Whether a step may be undone or done again from where the person is: whoever was asked to answer may do that only
    /// with the response that is on their screen, and not with what somebody else began at this computer. On a device that
    /// many people answer on nobody may.
    pub(super) fn may_turn(self, open: &Workspace, step: &Step) -> bool {
        if open.shared_device().is_some() {
            return false;
        }
        let is_invited = self.carried.with_value(carried_round).is_some() || open.invitation().is_some();
        !is_invited || self.on_screen().is_some_and(|draft| open.is_about(step, draft))
    }

    /// The response in progress that is on the screen.
    fn on_screen(self) -> Option<ResponseId> {
        self.route.with(|route| match route {
            Route::Area(_, page) => page.response(),
            _ => None,
        })
    }
}

fn carried_round(carried: &Carried) -> Option<RoundId> {
    match carried {
        Carried::Survey { round, .. } => Some(*round),
        Carried::Nothing | Carried::Damaged(_) => None,
    }
}
