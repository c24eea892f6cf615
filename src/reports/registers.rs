//! The registers as tables for a paper: related strategies, the consultation schedule, the glossary and contacts.

use super::document::Table;
use super::words;
use crate::domain::glossary::{Glossary, Line};
use crate::domain::registers::{Consultation, Entry, Register};
use crate::domain::workspace::Workspace;

/// A register as a table in its own order; `None` if nothing stands in it. Of the glossary, what the area has: Rainbow's terms and
/// its own, without those that it left out.
pub fn table(open: &Workspace, register: Register, glossary: &Glossary) -> Option<Table> {
    let rows: Vec<Vec<String>> = match register {
        Register::Glossary => {
            let shown = open.terms(glossary).into_iter().filter(|line| !line.is_hidden);
            shown.map(|Line { word, .. }| word.cells()).collect()
        }
        other => open.register(other).into_iter().map(|(_, entry)| cells(entry)).collect(),
    };
    let table = Table {
        caption: caption(register).to_owned(),
        head: register.columns().iter().map(|head| (*head).to_owned()).collect(),
        // What happens names a line of the schedule; the first column names those of the others.
        names: if register == Register::Consultations { 2 } else { 0 },
        rows,
    };
    (!table.rows.is_empty()).then_some(table)
}

/// What stands where a register is empty.
pub fn nothing(register: Register) -> &'static str {
    match register {
        Register::RelatedStrategies => "No related strategy is listed yet.",
        Register::Consultations => "No consultation is planned yet.",
        Register::Glossary => "The glossary has no term.",
        Register::Contacts => "No contact is listed yet.",
    }
}

fn caption(register: Register) -> &'static str {
    match register {
        Register::RelatedStrategies => "Related strategies and plans",
        Register::Consultations => "Consultation and commitment schedule",
        Register::Glossary => "What words mean",
        Register::Contacts => "Whom to turn to",
    }
}

/// The cells of an entry, with the day on which a consultation was done written out.
fn cells(entry: &Entry) -> Vec<String> {
    match entry {
        Entry::Consultation(Consultation { when, who, what, done, .. }) => {
            let done = done.map_or_else(|| "Not done yet".to_owned(), words::day);
            vec![when.clone(), who.clone(), what.clone(), done]
        }
        entry => entry.cells(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::Area;
    use crate::domain::ids::{EntryId, ReplicaId, WorkspaceId};
    use crate::domain::registers::Term;
    use crate::domain::rest::Rest;
    use crate::exchange::builtin;
    use uuid::Uuid;

    fn here() -> Workspace {
        Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire")).0
    }

    fn add(open: &mut Workspace, register: Register, rows: &[&[&str]]) {
        let entries = rows.iter().zip(10..).map(|(cells, number)| {
            let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
            (EntryId(Uuid::from_u128(number)), Entry::read(register, &cells).unwrap())
        });
        open.add_entries(entries.collect());
    }

    #[test]
    fn a_schedule_says_in_its_own_order_what_is_done_and_what_is_not() {
        let mut open = here();
        let glossary = builtin::glossary().unwrap();
        for register in [Register::RelatedStrategies, Register::Consultations, Register::Contacts] {
            assert_eq!(table(&open, register, &glossary), None, "nothing stands in it");
        }
        add(
            &mut open,
            Register::Consultations,
            &[&["June 2010", "Schools", "Views", "2010-06-30"], &["May 2010", "", "Draft", ""]],
        );
        let told = table(&open, Register::Consultations, &glossary).unwrap();
        assert_eq!(told.head, Register::Consultations.columns());
        assert_eq!(
            told.rows,
            [["June 2010", "Schools", "Views", "30 June 2010"], ["May 2010", "", "Draft", "Not done yet"]]
        );
    }

    #[test]
    fn a_term_that_the_area_left_out_stands_in_no_glossary() {
        let mut open = here();
        let glossary = builtin::glossary().unwrap();
        let all = table(&open, Register::Glossary, &glossary).unwrap();
        assert_eq!(all.rows.len(), glossary.terms.len());
        let gone = glossary.terms.first().unwrap();
        let own = Term { replaces: None, word: gone.word.clone(), is_hidden: true, rest: Rest::new() };
        open.set_built_in(gone, own);
        let left = table(&open, Register::Glossary, &glossary).unwrap();
        assert_eq!(left.rows.len(), all.rows.len() - 1);
        assert!(left.rows.iter().all(|row| row[0] != gone.word.term));
    }
}
