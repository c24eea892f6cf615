//! The evidence beside the scores: all of it or that of one arc, each piece with the way to change and to remove it.

mod pieces;

use leptos::prelude::*;

pub(super) use self::pieces::Pieces;
use super::action_facts::framework;
use super::guide;
use crate::domain::ids::ThemeId;
use crate::reports::evidence::pieces;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{BackLink, ButtonLink, Choice, Page, PageHeading, Select};

/// The evidence.
#[component]
pub fn Evidence(
    /// The arc whose evidence is shown; `None` for all.
    theme: Option<ThemeId>,
) -> impl IntoView {
    let app = App::get();
    let area = app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default();
    let known = app.read_now(framework).flatten();
    let arcs = known.iter().flat_map(|framework| &framework.themes);
    let arcs: Vec<_> = arcs.map(|theme| Choice::new(theme.id.clone(), &theme.name)).collect();
    let chosen = RwSignal::new(theme);
    let choose = move |theme: Option<ThemeId>| {
        chosen.set(theme.clone());
        app.stay_at(Place::Evidence(theme));
    };
    let shown = Memo::new(move |_| {
        app.read(|open| chosen.with(|theme| pieces(open, framework(open).as_ref(), theme.as_ref()))).unwrap_or_default()
    });
    let back = app.href(Place::Rainbow(None));
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to the rainbow" /> }>
            <PageHeading caption=area>"Evidence"</PageHeading>
            <p class="govuk-body-l">
                "What was heard or found beside the survey: in focus groups and scenario workshops, from children and families, and in information that was there already. It stands beside the scores and never counts in them."
            </p>
            {move || view! { <ButtonLink href=app.href(Place::NewEvidence(chosen.get()))>"Add evidence"</ButtonLink> }}
            <p class="govuk-body app-no-print">
                "To note what people say while they talk, use the "
                <a class="govuk-link" href=app.href(guide::page(guide::Place::List))>"Focus group or workshop guide"</a>
                "."
            </p>
            <div class="app-no-print">
                <Select id="evidence-arc" label="Arc" blank="All arcs" choices=arcs value=chosen on_choose=choose />
            </div>
            {move || {
                let shown = shown.get();
                match (shown.is_empty(), chosen.with(Option::is_some)) {
                    (true, true) => view! { <p class="govuk-body" role="status">"There is no evidence on this arc yet."</p> }.into_any(),
                    (true, false) => view! { <p class="govuk-body">"There is no evidence yet."</p> }.into_any(),
                    (false, _) => view! {
                        <h2 class="govuk-visually-hidden">"Pieces of evidence"</h2>
                        <Pieces pieces=shown only=None />
                    }
                    .into_any(),
                }
            }}
        </Page>
    }
}
