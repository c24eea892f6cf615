//! Figure: a picture with a caption.
//!
//! Keeps WCAG 1.1.1 Non-text content and 1.3.1: the picture inside has its own role and name, and the
//! caption belongs to it.
//! A wide picture shrinks to the screen. In print a figure stays on one sheet with its caption.

use leptos::prelude::*;

/// A picture, given as the children, with words beneath.
#[component]
pub fn Figure(
    /// The words beneath.
    #[prop(into)]
    caption: Signal<String>,
    /// The picture: an `svg` with `role="img"` and a name.
    children: Children,
) -> impl IntoView {
    view! {
        <figure class="app-figure">
            {children()}
            <figcaption class="app-figure__caption">{move || caption.get()}</figcaption>
        </figure>
    }
}
