//! Pagination: the page before and the page after this one.
//!
//! Keeps WCAG 1.3.1 (a labelled nav landmark) and 2.4.4 Link purpose (each link names the page it leads to).

use leptos::prelude::*;

/// A page to go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLink {
    /// The page's name.
    pub label: String,
    /// Where it is.
    pub href: String,
}

impl PageLink {
    /// A page to go to: its name and where it is.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into() }
    }
}

/// Links to the page before and the page after, each where there is one.
#[component]
pub fn Pagination(
    /// The landmark's name.
    #[prop(default = "Pages".to_owned(), into)]
    label: String,
    /// The page before.
    previous: Option<PageLink>,
    /// The page after.
    next: Option<PageLink>,
) -> impl IntoView {
    view! {
        <nav class="govuk-pagination govuk-pagination--block" aria-label=label>
            {previous.map(|page| link(page, "prev", "Previous", "M14 6.5H2M7 1 1.5 6.5 7 12"))}
            {next.map(|page| link(page, "next", "Next", "M1 6.5h12M8 1l5.5 5.5L8 12"))}
        </nav>
    }
}

fn link(PageLink { label, href }: PageLink, side: &'static str, title: &'static str, arrow: &'static str) -> AnyView {
    view! {
        <div class=format!("govuk-pagination__{side}")>
            <a class="govuk-link govuk-pagination__link" href=href rel=side>
                <svg
                    class=format!("govuk-pagination__icon govuk-pagination__icon--{side}")
                    width="15"
                    height="13"
                    viewBox="0 0 15 13"
                    aria-hidden="true"
                    focusable="false"
                >
                    <path d=arrow fill="none" stroke="currentColor" stroke-width="2" />
                </svg>
                <span class="govuk-pagination__link-title">
                    {title}
                    <span class="govuk-visually-hidden">": "</span>
                </span>
                <span class="govuk-pagination__link-label">{label}</span>
            </a>
        </div>
    }
    .into_any()
}
