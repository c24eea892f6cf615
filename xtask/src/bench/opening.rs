//! Opening: an area that holds 50,000 responses.

use super::line::{Goal, Measure, Unit};

pub(crate) const MEASURES: &[Measure] = &[Measure {
    key: "opening",
    name: "Open 50,000 responses",
    unit: Unit::Ms,
    goals: &[Goal::OverFloor(250.0)],
    what: "From the start of the navigation to the frame that shows the area’s overview with its number of responses; the \
           floor is the same for an area with nothing in it. New browser process, no caches.",
    why_missed: "Before the first page is drawn, all packs are read from IndexedDB, parsed from 13 MB of text into responses, \
                 and gathered, though the overview needs no more than their number.",
}];
