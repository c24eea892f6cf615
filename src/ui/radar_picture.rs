//! A radar on the page, as one picture whose name starts with "Radar".
//!
//! Keeps WCAG 1.1.1 Non-text content (one image that tells every figure; the table beside it says the same), 1.4.1 Use of
//! colour (each line has a mark and a dash of its own) and 1.4.10 Reflow: there are two layouts, and the style sheet shows
//! the one that fits the screen or the paper.

use leptos::prelude::*;

use crate::charts::{Layout, Radar};

/// A radar.
#[component]
pub fn RadarPicture(
    /// What is drawn.
    radar: Radar,
) -> impl IntoView {
    // The chart's own text: every word in it is escaped there.
    let [wide, compact] = [Layout::Wide, Layout::Compact].map(|layout| radar.shape(layout).to_svg());
    view! {
        <div class="app-spread app-radar">
            <div class="app-spread__layout app-spread__layout--wide" inner_html=wide></div>
            <div class="app-spread__layout app-spread__layout--compact" inner_html=compact></div>
        </div>
    }
}
