//! Notification banner: something that happened, or that a person should know before going on.
//!
//! Keeps WCAG 4.1.3 Status messages (a success is announced as it appears) and 1.3.1 (an information banner is a
//! landmark with a name). The heading says the kind in words, so that colour is not its only sign.

use leptos::prelude::*;

use super::focus::{focus_element, soon};
use super::ids::unique_id;

/// A banner at the top of the page's main part.
#[component]
pub fn Notification(
    /// Whether it tells of something done, or informs.
    kind: NotificationKind,
    /// The message: a `p` of class `govuk-notification-banner__heading`, or more.
    children: Children,
) -> impl IntoView {
    let title_id = unique_id("notification");
    let labelled_by = title_id.clone();
    let (role, title) = match kind {
        NotificationKind::Success => ("alert", "Done"),
        NotificationKind::Information => ("region", "Important"),
    };
    view! {
        <div
            class="govuk-notification-banner"
            class=("govuk-notification-banner--success", kind == NotificationKind::Success)
            role=role
            tabindex="-1"
            aria-labelledby=labelled_by
        >
            <div class="govuk-notification-banner__header">
                <h2 class="govuk-notification-banner__title" id=title_id>
                    {title}
                </h2>
            </div>
            <div class="govuk-notification-banner__content">{children()}</div>
        </div>
    }
}

/// Moves the focus to the banner on the page, once what is now being drawn is there.
pub fn focus_notification() {
    soon(|| {
        if let Ok(Some(banner)) = document().query_selector(".govuk-notification-banner") {
            focus_element(&banner);
        }
    });
}

/// What a notification banner tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotificationKind {
    /// What the person asked for has been done.
    Success,
    /// Something to know before going on.
    Information,
}
