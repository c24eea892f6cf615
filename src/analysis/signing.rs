//! What a sign-off would freeze: where the Trust is and wants to be as it was agreed, and what may be shared of the survey.

use super::disclosure::{Shareable, Shown};
use crate::domain::ids::RoundId;
use crate::domain::round::TenthScore;
use crate::domain::sign_off::{Figure, Figures, Picture};
use crate::domain::workspace::Workspace;

/// All that was agreed as it stands now, with the figures of the latest closed round that has answers.
pub fn to_sign(open: &Workspace) -> Picture {
    Picture {
        positions: open.positions().into_values().cloned().collect(),
        targets: open.targets().into_values().cloned().collect(),
        assessment: open.assessment().cloned(),
        figures: open.rounds().into_iter().rev().find_map(|(id, round)| figures(open, id, &round.title)),
    }
}

/// What may be shared of a round; `None` while it is open, or without answers.
fn figures(open: &Workspace, round: RoundId, title: &str) -> Option<Figures> {
    let shareable = Shareable::of_round(open, round).ok().filter(|shareable| shareable.responses > 0)?;
    let survey = open.survey_of(round)?;
    let themes = survey.themes().filter_map(|theme| match shareable.theme(&theme.id) {
        // A shown mean is a number of tenths already, so it is read as it is written.
        Shown::Mean { mean, people } => {
            Some((theme.id.clone(), Figure { mean: TenthScore::parse(&format!("{mean:.1}"))?, people }))
        }
        Shown::TooFew | Shown::NoAnswers | Shown::NotAsked => None,
    });
    Some(Figures { round, title: title.to_owned(), responses: shareable.responses, themes: themes.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{RecordId, ReplicaId};
    use chrono::DateTime;
    use uuid::Uuid;

    #[test]
    fn only_figures_that_may_be_shared_are_signed() {
        let (mut sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let signed = to_sign(&sample).figures.unwrap();
        assert_eq!((signed.title.as_str(), signed.responses, signed.themes.len()), ("December 2009", 54, 8));
        let (round, _) = sample.rounds().pop().unwrap();
        let one = *sample.gathered(round).responses.keys().next().unwrap();
        sample.withdraw(one, round, crate::sample::today());
        assert!(to_sign(&sample).figures.unwrap().themes.is_empty(), "what one person said could be told");
        let entry = RecordId(Uuid::from_u128(1));
        sample.reopen_round(entry, round, crate::sample::today(), DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(to_sign(&sample).figures.unwrap().title, "December 2008", "the round before is closed still");
    }
}
