//! Reading: a file of an area with 10,000 responses.

use super::line::{Goal, Measure, Unit};

pub(crate) const MEASURES: &[Measure] = &[Measure {
    key: "read",
    name: "Read 10,000 responses",
    unit: Unit::Ms,
    goals: &[Goal::TimesFloor(2.0)],
    what: "Ours is an import’s reading from the text on, with its checksum and every rule checked; the floor is JSON.parse of \
           the same text, which checks nothing but that it is JSON.",
    why_missed: "Nearly a third of the time is the SHA-256 of the data and another part the search for the data’s end, for \
                 which the text is gone through once more; JSON.parse does neither. The rest is reading in code that is \
                 compiled for size, and making every id, date and answer a checked value of its own.",
}];
