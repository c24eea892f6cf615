//! Screens for when there is no page to show: an unknown address, an area that is opening, an area that is not here.

use leptos::prelude::*;

use crate::ui::{ButtonLink, Page, PageHeading};

/// An address that means nothing.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <Page>
            <PageHeading>"Page not found"</PageHeading>
            <p class="govuk-body">"The address is not one of Rainbow\u{2019}s. It may have been cut short when it was copied."</p>
            <ButtonLink href="#/">"Go to the start"</ButtonLink>
        </Page>
    }
}

/// A copy of Rainbow that carries something which can't be read.
#[component]
pub fn DamagedSurvey(
    /// Why, as a sentence.
    reason: String,
) -> impl IntoView {
    view! {
        <Page>
            <PageHeading>"This file is damaged"</PageHeading>
            <p class="govuk-body">{reason}</p>
            <p class="govuk-body">
                "Ask whoever sent it to you to send it again, best as a .zip. What you entered before is still on this device and comes back when you open a good copy of the file."
            </p>
        </Page>
    }
}

/// An area that is being read.
#[component]
pub fn Opening() -> impl IntoView {
    view! {
        <Page>
            <PageHeading>"Opening"</PageHeading>
            <p class="govuk-body" role="status">"Reading what is kept on this device\u{2026}"</p>
        </Page>
    }
}

/// An area that is not kept on this device.
#[component]
pub fn NotOnThisDevice() -> impl IntoView {
    view! {
        <Page>
            <PageHeading>"This area is not on this device"</PageHeading>
            <p class="govuk-body">
                "Rainbow keeps areas in the browser they were made in. If you have a file of this area, open it from the start."
            </p>
            <p class="govuk-body">
                "If you opened Rainbow from a file and moved that file since, put it back where it was: some browsers keep data by the place of the file."
            </p>
            <ButtonLink href="#/">"Go to the start"</ButtonLink>
        </Page>
    }
}
