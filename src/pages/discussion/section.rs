//! One section of a discussion: an arc or arcs that share a note, its ideas beneath their sub-headings, and the box that adds.

use leptos::prelude::*;

use super::Here;
use super::idea::IdeaView;
use crate::browser::ids;
use crate::domain::discussion::{Said, lines};
use crate::domain::ids::IdeaId;
use crate::reports::words;
use crate::state::Notice;
use crate::ui::{Input, InputWidth, QuickAdd};

/// The section of this number.
#[component]
pub(super) fn SectionView(here: Here, number: usize) -> impl IntoView {
    let sections = here.sections;
    let of = move || sections.with(|sections| sections.get(number).cloned());
    // The box is drawn once for each arc, so that nothing that stands in it goes when ideas come in.
    let about = Memo::new(move |_| of().map(|shown| (shown.themes, shown.name, shown.short, shown.colours)));
    let headings = Memo::new(move |_| {
        of().map(|shown| shown.parts.into_iter().map(|(heading, _)| heading).collect::<Vec<_>>()).unwrap_or_default()
    });
    let part = move |heading: String| {
        let name = heading.clone();
        let rows = Memo::new(move |_| of().map(|shown| shown.part(&name)).unwrap_or_default());
        view! {
            {(!heading.is_empty()).then(|| view! { <h3 class="govuk-heading-s app-discussion__heading">{heading}</h3> })}
            <ul class="app-discussion__ideas">
                <For each=move || rows.get() key=Clone::clone let(row)>
                    <IdeaView here number row />
                </For>
            </ul>
        }
    };
    move || {
        about.get().map(|(themes, name, short, colours)| {
            let bands = colours.into_iter().map(|colour| {
                view! { <div class="app-theme-band" style:background-color=colour aria-hidden="true"></div> }
            });
            let (is_placed, heading) = (!themes.is_empty(), RwSignal::new(String::new()));
            let add = move |typed: String| {
                let (table, heading) = (here.table.get_untracked(), heading.get_untracked());
                let said = Said { text: String::new(), themes: themes.iter().cloned().collect(), heading, table };
                add(here, &short, &typed, &said)
            };
            view! {
                <section class="app-discussion__section">
                    {bands.collect_view()}
                    <h2 class="govuk-heading-m">{name.clone()}</h2>
                    <For each=move || headings.get() key=Clone::clone children=part />
                    <div class="app-no-print app-discussion__add">
                        <QuickAdd
                            id=format!("discussion-add-{number}")
                            label="Add an idea"
                            what=format!("an idea: {name}")
                            on_add=add
                        />
                        {is_placed.then(|| view! {
                            <Input
                                id=format!("discussion-heading-{number}")
                                label="Beneath a sub-heading (optional)"
                                width=InputWidth::Chars20
                                value=heading
                                on_change=move |typed: String| heading.set(typed.trim().to_owned())
                            />
                        })}
                    </div>
                </section>
            }
        })
    }
}

/// Adds what was typed: an idea a line. Whether it was taken.
fn add(here: Here, arc: &str, typed: &str, said: &Said) -> bool {
    let ideas: Vec<_> =
        lines(typed).into_iter().map(|text| (IdeaId(ids::new_uuid()), Said { text, ..said.clone() })).collect();
    if ideas.is_empty() {
        here.added.set("Nothing was typed, so nothing was added.".to_owned());
        return false;
    }
    let count = words::count(ideas.len(), "idea was", "ideas were");
    match here.app.edit(|open| open.add_ideas(here.discussion, ideas)) {
        Ok(_) => {
            here.added.set(format!("{count} added: {arc}."));
            true
        }
        Err(_) => {
            here.app.say(Notice::said("The discussion is no longer here. Copy your words before you leave this page."));
            false
        }
    }
}
