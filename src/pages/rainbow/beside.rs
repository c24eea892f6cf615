//! What stands beside the rainbow: what was agreed about where the area is and wants to be, and the evidence.

use leptos::prelude::*;

use super::super::action_facts::framework;
use crate::domain::workspace::Workspace;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{ButtonKind, ButtonLink};

/// The ways to what was agreed and to the evidence, each with how much there is.
#[component]
pub(super) fn Beside() -> impl IntoView {
    let app = App::get();
    let arcs = Memo::new(move |_| app.read(framework).flatten().map_or(0, |known| known.themes.len()));
    let agreed = Memo::new(move |_| {
        let counts = |open: &Workspace| {
            let positions = open.positions();
            (positions.values().filter(|position| position.score.is_some()).count(), open.targets().len())
        };
        app.read(counts).unwrap_or_default()
    });
    let evidence = Memo::new(move |_| app.read(|open| open.evidence().len()).unwrap_or_default());
    let agreed_words = move || {
        let (all, (positions, targets)) = (arcs.get(), agreed.get());
        match (positions, targets) {
            (0, 0) => "Nothing is agreed yet. A target says where on the scale you want an arc to be, and the picture marks it.".to_owned(),
            _ if positions >= all && targets >= all => "A position and a target are agreed for every arc.".to_owned(),
            _ => format!("Of {all} arcs, {positions} have an agreed position and {targets} a target."),
        }
    };
    let evidence_words = move || match evidence.get() {
        0 => "What focus groups, workshops, children and families say stands beside the scores. There is none yet."
            .to_owned(),
        count => format!(
            "{} beside the scores, never counted in them.",
            words::count(count, "piece of evidence stands", "pieces of evidence stand")
        ),
    };
    view! {
        <section class="app-no-print">
            <h2 class="govuk-heading-m">"Agree where we want to be"</h2>
            <p class="govuk-body">{agreed_words}</p>
            <ButtonLink href=app.href(Place::Agreed) kind=ButtonKind::Secondary>
                "Where we are and where we want to be"
            </ButtonLink>
            <h2 class="govuk-heading-m">"Evidence"</h2>
            <p class="govuk-body">{evidence_words}</p>
            <ButtonLink href=app.href(Place::Evidence(None)) kind=ButtonKind::Secondary>"See and add evidence"</ButtonLink>
        </section>
    }
}
