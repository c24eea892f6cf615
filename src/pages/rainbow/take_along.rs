//! Taking the rainbow along: as a picture on the clipboard or as a drawing in a file. What is taken along is shared, so it is
//! drawn from the figures that may be shared and from nothing else.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::copy_picture::copied;
use super::super::round_choice::RoundChoice;
use crate::analysis::disclosure::Shareable;
use crate::browser::files::download;
use crate::charts::{Layout, Rainbow, RainbowShape};
use crate::domain::workspace::{RoundState, Workspace};
use crate::reports::{rainbow, words};
use crate::state::App;
use crate::ui::{Button, ButtonGroup, ButtonKind, Live};

/// The rainbow to take along, and the name of its file without an ending.
type Taken = (Rainbow, String);

/// The ways to take the rainbow of the round along that is looked at, or what it takes.
#[component]
pub(super) fn TakeAlong(choice: RoundChoice) -> impl IntoView {
    let app = App::get();
    // It is worked out only when it is asked for: that takes a while in a large area.
    let taken = move || app.read_now(|open| taken(open, choice)).flatten();
    let said = RwSignal::new(String::new());
    let copy = move |()| {
        let Some((rainbow, name)) = taken() else { return };
        spawn_local(async move {
            let shape = shape(&rainbow);
            said.try_set(copied(&shape.to_svg(), (shape.width, shape.height), &name).await);
        });
    };
    let save = move |()| {
        let Some((rainbow, name)) = taken() else { return };
        let name = format!("{name}.svg");
        said.set(match download(&name, "image/svg+xml", &shape(&rainbow).to_svg()) {
            Ok(()) => format!("The file {name} was made. Look for it where your downloads are kept."),
            Err(words) => format!("The browser did not take the file ({words}). Nothing was changed."),
        });
    };
    let is_ready = Memo::new(move |_| {
        let is_closed = |open: &Workspace| choice.round().is_some_and(|id| open.round_state(id) != RoundState::Open);
        app.read(is_closed).unwrap_or(false)
    });
    view! {
        <div class="app-no-print">
            <Show
                when=move || is_ready.get()
                fallback=|| view! {
                    <p class="govuk-body">"Once the round is closed you can copy the rainbow as a picture: figures of an open round still move, and two of them could tell what those in between said."</p>
                }
            >
                <ButtonGroup>
                    <Button kind=ButtonKind::Secondary on_press=copy>"Copy as a picture"</Button>
                    <Button kind=ButtonKind::Secondary on_press=save>"Save as SVG"</Button>
                </ButtonGroup>
                <Live text=said visible=true />
            </Show>
        </div>
    }
}

/// The rainbow of the round as it may be shared; `None` while it may not.
fn taken(open: &Workspace, choice: RoundChoice) -> Option<Taken> {
    let id = choice.round()?;
    let (round, survey) = (open.round(id)?, open.survey_of(id)?);
    let figures = Shareable::of_round(open, id).ok()?;
    let (rainbow, _) = rainbow::shared(&survey.framework, &figures, &open.targets(), &open.positions());
    let area = open.area().map(|area| words::file_part(&area.name)).unwrap_or_default();
    Some((rainbow, format!("rainbow-{area}-{}", words::file_part(&round.title))))
}

fn shape(rainbow: &Rainbow) -> RainbowShape {
    rainbow.shape(Layout::Wide, "taken")
}
