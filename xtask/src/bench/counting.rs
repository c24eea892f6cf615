//! Counting: the scores of 10,000 responses to 60 statements.

use super::line::{Goal, Measure, Unit};

pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        key: "count",
        name: "Count 10,000 × 60",
        unit: Unit::Ms,
        goals: &[Goal::TimesFloor(1.0)],
        what: "How often each answer was given to each statement, and each theme’s mean over people of their own means. The \
               peer and the floor count tables that were laid out for them beforehand. All three come to the same figures, \
               or the run stops.",
        why_missed: "Rainbow counts the responses as the app holds them, each with its answers in memory of its own, and \
                     looks up what each was asked by its staff group; the floor reads one typed array from end to end. The \
                     app is compiled for size: compiling it for speed did not make the counting quicker.",
    },
    Measure {
        key: "gather",
        name: "The same from the packs",
        unit: Unit::Ms,
        goals: &[],
        what: "What a page does that shows scores: it first makes the union of all packs, each response once at its highest \
               revision, and then counts. The peers have no such step.",
        why_missed: "",
    },
];
