//! The rainbow on the page: the picture, a layer of links upon its arcs, and a line that says what an arc shows.
//!
//! Keeps WCAG 1.1.1 Non-text content (the drawing is one image with a name; its arcs are read as links beside it, never
//! inside it), 2.1.1 Keyboard (Tab reaches each arc, the arrow keys, Home and End move between them, Enter opens one),
//! 1.4.13 Content on hover or focus (what an arc shows appears in a line of its own and covers nothing) and 2.4.7
//! Focus visible. There are two layouts, and the style sheet shows the one that fits the screen or the paper.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::charts::{Layout, Rainbow, RainbowShape};

/// A rainbow. With `href` its arcs are links that are named as the chart labels them, beginning with the arc's name.
#[component]
pub fn RainbowPicture(
    /// What is drawn.
    #[prop(into)]
    rainbow: Signal<Rainbow>,
    /// Begins the ids in the drawing: another one for each picture on a page.
    prefix: &'static str,
    /// Where an arc's page is, by the arc's key; without it the picture is only looked at.
    #[prop(optional, into)]
    href: Option<Callback<String, String>>,
) -> impl IntoView {
    let (pointed, focused) = (RwSignal::new(None), RwSignal::new(None));
    let said = Memo::new(move |_| pointed.get().or_else(|| focused.get()));
    let layout = move |layout: Layout, name: &'static str| {
        move || {
            let shape = rainbow.with(|rainbow| rainbow.shape(layout, &format!("{prefix}-{name}")));
            let links = href.map(|href| links(&shape, href, pointed, focused));
            // The chart's own text: every word in it is escaped there.
            let drawing = shape.to_svg();
            view! {
                <div class=format!("app-rainbow__layout app-rainbow__layout--{name}")>
                    <div class="app-rainbow__drawing" inner_html=drawing></div>
                    {links}
                </div>
            }
        }
    };
    let line = move || {
        said.get().unwrap_or_else(|| "Point at an arc to read it here. Choose it to see what stands behind it.".into())
    };
    view! {
        <div class="app-rainbow">
            {layout(Layout::Wide, "wide")}
            {layout(Layout::Compact, "compact")}
            {href
                .map(|_| {
                    view! {
                        <p class="app-rainbow__line" class=("app-rainbow__line--arc", move || said.with(Option::is_some))>
                            {line}
                        </p>
                    }
                })}
        </div>
    }
}

/// What an arc says, while it is pointed at or has the focus.
type Said = RwSignal<Option<String>>;

/// The arcs as links, in the same view box as the drawing and laid upon it.
fn links(shape: &RainbowShape, href: Callback<String, String>, pointed: Said, focused: Said) -> AnyView {
    let view_box = format!("0 0 {} {}", shape.width, shape.height);
    let arcs = shape.arcs.iter().map(|arc| {
        let (label, track) = (arc.label.clone(), arc.track.clone());
        let (point, focus) = (label.clone(), label.clone());
        // The group makes this an SVG link: outside of an SVG element the macro would make an HTML one.
        view! {
            <g>
                <a
                    class="app-rainbow__arc"
                    href=href.run(arc.key.clone())
                    aria-label=label
                    on:pointerenter=move |_| say(pointed, Some(point.clone()))
                    on:pointerleave=move |_| say(pointed, None)
                    on:focus=move |_| say(focused, Some(focus.clone()))
                    on:blur=move |_| say(focused, None)
                    on:keydown=move_focus
                >
                    <path class="app-rainbow__halo" d=track.clone() />
                    <path class="app-rainbow__edge" d=track />
                </a>
            </g>
        }
    });
    view! {
        <nav class="app-rainbow__links" aria-label="Arcs of the rainbow">
            <svg viewBox=view_box>{arcs.collect_view()}</svg>
        </nav>
    }
    .into_any()
}

/// Says what an arc shows, or nothing. An arc that leaves the page with the focus on it finds nobody left to tell.
fn say(to: Said, words: Option<String>) {
    to.try_set(words);
}

/// Moves the focus from an arc to its neighbour, or to the first or last one.
fn move_focus(event: KeyboardEvent) {
    let here = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(group) = here.and_then(|link| link.parent_element()) else { return };
    let to = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => group.next_element_sibling(),
        "ArrowLeft" | "ArrowUp" => group.previous_element_sibling(),
        "Home" => group.parent_element().and_then(|all| all.first_element_child()),
        "End" => group.parent_element().and_then(|all| all.last_element_child()),
        _ => return,
    };
    event.prevent_default();
    if let Some(link) = to.and_then(|group| group.first_element_child()) {
        // `focus` is the same method of HTML and SVG elements; it refuses only what has just gone.
        link.unchecked_ref::<HtmlElement>().focus().ok();
    }
}
