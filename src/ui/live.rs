//! Live region: a short message that is read out when it changes, without moving the focus.
//!
//! Keeps WCAG 4.1.3 Status messages. The region is on the page before its words are, because a region that
//! appears together with its words is often not read.

use leptos::prelude::*;

/// A polite status message. Empty words say nothing.
#[component]
pub fn Live(
    /// The message.
    #[prop(into)]
    text: Signal<String>,
    /// Whether it is also seen; otherwise it is only read out.
    #[prop(optional)]
    visible: bool,
) -> impl IntoView {
    view! {
        <div role="status" class=("govuk-visually-hidden", !visible)>
            {move || text.get()}
        </div>
    }
}
