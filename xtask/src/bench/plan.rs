//! A plan of 500 rows: how soon the table shows what a person does in it.

use super::line::{Goal, Measure, Unit};

/// What every one of them has in common.
const REDRAWN: &str = "Each change is kept with how the row stood before, so that the plan can be read as of any day and every step \
                       undone; the plan is then worked out anew and the rows that differ are drawn. At 60 frames a second, up to 17 ms of a \
                       figure is waiting for the frame.";

pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        key: "plan, type",
        name: "Typing in a cell of 500 rows",
        unit: Unit::Ms,
        goals: &[Goal::AtMost(50.0)],
        what: "In the table of a plan with 500 rows and 500 milestones: from a key in a cell that is open to the next frame.",
        why_missed: REDRAWN,
    },
    Measure {
        key: "plan, tick",
        name: "Ticking a milestone",
        unit: Unit::Ms,
        goals: &[Goal::AtMost(50.0)],
        what: "In the same table: from ticking a milestone to the next frame after its row says so.",
        why_missed: REDRAWN,
    },
    Measure {
        key: "plan, filter",
        name: "Filtering the plan",
        unit: Unit::Ms,
        goals: &[Goal::AtMost(50.0)],
        what: "In the same table: from choosing a lead, or all leads again, to the next frame after the rows are shown. Every \
               second choice brings 430 rows back.",
        why_missed: "Each of the rows is hidden or shown by itself, and the browser then works out where 500 rows stand.",
    },
    Measure {
        key: "plan, add",
        name: "Adding a row",
        unit: Unit::Ms,
        goals: &[Goal::TimesFloor(1.3)],
        what: "In the same table, and in one of the same rows and look that was written by hand: from the key to the next frame \
               after the row is there, its first cell open.",
        why_missed: REDRAWN,
    },
    Measure {
        key: "plan, move",
        name: "Moving a row",
        unit: Unit::Ms,
        goals: &[Goal::TimesFloor(1.3)],
        what: "In both: from the key to the next frame after the row stands one further down.",
        why_missed: REDRAWN,
    },
    Measure {
        key: "plan, delete",
        name: "Deleting a row",
        unit: Unit::Ms,
        goals: &[Goal::TimesFloor(1.3)],
        what: "In both: from pressing the button to the next frame after the row is gone.",
        why_missed: REDRAWN,
    },
];
