//! The result of an exercise on the projector, which changes as sheets come in.

use leptos::prelude::*;

use super::held::NotHere;
use crate::analysis::tally::of_exercise;
use crate::domain::ids::ExerciseId;
use crate::reports::document::Table;
use crate::reports::projection::{Share, Shows, slides};
use crate::route::Page as Target;
use crate::route::exercises::Place;
use crate::state::App;
use crate::ui::Projection;

/// The projector view.
#[component]
pub fn Projector(
    /// The exercise.
    id: ExerciseId,
) -> impl IntoView {
    let app = App::get();
    let tally = Memo::new(move |_| app.read(|open| of_exercise(open, id)).flatten());
    if tally.with_untracked(Option::is_none) {
        return view! { <NotHere /> }.into_any();
    }
    let all = Memo::new(move |_| tally.with(|tally| tally.as_ref().map(slides)).unwrap_or_default());
    let at = RwSignal::new(0_usize);
    let last = move || all.with(Vec::len).saturating_sub(1);
    // There may be fewer slides than before once a sheet was removed.
    let slide = Memo::new(move |_| all.with(|all| all.get(at.get().min(last())).cloned()));
    let title =
        Signal::derive(move || tally.with(|tally| tally.as_ref().map(|tally| tally.title.clone())).unwrap_or_default());
    let heading = Signal::derive(move || {
        slide.with(|slide| slide.as_ref().map(|slide| slide.heading.clone())).unwrap_or_default()
    });
    let place = Signal::derive(move || (at.get().min(last()).saturating_add(1), last().saturating_add(1)));
    let shown = move || match slide.get().map(|slide| slide.shows) {
        Some(Shows::Shares(shares)) => view! { <Shares shares /> }.into_any(),
        Some(Shows::Figures(table)) => view! { <Figures table /> }.into_any(),
        Some(Shows::Words(words)) => view! { <p class="app-projection__words">{words}</p> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <Projection
            title
            heading
            place
            on_previous=move |()| at.update(|at| *at = (*at).min(last()).saturating_sub(1))
            on_next=move |()| at.update(|at| *at = at.saturating_add(1).min(last()))
            on_leave=move |()| app.go_to(Target::Exercises(Place::Exercise(id)))
        >
            {shown}
        </Projection>
    }
    .into_any()
}

/// Each column with its share.
#[component]
fn Shares(shares: Vec<Share>) -> impl IntoView {
    let share = |share: Share| {
        let Share { name, count, percentage } = share;
        view! {
            <div class="app-projection__share">
                <dt>{name}</dt>
                <dd>
                    <strong>{format!("{percentage}%")}</strong>
                    {format!(" ({count})")}
                    <span class="app-projection__bar" style=format!("width: {percentage}%") aria-hidden="true"></span>
                </dd>
            </div>
        }
    };
    view! { <dl class="app-projection__shares">{shares.into_iter().map(share).collect_view()}</dl> }
}

/// A table in large type.
#[component]
pub fn Figures(
    /// The table.
    table: Table,
) -> impl IntoView {
    let Table { head, rows, names: _, caption: _ } = table;
    let columns = head.len();
    let row = |row: Vec<String>| {
        let mut cells = row.into_iter();
        let name = cells.next().unwrap_or_default();
        view! {
            <tr>
                <th scope="row"><span class="app-projection__card">{name}</span></th>
                {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
            </tr>
        }
    };
    view! {
        <table class="app-projection__table" class=("app-projection__table--many", columns > 5)>
            <thead><tr>{head.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view()}</tr></thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
