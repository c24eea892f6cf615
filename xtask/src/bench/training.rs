//! The training map: how long a filter takes to redraw it.

use super::line::{Goal, Measure, Unit};

pub(crate) const MEASURES: &[Measure] = &[Measure {
    key: "training, filter",
    name: "Filter a training map of 300 events",
    unit: Unit::Ms,
    goals: &[Goal::AtMost(50.0)],
    what: "On the map of 300 training events for 40 professions: from choosing a filter, or taking it back, to the next frame \
           after the gaps and the matrix show it. At 60 frames a second, up to 17 ms of it is waiting for the frame. The peers \
           have no such page.",
    why_missed: "Each choice counts the events anew, which takes well under a millisecond, and draws the rows of the gaps that \
                 were not there before: up to two hundred.",
}];
