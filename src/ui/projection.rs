//! Projection: a page that fills the screen for a hall, one slide at a time.
//!
//! Keeps WCAG 2.1.1 Keyboard (arrow keys step, Escape leaves, and buttons do the same), 4.1.3 (which slide it is, is read out)
//! and 1.4.10 (what does not fit a small screen scrolls).

use leptos::ev;
use leptos::prelude::*;

use super::page::{HEADING_ID, MAIN_ID};

/// A slide that fills the screen. While it is on the page, nothing else of the app is seen.
#[component]
pub fn Projection(
    /// What all slides are about.
    #[prop(into)]
    title: Signal<String>,
    /// What this slide shows.
    #[prop(into)]
    heading: Signal<String>,
    /// Which slide it is, counted from 1, and of how many.
    #[prop(into)]
    place: Signal<(usize, usize)>,
    /// Called to go to the slide before.
    #[prop(into)]
    on_previous: Callback<()>,
    /// Called to go to the next slide.
    #[prop(into)]
    on_next: Callback<()>,
    /// Called to leave.
    #[prop(into)]
    on_leave: Callback<()>,
    /// The slide.
    children: Children,
) -> impl IntoView {
    let keys = window_event_listener(ev::keydown, move |event| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let act = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" | "PageDown" => on_next,
            "ArrowLeft" | "ArrowUp" | "PageUp" => on_previous,
            "Escape" => on_leave,
            _ => return,
        };
        event.prevent_default();
        act.try_run(());
    });
    on_cleanup(move || keys.remove());
    let place_words = move || {
        let (at, of) = place.get();
        format!("{at} of {of}")
    };
    view! {
        <main class="app-projection" id=MAIN_ID tabindex="-1">
            <h1 class="app-projection__heading" id=HEADING_ID tabindex="-1">
                <span class="app-projection__title">{move || title.get()}": "</span>
                {move || heading.get()}
            </h1>
            <div class="app-projection__slide">{children()}</div>
            <div class="app-projection__steps">
                <button type="button" class="app-projection__step" on:click=move |_| on_previous.run(())>"Previous"</button>
                <span role="status">
                    <span class="govuk-visually-hidden">{move || heading.get()}", slide "</span>
                    {place_words}
                </span>
                <button type="button" class="app-projection__step" on:click=move |_| on_next.run(())>"Next"</button>
                <button type="button" class="app-projection__step app-projection__step--leave" on:click=move |_| on_leave.run(())>"Leave"</button>
            </div>
        </main>
    }
}
