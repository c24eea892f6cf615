//! What stands beside the scores of an arc: what was agreed about it, and the evidence.

use leptos::prelude::*;

use super::super::action_facts::framework;
use super::super::evidence::Pieces;
use crate::domain::ids::ThemeId;
use crate::domain::workspace::Workspace;
use crate::reports::agreed::{Agreed, of_position, of_target, standing_name};
use crate::reports::evidence::pieces;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{ButtonKind, ButtonLink, SummaryRow};

/// Where the Trust agreed that the arc is and where it wants it to be, as rows of the summary.
#[component]
pub(super) fn WhatWasAgreed(theme: ThemeId) -> impl IntoView {
    let app = App::get();
    let change = app.href(Place::AgreeArc(theme.clone()));
    let change_target = change.clone();
    let agreed = Memo::new(move |_| app.read(|open| agreed_words(open, &theme)).unwrap_or_default());
    view! {
        <SummaryRow name="Agreed position" change_href=change>{move || agreed.get().0}</SummaryRow>
        <SummaryRow name="Target" change_href=change_target>{move || agreed.get().1}</SummaryRow>
    }
}

/// The agreed position and the target, each with who agreed it, when and why.
fn agreed_words(open: &Workspace, theme: &ThemeId) -> (String, String) {
    let words = |agreed: Option<Agreed>, standing: &str| match agreed {
        None => "Not set yet".to_owned(),
        Some(Agreed { score, how }) => {
            let said = [score.as_str(), standing, how.as_str()].into_iter().filter(|said| !said.is_empty());
            said.collect::<Vec<_>>().join(". ")
        }
    };
    let (positions, targets) = (open.positions(), open.targets());
    let position = positions.get(theme);
    let standing = position.and_then(|one| one.standing).map(standing_name).unwrap_or_default();
    let position = words(position.map(|one| of_position(one)), standing);
    (position, words(targets.get(theme).map(|one| of_target(one)), ""))
}

/// The evidence of the arc, the latest first.
#[component]
pub(super) fn ArcEvidence(theme: ThemeId) -> impl IntoView {
    let app = App::get();
    let add = app.href(Place::NewEvidence(Some(theme.clone())));
    let of = theme.clone();
    let shown =
        Memo::new(move |_| app.read(|open| pieces(open, framework(open).as_ref(), Some(&of))).unwrap_or_default());
    view! {
        <h2 class="govuk-heading-m">"Evidence"</h2>
        {move || {
            let shown = shown.get();
            let only = Some(theme.clone());
            if shown.is_empty() {
                view! { <p class="govuk-body">"None yet."</p> }.into_any()
            } else {
                view! {
                    <p class="govuk-body">"What was heard beside the survey. It is never counted in the scores."</p>
                    <Pieces pieces=shown only />
                }
                .into_any()
            }
        }}
        <ButtonLink href=add kind=ButtonKind::Secondary>"Add evidence"</ButtonLink>
    }
}
