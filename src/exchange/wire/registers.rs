//! Entries of the registers as they are spelled in files.

use serde::{Deserialize, Serialize};

use super::plan::MeantWire;
use super::{Rest, day, id, is_blank, maybe_id};
use crate::domain::glossary::Word;
use crate::domain::ids::TermId;
use crate::domain::order::OrderKey;
use crate::domain::plan::Meant;
use crate::domain::registers::{Consultation, Contact, RelatedStrategy, Term};
use crate::exchange::problem::Fault;

/// A strategy or plan that the area's own is linked to.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RelatedStrategyWire {
    name: String,
    /// The detail of the link.
    #[serde(default, skip_serializing_if = "is_blank")]
    link: String,
    /// Roles and organisations.
    #[serde(default, skip_serializing_if = "is_blank")]
    responsible: String,
    order: String,
    #[serde(flatten)]
    rest: Rest,
}

/// A line of the consultation and commitment schedule.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConsultationWire {
    /// As written, such as "Early Summer 2010".
    #[serde(default, skip_serializing_if = "is_blank")]
    when: String,
    /// How that is meant, where a person corrected how it is understood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    meant: Option<MeantWire>,
    #[serde(default, skip_serializing_if = "is_blank")]
    who: String,
    what: String,
    /// The day on which it was done; left out while it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    done: Option<String>,
    order: String,
    #[serde(flatten)]
    rest: Rest,
}

/// A term of the glossary that the area added, changed or hid.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TermWire {
    /// The term of Rainbow's own list that this stands in the place of; left out for one that the area added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    replaces: Option<String>,
    term: String,
    meaning: String,
    /// Other ways to write it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    also: Vec<String>,
    /// Whether it is left out of the glossary.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    hidden: bool,
    #[serde(flatten)]
    rest: Rest,
}

/// Whom to turn to, by role.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ContactWire {
    role: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    organisation: String,
    /// What they are there for.
    #[serde(default, skip_serializing_if = "is_blank")]
    about: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    phone: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    email: String,
    order: String,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&RelatedStrategy> for RelatedStrategyWire {
    fn from(strategy: &RelatedStrategy) -> Self {
        let RelatedStrategy { name, link, responsible, order, rest } = strategy.clone();
        Self { name, link, responsible, order: order.as_str().to_owned(), rest }
    }
}

impl TryFrom<RelatedStrategyWire> for RelatedStrategy {
    type Error = Fault;

    fn try_from(wire: RelatedStrategyWire) -> Result<Self, Fault> {
        let RelatedStrategyWire { name, link, responsible, order, rest } = wire;
        needed(&name, "its name")?;
        Ok(Self { name, link, responsible, order: key(&order)?, rest })
    }
}

impl From<&Consultation> for ConsultationWire {
    fn from(line: &Consultation) -> Self {
        let Consultation { when, meant, who, what, done, order, rest } = line.clone();
        let (meant, done) = (meant.map(MeantWire::from), done.map(|day| day.to_string()));
        Self { when, meant, who, what, done, order: order.as_str().to_owned(), rest }
    }
}

impl TryFrom<ConsultationWire> for Consultation {
    type Error = Fault;

    fn try_from(wire: ConsultationWire) -> Result<Self, Fault> {
        let ConsultationWire { when, meant, who, what, done, order, rest } = wire;
        needed(&what, "what happens")?;
        let meant = meant.map(Meant::try_from).transpose()?;
        let done = done.map(|done| day(&done, "the day it was done")).transpose()?;
        Ok(Self { when, meant, who, what, done, order: key(&order)?, rest })
    }
}

impl From<&Term> for TermWire {
    fn from(one: &Term) -> Self {
        let Term { replaces, word: Word { term, meaning, also }, is_hidden, rest } = one.clone();
        Self { replaces: replaces.map(|id| id.to_string()), term, meaning, also, hidden: is_hidden, rest }
    }
}

impl TryFrom<TermWire> for Term {
    type Error = Fault;

    fn try_from(wire: TermWire) -> Result<Self, Fault> {
        let TermWire { replaces, term, meaning, also, hidden, rest } = wire;
        needed(&term, "the term")?;
        let replaces = maybe_id(replaces.as_ref(), TermId::parse, "the term it stands for")?;
        Ok(Self { replaces, word: Word { term, meaning, also }, is_hidden: hidden, rest })
    }
}

impl From<&Contact> for ContactWire {
    fn from(contact: &Contact) -> Self {
        let Contact { role, organisation, about, phone, email, order, rest } = contact.clone();
        Self { role, organisation, about, phone, email, order: order.as_str().to_owned(), rest }
    }
}

impl TryFrom<ContactWire> for Contact {
    type Error = Fault;

    fn try_from(wire: ContactWire) -> Result<Self, Fault> {
        let ContactWire { role, organisation, about, phone, email, order, rest } = wire;
        needed(&role, "the role")?;
        Ok(Self { role, organisation, about, phone, email, order: key(&order)?, rest })
    }
}

fn key(text: &str) -> Result<OrderKey, Fault> {
    id(text, OrderKey::parse, "the order key")
}

fn needed(text: &str, what: &str) -> Result<(), Fault> {
    if text.trim().is_empty() { Err(Fault::at("", format!("{what} is missing"))) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a body and spells it again.
    fn again<W, T>(text: &str) -> Result<String, Fault>
    where
        W: for<'a> Deserialize<'a> + Serialize + for<'a> From<&'a T>,
        T: TryFrom<W, Error = Fault>,
    {
        let read = T::try_from(serde_json::from_str::<W>(text).unwrap())?;
        Ok(serde_json::to_string(&W::from(&read)).unwrap())
    }

    #[test]
    fn entries_come_back_as_they_were_written() {
        let strategy = r#"{"name":"Parenting strategy","link":"Support","order":"i","colour":"red"}"#;
        assert_eq!(again::<RelatedStrategyWire, RelatedStrategy>(strategy).unwrap(), strategy);
        let line = r#"{"when":"Early Summer 2010","what":"Views","done":"2010-06-30","order":"j","room":"hall"}"#;
        assert_eq!(again::<ConsultationWire, Consultation>(line).unwrap(), line);
        let corrected = r#"{"when":"Autumn 2010","meant":{"by":"2010-10-15"},"what":"Views","order":"j"}"#;
        assert_eq!(again::<ConsultationWire, Consultation>(corrected).unwrap(), corrected);
        let term = r#"{"replaces":"caf","term":"CAF","meaning":"One form","also":["CAFs"],"hidden":true,"old":1}"#;
        assert_eq!(again::<TermWire, Term>(term).unwrap(), term);
        let contact = r#"{"role":"Workforce lead","organisation":"Council","email":"a@example.org","order":"i"}"#;
        assert_eq!(again::<ContactWire, Contact>(contact).unwrap(), contact);
    }

    #[test]
    fn entries_without_what_they_need_are_refused() {
        assert!(again::<RelatedStrategyWire, RelatedStrategy>(r#"{"name":" ","order":"i"}"#).is_err());
        assert!(again::<RelatedStrategyWire, RelatedStrategy>(r#"{"name":"Plan","order":"0"}"#).is_err());
        assert!(again::<ConsultationWire, Consultation>(r#"{"what":"","order":"i"}"#).is_err());
        let no_day = r#"{"what":"Views","done":"soon","order":"i"}"#;
        assert!(again::<ConsultationWire, Consultation>(no_day).is_err());
        assert!(again::<TermWire, Term>(r#"{"term":"","meaning":"One form"}"#).is_err());
        assert!(again::<TermWire, Term>(r#"{"replaces":"C A F","term":"CAF","meaning":"One form"}"#).is_err());
        assert!(again::<ContactWire, Contact>(r#"{"role":"","order":"i"}"#).is_err());
    }
}
