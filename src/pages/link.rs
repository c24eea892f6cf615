//! Following a link that carries a survey: the survey comes up, or what is wrong with the link.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::state::App;
use crate::ui::{ButtonLink, Page, PageHeading, focus_heading};

/// A link being followed.
#[component]
pub fn Link(
    /// What the address carries.
    link: String,
) -> impl IntoView {
    let app = App::get();
    let problem = RwSignal::new(None::<String>);
    spawn_local(async move {
        if let Err(why) = app.follow(&link).await {
            problem.try_set(Some(why));
            focus_heading();
        }
    });
    move || {
        match problem.get() {
        None => view! {
            <Page>
                <PageHeading>"Opening the survey"</PageHeading>
                <p class="govuk-body" role="status">"One moment\u{2026}"</p>
            </Page>
        }
        .into_any(),
        Some(why) => view! {
            <Page>
                <PageHeading>"This link can\u{2019}t be opened"</PageHeading>
                <p class="govuk-body">{why}</p>
                <p class="govuk-body">
                    "Some mail programs cut long links in two. Copy the whole link into the address bar, or ask whoever sent it for the survey file."
                </p>
                <p class="govuk-body">"If you began to answer before, your answers are still on this device."</p>
                <ButtonLink href="#/">"Go to the start"</ButtonLink>
            </Page>
        }
        .into_any(),
    }
    }
}
