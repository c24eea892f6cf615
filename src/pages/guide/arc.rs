//! One arc of a session: what to ask, what was heard, and where people placed it by show of hands.

use leptos::prelude::*;

use super::super::action_facts::framework;
use super::tell;
use crate::domain::guide::{GuideSession, Uncounted};
use crate::domain::ids::{GuideSessionId, ThemeId};
use crate::reports::words;
use crate::state::App;
use crate::ui::{Counts, Textarea};

/// The id of the hands of an arc.
pub(super) fn hands_id(theme: &ThemeId) -> String {
    format!("hands-{theme}")
}

/// The id of the notes of an arc.
pub(super) fn notes_id(theme: &ThemeId) -> String {
    format!("notes-{theme}")
}

/// Why hands can't be counted, in words.
pub(super) fn uncounted_words(why: Uncounted) -> String {
    match why {
        Uncounted::NotNumbers => "Enter people as whole numbers, or leave the fields empty".to_owned(),
        Uncounted::TooMany { hands, people } => {
            format!(
                "{} went up, and {} part. Check the hands or the people",
                words::count(usize::try_from(hands).unwrap_or(usize::MAX), "hand", "hands"),
                if people == 1 { "1 person takes".to_owned() } else { format!("{people} people take") }
            )
        }
    }
}

/// An arc.
#[component]
pub(super) fn ArcView(
    /// The session.
    session: GuideSessionId,
    /// The session as it stands.
    stands: Memo<Option<GuideSession>>,
    /// The arc.
    theme: ThemeId,
    /// What the facilitator asks.
    prompts: Vec<String>,
) -> impl IntoView {
    let app = App::get();
    let known = app.read_now(framework).flatten();
    let scale = known.as_ref().map(|known| (known.scale.lowest.to_lowercase(), known.scale.highest.to_lowercase()));
    let scale =
        scale.map(|(lowest, highest)| format!("How many put up their hand for each? 1 is {lowest}, 5 is {highest}."));
    let named = known.as_ref().and_then(|known| known.theme(&theme));
    let name = named.map_or_else(|| theme.to_string(), |theme| theme.name.clone());
    let colour = named.map(|theme| theme.colour.hex.clone());
    let ends = named.map(|theme| (theme.fragmented.clone(), theme.reformed.clone()));
    let of = theme.clone();
    let note = Memo::new(move |_| {
        stands.with(|stands| stands.as_ref().and_then(|one| one.notes.get(&of).cloned()).unwrap_or_default())
    });
    let of = theme.clone();
    let typed = Memo::new(move |_| {
        stands.with(|stands| stands.as_ref().and_then(|one| one.hands.get(&of).cloned()).unwrap_or_default())
    });
    let of = theme.clone();
    let wrong = Memo::new(move |_| {
        stands.with(|stands| stands.as_ref().and_then(|one| one.judged(&of).err()).map(uncounted_words))
    });
    let of = theme.clone();
    let write = move |text: String| tell(app, app.edit(|open| open.note_heard(session, &of, text)));
    let of = theme.clone();
    let count = move |(at, text): (usize, String)| tell(app, app.edit(|open| open.count_hands(session, &of, at, text)));
    let value = move |at: usize| typed.with(|five| five.get(at).cloned().unwrap_or_default());
    let labels = (1..=5).map(|score| format!("At {score}")).collect();
    let prompts = prompts.into_iter().map(|prompt| view! { <li>{prompt}</li> }).collect_view();
    view! {
        <section class="app-guide__arc">
            {colour.map(|colour| view! {
                <div class="app-theme-band" style:background-color=colour aria-hidden="true"></div>
            })}
            <h2 class="govuk-heading-m">{name.clone()}</h2>
            <ul class="govuk-list govuk-list--bullet">{prompts}</ul>
            <div class="app-no-print">
                <Textarea
                    id=notes_id(&theme)
                    label=format!("What was heard: {name}")
                    rows=5
                    value=note
                    as_typed=true
                    on_change=write
                />
            </div>
            // A field on paper shows its first lines alone, so the notes are printed as text, or room is left to write them.
            <div class="app-guide__paper" aria-hidden="true">{move || note.get()}</div>
            {ends.map(|(fragmented, reformed)| view! {
                <dl class="app-ends app-guide__ends">
                    <dt>"1"</dt>
                    <dd>{fragmented}</dd>
                    <dt>"5"</dt>
                    <dd>{reformed}</dd>
                </dl>
            })}
            <Counts
                id=hands_id(&theme)
                legend=format!("Hands: {name}")
                hint=scale.unwrap_or_default()
                error=wrong
                labels
                value=value
                on_change=count
            />
        </section>
    }
}
