//! What an action follows from: the finding that caused it, and what a later round found of the same.

use leptos::prelude::*;

use super::super::action_facts::framework;
use crate::domain::ids::{ItemId, RoundId, ThemeId};
use crate::domain::workspace::Workspace;
use crate::reports::finding::{self, FindingWords};
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{SummaryList, SummaryRow};

/// The finding of an action; nothing for one that remembers none.
#[component]
pub(super) fn FollowsFrom(
    /// The action.
    item: ItemId,
) -> impl IntoView {
    let app = App::get();
    let read = move |open: &Workspace| -> Option<(FindingWords, ThemeId, RoundId)> {
        let finding = open.item(item)?.finding.as_ref()?;
        let told = finding::of(open, framework(open).as_ref(), finding);
        Some((told, finding.theme.clone(), finding.round))
    };
    let told = Memo::new(move |_| app.read(read).flatten());
    move || {
        told.get().map(|(told, theme, round)| {
            let FindingWords { round: title, arc, statement, found, since } = told;
            let href = app.href(Place::Arc(theme, Some(round)));
            view! {
                <section>
                    <h2 class="govuk-heading-m">"What it follows from"</h2>
                    <SummaryList>
                        <SummaryRow name="Round">{title}</SummaryRow>
                        <SummaryRow name="Arc"><a class="govuk-link" href=href>{arc}</a></SummaryRow>
                        {(!statement.is_empty()).then(|| view! { <SummaryRow name="Statement">{statement}</SummaryRow> })}
                        <SummaryRow name="What was found">{found}</SummaryRow>
                        <SummaryRow name="What was found since">{since}</SummaryRow>
                    </SummaryList>
                </section>
            }
        })
    }
}
