//! The words on a page that the glossary explains, behind a link at its foot.

use leptos::prelude::*;

use crate::domain::glossary::{Glossary, Line, Word, found_in};
use crate::domain::registers::Register;
use crate::domain::workspace::Workspace;
use crate::exchange::builtin;
use crate::route::Page as Place;
use crate::route::registers::Place as Within;

use crate::state::App;
use crate::ui::Details;

/// The terms of the glossary that stand in these texts, each with its meaning. Nothing where none does.
#[component]
pub(super) fn WordsHere(
    /// What stands on the page.
    #[prop(into)]
    texts: Signal<Vec<String>>,
) -> impl IntoView {
    let app = App::get();
    let glossary = StoredValue::new(builtin::glossary().ok());
    let found = Memo::new(move |_| {
        let words = app.read(|open| glossary.with_value(|known| words_of(open, known.as_ref()))).unwrap_or_default();
        texts.with(|texts| found_in(&words, texts.iter().map(String::as_str)).into_iter().cloned().collect::<Vec<_>>())
    });
    // Whoever was only asked to answer has no pages about the area.
    let register = app.invited().is_none().then(|| app.href(Place::Registers(Within::One(Register::Glossary))));
    let list = move |words: Vec<Word>, register: Option<String>| {
        let line = |Word { term, meaning, .. }: Word| {
            view! {
                <dt class="app-words__term">{term}</dt>
                <dd class="app-words__meaning">{meaning}</dd>
            }
        };
        view! {
            <div class="app-no-print">
                <Details summary="Words on this page">
                    <dl class="app-words">{words.into_iter().map(line).collect_view()}</dl>
                    {register.map(|href| view! {
                        <p class="govuk-body"><a class="govuk-link" href=href>"See and change the glossary"</a></p>
                    })}
                </Details>
            </div>
        }
    };
    move || Some(found.get()).filter(|words| !words.is_empty()).map(|words| list(words, register.clone()))
}

/// The terms that the area has not hidden.
fn words_of(open: &Workspace, glossary: Option<&Glossary>) -> Vec<Word> {
    let lines = glossary.map(|known| open.terms(known)).unwrap_or_default();
    lines.into_iter().filter(|line| !line.is_hidden).map(|Line { word, .. }| word).collect()
}
