//! What people are told before they answer, where the coordinator wrote nothing of their own.

use crate::domain::area::StaffGroup;
use crate::domain::round::Round;

/// Why people are asked and what happens with their answers, in the usual words.
pub const USUAL_WHY: &str = "Everybody who works with children and young people here is asked how well we work together, so that we can see where it goes well and where it does not, and plan what to change. Your answers are put together with everybody else\u{2019}s. What is shared are figures in which nobody can be picked out, and nobody outside the area is given them without our permission.";

/// Why a round asks and what happens with the answers: the coordinator's words, or the usual ones.
pub fn why(round: &Round) -> &str {
    let own = round.why.trim();
    if own.is_empty() { USUAL_WHY } else { own }
}

/// What is said beside a staff group that stands beneath a default one; empty for a default group.
pub fn among(group: &StaffGroup, groups: &[StaffGroup]) -> String {
    let within = group.within.as_ref().and_then(|within| groups.iter().find(|other| other.id == *within));
    within.map(|within| format!("Among {}", within.name.to_lowercase())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn the_usual_words_stand_until_somebody_writes_their_own() {
        let round = Round::opened("Spring", Vec::new(), NaiveDate::MIN);
        assert_eq!(why(&round), USUAL_WHY);
        assert_eq!(why(&Round { why: " Because. ".to_owned(), ..round }), "Because.");
    }
}
