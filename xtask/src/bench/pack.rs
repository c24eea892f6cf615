//! A strategy pack and reports of a large round: how long it takes until all is there to print, and until changed words stand.

use super::line::{Goal, Measure, Unit};

pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        key: "pack, open",
        name: "Open a strategy pack of 100 pages",
        unit: Unit::Ms,
        goals: &[Goal::AtMost(2_000.0)],
        what: "The pack of an area with 62 actions and 300 training events beside the sample’s own, with every annex: from the \
               click on “Strategy pack” to the next frame after the last of its tables is there, ready to print. The run stops \
               if the pack has fewer than 100 sheets of A4. The peers have no such page.",
        why_missed: "All annexes are worked out and drawn at once, so that the browser’s own print finds every page.",
    },
    Measure {
        key: "pack, change",
        name: "Change a paragraph of the pack",
        unit: Unit::Ms,
        goals: &[Goal::AtMost(100.0)],
        what: "In the same pack: from the click that saves the words of a paragraph to the next frame after they stand there.",
        why_missed: WORKED_OUT,
    },
    Measure {
        key: "report, change",
        name: "Change a paragraph of a summary report",
        unit: Unit::Ms,
        goals: &[Goal::AtMost(100.0)],
        what: "The same in the summary report of a round with 10,000 responses.",
        why_missed: WORKED_OUT,
    },
];

const WORKED_OUT: &str = "The whole report is worked out anew after every edit, and only what changed of it is drawn.";
