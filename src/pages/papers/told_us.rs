//! What is told to children and young people, of one round.

use leptos::prelude::*;

use super::super::offered::rounds;
use super::super::report::ReportPage;
use super::nothing;
use crate::reports::told_us;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::Select;

/// What is told to children and young people.
#[component]
pub fn ToldUs() -> impl IntoView {
    let app = App::get();
    let latest = app.read_now(|open| open.rounds().last().map(|(id, _)| *id)).flatten();
    let round = RwSignal::new(latest);
    let report = Memo::new(move |_| app.read(|open| told_us::report(open, round.get()?, app.today())).flatten());
    let choices = move || {
        let rounds = app.read_now(rounds).unwrap_or_default();
        let choose = move |chosen| round.set(chosen);
        (rounds.len() > 1)
            .then(|| view! { <Select id="told-round" label="Round" choices=rounds value=round on_choose=choose /> })
    };
    view! { <ReportPage report choices missing=no_round /> }
}

fn no_round() -> impl IntoView {
    nothing("What you told us", "No round has been opened yet.", Place::Survey, "Open a round")
}
