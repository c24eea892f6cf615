//! Measures: what is said of many people's answers in one figure each, defined here once for every page and report.
//!
//! A person's *own mean* is the mean of the statements that they scored, 1 to 5. Everything is taken over people's own
//! means, so that everybody counts the same, however many statements they scored:
//!
//! - the **mean** of the own means;
//! - the **median**: the own mean in the middle; of an even number of people, half-way between the two in the middle;
//! - the **share above the midpoint**: how many people's own mean is over 3, of all who scored. A 3 itself is not over it;
//! - the **distribution**: how many people's own mean is nearest to 1, 2, 3, 4 and 5. Half-way goes up, so 2.5 is a 3;
//! - the **spread**: how often each score was given, over all statements. It counts answers, and so it is no measure over
//!   people where there is more than one statement;
//! - the **response rate**: responses received to those expected. Where nothing was expected there is none.
//!
//! n is always how many people scored at least one statement. "Don't know", "not applicable" and unanswered statements are
//! counted beside the measures and never in them.

/// What was said to a statement, or to all statements of a theme, by some people.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measure {
    /// How many people scored at least one statement.
    pub people: usize,
    /// How often each score from 1 to 5 was given, over all statements.
    pub spread: [usize; 5],
    /// How often "don't know" was said.
    pub dont_know: usize,
    /// How often "not applicable" was said.
    pub not_applicable: usize,
    /// How often nothing was said though it was asked.
    pub not_answered: usize,
    /// How many people have each own mean, the lowest mean first. The same people give the same figures to the last digit,
    /// in whatever order they were counted.
    own: Vec<(f64, usize)>,
}

/// How many people have each sum of as many scores. Many people have the same, so counting them is quicker than sorting them.
#[derive(Clone, Debug, Default)]
pub(super) struct OwnScores {
    /// By the number of scores, up to [`MOST_COUNTED`], and by their sum within it.
    people: Vec<usize>,
    /// The own means of those who have more scores, one by one: counting them would take a place for every sum.
    others: Vec<f64>,
}

/// The most scores of one person whose sums are counted.
const MOST_COUNTED: usize = 100;

/// How many responses there are of those that were expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResponseRate {
    /// How many came in.
    pub received: usize,
    /// How many were expected; at least 1.
    expected: u32,
}

impl Measure {
    /// The mean over people, 1 to 5; `None` when nobody gave a score.
    pub fn mean(&self) -> Option<f64> {
        mean(self.people, self.sum())
    }

    /// The median of people's own means, 1 to 5; `None` when nobody gave a score.
    pub fn median(&self) -> Option<f64> {
        let last = self.people.checked_sub(1)?;
        let (lower, upper) = (self.own_mean_at(last / 2)?, self.own_mean_at(last.div_ceil(2))?);
        Some(f64::midpoint(lower, upper))
    }

    /// How many people's own mean is over 3, the middle of the scale.
    pub fn above_midpoint(&self) -> usize {
        self.own.iter().filter(|(mean, _)| *mean > 3.0).map(|(_, people)| people).sum()
    }

    /// The same as a share of all who scored, 0 to 1; `None` when nobody did.
    pub fn share_above_midpoint(&self) -> Option<f64> {
        mean(self.people, number(self.above_midpoint()))
    }

    /// How many people's own mean is nearest to 1, 2, 3, 4 and 5; half-way counts for the higher one.
    pub fn distribution(&self) -> [usize; 5] {
        let mut nearest = [0_usize; 5];
        for (mean, people) in &self.own {
            let passed = [1.5, 2.5, 3.5, 4.5].iter().filter(|bound| mean >= bound).count();
            if let Some(count) = nearest.get_mut(passed) {
                *count = count.saturating_add(*people);
            }
        }
        nearest
    }

    /// How many scores were given.
    pub fn scored(&self) -> usize {
        self.spread.iter().sum()
    }

    /// How often it was asked, answered or not.
    pub fn asked(&self) -> usize {
        let beside = [self.dont_know, self.not_applicable, self.not_answered];
        beside.into_iter().fold(self.scored(), usize::saturating_add)
    }

    /// The mean, and how many people it stands for, of those who are counted here and not in `part`, who must all be
    /// counted here too; `None` if nobody is left.
    pub fn mean_without(&self, part: &Self) -> Option<(f64, usize)> {
        let people = self.people.checked_sub(part.people)?;
        mean(people, self.sum() - part.sum()).map(|mean| (mean, people))
    }

    /// What was said to one statement, each score being a person's own mean of it.
    pub(super) fn of_one_statement(spread: [usize; 5], beside: [usize; 3]) -> Self {
        let [dont_know, not_applicable, not_answered] = beside;
        let own = spread.into_iter().zip(1_u32..).filter(|(people, _)| *people > 0);
        let own = own.map(|(people, score)| (f64::from(score), people)).collect();
        Self { people: spread.iter().sum(), spread, dont_know, not_applicable, not_answered, own }
    }

    /// What people have scored. Their answers are not counted yet.
    pub(super) fn of_people(scored: &OwnScores) -> Self {
        let mut own = scored.means();
        own.sort_by(|one, other| one.0.total_cmp(&other.0));
        Self { people: own.iter().map(|(_, people)| people).sum(), own: united(own), ..Self::default() }
    }

    /// Adds what other people said.
    pub fn join(&mut self, others: &Self) {
        self.people = self.people.saturating_add(others.people);
        let mut own = std::mem::take(&mut self.own);
        own.extend(&others.own);
        own.sort_by(|one, other| one.0.total_cmp(&other.0));
        self.own = united(own);
        self.add_counts(others);
    }

    /// Adds how often each answer was given.
    pub(super) fn add_counts(&mut self, other: &Self) {
        for (mine, theirs) in self.spread.iter_mut().zip(other.spread) {
            *mine = mine.saturating_add(theirs);
        }
        self.dont_know = self.dont_know.saturating_add(other.dont_know);
        self.not_applicable = self.not_applicable.saturating_add(other.not_applicable);
        self.not_answered = self.not_answered.saturating_add(other.not_answered);
    }

    fn sum(&self) -> f64 {
        self.own.iter().map(|(mean, people)| mean * number(*people)).sum()
    }

    /// The own mean of the person at this place, counted from 0 and from the lowest own mean.
    fn own_mean_at(&self, place: usize) -> Option<f64> {
        let mut passed = 0_usize;
        let at = |(_, people): &&(f64, usize)| {
            passed = passed.saturating_add(*people);
            passed > place
        };
        self.own.iter().find(at).map(|(mean, _)| *mean)
    }
}

impl OwnScores {
    /// Adds a person with the sum of their scores, each 1 to 5, and how many scores those are; nothing for none.
    pub(super) fn add(&mut self, sum: usize, scored: usize) {
        if scored == 0 {
            return;
        }
        if scored > MOST_COUNTED {
            return self.others.push(number(sum) / number(scored));
        }
        let place = first_place(scored).saturating_add(sum);
        if place >= self.people.len() {
            self.people.resize(first_place(scored.saturating_add(1)), 0);
        }
        if let Some(people) = self.people.get_mut(place) {
            *people = people.saturating_add(1);
        }
    }

    /// Each own mean that anybody has, with the number of people; a mean can come more than once.
    fn means(&self) -> Vec<(f64, usize)> {
        let mut means: Vec<(f64, usize)> = self.others.iter().map(|mean| (*mean, 1)).collect();
        let mut rest = self.people.as_slice();
        for scored in 0_usize.. {
            let Some((row, others)) = rest.split_at_checked(width(scored)) else { break };
            let people = (0_usize..).zip(row).filter(|(_, people)| **people > 0);
            means.extend(people.map(|(sum, people)| (number(sum) / number(scored), *people)));
            rest = others;
        }
        means
    }
}

/// How many sums this many scores can have: 0 to five times as much.
fn width(scored: usize) -> usize {
    scored.saturating_mul(5).saturating_add(1)
}

/// Where the sums of this many scores begin: after those of all smaller numbers of scores.
fn first_place(scored: usize) -> usize {
    (scored.saturating_mul(scored.saturating_sub(1)) / 2).saturating_mul(5).saturating_add(scored)
}

impl ResponseRate {
    /// The rate of what came in to what was expected; `None` if nothing was.
    pub fn of(received: usize, expected: Option<u32>) -> Option<Self> {
        expected.filter(|expected| *expected > 0).map(|expected| Self { received, expected })
    }

    /// How many were expected; at least 1.
    pub fn expected(self) -> u32 {
        self.expected
    }

    /// The share of what was expected that came in: 0 for nothing, 1 for all of it, and over 1 where more came in.
    pub fn share(self) -> f64 {
        number(self.received) / f64::from(self.expected)
    }
}

/// Own means in their order, those that are equal as one. Two people's means are equal when their quotients are: dividing
/// whole numbers gives the same number for 2 of 1 and 4 of 2.
fn united(sorted: Vec<(f64, usize)>) -> Vec<(f64, usize)> {
    let mut united: Vec<(f64, usize)> = Vec::with_capacity(sorted.len());
    for (mean, people) in sorted {
        match united.last_mut() {
            Some(last) if last.0.total_cmp(&mean).is_eq() => last.1 = last.1.saturating_add(people),
            _ => united.push((mean, people)),
        }
    }
    united
}

fn mean(people: usize, sum: f64) -> Option<f64> {
    (people > 0).then(|| sum / number(people))
}

/// A count as a number. Counts above four thousand million are not told apart, and no round has them.
pub(super) fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// People by the sum of their scores and how many those are.
    fn of(people: Vec<(usize, usize)>) -> Measure {
        let mut scored = OwnScores::default();
        people.into_iter().for_each(|(sum, count)| scored.add(sum, count));
        Measure::of_people(&scored)
    }

    /// Worked by hand. Five people scored 2 and 4; 5; 3, 3 and 3; 1 and 4; 1: their own means are 3, 5, 3, 2.5 and 1, so
    /// the mean is 14.5 / 5 = 2.9, the median is 3, and one person of five is above the midpoint.
    fn five() -> Measure {
        of(vec![(6, 2), (5, 1), (9, 3), (5, 2), (1, 1)])
    }

    #[test]
    fn measures_are_taken_over_peoples_own_means() {
        let five = five();
        assert_eq!((five.people, five.mean(), five.median()), (5, Some(2.9), Some(3.0)));
        assert_eq!((five.above_midpoint(), five.share_above_midpoint()), (1, Some(0.2)));
        assert_eq!(five.distribution(), [1, 0, 3, 0, 1], "2.5 is as near to 2 as to 3, and counts for 3");
    }

    #[test]
    fn between_two_people_in_the_middle_the_median_is_half_way() {
        let four = of(vec![(2, 1), (9, 2), (3, 1), (5, 1)]);
        assert_eq!(four.median(), Some(3.75), "half-way between 3 and 4.5");
        assert_eq!(of(vec![(7, 2)]).median(), Some(3.5));
    }

    #[test]
    fn somebody_with_very_many_scores_counts_like_everybody_else() {
        let most = MOST_COUNTED;
        let measure =
            of(vec![(5 * most, most), (5 * most + 5, most + 1), (most + 1, most + 1), (3_000_000, 1_000_000)]);
        assert_eq!((measure.people, measure.mean(), measure.median()), (4, Some(3.5), Some(4.0)));
        assert_eq!(measure.distribution(), [1, 0, 1, 0, 2]);
    }

    #[test]
    fn nobody_has_no_measures() {
        let none = Measure::default();
        assert_eq!((none.mean(), none.median(), none.share_above_midpoint()), (None, None, None));
        assert_eq!((none.distribution(), none.asked()), ([0; 5], 0));
        assert_eq!(none.mean_without(&none), None);
    }

    #[test]
    fn those_who_are_left_have_the_mean_that_they_have_by_themselves() {
        let (part, rest) = (of(vec![(6, 2), (5, 1)]), of(vec![(9, 3), (5, 2), (1, 1)]));
        let (mean, people) = five().mean_without(&part).unwrap();
        assert_eq!(people, 3);
        assert!((mean - rest.mean().unwrap()).abs() < 1e-12);
        assert_eq!(part.mean_without(&five()), None, "a part has no more people than the whole");
    }

    #[test]
    fn people_who_are_joined_are_the_same_as_those_counted_at_once() {
        let mut joined = of(vec![(1, 1), (9, 3)]);
        joined.join(&of(vec![(5, 2), (6, 2), (5, 1)]));
        assert_eq!(joined, five());
    }

    #[test]
    fn of_one_statement_the_spread_is_the_distribution() {
        let one = Measure::of_one_statement([1, 0, 2, 0, 1], [3, 2, 1]);
        assert_eq!((one.people, one.mean(), one.median()), (4, Some(3.0), Some(3.0)));
        assert_eq!((one.distribution(), one.above_midpoint(), one.asked()), (one.spread, 1, 10));
    }

    #[test]
    fn there_is_a_response_rate_only_where_something_is_expected() {
        assert_eq!(ResponseRate::of(3, None), None);
        assert_eq!(ResponseRate::of(3, Some(0)), None);
        assert_eq!(ResponseRate::of(3, Some(4)).map(ResponseRate::share), Some(0.75));
        assert_eq!(ResponseRate::of(5, Some(4)).map(ResponseRate::share), Some(1.25));
    }
}
