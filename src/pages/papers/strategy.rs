//! The strategy pack, and the choice of what goes into it.

use leptos::prelude::*;

use super::super::action_facts::framework;
use super::super::report::ReportPage;
use super::no_framework;
use crate::domain::glossary::Glossary;
use crate::domain::report_text::{ReportText, Subject};
use crate::domain::rest::Rest;
use crate::domain::workspace::Workspace;
use crate::exchange::builtin;
use crate::reports::strategy;
use crate::reports::strategy::{Annex, choice_part, chosen, kept};
use crate::state::App;
use crate::ui::{Checkboxes, Choice};

/// The strategy pack. Which annexes it has is kept with the words that were written for it.
#[component]
pub fn Strategy() -> impl IntoView {
    let app = App::get();
    let annexes = Memo::new(move |_| app.read(chosen).unwrap_or_default());
    let glossary = StoredValue::new(builtin::glossary().ok());
    let drawn = move |open: &Workspace| {
        let framework = framework(open)?;
        let with = |known: &Glossary| strategy::report(open, &framework, known, &annexes.get(), app.today());
        glossary.with_value(|known| known.as_ref().map(with))
    };
    let report = Memo::new(move |_| app.read(drawn).flatten());
    view! { <ReportPage report choices=move || view! { <Annexes annexes /> } missing=no_framework /> }
}

#[component]
fn Annexes(annexes: Memo<Vec<Annex>>) -> impl IntoView {
    let app = App::get();
    let choices = Annex::ALL.map(|annex| Choice::new(annex, annex.name())).to_vec();
    let choose = move |chosen: Vec<Annex>| {
        let Some(part) = choice_part() else { return };
        let (text, drafted) = (kept(&chosen), String::new());
        let words = ReportText { about: Subject::Area, part, text, drafted, rest: Rest::new() };
        let _ = app.edit(|open| Ok(open.write_report_text(words)));
    };
    view! { <Checkboxes id="annexes" legend="What goes into the pack?" choices values=annexes on_change=choose /> }
}
