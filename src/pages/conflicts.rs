//! Two versions: all entries that were changed in two places at once, for a person to choose what stands.

use leptos::prelude::*;

use super::choose_version::ChooseVersion;
use crate::reports::versions::ids;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{ButtonLink, Page, PageHeading, PageWidth};

/// The entries between whose versions a person has to choose.
#[component]
pub fn Conflicts() -> impl IntoView {
    let app = App::get();
    let area = app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default();
    let entries = Memo::new(move |_| app.read(|open| ids(open.records())).unwrap_or_default());
    let is_any = Memo::new(move |_| entries.with(|entries| !entries.is_empty()));
    view! {
        <Page width=PageWidth::Standard>
            <PageHeading caption=area>"Two versions"</PageHeading>
            <Show
                when=move || is_any.get()
                fallback=move || view! {
                    <p class="govuk-body">"There is nothing to choose."</p>
                    <ButtonLink href=app.href(Place::Overview)>"Go to the overview"</ButtonLink>
                }
            >
                <p class="govuk-body app-choose-intro">
                    "What stands here was changed in two places that did not know of each other, such as two copies of a file. Nothing was lost: all versions are kept until you choose what stands."
                </p>
                <For each=move || entries.get() key=|id| *id let(id)>
                    <ChooseVersion record=id listed=true />
                </For>
            </Show>
        </Page>
    }
}
