//! Charts: pictures as plain geometry and as SVG text, without a browser.
//!
//! A chart goes through two steps. `shape` turns figures into a *shape*: paths, points, words and labels, laid
//! out in a view box. The shape is plain data, so a page can draw it with focus and keys of its own; or its
//! `to_svg` gives a complete file for reports, copies and snapshots. Names and colours come in with the figures:
//! this room knows no themes, and it imports no other room.

mod arch;
pub mod bars;
mod colour;
mod drawing;
mod face;
mod path;
pub mod radar;
pub mod rainbow;
pub mod strip;
mod surrounds;
mod svg;
mod text;

#[cfg(test)]
mod tests;

pub use bars::{NoScore, Segment, Spread, SpreadShape};
pub use colour::Palette;
pub use face::face;
pub use radar::{Radar, RadarShape, Series};
pub use rainbow::{
    Arc, ArcShape, Bubble, CurvedText, KeyEntry, KeyKind, Mark, Rainbow, RainbowShape, Reading, Tick, Words,
};
pub use strip::{Extent, Strip, Strips};
pub use text::{Anchor, Label};

/// How much room the picture has on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// For about 640 to 1,000 px, and for paper: names stand on the picture.
    Wide,
    /// For phones from 320 px: numbers stand for the names, which the table beside the picture carries.
    Compact,
}
