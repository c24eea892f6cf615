//! The radars of an arc: one a practice, and one of the perspectives.

use leptos::prelude::*;

use super::super::radar_with_table::RadarWithTable;
use crate::reports::radars::Drawn;

/// The radars of an arc; nothing where the arc has no practices.
#[component]
pub(super) fn Practices(
    drawn: Vec<Drawn>,
    /// What runs across them, as a sentence; empty if nothing does.
    across: String,
) -> impl IntoView {
    (!drawn.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"Practice by practice"</h2>
            <p class="govuk-body">
                "Every practice is looked at under the same aspects, so a weakness that runs across practices shows. The middle is 1, the rim is 5. An earlier round stands there only where it asked the very same."
            </p>
            {(!across.is_empty()).then(|| view! { <p class="govuk-body app-practices__across">{across}</p> })}
            <div class="app-practices">{drawn.into_iter().map(|drawn| view! { <RadarWithTable drawn /> }).collect_view()}</div>
        }
    })
}

/// The radar of the perspectives from which an arc's statements are put; nothing where there are too few for one.
#[component]
pub(super) fn Perspectives(drawn: Option<Drawn>) -> impl IntoView {
    drawn.map(|drawn| {
        view! {
            <h2 class="govuk-heading-m">"Perspective by perspective"</h2>
            <p class="govuk-body">
                "From whose eyes the statements are put; the same people answered all of them. The middle is 1, the rim is 5. An earlier round stands there only where it asked the very same."
            </p>
            <RadarWithTable drawn />
        }
    })
}
