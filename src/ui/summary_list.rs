//! Summary list: what is known of one thing, as names with values, each perhaps with a link to change it.
//!
//! Keeps WCAG 1.3.1 (a description list) and 2.4.4 Link purpose (each link's name says what it changes).

use leptos::prelude::*;

/// A list of [`SummaryRow`]s.
#[component]
pub fn SummaryList(
    /// The rows.
    children: Children,
) -> impl IntoView {
    view! { <dl class="govuk-summary-list">{children()}</dl> }
}

/// A name, its value, and perhaps a link to change it.
#[component]
pub fn SummaryRow(
    /// The name.
    #[prop(into)]
    name: String,
    /// Where the value can be changed; empty when it can't.
    #[prop(optional, into)]
    change_href: String,
    /// The value.
    children: Children,
) -> impl IntoView {
    let changeable = !change_href.is_empty();
    let what = format!(" {}", name.to_lowercase());
    view! {
        <div class="govuk-summary-list__row" class=("govuk-summary-list__row--no-actions", !changeable)>
            <dt class="govuk-summary-list__key">{name}</dt>
            <dd class="govuk-summary-list__value">{children()}</dd>
            {changeable
                .then(|| {
                    view! {
                        <dd class="govuk-summary-list__actions">
                            <a class="govuk-link" href=change_href>
                                "Change"
                                <span class="govuk-visually-hidden">{what}</span>
                            </a>
                        </dd>
                    }
                })}
        </div>
    }
}
