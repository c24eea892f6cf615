//! Buttons: what a person presses to do something, and links that look like them to go somewhere.
//!
//! Keeps WCAG 2.1.1 Keyboard and 4.1.2 Name, role, value (a native button or link, never a dressed-up `div`),
//! 2.5.8 Target size (44 px) and 1.4.11 Non-text contrast. A button is never
//! disabled: pressing it says what is missing.

use leptos::prelude::*;

/// A button. Its words are its children and say what will happen.
#[component]
pub fn Button(
    /// How it looks.
    #[prop(optional)]
    kind: ButtonKind,
    /// Whether it hands in the form around it. Then `on_press` may be left out.
    #[prop(optional)]
    submit: bool,
    /// Called when it is pressed.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// The words, which are also its accessible name.
    children: Children,
) -> impl IntoView {
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=kind.class()
            on:click=move |_| {
                if let Some(on_press) = on_press {
                    on_press.try_run(());
                }
            }
        >
            {children()}
            {(kind == ButtonKind::Start).then(arrow)}
        </button>
    }
}

/// A link that looks like a button: it goes somewhere and does nothing else.
#[component]
pub fn ButtonLink(
    /// Where it goes.
    #[prop(into)]
    href: String,
    /// How it looks.
    #[prop(optional)]
    kind: ButtonKind,
    /// The words, which are also its accessible name.
    children: Children,
) -> impl IntoView {
    view! {
        <a href=href class=kind.class()>
            {children()}
            {(kind == ButtonKind::Start).then(arrow)}
        </a>
    }
}

/// Buttons and links in one row, stacked on phones.
#[component]
pub fn ButtonGroup(
    /// The buttons and links.
    children: Children,
) -> impl IntoView {
    view! { <div class="govuk-button-group">{children()}</div> }
}

/// How a button looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one main thing to do on a page.
    #[default]
    Primary,
    /// Anything else.
    Secondary,
    /// Something that destroys and can't be taken back.
    Warning,
    /// The start of a journey: large, with an arrow.
    Start,
    /// A small thing to do, which looks like a link.
    Link,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "govuk-button",
            Self::Secondary => "govuk-button govuk-button--secondary",
            Self::Warning => "govuk-button govuk-button--warning",
            Self::Start => "govuk-button govuk-button--start",
            Self::Link => "app-button-link",
        }
    }
}

/// The arrow of a start button, which says nothing that the words do not.
fn arrow() -> impl IntoView {
    view! {
        <svg
            class="govuk-button__start-icon"
            width="18"
            height="18"
            viewBox="0 0 18 18"
            aria-hidden="true"
            focusable="false"
        >
            <path d="M3 9h11M9 3.5 14.5 9 9 14.5" fill="none" stroke="currentColor" stroke-width="3" />
        </svg>
    }
}
