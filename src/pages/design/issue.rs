//! Handing a design out in the round that is open, as another issue of its survey.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::designed;
use crate::domain::ids::{DesignId, RoundId};
use crate::domain::workspace::{EditError, RoundState, Workspace};
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonKind, Details};

/// The offer to hand the design out in the latest round; nothing while that is closed.
#[component]
pub(super) fn Issue(design: DesignId) -> impl IntoView {
    let app = App::get();
    let round = Memo::new(move |_| app.read(open_round).flatten());
    move || {
        round.get().map(|(round, title)| {
            view! {
                <Details summary=format!("Hand it out in the round \u{201c}{title}\u{201d}, which is open")>
                    <p class="govuk-body">
                        "From then on whoever begins to answer is asked this survey. Answers that were given already count for the statements that stay the same, and whoever has begun goes on with what they have."
                    </p>
                    <Button kind=ButtonKind::Secondary on_press=move |()| issue(app, design, round)>
                        "Hand it out in this round"
                    </Button>
                </Details>
            }
        })
    }
}

fn open_round(open: &Workspace) -> Option<(RoundId, String)> {
    let (id, round) = open.rounds().pop()?;
    (open.round_state(id) == RoundState::Open).then(|| (id, round.title.clone()))
}

fn issue(app: App, design: DesignId, round: RoundId) {
    let survey = match app.read_now(|open| designed::survey(open, design)) {
        Some(Ok(survey)) => survey,
        Some(Err(fault)) => {
            app.say(Notice::said(format!("It can\u{2019}t be handed out: {fault}.")));
            return;
        }
        None => return,
    };
    match app.edit(|open| open.issue_survey(round, Arc::new(survey))) {
        Ok(edit) if edit.is_empty() => app.say(Notice::said("The round asks exactly this already.")),
        Ok(edit) => app.go_with(Place::Survey, Notice::done("The round asks this survey from here on.", &edit)),
        Err(EditError::RoundClosed) => app.say(Notice::said("The round was closed meanwhile. Nothing was changed.")),
        Err(_) => app.say(Notice::said("The round is no longer here. Nothing was changed.")),
    }
}
