//! Which round a page shows: the latest, or another one where there are several.

use leptos::prelude::*;

use crate::domain::ids::RoundId;
use crate::domain::round::Round;
use crate::domain::workspace::{RoundState, Workspace};
use crate::reports::words;
use crate::state::App;
use crate::ui::{Choice, Select};

/// The round that a page shows.
#[derive(Clone, Copy)]
pub struct RoundChoice {
    chosen: RwSignal<Option<RoundId>>,
    rounds: Memo<Vec<(RoundId, String)>>,
}

impl RoundChoice {
    /// The choice of a page, which begins with the latest round.
    pub fn new(app: App) -> Self {
        Self::beginning_with(app, None)
    }

    /// The choice of a page that begins with a given round; `None` for the latest.
    pub fn beginning_with(app: App, round: Option<RoundId>) -> Self {
        let titles = |open: &Workspace| {
            open.rounds().into_iter().rev().map(|(id, round)| (id, round.title.clone())).collect::<Vec<_>>()
        };
        let rounds = Memo::new(move |_| app.read(titles).unwrap_or_default());
        Self { chosen: RwSignal::new(round), rounds }
    }

    /// The round to show; `None` before the first is opened. A chosen round that is gone gives way to the latest.
    pub fn round(self) -> Option<RoundId> {
        let chosen = self.chosen.get();
        self.rounds.with(|rounds| {
            let there = rounds.iter().find(|(id, _)| Some(*id) == chosen);
            there.or_else(|| rounds.first()).map(|(id, _)| *id)
        })
    }

    /// Whether the round to show is the latest.
    pub fn is_latest(self) -> bool {
        let round = self.round();
        self.rounds.with(|rounds| rounds.first().map(|(id, _)| *id) == round)
    }

    /// The round to show where it is not the latest, for links to other pages that show the same.
    pub fn past(self) -> Option<RoundId> {
        self.round().filter(|_| !self.is_latest())
    }

    /// What to say where an earlier round is shown.
    fn past_words(self) -> Option<String> {
        let (round, latest) = (self.past()?, self.rounds.with(|rounds| rounds.first().cloned())?);
        let title =
            self.rounds.with(|rounds| rounds.iter().find(|(id, _)| *id == round).map(|(_, title)| title.clone()))?;
        Some(format!("You are looking at {title}. The latest round is {}.", latest.1))
    }

    /// Shows the latest round again, whichever that is from here on.
    pub fn show_latest(self) {
        self.chosen.set(None);
    }
}

/// The list to choose from, where there are several rounds.
#[component]
pub fn RoundSelect(
    /// The page's choice.
    choice: RoundChoice,
    /// Called when a person has chosen another round.
    #[prop(optional, into)]
    on_choose: Option<Callback<()>>,
) -> impl IntoView {
    let choose = move |round| {
        choice.chosen.set(round);
        if let Some(on_choose) = on_choose {
            on_choose.run(());
        }
    };
    move || {
        let rounds = choice.rounds.get();
        (rounds.len() > 1).then(|| {
            let choices = rounds.into_iter().map(|(id, title)| Choice::new(id, title)).collect();
            view! {
                <div class="app-no-print">
                    <Select
                        id="round"
                        label="Round"
                        choices
                        value=Signal::derive(move || choice.round())
                        on_choose=choose
                    />
                    <p class="govuk-body" role="status">{move || choice.past_words()}</p>
                </div>
            }
        })
    }
}

/// How a round stands, in two sentences: its responses against those required, and whether it is closed.
pub fn standing(open: &Workspace, id: RoundId, round: &Round, responses: usize) -> String {
    let received = words::count(responses, "response", "responses");
    let against = round.minimum.map(|minimum| format!(", {minimum} required")).unwrap_or_default();
    let state = match open.round_state(id) {
        RoundState::Open => "Still open".to_owned(),
        RoundState::Closed(on) => format!("Closed on {}", words::day(on)),
    };
    format!("{received}{against}. {state}.")
}
