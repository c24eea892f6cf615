//! The addresses of the registers and the headcount, after `registers/`.

use crate::domain::ids::EntryId;
use crate::domain::registers::Register;

/// A page of the registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// All registers.
    All,
    /// One register.
    One(Register),
    /// Adding an entry to a register.
    New(Register),
    /// Changing an entry of a register.
    Change(Register, EntryId),
    /// Bringing a table into a register.
    Bring(Register),
    /// How many people work where.
    Headcount,
}

/// The page of an address.
pub(super) fn parse(parts: &[&str]) -> Option<Place> {
    Some(match parts {
        [] => Place::All,
        ["headcount"] => Place::Headcount,
        [register] => Place::One(register_of(register)?),
        [register, "new"] => Place::New(register_of(register)?),
        [register, "table"] => Place::Bring(register_of(register)?),
        [register, "entry", id] => Place::Change(register_of(register)?, EntryId::parse(id)?),
        _ => return None,
    })
}

/// The address of a page.
pub(super) fn path(place: Place) -> String {
    match place {
        Place::All => "registers".to_owned(),
        Place::Headcount => "registers/headcount".to_owned(),
        Place::One(register) => format!("registers/{}", word(register)),
        Place::New(register) => format!("registers/{}/new", word(register)),
        Place::Bring(register) => format!("registers/{}/table", word(register)),
        Place::Change(register, id) => format!("registers/{}/entry/{id}", word(register)),
    }
}

fn word(register: Register) -> &'static str {
    match register {
        Register::RelatedStrategies => "related-strategies",
        Register::Consultations => "consultation",
        Register::Glossary => "glossary",
        Register::Contacts => "contacts",
    }
}

fn register_of(text: &str) -> Option<Register> {
    Register::ALL.into_iter().find(|register| word(*register) == text)
}
