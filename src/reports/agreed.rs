//! Where the Trust is and where it wants to be, in words: what was agreed beside what the survey says, and what changed since
//! somebody signed it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::document::Table;
use super::rainbow::{NOT_SET, cells};
use super::words;
use crate::analysis::disclosure::{Shown, shown};
use crate::analysis::scores::Scores;
use crate::domain::agreed::{Position, Standing};
use crate::domain::framework::{Framework, Theme};
use crate::domain::ids::ThemeId;
use crate::domain::round::{Target, TenthScore};
use crate::domain::sign_off::{Figure, Picture};
use crate::domain::workspace::Workspace;

/// What stands of an arc.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The arc.
    pub theme: ThemeId,
    /// Its full name.
    pub name: String,
    /// Its colour, `#rrggbb`.
    pub colour: String,
    /// What the survey says, 1.0 to 5.0, or why there is no figure.
    pub score: String,
    /// How many people stand behind that.
    pub people: String,
    /// How many pieces of evidence there are.
    pub evidence: usize,
    /// Where the Trust agreed that it is.
    pub position: Agreed,
    /// Strong or to develop; empty where nobody has said.
    pub standing: &'static str,
    /// Where it wants to be.
    pub target: Agreed,
}

/// A place on the scale that was agreed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreed {
    /// From 1.0 to 5.0; empty where none is set.
    pub score: String,
    /// When and by whom it was agreed, and why; empty where nothing was.
    pub how: String,
}

/// What was agreed of each arc of the framework by the end of a day, beside what the latest round and the evidence say, which
/// are always those of now. [`NaiveDate::MAX`] is all that was agreed.
pub fn lines(open: &Workspace, framework: &Framework, day: NaiveDate) -> Vec<Line> {
    let latest = open.rounds().pop().map(|(id, round)| (round.smallest_group(), Scores::of_round(open, id)));
    let (positions, targets, evidence) = (open.positions_by(day), open.targets_by(day), open.evidence());
    let line = |theme: &Theme| {
        let (score, people) = match &latest {
            Some((smallest, scores)) => {
                let few = format!("fewer than {smallest}");
                cells(shown(scores.themes.get(&theme.id), *smallest), &few)
            }
            None => cells(Shown::NotAsked, ""),
        };
        let position = positions.get(&theme.id);
        Line {
            theme: theme.id.clone(),
            name: theme.name.clone(),
            colour: theme.colour.hex.clone(),
            score,
            people,
            evidence: evidence.iter().filter(|(_, one)| one.arcs.contains_key(&theme.id)).count(),
            standing: position.and_then(|position| position.standing).map(standing_name).unwrap_or_default(),
            position: position.map(|position| of_position(position)).unwrap_or_default(),
            target: targets.get(&theme.id).map(|target| of_target(target)).unwrap_or_default(),
        }
    };
    framework.themes.iter().map(line).collect()
}

/// What people call an arc.
pub fn standing_name(standing: Standing) -> &'static str {
    match standing {
        Standing::Strong => "Strong",
        Standing::ToDevelop => "To develop",
    }
}

/// When and by whom something was agreed, and why.
pub fn how(on: NaiveDate, by: &str, reason: &str) -> String {
    let reason = if reason.is_empty() { String::new() } else { format!(". {reason}") };
    format!("{}{reason}", when(on, by))
}

fn when(on: NaiveDate, by: &str) -> String {
    let by = if by.is_empty() { String::new() } else { format!(" by {by}") };
    format!("Agreed on {}{by}", words::day(on))
}

/// An agreed position as it is shown.
pub fn of_position(position: &Position) -> Agreed {
    Agreed { score: written(position.score), how: how(position.on, &position.by, &position.reason) }
}

/// A target as it is shown.
pub fn of_target(target: &Target) -> Agreed {
    Agreed { score: written(target.score), how: how(target.on, &target.by, &target.reason) }
}

/// Who agreed something last, of an arc, as a role: most likely it is them again.
pub fn latest_by(open: &Workspace) -> String {
    let positions = open.positions().into_values().map(|one| (one.on, one.recorded, one.by.clone()));
    let targets = open.targets().into_values().map(|one| (one.on, one.recorded, one.by.clone()));
    positions.chain(targets).max().map(|(_, _, by)| by).unwrap_or_default()
}

fn written(score: Option<TenthScore>) -> String {
    score.map(|score| score.to_string()).unwrap_or_default()
}

/// All that is or was to be signed about the arcs, as a table.
pub fn table(framework: &Framework, picture: &Picture, caption: &str) -> Table {
    let none = || NOT_SET.to_owned();
    let row = |theme: &Theme| {
        let position = picture.position(&theme.id);
        let figure = picture.figure(&theme.id);
        vec![
            theme.name.clone(),
            position.and_then(|position| position.score).map_or_else(none, |score| score.to_string()),
            position
                .and_then(|one| one.standing)
                .map_or_else(|| "not said".to_owned(), |one| standing_name(one).to_owned()),
            picture.target(&theme.id).and_then(|target| target.score).map_or_else(none, |score| score.to_string()),
            figure.map_or_else(|| "no figure to share".to_owned(), figure_words),
        ]
    };
    Table {
        caption: caption.to_owned(),
        head: ["Arc", "Agreed position", "Strong or to develop", "Target", "What the survey says"]
            .map(str::to_owned)
            .to_vec(),
        names: 0,
        rows: framework.themes.iter().map(row).collect(),
    }
}

fn figure_words(figure: Figure) -> String {
    format!("{} from {}", figure.mean, words::count(figure.people, "person", "people"))
}

/// What is not as it was signed, one sentence each, arc by arc.
pub fn changes(framework: Option<&Framework>, signed: &Picture, now: &Picture) -> Vec<String> {
    let mut changes = Vec::new();
    for theme in themes(framework, signed, now) {
        let name = framework.and_then(|framework| framework.theme(&theme));
        let name = name.map_or_else(|| theme.to_string(), |theme| theme.name.clone());
        let (was, is) = (signed.position(&theme), now.position(&theme));
        let of_arc = [
            place_changed("agreed position", facts_of_position(was), facts_of_position(is)),
            standing_changed(was, is),
            place_changed("target", facts_of_target(signed.target(&theme)), facts_of_target(now.target(&theme))),
            figure_changed(signed, now, &theme),
        ];
        changes.extend(of_arc.into_iter().flatten().map(|what| format!("{name}: {what}.")));
    }
    changes.extend(assessment_changed(signed, now));
    changes.extend(round_changed(signed, now));
    changes
}

/// The arcs of the framework in their order, then those that only a picture knows.
fn themes(framework: Option<&Framework>, signed: &Picture, now: &Picture) -> Vec<ThemeId> {
    let mut themes: Vec<ThemeId> =
        framework.map(|framework| framework.themes.iter().map(|theme| theme.id.clone()).collect()).unwrap_or_default();
    let of = |picture: &Picture| {
        let positions = picture.positions.iter().map(|position| position.theme.clone());
        positions.chain(picture.targets.iter().map(|target| target.theme.clone())).collect::<BTreeSet<_>>()
    };
    for stranger in &of(signed) | &of(now) {
        if !themes.contains(&stranger) {
            themes.push(stranger);
        }
    }
    themes
}

/// What was agreed of a place on the scale.
struct Facts<'a> {
    score: Option<TenthScore>,
    on: NaiveDate,
    by: &'a str,
    reason: &'a str,
}

fn facts_of_position(position: Option<&Position>) -> Option<Facts<'_>> {
    position.map(|one| Facts { score: one.score, on: one.on, by: &one.by, reason: &one.reason })
}

fn facts_of_target(target: Option<&Target>) -> Option<Facts<'_>> {
    target.map(|one| Facts { score: one.score, on: one.on, by: &one.by, reason: &one.reason })
}

fn place_changed(what: &str, was: Option<Facts>, is: Option<Facts>) -> Option<String> {
    let score = |facts: &Option<Facts>| facts.as_ref().and_then(|facts| facts.score);
    let now = |facts: &Option<Facts>| {
        facts.as_ref().map(|facts| when(facts.on, facts.by).replacen('A', "a", 1)).unwrap_or_default()
    };
    match (score(&was), score(&is)) {
        (None, Some(new)) => Some(format!("no {what} was signed; it is {new} now, {}", now(&is))),
        (Some(old), None) => Some(format!("the {what} of {old} was taken back")),
        (Some(old), Some(new)) if old != new => Some(format!("the {what} was {old} and is {new} now, {}", now(&is))),
        _ => {
            let said = |facts: &Facts| (facts.by.to_owned(), facts.reason.to_owned());
            let (was, is) = (was.as_ref()?, is.as_ref()?);
            (said(was) != said(is)).then(|| format!("who agreed the {what}, or why, was written anew"))
        }
    }
}

fn standing_changed(was: Option<&Position>, is: Option<&Position>) -> Option<String> {
    let standing = |position: Option<&Position>| position.and_then(|position| position.standing);
    let name = |standing| standing_name(standing).to_lowercase();
    match (standing(was), standing(is)) {
        (was, is) if was == is => None,
        (None, Some(is)) => Some(format!("it is called \u{201c}{}\u{201d} now, and was called neither", name(is))),
        (Some(was), None) => Some(format!("it is no longer called \u{201c}{}\u{201d}", name(was))),
        (Some(was), Some(is)) => {
            Some(format!("it was called \u{201c}{}\u{201d} and is called \u{201c}{}\u{201d} now", name(was), name(is)))
        }
        (None, None) => None,
    }
}

/// Where other figures can be shared at all; [`round_changed`] says where none can.
fn figure_changed(signed: &Picture, now: &Picture, theme: &ThemeId) -> Option<String> {
    if signed.figures.is_none() || now.figures.is_none() {
        return None;
    }
    match (signed.figure(theme), now.figure(theme)) {
        (was, is) if was == is => None,
        (Some(was), Some(is)) => {
            Some(format!("the survey said {} and says {} now", figure_words(was), figure_words(is)))
        }
        (None, Some(is)) => Some(format!("the survey had no figure to share and says {} now", figure_words(is))),
        (Some(was), None) => Some(format!("the survey said {} and has no figure to share now", figure_words(was))),
        (None, None) => None,
    }
}

fn assessment_changed(signed: &Picture, now: &Picture) -> Option<String> {
    let text = |picture: &Picture| picture.assessment.as_ref().map(|one| one.text.trim().to_owned());
    match (text(signed), text(now)) {
        (was, is) if was == is => None,
        (None, _) => Some("An overall assessment was written; none was signed.".to_owned()),
        (Some(_), None) => Some("The overall assessment that was signed was taken back.".to_owned()),
        (Some(_), Some(_)) => Some("The overall assessment was written anew.".to_owned()),
    }
}

fn round_changed(signed: &Picture, now: &Picture) -> Option<String> {
    match (&signed.figures, &now.figures) {
        (Some(was), Some(is)) if was.round != is.round => Some(format!(
            "The figures signed were those of the round {}; those of {} stand in their place now.",
            was.title, is.title
        )),
        (Some(was), None) => Some(format!(
            "No round is closed now, so there are no figures to share; those of {} were signed.",
            was.title
        )),
        (None, Some(is)) => Some(format!("No figures of the survey were signed; {} is closed now.", is.title)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
