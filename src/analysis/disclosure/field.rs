//! Arithmetic that is exact and quick: whole numbers modulo the prime 2³¹ − 1.
//!
//! What does not vanish here does not vanish among fractions either, so what is found to be protected is. What vanishes here
//! vanishes among fractions but for a chance of one in two thousand million.

/// The prime.
const PRIME: u64 = 0x7fff_ffff;

/// A number modulo the prime.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Residue(u64);

impl Residue {
    /// One.
    pub(super) const ONE: Self = Self(1);

    /// One part of `count`; nothing of nothing.
    pub(super) fn one_of(count: usize) -> Self {
        Self(u64::try_from(count).unwrap_or_default() % PRIME).inverse()
    }

    /// Whether it is nothing.
    pub(super) fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum of both.
    pub(super) fn plus(self, other: Self) -> Self {
        Self(reduced(self.0.wrapping_add(other.0)))
    }

    /// What is left of this without the other.
    pub(super) fn minus(self, other: Self) -> Self {
        Self(reduced(self.0.wrapping_add(PRIME).wrapping_sub(other.0)))
    }

    /// The product of both.
    pub(super) fn times(self, other: Self) -> Self {
        Self(reduced(self.0.wrapping_mul(other.0)))
    }

    /// What gives one when it is multiplied with this; zero for zero. By Fermat, the power of two less than the prime.
    pub(super) fn inverse(self) -> Self {
        let (mut power, mut result, mut left) = (self, Self::ONE, PRIME.wrapping_sub(2));
        while left > 0 {
            if left & 1 == 1 {
                result = result.times(power);
            }
            power = power.times(power);
            left >>= 1;
        }
        result
    }
}

/// A number below 2⁶², modulo the prime: 2³¹ counts as one.
fn reduced(number: u64) -> u64 {
    let once = (number & PRIME).wrapping_add(number >> 31);
    let twice = (once & PRIME).wrapping_add(once >> 31);
    if twice == PRIME { 0 } else { twice }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_but_zero_has_an_inverse() {
        for number in [1, 2, 3, 25, 46_341, 0x7fff_fffe] {
            assert_eq!(Residue(number).times(Residue(number).inverse()), Residue::ONE, "{number}");
        }
        assert!(Residue::one_of(0).is_zero());
    }

    #[test]
    fn what_is_taken_away_can_be_put_back() {
        let (small, large) = (Residue(3), Residue(0x7fff_fffe));
        assert_eq!(small.minus(large).plus(large), small);
        assert!(large.plus(Residue::ONE).is_zero());
        assert_eq!(large.times(large), Residue::ONE, "minus one times itself");
    }
}
