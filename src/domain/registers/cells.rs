//! An entry of a register as a row of cells, one for each column, and such a row read back.

use chrono::NaiveDate;

use super::{Consultation, Contact, Entry, Register, RelatedStrategy, Term};
use crate::domain::due::read_day;
use crate::domain::glossary::Word;
use crate::domain::order::OrderKey;
use crate::domain::rest::Rest;

/// Why a row is no entry, with the column, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The column.
    pub column: usize,
    /// What is wrong there.
    pub why: Why,
}

/// What is wrong with a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing stands in it, and something has to.
    Missing,
    /// It is no day.
    NoDay,
}

impl Register {
    /// What its columns are called, on the screen and in files.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::RelatedStrategies => &["Name", "Detail of link", "Responsible officer or organisation"],
            Self::Consultations => &["When", "Who", "What", "Done on"],
            Self::Glossary => &["Term", "Meaning", "Also written as"],
            Self::Contacts => &["Role", "Organisation", "What for", "Telephone", "Email"],
        }
    }
}

impl Entry {
    /// Its cells, in the order of the columns:
    /// - of a related strategy: name, detail of the link, who is responsible;
    /// - of a consultation: when, who, what, the day it was done as 2010-03-31;
    /// - of a term: the term, its meaning, other ways to write it with a semicolon between them;
    /// - of a contact: role, organisation, what for, telephone, email.
    pub fn cells(&self) -> Vec<String> {
        match self {
            Self::RelatedStrategy(RelatedStrategy { name, link, responsible, .. }) => {
                vec![name.clone(), link.clone(), responsible.clone()]
            }
            Self::Consultation(Consultation { when, who, what, done, .. }) => {
                let done = done.map(|day: NaiveDate| day.to_string()).unwrap_or_default();
                vec![when.clone(), who.clone(), what.clone(), done]
            }
            Self::Term(Term { word, .. }) => word.cells(),
            Self::Contact(Contact { role, organisation, about, phone, email, .. }) => {
                vec![role.clone(), organisation.clone(), about.clone(), phone.clone(), email.clone()]
            }
        }
    }

    /// Reads a row of cells as an entry of a register, at no place yet. Cells that are missing are empty.
    ///
    /// # Errors
    /// Everything that is wrong with the row.
    pub fn read(register: Register, cells: &[String]) -> Result<Self, Vec<Refused>> {
        let cell = |column: usize| cells.get(column).map(|cell| cell.trim().to_owned()).unwrap_or_default();
        let mut refused = Vec::new();
        let mut need = |column: usize| {
            if cell(column).is_empty() {
                refused.push(Refused { column, why: Why::Missing });
            }
        };
        let (order, rest) = (OrderKey::between(None, None), Rest::new());
        let entry = match register {
            Register::RelatedStrategies => {
                need(0);
                Self::RelatedStrategy(RelatedStrategy {
                    name: cell(0),
                    link: cell(1),
                    responsible: cell(2),
                    order,
                    rest,
                })
            }
            Register::Consultations => {
                need(2);
                let written = cell(3);
                let done = read_day(&written);
                if done.is_none() && !written.is_empty() {
                    refused.push(Refused { column: 3, why: Why::NoDay });
                }
                let (when, who, what) = (cell(0), cell(1), cell(2));
                Self::Consultation(Consultation { when, meant: None, who, what, done, order, rest })
            }
            Register::Glossary => {
                need(0);
                need(1);
                let word = Word::read(&cell(0), &cell(1), &cell(2));
                Self::Term(Term { replaces: None, word, is_hidden: false, rest })
            }
            Register::Contacts => {
                need(0);
                let (role, organisation, about, phone, email) = (cell(0), cell(1), cell(2), cell(3), cell(4));
                Self::Contact(Contact { role, organisation, about, phone, email, order, rest })
            }
        };
        if refused.is_empty() { Ok(entry) } else { Err(refused) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn a_row_comes_back_from_the_entry_that_it_makes() {
        let rows = [
            (Register::RelatedStrategies, row(&["Parenting strategy", "Support for parents", "Family lead"])),
            (
                Register::Consultations,
                row(&["Early Summer 2010", "School councils", "Views on the draft", "2010-06-30"]),
            ),
            (Register::Consultations, row(&["January 2011 onwards?", "", "Confirm the strategy", ""])),
            (Register::Glossary, row(&["CAF", "One form for all", "common assessment; CAFs"])),
            (
                Register::Contacts,
                row(&["Workforce lead", "County council", "Questions", "01632 960001", "a@example.org"]),
            ),
        ];
        for (register, cells) in rows {
            let entry = Entry::read(register, &cells).unwrap();
            assert_eq!(register.columns().len(), cells.len());
            assert_eq!((entry.register(), entry.cells()), (register, cells));
        }
    }

    #[test]
    fn what_an_entry_cannot_do_without_is_asked_for_and_a_day_has_to_be_one() {
        let refused = |register, cells: &[&str]| {
            let wrong = Entry::read(register, &row(cells)).unwrap_err();
            wrong.into_iter().map(|one| (one.column, one.why)).collect::<Vec<_>>()
        };
        assert_eq!(refused(Register::RelatedStrategies, &["  ", "Link"]), [(0, Why::Missing)]);
        assert_eq!(refused(Register::Glossary, &[]), [(0, Why::Missing), (1, Why::Missing)]);
        assert_eq!(refused(Register::Contacts, &["", "Council"]), [(0, Why::Missing)]);
        assert_eq!(
            refused(Register::Consultations, &["May 2010", "All", "", "done"]),
            [(2, Why::Missing), (3, Why::NoDay)]
        );
        let done = Entry::read(Register::Consultations, &row(&["", "", "Draft sent", "3 March 2010"])).unwrap();
        assert_eq!(done.cells().pop().unwrap(), "2010-03-03");
    }
}
