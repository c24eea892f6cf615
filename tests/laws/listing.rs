//! What can be done at a replica with the registers and the headcount.

use proptest::prelude::*;
use rainbow::domain::design::Towards;
use rainbow::domain::glossary::{Glossary, Word};
use rainbow::domain::headcount::{Among, Headcount};
use rainbow::domain::ids::EntryId;
use rainbow::domain::plan::Meant;
use rainbow::domain::registers::{Consultation, Entry, Register, Term};
use rainbow::domain::rest::Rest;
use rainbow::domain::workspace::{Edit, Workspace};
use rainbow::exchange::builtin;
use std::sync::LazyLock;
use uuid::Uuid;

use super::history::{day, entry, moment};

static GLOSSARY: LazyLock<Glossary> = LazyLock::new(|| builtin::glossary().unwrap());

/// What people do with the registers and the headcount.
#[derive(Clone, Debug)]
pub(super) enum Listing {
    /// Adds an entry or changes it: which, and its words.
    Write(u8, u8),
    Move(u8, bool),
    Remove(u8),
    /// Gives a term of Rainbow's another meaning, or hides it.
    Explain(u8, bool),
    /// Enters a headcount.
    Count(u8),
}

impl Listing {
    /// Whether whoever does it has all versions before them.
    pub(super) fn is_choice(&self) -> bool {
        matches!(self, Self::Remove(_))
    }
}

pub(super) fn listing() -> impl Strategy<Value = Listing> {
    prop_oneof![
        3 => (0..4_u8, any::<u8>()).prop_map(|(which, text)| Listing::Write(which, text)),
        2 => (0..4_u8, any::<bool>()).prop_map(|(which, up)| Listing::Move(which, up)),
        1 => (0..4_u8).prop_map(Listing::Remove),
        2 => (0..3_u8, any::<bool>()).prop_map(|(text, hidden)| Listing::Explain(text, hidden)),
        1 => any::<u8>().prop_map(Listing::Count),
    ]
}

/// Does it here; nothing where it is refused.
pub(super) fn list(here: &mut Workspace, act: &Listing, step: usize) -> Edit {
    match act {
        Listing::Write(which, text) => {
            // One entry of each register.
            let register = Register::ALL[usize::from(*which)];
            let entry = Entry::read(register, &["a", "b", "c"].map(|cell| format!("{cell} {text}"))).unwrap();
            let entry = match entry {
                // Every other line of the schedule has its date corrected by hand.
                Entry::Consultation(line) => {
                    let meant = text.is_multiple_of(2).then_some(Meant::By(day()));
                    Entry::Consultation(Consultation { meant, ..line })
                }
                other => other,
            };
            if here.entry(id(*which)).is_some() {
                here.change_entry(id(*which), entry).unwrap_or_default()
            } else {
                here.add_entries(vec![(id(*which), entry)])
            }
        }
        Listing::Move(which, up) => {
            here.move_entry(id(*which), if *up { Towards::Up } else { Towards::Down }).unwrap_or_default()
        }
        Listing::Remove(which) => here.remove_entry(id(*which)).unwrap_or_default(),
        Listing::Explain(text, is_hidden) => {
            let term = &GLOSSARY.terms[0];
            let word = Word { meaning: format!("Meaning {text}"), ..term.word.clone() };
            here.set_built_in(term, Term { replaces: None, word, is_hidden: *is_hidden, rest: Rest::new() })
        }
        Listing::Count(people) => {
            let people = [(Among::everybody(), (*people).into())].into();
            let count =
                Headcount { on: day(), recorded: moment(step), source: String::new(), people, rest: Rest::new() };
            here.add_headcount(entry(step), count)
        }
    }
}

fn id(which: u8) -> EntryId {
    EntryId(Uuid::from_u128(820 + u128::from(which)))
}
