//! The comments on an arc that somebody looked at and let through, in the words that may be shared.

use leptos::prelude::*;

use super::super::round_choice::RoundChoice;
use crate::domain::ids::{StatementId, ThemeId};
use crate::domain::workspace::Workspace;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::App;

/// Comments that may be shared, and how many wait to be looked at.
#[component]
pub(super) fn SharedComments(choice: RoundChoice, theme: ThemeId) -> impl IntoView {
    let app = App::get();
    let shared = Memo::new(move |_| {
        let round = choice.round()?;
        app.read(|open| {
            let shared = open.shared_comments(round, &theme);
            let comments = shared.comments.into_iter();
            let comments: Vec<_> = comments.map(|(id, words)| (label(open, choice, &id), words)).collect();
            (round, comments, shared.waiting)
        })
    });
    move || {
        shared.get().filter(|(_, comments, waiting)| !comments.is_empty() || *waiting > 0).map(
            |(round, comments, waiting)| {
                let none = comments.is_empty();
                let waits = (waiting > 0).then(|| {
                    view! {
                        <p class="govuk-body">
                            <a class="govuk-link" href=app.href(Place::Comments(Some(round)))>
                                {format!("{} to be looked at", words::count(waiting, "comment waits", "comments wait"))}
                            </a>
                            "."
                        </p>
                    }
                });
                let comment = |(about, words): (String, String)| {
                    view! {
                        <li>
                            <blockquote class="app-quote">{words}</blockquote>
                            <p class="app-source">{format!("On \u{2018}{about}\u{2019}")}</p>
                        </li>
                    }
                };
                view! {
                    <h2 class="govuk-heading-m">"Comments that may be shared"</h2>
                    {none.then(|| view! { <p class="govuk-body">"None yet."</p> })}
                    <ul class="govuk-list">{comments.into_iter().map(comment).collect_view()}</ul>
                    {waits}
                }
            },
        )
    }
}

/// The label of a statement, from the newest survey of the round that asks it.
fn label(open: &Workspace, choice: RoundChoice, id: &StatementId) -> String {
    let surveys = choice.round().and_then(|round| open.round(round)).map(|round| round.surveys.as_slice());
    let mut surveys = surveys.unwrap_or_default().iter().rev().filter_map(|hash| open.survey(*hash));
    surveys.find_map(|survey| survey.statement(id)).map_or_else(|| id.to_string(), |statement| statement.label.clone())
}
