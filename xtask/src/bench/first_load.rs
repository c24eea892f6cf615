//! First load: the bytes that a browser asks for before the first question is there.

use super::line::{Measure, Unit};

pub(crate) const MEASURES: &[Measure] = &[Measure {
    key: "first load",
    name: "First load",
    unit: Unit::Kb,
    goals: &[],
    what: "The bytes of all answers that the server had sent when the first question was there, compressed, without headers.",
    why_missed: "",
}];
