//! The practices of an arc: a radar each, and the same figures as a table.

use leptos::prelude::*;

use super::super::data_table::DataTable;
use crate::reports::radars::Drawn;
use crate::ui::{Details, RadarPicture};

/// The radars of an arc; nothing where the arc has no practices.
#[component]
pub(super) fn Practices(
    drawn: Vec<Drawn>,
    /// What runs across them, as a sentence; empty if nothing does.
    across: String,
) -> impl IntoView {
    let one = |Drawn { radar, table }: Drawn| {
        let name = radar.name.clone();
        view! {
            <section class="app-practice">
                <h3 class="govuk-heading-s">{name}</h3>
                <RadarPicture radar />
                <Details summary="The same as a table">
                    <DataTable table caption_hidden=true />
                </Details>
            </section>
        }
    };
    (!drawn.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"Practice by practice"</h2>
            <p class="govuk-body">
                "Every practice is looked at under the same aspects, so a weakness that runs across practices shows. The middle is 1, the rim is 5. An earlier round stands there only where it asked the very same."
            </p>
            {(!across.is_empty()).then(|| view! { <p class="govuk-body app-practices__across">{across}</p> })}
            <div class="app-practices">{drawn.into_iter().map(one).collect_view()}</div>
        }
    })
}
