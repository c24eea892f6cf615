//! What one run measured: every sample, and the few figures that stand for many samples.

use std::collections::BTreeMap;

use serde::Deserialize;

/// All that one run brought.
#[derive(Deserialize)]
pub(crate) struct Run {
    /// The browser's version.
    pub(crate) browser: String,
    /// The day of the run, such as 29 January 2010.
    pub(crate) date: String,
    /// By measure, then by page: `ours`, `peer` or `floor`.
    samples: BTreeMap<String, BTreeMap<String, Vec<f64>>>,
}

/// Where many samples lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spread {
    /// A quarter of the samples are lower.
    pub(crate) low: f64,
    /// The middle one.
    pub(crate) median: f64,
    /// A quarter of the samples are higher.
    pub(crate) high: f64,
    /// How many samples there are.
    pub(crate) count: usize,
}

impl Run {
    /// The samples of a measure on a page; `None` where the measure knows no such page.
    pub(crate) fn spread(&self, measure: &str, page: &str) -> Option<Spread> {
        Spread::of(self.samples.get(measure)?.get(page)?)
    }
}

impl Spread {
    /// Where these samples lie; `None` if there are none.
    pub(crate) fn of(samples: &[f64]) -> Option<Spread> {
        let mut sorted = samples.to_vec();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len().checked_sub(1)?;
        // The nearest sample, not one between two: every figure shown was measured.
        let at = |quarter: usize| sorted.get((last * quarter + 2) / 4).copied();
        Some(Spread { low: at(1)?, median: at(2)?, high: at(3)?, count: sorted.len() })
    }
}

#[cfg(test)]
mod tests {
    use super::Spread;

    #[test]
    fn the_median_is_the_middle_sample_and_a_quarter_lies_beyond_each_end() {
        let spread = Spread::of(&[5.0, 1.0, 4.0, 2.0, 3.0]).unwrap();
        assert_eq!(spread, Spread { low: 2.0, median: 3.0, high: 4.0, count: 5 });
        assert_eq!(Spread::of(&[7.0]).unwrap(), Spread { low: 7.0, median: 7.0, high: 7.0, count: 1 });
        assert_eq!(Spread::of(&[]), None);
    }
}
