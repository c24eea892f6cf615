//! The sheet of one table, to be changed as a grid, whether it was typed in or sorted on a screen.

use leptos::prelude::*;

use super::held::NotHere;
use super::typed::TypedGrid;
use crate::domain::ids::SheetId;
use crate::route::Page as Target;
use crate::route::exercises::Place;
use crate::state::App;
use crate::ui::{BackLink, Page, PageHeading, PageWidth};

/// The sheet of a table.
#[component]
pub fn Sheet(
    /// Which.
    sheet: SheetId,
) -> impl IntoView {
    let app = App::get();
    let found = app.read_now(|open| {
        let exercise = open.sheet(sheet)?.exercise;
        Some((exercise, open.exercise(exercise)?.clone()))
    });
    let Some((id, begun)) = found.flatten() else { return view! { <NotHere /> }.into_any() };
    let back = app.href(Target::Exercises(Place::Exercise(id)));
    let title = begun.title.clone();
    let begun = StoredValue::new(begun);
    view! {
        <Page width=PageWidth::Standard before=move || view! { <BackLink href=back.clone() text="Back to the exercise" /> }>
            <PageHeading caption=title>"Sheet of a table"</PageHeading>
            <p class="govuk-body">
                "Each cell holds the codes that lie there, with spaces between them. Every cell is saved when you leave it."
            </p>
            <TypedGrid id begun sheet />
        </Page>
    }
    .into_any()
}
