//! A filter: how long the breakdown of a large round takes to be redrawn.

use super::line::{Goal, Measure, Unit};

pub(crate) const MEASURES: &[Measure] = &[Measure {
    key: "filter",
    name: "Filter 10,000 × 60",
    unit: Unit::Ms,
    goals: &[Goal::AtMost(50.0)],
    what: "On the breakdown of a round with 10,000 responses to 60 statements: from choosing a filter, or other groups, to \
           the next frame after the table was redrawn, with all that the page says beside it. At 60 frames a second, up to \
           17 ms of it is waiting for the frame. The peers have no such page.",
    why_missed: "The responses are gathered and laid out once, but each choice counts them anew, for the table and for what is \
                 compared with the round before, and draws both again.",
}];
