//! The registers that a strategy needs: related strategies, the consultation and commitment schedule, the area's own words for
//! the glossary, and contacts by role.

mod cells;

use chrono::NaiveDate;

pub use self::cells::{Refused, Why};
use super::glossary::Word;
use super::ids::TermId;
use super::kind::Kind;
use super::order::OrderKey;
use super::plan::Meant;
use super::rest::Rest;

/// One of the registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Register {
    /// Strategies and plans that the area's own is linked to.
    RelatedStrategies,
    /// Who is consulted about what, and when.
    Consultations,
    /// What words mean: those that Rainbow brings along, and the area's own.
    Glossary,
    /// Whom to turn to, by role.
    Contacts,
}

/// An entry of a register.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Entry {
    /// Of the related strategies.
    RelatedStrategy(RelatedStrategy),
    /// Of the consultation and commitment schedule.
    Consultation(Consultation),
    /// Of the glossary.
    Term(Term),
    /// Of the contacts.
    Contact(Contact),
}

/// A strategy or plan that the area's own is linked to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RelatedStrategy {
    /// What it is called, never empty.
    pub name: String,
    /// The detail of the link; empty if not said.
    pub link: String,
    /// Who is responsible, as roles and organisations; empty if not said.
    pub responsible: String,
    /// Where it stands in the register.
    pub order: OrderKey,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// A line of the consultation and commitment schedule.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Consultation {
    /// When, as written, such as "Early Summer 2010"; `domain/due` says what that means. Empty if not said.
    pub when: String,
    /// How that is meant, where a person said that it is understood wrongly.
    pub meant: Option<Meant>,
    /// Who is consulted, or commits to something; empty if not said.
    pub who: String,
    /// What happens, never empty.
    pub what: String,
    /// The day on which it was done; `None` while it is not.
    pub done: Option<NaiveDate>,
    /// Where it stands in the schedule.
    pub order: OrderKey,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// A term of the glossary that the area added, changed or hid.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    /// The term that Rainbow brings along and that this stands in the place of; `None` for one that the area added.
    pub replaces: Option<TermId>,
    /// The term and what it means.
    pub word: Word,
    /// Whether it is left out of the glossary.
    pub is_hidden: bool,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// Whom to turn to about something: a role, and never a person's name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Contact {
    /// The role, never empty.
    pub role: String,
    /// The organisation; empty if not said.
    pub organisation: String,
    /// What they are there for; empty if not said.
    pub about: String,
    /// The telephone number as written; empty if not said.
    pub phone: String,
    /// The email address; empty if not said.
    pub email: String,
    /// Where it stands in the register.
    pub order: OrderKey,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

impl Register {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::RelatedStrategies, Self::Consultations, Self::Glossary, Self::Contacts];

    /// The kind of the records of its entries.
    pub fn kind(self) -> Kind {
        match self {
            Self::RelatedStrategies => Kind::RelatedStrategy,
            Self::Consultations => Kind::Consultation,
            Self::Glossary => Kind::Term,
            Self::Contacts => Kind::Contact,
        }
    }
}

impl Entry {
    /// The register that it belongs to.
    pub fn register(&self) -> Register {
        match self {
            Self::RelatedStrategy(_) => Register::RelatedStrategies,
            Self::Consultation(_) => Register::Consultations,
            Self::Term(_) => Register::Glossary,
            Self::Contact(_) => Register::Contacts,
        }
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        match self {
            Self::RelatedStrategy(strategy) => &strategy.name,
            Self::Consultation(line) => &line.what,
            Self::Term(term) => &term.word.term,
            Self::Contact(contact) => &contact.role,
        }
    }

    /// Where it stands in its register; `None` for a term, because those stand by the alphabet.
    pub fn order(&self) -> Option<&OrderKey> {
        match self {
            Self::RelatedStrategy(strategy) => Some(&strategy.order),
            Self::Consultation(line) => Some(&line.order),
            Self::Contact(contact) => Some(&contact.order),
            Self::Term(_) => None,
        }
    }

    /// The same entry at another place of its register.
    #[must_use]
    pub fn at(mut self, key: OrderKey) -> Self {
        match &mut self {
            Self::RelatedStrategy(strategy) => strategy.order = key,
            Self::Consultation(line) => line.order = key,
            Self::Contact(contact) => contact.order = key,
            Self::Term(_) => {}
        }
        self
    }

    /// These words with all else as it stands in an entry of the same register: its place, what it stands for, and fields of
    /// a newer Rainbow.
    #[must_use]
    pub fn in_place_of(self, stands: &Self) -> Self {
        match (self, stands) {
            (Self::RelatedStrategy(new), Self::RelatedStrategy(old)) => {
                Self::RelatedStrategy(RelatedStrategy { order: old.order.clone(), rest: old.rest.clone(), ..new })
            }
            (Self::Consultation(new), Self::Consultation(old)) => {
                Self::Consultation(Consultation { order: old.order.clone(), rest: old.rest.clone(), ..new })
            }
            (Self::Contact(new), Self::Contact(old)) => {
                Self::Contact(Contact { order: old.order.clone(), rest: old.rest.clone(), ..new })
            }
            (Self::Term(new), Self::Term(old)) => {
                Self::Term(Term { replaces: old.replaces.clone(), rest: old.rest.clone(), ..new })
            }
            (new, _) => new,
        }
    }
}
