//! The competencies in a cell: arcs by number, colour or name, and practices by name; and the same written again.

use std::collections::BTreeSet;

use crate::domain::framework::Framework;
use crate::domain::ids::{PracticeId, ThemeId};
use crate::domain::training::TrainingEvent;
use crate::exchange::grid::plain;

/// What stands before the id of an arc that no name tells.
const ARC: &str = "arc:";
/// The same of a practice.
const PRACTICE: &str = "practice:";

/// Words that say that an arc is meant and not which.
const ABOUT_ARCS: [&str; 7] = ["the", "arc", "arcs", "theme", "themes", "rainbow", "no"];

/// What may stand between arcs that are written without a comma.
const BETWEEN: [&str; 4] = ["/", "&", "+", " and "];

/// What a cell says of competencies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Competences {
    /// The arcs.
    pub arcs: BTreeSet<ThemeId>,
    /// The practices.
    pub practices: BTreeSet<PracticeId>,
    /// What names neither, as written.
    pub unknown: Vec<String>,
}

/// What a few words name.
#[derive(Clone, PartialEq)]
enum Named {
    Arc(ThemeId),
    Practice(PracticeId),
}

impl Competences {
    /// Reads the cell of a table. Its parts stand between semicolons and line ends, and between commas where the names
    /// themselves have none.
    pub fn read(cell: &str, framework: Option<&Framework>) -> Self {
        let names = Names::of(framework);
        let mut found = Self::default();
        for part in cell.split([';', '\n']).map(bare).filter(|part| !part.is_empty()) {
            found.take(part, &names);
        }
        found
    }

    /// Writes the competencies of an event so that reading them with the same framework gives them again.
    pub fn write(event: &TrainingEvent, framework: Option<&Framework>) -> String {
        let names = Names::of(framework);
        let unless_known_by = |name: Option<&str>, is: Named, id: String| match name {
            Some(name) if !name.contains([';', '\n']) && names.find(name) == Some(is) => name.to_owned(),
            _ => id,
        };
        let mut arcs: Vec<&ThemeId> = event.arcs.iter().collect();
        let known = framework.map(|framework| framework.themes.as_slice()).unwrap_or_default();
        arcs.sort_by_key(|id| known.iter().position(|theme| theme.id == **id).unwrap_or(usize::MAX));
        let arcs = arcs.into_iter().map(|id| {
            let name = known.iter().find(|theme| theme.id == *id).map(|theme| theme.name.as_str());
            unless_known_by(name, Named::Arc(id.clone()), format!("{ARC}{id}"))
        });
        let practices = event.practices.iter().map(|id| {
            let name = framework.and_then(|known| known.practice(id)).map(|practice| practice.name.as_str());
            unless_known_by(name, Named::Practice(id.clone()), format!("{PRACTICE}{id}"))
        });
        arcs.chain(practices).collect::<Vec<_>>().join("; ")
    }

    fn add(&mut self, named: Named) {
        match named {
            Named::Arc(id) => self.arcs.insert(id),
            Named::Practice(id) => self.practices.insert(id),
        };
    }

    /// Takes a part of a cell: as a whole if it names something, otherwise between its commas, where a name may itself have some.
    fn take(&mut self, part: &str, names: &Names) {
        let pieces: Vec<&str> = part.split(',').collect();
        let names_something = |run: &str| names.find(run).is_some() || BETWEEN.iter().any(|mark| run.contains(mark));
        if !pieces.iter().any(|piece| names_something(piece)) && names.find(part).is_none() {
            // A sentence with commas is one thing that is not known, not several.
            self.unknown.push(part.to_owned());
            return;
        }
        let mut at = 0_usize;
        while at < pieces.len() {
            let runs = (at.saturating_add(1)..=pieces.len()).rev();
            let found = runs.filter_map(|end| {
                let run = pieces.get(at..end)?.join(",");
                Some((end, names.find(&run)?))
            });
            match found.into_iter().next() {
                Some((end, named)) => {
                    self.add(named);
                    at = end;
                }
                None => {
                    let piece = bare(pieces.get(at).copied().unwrap_or_default());
                    if !piece.is_empty() {
                        self.take_apart(piece, names);
                    }
                    at = at.saturating_add(1);
                }
            }
        }
    }

    /// Takes words that name nothing as a whole: all that stands between, if each names something.
    fn take_apart(&mut self, piece: &str, names: &Names) {
        let parts = BETWEEN.iter().fold(vec![piece], |parts, mark| {
            parts.into_iter().flat_map(|part| part.split(mark).collect::<Vec<_>>()).collect()
        });
        let named: Option<Vec<Named>> = parts.into_iter().map(|part| names.find(part)).collect();
        match named {
            Some(named) => named.into_iter().for_each(|named| self.add(named)),
            None => self.unknown.push(piece.to_owned()),
        }
    }
}

/// A part of a cell without the bullet before it.
fn bare(part: &str) -> &str {
    let part = part.trim();
    let bare =
        part.trim_start_matches(['\u{2022}', '\u{b7}', '\u{25aa}', '\u{f0b7}', '*', '-', '\u{2013}', '\u{2014}']);
    bare.trim()
}

/// What names what, in plain words.
struct Names(Vec<(String, Named)>);

impl Names {
    fn of(framework: Option<&Framework>) -> Self {
        let mut names = Vec::new();
        for (theme, number) in framework.iter().flat_map(|framework| &framework.themes).zip(1_usize..) {
            let words = [&theme.name, &theme.short, &theme.colour.name].map(|words| plain(words));
            let all = words.into_iter().chain([number.to_string(), plain(theme.id.as_str())]);
            names.extend(all.map(|words| (words, Named::Arc(theme.id.clone()))));
        }
        for practice in framework.iter().flat_map(|framework| &framework.practices) {
            let (before, short) = practice.name.split_once('(').unwrap_or((&practice.name, ""));
            let all = [&practice.name, before, short].map(plain);
            let all = all.into_iter().chain([plain(practice.id.as_str())]);
            names.extend(all.map(|words| (words, Named::Practice(practice.id.clone()))));
        }
        names.retain(|(words, _)| !words.is_empty());
        Self(names)
    }

    /// What these words name; `None` if nothing, or if two parts of them name different things.
    fn find(&self, words: &str) -> Option<Named> {
        let words = bare(words);
        if let Some(id) = words.strip_prefix(ARC).and_then(ThemeId::parse) {
            return Some(Named::Arc(id));
        }
        if let Some(id) = words.strip_prefix(PRACTICE).and_then(PracticeId::parse) {
            return Some(Named::Practice(id));
        }
        let plain = plain(words);
        self.known(&plain).or_else(|| {
            let without: Vec<&str> = plain.split(' ').filter(|word| !ABOUT_ARCS.contains(word)).collect();
            let (first, rest) = without.split_first()?;
            let first_named = self.known(first);
            if rest.is_empty() {
                return first_named;
            }
            let rest = rest.join(" ");
            // "5 High quality, appropriately trained workforce" and "red, arc 1" say one thing twice.
            self.known(&without.join(" "))
                .or_else(|| self.known(&rest).filter(|named| first_named.as_ref() == Some(named)))
        })
    }

    fn known(&self, words: &str) -> Option<Named> {
        self.0.iter().find(|(name, _)| name == words).map(|(_, named)| named.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::builtin;

    fn said(cell: &str) -> (Vec<String>, Vec<String>) {
        let read = Competences::read(cell, builtin::framework().ok().as_ref());
        let ids = read.arcs.iter().map(ToString::to_string).chain(read.practices.iter().map(ToString::to_string));
        (ids.collect(), read.unknown)
    }

    #[test]
    fn arcs_are_known_by_number_colour_and_name_and_practices_by_name() {
        for (cell, ids) in [
            ("1", vec!["identity"]),
            ("Arc 3", vec!["behaviours"]),
            ("red/orange", vec!["identity", "language"]),
            ("Green arc", vec!["integrated-working"]),
            ("1, 3 and 5", vec!["behaviours", "identity", "training"]),
            ("High quality, appropriately trained workforce", vec!["training"]),
            ("High quality, appropriately trained workforce, red", vec!["identity", "training"]),
            ("5. High quality, appropriately trained workforce", vec!["training"]),
            ("\u{2022} Shared identity\n\u{2022} Common values and language", vec!["identity", "language"]),
            ("CAF; Team around the child", vec!["caf", "tac"]),
            ("Common Assessment Framework (CAF) & information sharing", vec!["caf", "information-sharing"]),
            ("INTEGRATED WORKING PRACTICES", vec!["integrated-working"]),
            ("", vec![]),
        ] {
            assert_eq!(said(cell), (ids.into_iter().map(str::to_owned).collect(), vec![]), "{cell}");
        }
    }

    #[test]
    fn what_is_not_known_is_kept_as_it_was_written() {
        assert_eq!(said("Chairing meetings, red").1, ["Chairing meetings"]);
        assert_eq!(said("9").1, ["9"]);
        assert_eq!(said("red and chairing").1, ["red and chairing"], "no half of it is taken");
        let contrary = "3 High quality, appropriately trained workforce";
        assert_eq!(said(contrary), (vec![], vec![contrary.to_owned()]), "the number says one arc and the name another");
    }
}
