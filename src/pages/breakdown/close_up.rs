//! One arc more closely: for each group its measures and the spread of its answers.

use leptos::prelude::*;

use super::super::round_choice::RoundChoice;
use super::filters::Offered;
use crate::analysis::breakdown::{Breakdown, Cut};
use crate::domain::ids::ThemeId;
use crate::reports::breakdown::{CloseUp, close_up};
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{Choice, Select, SpreadPicture};

/// One arc, group by group: the one that is chosen, or the first that the filters leave.
#[component]
pub(super) fn OneArc(
    choice: RoundChoice,
    offered: Memo<Offered>,
    broken: Memo<Option<Breakdown>>,
    cut: Memo<Cut>,
    on_choose: Callback<Cut>,
) -> impl IntoView {
    let app = App::get();
    let left = Memo::new(move |_| {
        let left = broken.with(|broken| broken.as_ref().map(|broken| broken.themes.clone())).unwrap_or_default();
        let named = offered.with(|offered| offered.themes.clone()).into_iter();
        named.filter(|(id, _)| left.contains(id)).collect::<Vec<_>>()
    });
    let theme = Memo::new(move |_| {
        let chosen = cut.with(|cut| cut.theme.clone());
        left.with(|left| left.iter().find(|(id, _)| Some(id) == chosen.as_ref()).or(left.first()).cloned())
    });
    let groups = Memo::new(move |_| {
        let (round, (theme, _)) = choice.round().zip(theme.get())?;
        let close =
            |open: &_| broken.with(|broken| broken.as_ref().map(|broken| close_up(open, round, broken, &theme)));
        app.read(close).flatten()
    });
    let choose = move |theme: Option<ThemeId>| on_choose.run(Cut { theme, ..cut.get_untracked() });
    let list =
        move || left.with(|left| left.iter().map(|(id, name)| Choice::new(id.clone(), name)).collect::<Vec<_>>());
    view! {
        <Show when=move || theme.with(Option::is_some)>
            <section class="app-breakdown__one">
                <h2 class="govuk-heading-m">"One arc more closely"</h2>
                <div class="app-no-print">
                    {move || {
                        view! {
                            <Select
                                id="arc"
                                label="Arc"
                                choices=list()
                                value=Signal::derive(move || theme.get().map(|(id, _)| id))
                                on_choose=choose
                            />
                        }
                    }}
                </div>
                {move || {
                    theme
                        .get()
                        .map(|(id, name)| {
                            let href = app.href(Place::Arc(id, choice.past()));
                            view! {
                                <h3 class="govuk-heading-s">
                                    <a class="govuk-link" href=href>{name}</a>
                                </h3>
                            }
                        })
                }}
                <ul class="app-breakdown__groups">
                    {move || groups.get().unwrap_or_default().into_iter().map(group).collect_view()}
                </ul>
            </section>
        </Show>
    }
}

fn group(close: CloseUp) -> impl IntoView {
    let CloseUp { name, is_beneath, responses, facts, spread } = close;
    let facts = facts.into_iter().map(|fact| view! { <span class="app-breakdown__fact">{fact}</span> }).collect_view();
    view! {
        <li class="app-breakdown__group">
            <h4 class="govuk-heading-s">
                {is_beneath.then_some("of these: ")}
                {name}
                {(!responses.is_empty())
                    .then(|| view! { " " <span class="app-breakdown__responses">{responses}</span> })}
            </h4>
            <p class="govuk-body">{facts}</p>
            {spread.map(|spread| view! { <SpreadPicture spread /> })}
        </li>
    }
}
