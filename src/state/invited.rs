//! Whom the app serves: somebody who works with an area, or somebody who was asked one thing and sees nothing but that: to answer a
//! survey, to report on their own actions, or to take part in an exercise. The latter it is where this copy of Rainbow carries that, and where it came here
//! alone.

use std::sync::Arc;

use leptos::prelude::*;

use super::App;
use crate::browser::packing::inflate;
use crate::browser::{location, own_source};
use crate::domain::ids::{ResponseId, RoundId, WorkspaceId};
use crate::domain::record::Record;
use crate::domain::seat::Seating;
use crate::domain::step::Step;
use crate::domain::update_request::Asking;
use crate::domain::workspace::{Edit, Workspace};
use crate::exchange::import::{self, Content};
use crate::exchange::problem::ReadError;
use crate::exchange::survey_file::ELEMENT;
use crate::exchange::{exercise_page, survey_link, update_page};
use crate::route::{Page, Route, exercises};

/// The most that a link may unpack to, in bytes: many times what a survey takes.
const MOST_OF_A_LINK: u64 = 2_000_000;

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
    /// What a lead is asked.
    Asking(Arc<Asking>),
    /// What a table gets in an exercise.
    Seating(Arc<Seating>),
    /// Something that can't be read, and why.
    Damaged(String),
}

/// Who sees nothing but what they were asked, beside people who answer a survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// A lead who was asked how their actions go.
    Lead,
    /// A table that takes part in an exercise.
    Table,
}

impl Only {
    /// The page on which they start.
    pub fn start(self) -> Page {
        match self {
            Self::Lead => Page::Reporting,
            Self::Table => Page::Exercises(exercises::Place::Seat),
        }
    }

    /// Whether they see this page. All others show them where they start.
    pub fn sees(self, page: &Page) -> bool {
        match (self, page) {
            (Self::Lead, page) => page.is_for_reporting(),
            (Self::Table, Page::Exercises(place)) => place.is_for_a_table(),
            (Self::Table, _) => false,
        }
    }
}

impl Carried {
    /// Whom a page that carries this serves with one thing beside answering, and the workspace of that.
    pub fn serves(&self) -> Option<(Only, WorkspaceId)> {
        match self {
            Self::Asking(_) => self.workspace().map(|id| (Only::Lead, id)),
            Self::Seating(_) => self.workspace().map(|id| (Only::Table, id)),
            Self::Nothing | Self::Survey { .. } | Self::Damaged(_) => None,
        }
    }

    /// What the page carries.
    pub(super) fn by_this_page() -> Self {
        if let Some(text) = own_source::carried(update_page::ELEMENT) {
            return match import::read(&text).map(|incoming| incoming.content) {
                Ok(Content::Asking(asking)) => Self::Asking(Arc::from(asking)),
                Ok(_) => Self::Damaged("What it carries does not ask for progress.".to_owned()),
                Err(error) => Self::Damaged(error.to_string()),
            };
        }
        if let Some(text) = own_source::carried(exercise_page::ELEMENT) {
            return match import::read(&text).map(|incoming| incoming.content) {
                Ok(Content::Seating(seating)) => Self::Seating(Arc::from(seating)),
                Ok(_) => Self::Damaged("What it carries is not an exercise.".to_owned()),
                Err(error) => Self::Damaged(error.to_string()),
            };
        }
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
            Self::Asking(asking) => Some(asking.request.workspace()),
            Self::Seating(seating) => Some(seating.workspace()),
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

    /// Whom the app serves with one thing beside answering, if it serves nobody else.
    pub fn only_for(self) -> Option<Only> {
        let carries = self.carried.with_value(|carried| match carried {
            Carried::Asking(_) => Some(Only::Lead),
            Carried::Seating(_) => Some(Only::Table),
            _ => None,
        });
        let here = |open: &Workspace| match (open.update_request(), open.seat()) {
            (Some(_), _) => Some(Only::Lead),
            (None, Some(_)) => Some(Only::Table),
            (None, None) => None,
        };
        carries.or_else(|| self.read(here).flatten())
    }

    /// Follows a link that carries a survey: takes the survey in and goes to it. Where the area is more than a survey to
    /// answer, nothing is taken: nobody changes a coordinator's area by a link.
    ///
    /// # Errors
    /// Why it can't be followed, as a sentence. Nothing was changed.
    pub async fn follow(self, link: &str) -> Result<(), String> {
        let cut = || "It is cut short or damaged.".to_owned();
        let packed = survey_link::unspell(link).ok_or_else(cut)?;
        let bytes = inflate(&packed, MOST_OF_A_LINK).await.ok_or_else(cut)?;
        let content = String::from_utf8(bytes).map_err(|_| cut())?;
        let incoming = survey_link::read(&content).map_err(|error| error.to_string())?;
        let Content::Survey(batch, round) = incoming.content else { return Err(cut()) };
        let workspace = batch.workspace;
        let mut held = self.held(workspace).await;
        let is_only_asked = held.area().is_none() || held.invitation().is_some();
        if is_only_asked {
            batch.fits(held.records()).map_err(|fault| ReadError::from(fault).to_string())?;
            let taken = held.take_survey(round, batch.records);
            self.adopt(held, &taken);
        }
        // The way back leads to where the link was, not to the link.
        location::replace_hash(Route::Area(workspace, Page::Survey).href().trim_start_matches('#'));
        self.arrive(Route::Area(workspace, Page::Survey));
        Ok(())
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
            Route::Home | Route::Link(_) | Route::Unknown(_) => None,
        })
    }

    /// Takes what this copy carries into its workspace, as that stands on this device.
    pub(super) fn take_carried(self, workspace: &mut Workspace) -> Edit {
        self.carried.with_value(|carried| match carried {
            Carried::Survey { workspace: id, round, records } if *id == workspace.id() => {
                workspace.take_survey(*round, records.iter().cloned())
            }
            Carried::Asking(asking) if asking.request.workspace() == workspace.id() => workspace.take_asking(asking),
            Carried::Seating(seating) if seating.workspace() == workspace.id() => workspace.take_seating(seating),
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
        Carried::Nothing | Carried::Asking(_) | Carried::Seating(_) | Carried::Damaged(_) => None,
    }
}
