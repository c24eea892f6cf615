//! How the figures of a round come about, beneath the pages that break it down.

use leptos::prelude::*;

use super::round_choice::RoundChoice;
use crate::state::App;
use crate::ui::Details;

/// The words of a page, and from how many people on a figure is shown.
#[component]
pub(super) fn FiguresMethod(
    /// The round that the page is about.
    choice: RoundChoice,
    /// How the page counts, in paragraphs.
    children: Children,
) -> impl IntoView {
    let app = App::get();
    let smallest = Memo::new(move |_| {
        let round = choice.round()?;
        app.read(|open| open.smallest_group(round))
    });
    view! {
        <div class="app-method">
            <Details summary="How these figures are worked out">
                {children()}
                <p class="govuk-body">
                    {move || smallest.get().map(|smallest| format!("A figure that fewer than {smallest} people stand behind is not shown, so that nobody can be picked out. Numbers of responses always are."))}
                </p>
            </Details>
        </div>
    }
}
