//! Cards that are sorted into columns: chosen by a press, or dragged by a mouse, a pen or a finger.
//!
//! Keeps WCAG 2.1.1 Keyboard and 2.5.7 Dragging movements (a card is a button: all that dragging does is done by pressing it and
//! then a column's button), 4.1.2 (whether a card is chosen is its pressed state) and 2.5.8 Target size.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// How far a pointer moves before it drags, in CSS pixels: less is a press with an unsteady hand.
const DRAGS: i32 = 8;

/// How far a card was dragged.
#[derive(Clone, Copy, PartialEq)]
enum Drag {
    /// Not at all.
    No,
    /// It was pressed here.
    Pressed(i32, i32),
    /// It follows the pointer, which is here.
    At(i32, i32),
}

/// A card: a button that is chosen by a press, and dropped where a [`DropColumn`] is.
#[component]
pub fn SortCard(
    /// The id of the button.
    #[prop(into)]
    id: String,
    /// The short name of the card, such as 2.3.
    code: String,
    /// What it says.
    words: String,
    /// Whether it is chosen.
    #[prop(into)]
    chosen: Signal<bool>,
    /// Called when it is pressed.
    #[prop(into)]
    on_choose: Callback<()>,
    /// Called with the column that it was dropped on.
    #[prop(into)]
    on_drop: Callback<String>,
    /// Called with the key that was pressed on it.
    #[prop(into)]
    on_key: Callback<KeyboardEvent>,
) -> impl IntoView {
    let drag = RwSignal::new(Drag::No);
    let just_dropped = StoredValue::new(false);
    let down = move |event: PointerEvent| {
        if event.is_primary() && event.button() == 0 {
            just_dropped.set_value(false);
            drag.set(Drag::Pressed(event.client_x(), event.client_y()));
        }
    };
    let moved = move |event: PointerEvent| {
        let (x, y) = (event.client_x(), event.client_y());
        match drag.get_untracked() {
            Drag::No => {}
            Drag::Pressed(from_x, from_y) => {
                if x.abs_diff(from_x).max(y.abs_diff(from_y)) >= DRAGS.unsigned_abs() {
                    capture(&event);
                    drag.set(Drag::At(x, y));
                }
            }
            Drag::At(..) => drag.set(Drag::At(x, y)),
        }
    };
    let up = move |event: PointerEvent| {
        let was = drag.get_untracked();
        drag.set(Drag::No);
        if let Drag::At(..) = was {
            just_dropped.set_value(true);
            if let Some(column) = column_at(event.client_x(), event.client_y()) {
                on_drop.try_run(column);
            }
        }
    };
    let press = move |_| {
        // A browser makes a click of the end of a drag, too.
        if !just_dropped.try_update_value(std::mem::take).unwrap_or_default() {
            on_choose.try_run(());
        }
    };
    let ghost = words.clone();
    let ghost_style = move || match drag.get() {
        Drag::At(x, y) => Some(format!("left:{x}px;top:{y}px")),
        Drag::No | Drag::Pressed(..) => None,
    };
    view! {
        <button
            type="button"
            id=id
            class="app-sort-card"
            class=("app-sort-card--chosen", move || chosen.get())
            aria-pressed=move || chosen.get().to_string()
            on:click=press
            on:keydown=move |event| {
                on_key.try_run(event);
            }
            on:pointerdown=down
            on:pointermove=moved
            on:pointerup=up
            on:pointercancel=move |_| drag.set(Drag::No)
        >
            <strong>{code}</strong>
            " "
            {words}
        </button>
        {move || ghost_style().map(|style| view! {
            <div class="app-sort-card app-sort-card--ghost" style=style aria-hidden="true">{ghost.clone()}</div>
        })}
    }
}

/// A column: a place that cards are dropped on, with its heading.
#[component]
pub fn DropColumn(
    /// What a card is told that was dropped on it.
    id: String,
    /// Its name.
    name: String,
    /// How many cards lie in it.
    #[prop(into)]
    count: Signal<usize>,
    /// Called when a person presses the column itself, which is a short way for whoever points.
    #[prop(into)]
    on_press: Callback<()>,
    /// Its cards.
    children: Children,
) -> impl IntoView {
    let label = name.clone();
    view! {
        <section
            class="app-sort-column"
            data-drop=id
            aria-label=label
            on:click=move |event| {
                if !is_on_button(&event) {
                    on_press.try_run(());
                }
            }
        >
            <h2 class="govuk-heading-s app-sort-column__name">{name}" ("{move || count.get()}")"</h2>
            {children()}
        </section>
    }
}

/// Lets the card hear of the pointer wherever it goes.
fn capture(event: &PointerEvent) {
    let target = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(target) = target {
        // A browser refuses only a pointer that has just gone, and then nothing is dragged any more.
        let _refused = target.set_pointer_capture(event.pointer_id());
    }
}

/// The column under a point of the window.
fn column_at(x: i32, y: i32) -> Option<String> {
    // Columns stand where people see them, far within what a 32-bit float holds to the pixel.
    let (x, y) = (f32::from(i16::try_from(x).ok()?), f32::from(i16::try_from(y).ok()?));
    let column = document().element_from_point(x, y)?.closest("[data-drop]").ok()??;
    column.get_attribute("data-drop")
}

fn is_on_button(event: &web_sys::MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest("button").ok().flatten().is_some())
}
