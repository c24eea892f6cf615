//! Pieces of evidence, one beneath the other: what was heard, where people placed the arcs, and the way to change each.

use leptos::prelude::*;

use crate::domain::ids::{EvidenceId, ThemeId};
use crate::reports::evidence::{Piece, Placed};
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonKind, SpreadPicture, focus_heading};

/// Pieces of evidence in the order given.
#[component]
pub fn Pieces(
    /// The pieces.
    pieces: Vec<Piece>,
    /// The arc on whose page they stand: where people placed that one alone is drawn. `None` draws all that were placed.
    only: Option<ThemeId>,
) -> impl IntoView {
    let app = App::get();
    let piece = |piece: Piece| {
        let Piece { id, title, facts, heard, arcs } = piece;
        let is_only = |placed: &Placed| only.as_ref().is_some_and(|only| placed.theme == *only);
        let is_drawn = |placed: &Placed| !placed.people.is_empty() && (only.is_none() || is_only(placed));
        let others = arcs.iter().filter(|placed| !is_drawn(placed) && !is_only(placed));
        let others: Vec<String> = others.map(|placed| placed.name.clone()).collect();
        let drawn: Vec<Placed> = arcs.into_iter().filter(is_drawn).collect();
        let about = if drawn.is_empty() && only.is_none() { "About" } else { "Also about" };
        let which = format!(" \u{201c}{title}\u{201d}");
        let (change, remove) = (which.clone(), which);
        let removed = title.clone();
        view! {
            <li class="app-evidence__piece">
                <h3 class="govuk-heading-s app-evidence__title">{title}</h3>
                <p class="app-evidence__facts">{facts}</p>
                {heard.into_iter().map(|words| view! { <p class="govuk-body">{words}</p> }).collect_view()}
                {drawn.into_iter().map(|placed| placed_view(placed, only.is_some())).collect_view()}
                {(!others.is_empty()).then(|| view! {
                    <p class="app-evidence__facts">{format!("{about}: {}", others.join("; "))}</p>
                })}
                <p class="govuk-body app-evidence__actions app-no-print">
                    <a class="govuk-link" href=app.href(Place::ChangeEvidence(id))>
                        "Change"
                        <span class="govuk-visually-hidden">{change}</span>
                    </a>
                    <Button kind=ButtonKind::Link on_press=move |()| take_away(app, id, &removed)>
                        "Remove"
                        <span class="govuk-visually-hidden">{remove}</span>
                    </Button>
                </p>
            </li>
        }
    };
    let pieces: Vec<_> = pieces.into_iter().map(piece).collect();
    view! { <ul class="app-evidence">{pieces}</ul> }
}

/// Where people placed an arc; on the arc's own page its name stands above already.
fn placed_view(placed: Placed, is_own_page: bool) -> impl IntoView {
    let Placed { name, people, spread, .. } = placed;
    let line = if is_own_page { people } else { format!("{name}. {people}") };
    view! {
        <div class="app-evidence__arc">
            <p>{line}</p>
            {spread.map(|spread| view! { <SpreadPicture spread /> })}
        </div>
    }
}

fn take_away(app: App, id: EvidenceId, title: &str) {
    match app.edit(|open| open.delete_evidence(id)) {
        Ok(edit) => app.say(Notice::done(format!("\u{201c}{title}\u{201d} was removed."), &edit)),
        Err(_) => app.say(Notice::said("It was removed already. Nothing was changed.")),
    }
    focus_heading();
}
