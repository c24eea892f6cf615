//! What an action follows from and what became of it, in words.

use super::words;
use crate::analysis::disclosure::Shown;
use crate::analysis::finding::{FindingNow, Since};
use crate::domain::framework::Framework;
use crate::domain::plan::Finding;
use crate::domain::workspace::Workspace;

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingWords {
    /// The title of the round.
    pub round: String,
    /// The name of the arc.
    pub arc: String,
    /// The statement, as it was put; empty if the arc as a whole is meant.
    pub statement: String,
    /// What the round found: "Mean 3.1 from 54 people".
    pub found: String,
    /// What a later round found of the same, and what that does not prove.
    pub since: String,
}

/// A finding in words, as it stands now.
pub fn of(open: &Workspace, framework: Option<&Framework>, finding: &Finding) -> FindingWords {
    let now = FindingNow::of(open, finding);
    let arc = framework.and_then(|framework| framework.theme(&finding.theme)).map(|theme| theme.name.clone());
    let round = now.title.unwrap_or("A round that is not here").to_owned();
    let since = now.since.as_ref().map_or_else(|| "Not asked again yet".to_owned(), |since| since_words(&round, since));
    FindingWords {
        arc: arc.unwrap_or_else(|| finding.theme.to_string()),
        statement: match (&finding.statement, now.statement) {
            (_, Some(statement)) => statement.text.clone(),
            (Some(_), None) => "A statement that the round does not ask".to_owned(),
            (None, None) => String::new(),
        },
        found: match now.found {
            Shown::Mean { mean, people } => {
                format!("Mean {} from {}", words::mean(mean), words::count(people, "person", "people"))
            }
            other => words::opening(&figure(other)),
        },
        since,
        round,
    }
}

fn since_words(round: &str, since: &Since<'_>) -> String {
    let still_open = if since.is_open { ", which is still open" } else { "" };
    if matches!(since.now, Shown::NoAnswers | Shown::NotAsked) {
        return format!("Asked again in {}{still_open}: no answers yet", since.title);
    }
    let shared = match since.on_shared {
        None => String::new(),
        Some(1) => "On the one statement that both asked: ".to_owned(),
        Some(count) => format!("On the {count} statements that both asked: "),
    };
    let both = matches!((since.before, since.now), (Shown::Mean { .. }, Shown::Mean { .. }));
    let caution =
        if both { ". The two rounds asked different people, so this is no proof of what the action did" } else { "" };
    let (before, now) = (figure(since.before), figure(since.now));
    let compared = format!("{shared}{before} in {round}, {now} in {}{still_open}{caution}.", since.title);
    words::opening(&compared)
}

/// A figure with how many people stand behind it, or why there is none.
fn figure(figure: Shown) -> String {
    match figure {
        Shown::Mean { mean, people } => {
            format!("{} from {}", words::mean(mean), words::count(people, "person", "people"))
        }
        Shown::TooFew => "too few people to show".to_owned(),
        Shown::NoAnswers => "no answers".to_owned(),
        Shown::NotAsked => "not asked".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ReplicaId, ThemeId};
    use crate::domain::rest::Rest;

    #[test]
    fn a_finding_is_told_with_both_figures_and_what_they_do_not_prove() {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let framework = crate::exchange::builtin::framework().unwrap();
        let (first, _) = sample.rounds()[0];
        let told = |theme: &str| {
            let theme = ThemeId::parse(theme).unwrap();
            of(&sample, Some(&framework), &Finding { round: first, theme, statement: None, rest: Rest::new() })
        };
        insta::assert_debug_snapshot!([told("identity"), told("capacity")]);
    }

    #[test]
    fn figures_that_are_missing_are_said_and_prove_nothing() {
        let mean = Shown::Mean { mean: 3.12, people: 54 };
        let since = |before, now| {
            let since = Since { title: "Spring 2010", is_open: true, on_shared: Some(1), before, now };
            since_words("Autumn 2009", &since)
        };
        assert_eq!(
            since(mean, Shown::TooFew),
            "On the one statement that both asked: 3.1 from 54 people in Autumn 2009, too few people to show in Spring 2010, which is still open."
        );
        assert_eq!(since(mean, Shown::NoAnswers), "Asked again in Spring 2010, which is still open: no answers yet");
        assert!(since(mean, mean).ends_with("so this is no proof of what the action did."));
    }
}
