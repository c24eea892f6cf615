//! Whole percentages that add up to 100, by the largest remainder.

use std::cmp::Reverse;

/// The whole percentages of these counts, which add up to 100; all 0 where nothing was counted.
///
/// Each count gets what its share has in whole percents. What is left of the 100 goes one by one to those that lost most by that,
/// of equals to the first.
pub fn percentages(counts: &[usize]) -> Vec<usize> {
    let total = counts.iter().fold(0_usize, |sum, count| sum.saturating_add(*count));
    // The counts are of what people placed by hand, far from where this could overflow.
    let hundredfold = |count: &usize| count.saturating_mul(100);
    let mut shares: Vec<usize> =
        counts.iter().map(|count| hundredfold(count).checked_div(total).unwrap_or_default()).collect();
    let lost = |count: &usize| hundredfold(count).checked_rem(total).unwrap_or_default();
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|at| Reverse(counts.get(*at).map(lost)));
    let given = shares.iter().fold(0_usize, |sum, share| sum.saturating_add(*share));
    let left = if total == 0 { 0 } else { 100_usize.saturating_sub(given) };
    for at in order.into_iter().take(left) {
        if let Some(share) = shares.get_mut(at) {
            *share = share.saturating_add(1);
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_conference_of_december_2009_is_rounded_as_it_was_published() {
        assert_eq!(percentages(&[17, 32, 6]), [31, 58, 11]);
        assert_eq!(percentages(&[18, 32, 6]), [32, 57, 11]);
        assert_eq!(percentages(&[1, 1, 1]), [34, 33, 33]);
        assert_eq!(percentages(&[0, 0]), [0, 0]);
    }

    proptest! {
        #[test]
        fn percentages_add_up_to_100_and_none_is_a_whole_percent_off(counts in prop::collection::vec(0_usize..10_000, 1..9)) {
            let shares = percentages(&counts);
            let total: usize = counts.iter().sum();
            prop_assert_eq!(shares.iter().sum::<usize>(), if total == 0 { 0 } else { 100 });
            for (count, share) in counts.iter().zip(&shares) {
                prop_assert!((share * total).abs_diff(count * 100) < total.max(1));
                prop_assert!(*count > 0 || *share == 0, "nothing was counted");
            }
        }

        #[test]
        fn more_is_never_a_smaller_percentage(counts in prop::collection::vec(0_usize..100, 2..9)) {
            let shares = percentages(&counts);
            for (one, share) in counts.iter().zip(&shares) {
                for (other, other_share) in counts.iter().zip(&shares) {
                    prop_assert!(one <= other || share >= other_share);
                }
            }
        }
    }
}
