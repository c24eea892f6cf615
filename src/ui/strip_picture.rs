//! Strips on the page: one's own figures on lines, and how those of others spread.
//!
//! Keeps WCAG 1.1.1 Non-text content (one image whose description tells every figure) and 1.4.10 Reflow: there are two
//! layouts, and the style sheet shows the one that fits the screen or the paper.

use leptos::prelude::*;

use crate::charts::{Layout, Strips};

/// The lines.
#[component]
pub fn StripPicture(
    /// What is drawn.
    strips: Strips,
) -> impl IntoView {
    // The chart's own text: every word in it is escaped there.
    let [wide, compact] = [Layout::Wide, Layout::Compact].map(|layout| strips.to_svg(layout));
    view! {
        <div class="app-spread">
            <div class="app-spread__layout app-spread__layout--wide" inner_html=wide></div>
            <div class="app-spread__layout app-spread__layout--compact" inner_html=compact></div>
        </div>
    }
}
