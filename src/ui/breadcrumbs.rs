//! Breadcrumbs: the pages above this one, from the top.
//!
//! Keeps WCAG 1.3.1 (a labelled nav landmark with an ordered list) and 2.4.8 Location. They stand before the main
//! landmark, so the skip link passes them: give them to a page's `before`.

use leptos::prelude::*;

/// A page above this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// Its name.
    pub label: String,
    /// Where it is.
    pub href: String,
}

impl Crumb {
    /// A page above this one: its name and where it is.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into() }
    }
}

/// The way from the top to the page just above this one.
#[component]
pub fn Breadcrumbs(
    /// The pages, from the top.
    crumbs: Vec<Crumb>,
) -> impl IntoView {
    let crumb = |Crumb { label, href }: Crumb| {
        view! {
            <li class="govuk-breadcrumbs__list-item">
                <a class="govuk-breadcrumbs__link" href=href>
                    {label}
                </a>
            </li>
        }
    };
    view! {
        <nav class="govuk-breadcrumbs" aria-label="Breadcrumb">
            <ol class="govuk-breadcrumbs__list">{crumbs.into_iter().map(crumb).collect_view()}</ol>
        </nav>
    }
}
