//! An answer: how long a click takes to be seen and to be kept.

use super::line::{Measure, Unit};

pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        key: "answer",
        name: "Answer to next frame",
        unit: Unit::Ms,
        goals: &[],
        what: "From the click on a radio to the next frame after the answer was written to localStorage. At 60 frames a \
               second, up to 17 ms of it is waiting for the frame.",
        why_missed: "",
    },
    Measure {
        key: "answer, saved",
        name: "Answer to “Saved”",
        unit: Unit::Ms,
        goals: &[],
        what: "From the same click until the page says that it is saved, which Rainbow and the hand-written page say once \
               IndexedDB has confirmed it with strict durability. SurveyJS keeps nothing there.",
        why_missed: "",
    },
];
