//! What areas typically do about an arc: suggestions written for Rainbow, each to be adapted, none added by itself.

use leptos::prelude::*;

use super::super::round_choice::RoundChoice;
use crate::domain::framework::Framework;
use crate::domain::ids::ThemeId;
use crate::domain::suggestion::Suggestion;
use crate::exchange::builtin;
use crate::route::{Cause, Page as Place};
use crate::state::App;
use crate::ui::Details;

/// The suggestions for an arc, behind a link; nothing for an arc that has none.
#[component]
pub(super) fn Suggestions(
    /// The arc.
    theme: ThemeId,
    /// The framework, which names the arc's practices.
    framework: Framework,
    /// The round that the page shows.
    choice: RoundChoice,
) -> impl IntoView {
    let all = builtin::suggestions().ok()?;
    let mut groups: Vec<(String, Vec<Suggestion>)> = Vec::new();
    for suggestion in all.of_theme(&theme) {
        let practice = framework.practices.iter().find(|one| Some(&one.id) == suggestion.practice.as_ref());
        let practice = practice.map(|practice| practice.name.clone()).unwrap_or_default();
        match groups.last_mut() {
            Some((last, group)) if *last == practice => group.push(suggestion.clone()),
            _ => groups.push((practice, vec![suggestion.clone()])),
        }
    }
    let source = all.source;
    (!groups.is_empty()).then(|| {
        view! {
            <div class="app-no-print">
                <Details summary="What areas typically do about this">
                    <p class="govuk-body">{source}" Nothing is added to your plan until you save an action yourself."</p>
                    {groups.into_iter().map(|(practice, group)| group_view(practice, group, choice)).collect_view()}
                </Details>
            </div>
        }
    })
}

fn group_view(practice: String, group: Vec<Suggestion>, choice: RoundChoice) -> impl IntoView {
    let app = App::get();
    let suggestion = move |Suggestion { id, theme, text, .. }: Suggestion| {
        let of = format!(": {text}");
        let href = move || {
            let cause = Cause { suggestion: Some(id.clone()), ..Cause::of(theme.clone(), choice.past()) };
            app.href(Place::NewAction(Some(cause)))
        };
        view! {
            <li class="app-suggestions__one">
                {text}
                " "
                <a class="govuk-link app-suggestions__adapt" href=href>
                    "Adapt this"
                    <span class="govuk-visually-hidden">{of}</span>
                </a>
            </li>
        }
    };
    view! {
        {(!practice.is_empty()).then(|| view! { <h3 class="govuk-heading-s">{practice}</h3> })}
        <ul class="govuk-list app-suggestions">{group.into_iter().map(suggestion).collect_view()}</ul>
    }
}
