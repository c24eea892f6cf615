//! A rainbow discussion: the ideas that table groups noted under the arcs, some of them beneath a sub-heading of their own.
//! Oxfordshire's conference of December 2009 wrote its ideas down like this.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::ids::{DiscussionId, EvidenceId, IdeaId, ItemId, ThemeId};
use super::order::{OrderKey, Place};
use super::rest::Rest;

/// A discussion. Its ideas are records of their own, so that several people can note them at once.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Discussion {
    /// What it is called, such as "Conference, December 2009".
    pub title: String,
    /// The day on which it took place.
    pub on: NaiveDate,
    /// The arcs that are discussed as one and share a note, as red and orange did in Oxfordshire. Fewer than two are none.
    pub together: BTreeSet<ThemeId>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// An idea of a discussion.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Idea {
    /// The discussion that it was said in.
    pub discussion: DiscussionId,
    /// Where it stands among the ideas of the discussion.
    pub order: OrderKey,
    /// What was said.
    pub said: Said,
    /// The actions that it led to.
    pub actions: BTreeSet<ItemId>,
    /// The evidence that it was kept as.
    pub evidence: BTreeSet<EvidenceId>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// What a person notes of an idea and can change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Said {
    /// The idea, in words. Never a name.
    pub text: String,
    /// The arcs that it stands under; none if nobody has placed it yet.
    pub themes: BTreeSet<ThemeId>,
    /// The sub-heading that it stands beneath, such as "Induction"; empty if it stands beneath none.
    pub heading: String,
    /// The table that said it, such as "4"; empty if nobody noted that.
    pub table: String,
}

impl Idea {
    /// Where it stands among the ideas of its discussion.
    pub fn place(&self, id: IdeaId) -> Place {
        self.order.place(id)
    }
}

/// The ideas of what was typed or pasted into one box: each line that says something is one, without the mark that a list
/// puts before it.
pub fn lines(typed: &str) -> Vec<String> {
    const MARKS: [char; 7] = ['-', '*', '\u{2022}', '\u{b7}', '\u{2013}', '\u{25cf}', '\u{25aa}'];
    let line = |line: &str| {
        let line = line.trim();
        let bare = line.strip_prefix(MARKS).filter(|rest| rest.starts_with(char::is_whitespace));
        bare.unwrap_or(line).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    typed.lines().map(line).filter(|line| !line.is_empty() && !line.chars().all(|only| MARKS.contains(&only))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_that_says_something_is_an_idea_without_the_mark_of_its_list() {
        let pasted =
            "\u{2022}\tShared training\r\n\r\n - Joint  assessment \n*\n-5 degrees is cold\nLooking AND listening.";
        assert_eq!(
            lines(pasted),
            ["Shared training", "Joint assessment", "-5 degrees is cold", "Looking AND listening."]
        );
        assert!(lines(" \n\t\n").is_empty());
    }
}
