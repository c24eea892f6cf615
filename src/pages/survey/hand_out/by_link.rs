//! Handing a survey out by a link, where Rainbow is on a site.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::packing::deflate;
use crate::browser::{clipboard, own_source};
use crate::domain::ids::RoundId;
use crate::exchange::survey_link;
use crate::reports::words;
use crate::route::Route;
use crate::state::App;
use crate::ui::{Button, ButtonKind, Live};

/// The link, or what it takes to have one.
#[component]
pub(super) fn ByLink(round: RoundId) -> impl IntoView {
    view! {
        <h3 class="govuk-heading-s">"By a link, for phones and tablets too"</h3>
        {match own_source::address() {
            Some(address) => view! { <OnASite round address /> }.into_any(),
            None => view! {
                <p class="govuk-body">
                    "Most phones can\u{2019}t open the survey file from an email. Ask whoever looks after your website or intranet to put it there: its address is then a link that works on every device, and answers still stay on the device they are given on."
                </p>
            }
            .into_any(),
        }}
    }
}

#[component]
fn OnASite(round: RoundId, address: String) -> impl IntoView {
    let app = App::get();
    let link = RwSignal::new(String::new());
    let said = RwSignal::new(String::new());
    let copy = move |()| {
        let address = address.clone();
        spawn_local(async move {
            let Some(made) = made(app, round, &address).await else {
                said.try_set("The link could not be made. Make the survey file instead.".to_owned());
                return;
            };
            let outcome = if clipboard::copy(&made).await {
                "The link was copied. Paste it into an email or a message."
            } else {
                "The browser did not let Rainbow copy. Select the link below and copy it."
            };
            said.try_set(outcome.to_owned());
            link.try_set(made);
        });
    };
    let length = move || link.with(String::len);
    let is_long = move || length() > survey_link::LONGEST_TRUSTED;
    view! {
        <p class="govuk-body">
            "Whoever follows it answers in their browser, on any device, and sends back the same file. The survey is in the link itself: this site never hears who answers or what."
        </p>
        <Button kind=ButtonKind::Secondary on_press=copy>"Copy the link to the survey"</Button>
        <Live text=said visible=true />
        <Show when=move || length() != 0>
            <p class="govuk-body app-address">
                <a class="govuk-link" href=move || link.get()>{move || link.get()}</a>
            </p>
        </Show>
        <Show when=move || is_long()>
            <p class="govuk-body">
                {move || format!(
                    "The link is long, {}, because it carries questions that are not the standard ones. Send it to yourself first: some mail programs cut such links. If yours does, send the survey file.",
                    words::count(length(), "character", "characters")
                )}
            </p>
        </Show>
    }
}

/// The link to the survey of a round, on the site at this address.
async fn made(app: App, round: RoundId, address: &str) -> Option<String> {
    let content = app.read_now(|open| survey_link::content(open, round, app.now()))?.ok()?;
    let packed = deflate(content.as_bytes()).await?;
    Some(format!("{address}{}", Route::Link(survey_link::spell(&packed)).href()))
}
