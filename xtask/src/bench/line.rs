//! A line of the table: what was measured on each page, the goals that it has, and whether they are met.

use super::samples::{Run, Spread};

/// What a measure is, in words and in its goals.
pub(crate) struct Measure {
    /// Its name among the samples.
    pub(crate) key: &'static str,
    /// Its name in the table.
    pub(crate) name: &'static str,
    /// What its figures count.
    pub(crate) unit: Unit,
    /// What is to be reached.
    pub(crate) goals: &'static [Goal],
    /// What exactly is measured on each page, in sentences.
    pub(crate) what: &'static str,
    /// Why the goal is missed, in sentences; shown only while it is.
    pub(crate) why_missed: &'static str,
}

/// What a figure counts.
#[derive(Clone, Copy)]
pub(crate) enum Unit {
    /// Milliseconds.
    Ms,
    /// Thousands of bytes.
    Kb,
}

/// What ours is to reach, as medians of one run.
#[derive(Clone, Copy)]
pub(crate) enum Goal {
    /// At most this many times the peer's.
    TimesPeer(f64),
    /// At most this many times the floor's.
    TimesFloor(f64),
    /// At most this much more than the floor's.
    OverFloor(f64),
    /// At most this much.
    AtMost(f64),
}

/// A measure with what a run brought for it.
pub(crate) struct Line {
    /// What was measured.
    pub(crate) measure: &'static Measure,
    /// On Rainbow.
    pub(crate) ours: Spread,
    /// On the peer, where there is one.
    pub(crate) peer: Option<Spread>,
    /// On the floor, where there is one.
    pub(crate) floor: Option<Spread>,
}

impl Line {
    /// The measure's line of a run; `None` if the run did not bring it.
    pub(crate) fn of(measure: &'static Measure, run: &Run) -> Option<Line> {
        let spread = |page| run.spread(measure.key, page);
        Some(Line { measure, ours: spread("ours")?, peer: spread("peer"), floor: spread("floor") })
    }

    /// The cells of the table, from the name to whether the goals are met.
    pub(crate) fn cells(&self) -> Vec<String> {
        let unit = self.measure.unit;
        let shown = |spread: Option<Spread>| spread.map_or_else(|| "–".to_owned(), |spread| unit.spread(spread));
        let goals = self.measure.goals;
        vec![
            format!("{}, {}", self.measure.name, unit.name()),
            shown(Some(self.ours)),
            shown(self.peer),
            shown(self.floor),
            self.ratios(),
            joined(goals.iter().map(|goal| goal.words(unit))),
            joined(goals.iter().map(|goal| if self.meets(*goal) { "met" } else { "missed" }.to_owned())),
        ]
    }

    /// By how much each missed goal is missed, as sentences; empty when all are met.
    pub(crate) fn misses(&self) -> Vec<String> {
        let missed = self.measure.goals.iter().filter(|goal| !self.meets(**goal));
        missed.map(|goal| self.miss(*goal)).collect()
    }

    fn miss(&self, goal: Goal) -> String {
        let (reached, unit) = (self.reached(goal).unwrap_or(f64::NAN), self.measure.unit);
        match goal {
            Goal::TimesPeer(most) => format!("It takes {reached:.2} times the peer’s; the goal is {most:.2}."),
            Goal::TimesFloor(most) => format!("It takes {reached:.2} times the floor’s; the goal is {most:.2}."),
            Goal::OverFloor(most) => {
                let (reached, most) = (unit.figure(reached), unit.figure(most));
                format!("It takes {reached} {0} more than the floor’s; the goal is {most} {0}.", unit.name())
            }
            Goal::AtMost(most) => {
                let (reached, most) = (unit.figure(reached), unit.figure(most));
                format!("It takes {reached} {0}; the goal is {most} {0}.", unit.name())
            }
        }
    }

    fn meets(&self, goal: Goal) -> bool {
        let (Goal::TimesPeer(most) | Goal::TimesFloor(most) | Goal::OverFloor(most) | Goal::AtMost(most)) = goal;
        self.reached(goal).is_some_and(|reached| reached <= most)
    }

    /// What was reached, in the goal's own terms.
    fn reached(&self, goal: Goal) -> Option<f64> {
        let ours = self.ours.median;
        match goal {
            Goal::TimesPeer(_) => Some(ours / self.peer?.median),
            Goal::TimesFloor(_) => Some(ours / self.floor?.median),
            Goal::OverFloor(_) => Some(ours - self.floor?.median),
            Goal::AtMost(_) => Some(ours),
        }
    }

    fn ratios(&self) -> String {
        let of =
            |other: Option<Spread>, name| other.map(|other| format!("{:.2} {name}", self.ours.median / other.median));
        joined([of(self.peer, "peer"), of(self.floor, "floor")].into_iter().flatten())
    }
}

impl Goal {
    fn words(self, unit: Unit) -> String {
        match self {
            Goal::TimesPeer(most) => format!("{most:.2} peer"),
            Goal::TimesFloor(most) => format!("{most:.2} floor"),
            Goal::OverFloor(most) => format!("{} {} over floor", unit.figure(most), unit.name()),
            Goal::AtMost(most) => format!("{} {}", unit.figure(most), unit.name()),
        }
    }
}

impl Unit {
    fn name(self) -> &'static str {
        match self {
            Unit::Ms => "ms",
            Unit::Kb => "kB",
        }
    }

    /// A figure with as many decimals as its size can bear.
    fn figure(self, value: f64) -> String {
        let value = match self {
            Unit::Ms => value,
            Unit::Kb => value / 1_000.0,
        };
        if value < 10.0 {
            format!("{value:.2}")
        } else if value < 100.0 {
            format!("{value:.1}")
        } else {
            format!("{value:.0}")
        }
    }

    /// The median, and in brackets where the middle half of the samples lies if they differ.
    fn spread(self, Spread { low, median, high, .. }: Spread) -> String {
        let (low, high) = (self.figure(low), self.figure(high));
        let median = self.figure(median);
        if low == high { median } else { format!("{median} ({low}–{high})") }
    }
}

/// Parts in one cell; a dash for none.
fn joined(parts: impl Iterator<Item = String>) -> String {
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { "–".to_owned() } else { parts.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::{Goal, Line, Measure, Unit};
    use crate::bench::samples::Spread;

    const MEASURE: Measure = Measure {
        key: "opening",
        name: "Opening",
        unit: Unit::Ms,
        goals: &[Goal::TimesPeer(0.5), Goal::TimesFloor(1.0), Goal::OverFloor(50.0)],
        what: "",
        why_missed: "",
    };

    fn line(ours: f64, peer: f64, floor: f64) -> Line {
        let spread = |value: f64| Spread { low: value, median: value, high: value + 1.0, count: 3 };
        Line { measure: &MEASURE, ours: spread(ours), peer: Some(spread(peer)), floor: Some(spread(floor)) }
    }

    #[test]
    fn a_goal_is_met_up_to_its_last_hair() {
        let line = line(100.0, 200.0, 100.0);
        assert!(line.misses().is_empty());
        assert_eq!(
            line.cells(),
            [
                "Opening, ms",
                "100 (100–101)",
                "200 (200–201)",
                "100 (100–101)",
                "0.50 peer, 1.00 floor",
                "0.50 peer, 1.00 floor, 50.0 ms over floor",
                "met, met, met"
            ]
        );
    }

    #[test]
    fn each_missed_goal_says_by_how_much() {
        let misses = line(160.0, 200.0, 100.0).misses();
        assert_eq!(
            misses,
            [
                "It takes 0.80 times the peer’s; the goal is 0.50.",
                "It takes 1.60 times the floor’s; the goal is 1.00.",
                "It takes 60.0 ms more than the floor’s; the goal is 50.0 ms."
            ]
        );
    }

    #[test]
    fn a_goal_of_its_own_needs_no_other_side() {
        static OWN: Measure = Measure { goals: &[Goal::AtMost(50.0)], ..MEASURE };
        let own = |ours| Line { measure: &OWN, peer: None, floor: None, ..line(ours, 1.0, 1.0) };
        assert!(own(50.0).misses().is_empty());
        assert_eq!(own(60.0).misses(), ["It takes 60.0 ms; the goal is 50.0 ms."]);
        assert_eq!(own(60.0).cells()[5..], ["50.0 ms", "missed"]);
    }

    #[test]
    fn a_goal_without_its_other_side_is_not_met() {
        let line = Line { peer: None, ..line(1.0, 200.0, 100.0) };
        assert_eq!(line.misses().len(), 1);
    }
}
