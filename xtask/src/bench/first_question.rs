//! First question: how long a respondent waits before there is something to answer.

use super::line::{Goal, Measure, Unit};

const GOALS: &[Goal] = &[Goal::TimesPeer(0.35), Goal::TimesFloor(1.5)];

pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        key: "first question",
        name: "First question",
        unit: Unit::Ms,
        goals: GOALS,
        what: "From the start of the navigation to the frame that shows the first statement with radios that can be chosen. \
               Each sample is a new browser process without HTTP cache, code cache or service worker. Rainbow opens a \
               response that was begun, from storage that holds it; the peers open at their first page.",
        why_missed: "The whole app is one WebAssembly module, which has to be here and compiled before anything is drawn, and \
                     there is no first screen that is drawn beforehand.",
    },
    Measure {
        key: "first question, slow",
        name: "First question, slow",
        unit: Unit::Ms,
        goals: GOALS,
        what: "The same with the processor at a quarter of its speed and a connection of 1.6 Mbps and 150 ms.",
        why_missed: "On a slow line the time is the module’s bytes, as the first line of the table has them: the peers need \
                     fewer. A first screen drawn beforehand would not wait for them.",
    },
];
