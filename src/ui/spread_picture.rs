//! The spread of answers on the page, as one bar.
//!
//! Keeps WCAG 1.1.1 Non-text content (one image whose name tells every count) and 1.4.10 Reflow: there are two layouts,
//! and the style sheet shows the one that fits the screen or the paper.

use leptos::prelude::*;

use crate::charts::{Layout, Spread};

/// A bar with its counts.
#[component]
pub fn SpreadPicture(
    /// What is drawn.
    spread: Spread,
) -> impl IntoView {
    // The chart's own text: every word in it is escaped there.
    let [wide, compact] = [Layout::Wide, Layout::Compact].map(|layout| spread.shape(layout).to_svg());
    view! {
        <div class="app-spread">
            <div class="app-spread__layout app-spread__layout--wide" inner_html=wide></div>
            <div class="app-spread__layout app-spread__layout--compact" inner_html=compact></div>
        </div>
    }
}
