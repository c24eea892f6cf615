//! Responses that came with two contents under one revision: which they are, and what to do about them.

use leptos::prelude::*;

use super::list::short;
use crate::analysis::received::Received;
use crate::reports::words;
use crate::ui::WarningText;

/// The responses that clash; nothing while there are none.
#[component]
pub(super) fn Clashes(counted: Memo<Vec<Received>>, late: Memo<Vec<Received>>) -> impl IntoView {
    let clashing = Memo::new(move |_| {
        let of = |list: Memo<Vec<Received>>| list.with(|list| list.iter().filter(|one| one.clashes).cloned().collect());
        let (mut clashing, late): (Vec<Received>, Vec<Received>) = (of(counted), of(late));
        clashing.extend(late);
        clashing
    });
    let lines =
        move || clashing.with(|clashing| clashing.iter().map(|one| view! { <li>{sentence(one)}</li> }).collect_view());
    view! {
        <Show when=move || clashing.with(|clashing| !clashing.is_empty())>
            <section aria-labelledby="clashes-heading">
                <h2 class="govuk-heading-m" id="clashes-heading">"The same response with two contents"</h2>
                <WarningText>
                    "Somebody changed a response file, or sent two under one number. One content counts. Ask the person to correct the response in Rainbow and send it again: that file takes the place of both."
                </WarningText>
                <ul class="govuk-list govuk-list--bullet">{lines}</ul>
            </section>
        </Show>
    }
}

fn sentence(one: &Received) -> String {
    let files: Vec<String> = one.sources.iter().map(|(file, _)| file.clone()).collect();
    let came = if files.is_empty() { String::new() } else { format!(", from {}", words::list(&files)) };
    format!("Response {}{came}.", short(one.id))
}
