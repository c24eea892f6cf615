//! The sample's chance: numbers that look random and are the same in every build and on every machine.

use uuid::Uuid;

/// What each step adds (splitmix64).
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// A row of numbers that follows from its seed alone. Whole numbers only, so that no machine rounds differently.
pub(super) struct Dice(u64);

impl Dice {
    /// The row of this seed. Neighbouring seeds give rows that have nothing to do with one another.
    pub(super) fn new(seed: u64) -> Self {
        Self(mixed(seed))
    }

    /// A number from 0 up to, but not including, `sides`; 0 for a die without sides.
    pub(super) fn below(&mut self, sides: u32) -> u32 {
        let upper = self.next() >> 32;
        u32::try_from((upper * u64::from(sides)) >> 32).unwrap_or(0)
    }

    /// True in this many of a hundred cases.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// A number around 0 whose standard deviation is `width`; the sum of three throws, so never beyond three widths.
    pub(super) fn around_zero(&mut self, width: u32) -> i32 {
        let thrown: u32 = (0..3).map(|_| self.below(2 * width + 1)).sum();
        i32::try_from(thrown).unwrap_or(0) - i32::try_from(3 * width).unwrap_or(0)
    }

    /// An id in the form of a random UUID.
    pub(super) fn id(&mut self) -> Uuid {
        let bits = (u128::from(self.next()) << 64) | u128::from(self.next());
        uuid::Builder::from_random_bytes(bits.to_be_bytes()).into_uuid()
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mixed(self.0)
    }
}

fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_row_is_the_published_one() {
        // The first numbers of splitmix64 from the state 0.
        let mut dice = Dice(0);
        assert_eq!([dice.next(), dice.next()], [0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4]);
    }

    #[test]
    fn throws_stay_within_their_bounds_and_fill_them() {
        let mut dice = Dice::new(1);
        let throws: Vec<u32> = (0..1_000).map(|_| dice.below(6)).collect();
        assert_eq!((throws.iter().min(), throws.iter().max()), (Some(&0), Some(&5)));
        let around: Vec<i32> = (0..1_000).map(|_| dice.around_zero(50)).collect();
        assert!(around.iter().all(|throw| throw.abs() <= 150));
        assert!(around.iter().sum::<i32>().abs() < 1_000 * 6);
    }
}
