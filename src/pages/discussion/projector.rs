//! A discussion on the projector: its ideas arc by arc, which change as tables give theirs.

use leptos::prelude::*;

use super::super::action_facts::framework;
use super::super::exercises::Figures;
use super::{NotHere, Place, page};
use crate::analysis::discussion::by_arc;
use crate::domain::ids::DiscussionId;
use crate::reports::ideas_projection::{Line, Shows, Slide, slides};
use crate::state::App;
use crate::ui::Projection;

/// The projector view.
#[component]
pub(super) fn Projector(
    /// The discussion.
    discussion: DiscussionId,
) -> impl IntoView {
    let app = App::get();
    let title = Memo::new(move |_| app.read(|open| open.discussion(discussion).map(|one| one.title.clone())).flatten());
    if title.with_untracked(Option::is_none) {
        return view! { <NotHere /> }.into_any();
    }
    let all = Memo::new(move |_| {
        let read = |open: &crate::domain::workspace::Workspace| {
            let framework = framework(open);
            slides(&by_arc(open, discussion, framework.as_ref()), framework.as_ref())
        };
        app.read(read).unwrap_or_default()
    });
    let last = move || all.with(Vec::len).saturating_sub(1);
    // The place is an arc and not a number, so that ideas that come in under another arc leave the hall where it is.
    let place = RwSignal::new((0, 0));
    let at = Memo::new(move |_| {
        let place = place.get();
        all.with(|all| all.iter().rposition(|slide| slide.place <= place)).unwrap_or_default()
    });
    let go = move |at: usize| {
        if let Some(there) = all.with_untracked(|all| all.get(at).map(|slide| slide.place)) {
            place.set(there);
        }
    };
    let slide = Memo::new(move |_| all.with(|all| all.get(at.get()).cloned()));
    let heading = Signal::derive(move || {
        slide.with(|slide| slide.as_ref().map(|slide| slide.heading.clone())).unwrap_or_default()
    });
    view! {
        <Projection
            title=Signal::derive(move || title.get().unwrap_or_default())
            heading
            place=Signal::derive(move || (at.get().saturating_add(1), last().saturating_add(1)))
            on_previous=move |()| go(at.get_untracked().saturating_sub(1))
            on_next=move |()| go(at.get_untracked().saturating_add(1))
            on_leave=move |()| app.go_to(page(Place::One(discussion)))
        >
            {move || slide.get().map(shown)}
        </Projection>
    }
    .into_any()
}

fn shown(slide: Slide) -> AnyView {
    let bands = slide.colours.into_iter().map(|colour| {
        view! { <div class="app-theme-band" style:background-color=colour aria-hidden="true"></div> }
    });
    let body = match slide.shows {
        Shows::Counts(table) => view! { <Figures table /> }.into_any(),
        Shows::Ideas(lines) => ideas(lines).into_any(),
        Shows::Nothing => view! { <p class="app-projection__words">"Nothing noted yet."</p> }.into_any(),
    };
    view! {
        {bands.collect_view()}
        {body}
    }
    .into_any()
}

/// Ideas with their sub-headings: each of these stands above a list of its own.
fn ideas(lines: Vec<Line>) -> impl IntoView {
    let mut parts: Vec<(Option<String>, Vec<String>)> = Vec::new();
    for line in lines {
        match (line, parts.last_mut()) {
            (Line::Heading(words), _) => parts.push((Some(words), Vec::new())),
            (Line::Idea(words), Some((_, ideas))) => ideas.push(words),
            (Line::Idea(words), None) => parts.push((None, vec![words])),
        }
    }
    let part = |(heading, ideas): (Option<String>, Vec<String>)| {
        view! {
            {heading.map(|words| view! { <h2 class="app-projection__sub-heading">{words}</h2> })}
            <ul class="app-projection__ideas">{ideas.into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}</ul>
        }
    };
    parts.into_iter().map(part).collect_view()
}
