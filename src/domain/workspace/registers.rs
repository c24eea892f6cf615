//! Named edits about the registers, and their entries in order.

use super::{Edit, EditError, Workspace};
use crate::domain::design::Towards;
use crate::domain::glossary::{BuiltIn, Glossary, Line, Whose, term_record};
use crate::domain::ids::EntryId;
use crate::domain::order::{OrderKey, Place};
use crate::domain::record::{Body, Kind};
use crate::domain::registers::{Consultation, Contact, Entry, Register, RelatedStrategy, Term};
use crate::domain::rest::Rest;

const ENTRY: EditError = EditError::NotHere("the entry");

impl Workspace {
    /// Adds entries at the end of their registers, in this order.
    pub fn add_entries(&mut self, entries: Vec<(EntryId, Entry)>) -> Edit {
        let name = if entries.len() == 1 { "Add to a register" } else { "Add several entries to a register" };
        let mut edit = Edit::named(name);
        for (id, entry) in entries {
            let all = self.register(entry.register());
            let last = all.last().and_then(|(id, entry)| place(*id, entry));
            let entry = entry.at(OrderKey::between(last.as_ref(), None));
            edit = edit.then(self.put(name, [(id.into(), Body::Register(entry))]));
        }
        edit
    }

    /// Changes the words of an entry; where it stands stays.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if it is not here, or belongs to another register.
    pub fn change_entry(&mut self, id: EntryId, entry: Entry) -> Result<Edit, EditError> {
        let there = self.entry(id).filter(|there| there.register() == entry.register()).ok_or(ENTRY)?;
        let entry = entry.in_place_of(there);
        Ok(self.put("Change an entry of a register", [(id.into(), Body::Register(entry))]))
    }

    /// Removes an entry; undo brings it back. Of a term that Rainbow brings along, the area's own words for it go, and Rainbow's
    /// stand again.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if it is not here.
    pub fn remove_entry(&mut self, id: EntryId) -> Result<Edit, EditError> {
        let kind = self.entry(id).ok_or(ENTRY)?.register().kind();
        Ok(self.put("Remove an entry of a register", [(id.into(), Body::Deleted(kind))]))
    }

    /// Moves an entry past its neighbour. Nothing happens at the end of the register, nor in the glossary, which stands by
    /// the alphabet.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if it is not here.
    pub fn move_entry(&mut self, id: EntryId, towards: Towards) -> Result<Edit, EditError> {
        const NAME: &str = "Move an entry of a register";
        let there = self.entry(id).ok_or(ENTRY)?.clone();
        let mut all = self.register(there.register());
        if towards == Towards::Up {
            all.reverse();
        }
        let mut beyond = all.iter().skip_while(|(other, _)| *other != id).skip(1).map(|(id, entry)| place(*id, entry));
        let Some(Some(neighbour)) = beyond.next() else { return Ok(Edit::named(NAME)) };
        let next = beyond.next().flatten();
        let key = match towards {
            Towards::Up => OrderKey::between(next.as_ref(), Some(&neighbour)),
            Towards::Down => OrderKey::between(Some(&neighbour), next.as_ref()),
        };
        Ok(self.put(NAME, [(id.into(), Body::Register(there.at(key)))]))
    }

    /// Gives a term that Rainbow brings along other words in this area, or leaves it out of the glossary. The very words that
    /// Rainbow brings along, not left out, need no record.
    pub fn set_built_in(&mut self, term: &BuiltIn, own: Term) -> Edit {
        let id = term_record(&term.id);
        let name = if own.is_hidden { "Hide a term" } else { "Change a term" };
        let rest = match self.entry(id.into()) {
            Some(Entry::Term(there)) => there.rest.clone(),
            _ => Rest::new(),
        };
        if own.word == term.word && !own.is_hidden {
            return match self.entry(id.into()) {
                Some(_) => self.put("Take a term as Rainbow has it", [(id, Body::Deleted(Kind::Term))]),
                None => Edit::named(name),
            };
        }
        let own = Term { replaces: Some(term.id.clone()), rest, ..own };
        self.put(name, [(id, Body::Register(Entry::Term(own)))])
    }

    /// An entry of a register.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        match self.body(id.into())? {
            Body::Register(entry) => Some(entry),
            _ => None,
        }
    }

    /// The entries of a register in order: of the glossary, what the area made of it and that alone, by the alphabet.
    pub fn register(&self, register: Register) -> Vec<(EntryId, &Entry)> {
        let kind = register.kind();
        let mut all: Vec<_> = self
            .bodies(&kind)
            .filter_map(|(id, body)| match body {
                Body::Register(entry) => Some((EntryId::from(id), entry)),
                _ => None,
            })
            .collect();
        all.sort_by_cached_key(|(id, entry)| (place(*id, entry), entry.name().to_lowercase(), *id));
        all
    }

    /// The related strategies in their order.
    pub fn related_strategies(&self) -> Vec<(EntryId, &RelatedStrategy)> {
        let all = self.register(Register::RelatedStrategies).into_iter();
        all.filter_map(|(id, entry)| if let Entry::RelatedStrategy(one) = entry { Some((id, one)) } else { None })
            .collect()
    }

    /// The consultation and commitment schedule in its order.
    pub fn consultations(&self) -> Vec<(EntryId, &Consultation)> {
        let all = self.register(Register::Consultations).into_iter();
        all.filter_map(|(id, entry)| if let Entry::Consultation(one) = entry { Some((id, one)) } else { None })
            .collect()
    }

    /// The contacts in their order.
    pub fn contacts(&self) -> Vec<(EntryId, &Contact)> {
        let all = self.register(Register::Contacts).into_iter();
        all.filter_map(|(id, entry)| if let Entry::Contact(one) = entry { Some((id, one)) } else { None }).collect()
    }

    /// The glossary of the area by the alphabet: what Rainbow brings along, as far as the area changed nothing of it, and the
    /// area's own terms. Those that it left out are in it and say so.
    pub fn terms(&self, glossary: &Glossary) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for term in &glossary.terms {
            let record = term_record(&term.id);
            lines.push(match self.entry(record.into()) {
                Some(Entry::Term(own)) => {
                    let whose = if own.word == term.word { Whose::BuiltIn } else { Whose::Changed };
                    Line { record, word: own.word.clone(), whose, is_hidden: own.is_hidden }
                }
                _ => Line { record, word: term.word.clone(), whose: Whose::BuiltIn, is_hidden: false },
            });
        }
        for (id, entry) in self.register(Register::Glossary) {
            let Entry::Term(own) = entry else { continue };
            // What stands for a term that this version of Rainbow does not bring along is the area's own here.
            if !own.replaces.as_ref().is_some_and(|id| glossary.terms.iter().any(|term| term.id == *id)) {
                let (word, is_hidden) = (own.word.clone(), own.is_hidden);
                lines.push(Line { record: id.into(), word, whose: Whose::Own, is_hidden });
            }
        }
        lines.sort_by_cached_key(|line| (line.word.term.to_lowercase(), line.record));
        lines
    }
}

fn place(id: EntryId, entry: &Entry) -> Option<Place> {
    entry.order().map(|order| order.place(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::Area;
    use crate::domain::glossary::Word;
    use crate::domain::ids::{ReplicaId, TermId, WorkspaceId};
    use uuid::Uuid;

    fn here() -> Workspace {
        Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire")).0
    }

    fn id(number: u128) -> EntryId {
        EntryId(Uuid::from_u128(number))
    }

    fn contact(role: &str) -> Entry {
        Entry::read(Register::Contacts, &[role.to_owned()]).unwrap()
    }

    fn roles(open: &Workspace) -> Vec<&str> {
        open.contacts().into_iter().map(|(_, contact)| contact.role.as_str()).collect()
    }

    fn built_in(id: &str, term: &str) -> BuiltIn {
        let word = Word::read(term, "What it means", "");
        BuiltIn { id: TermId::parse(id).unwrap(), word, used_in: Vec::new() }
    }

    fn shown(open: &Workspace, glossary: &Glossary) -> Vec<(String, Whose, bool)> {
        open.terms(glossary).into_iter().map(|line| (line.word.term, line.whose, line.is_hidden)).collect()
    }

    #[test]
    fn entries_stand_in_the_order_in_which_they_came_and_are_moved_past_each_other() {
        let mut open = here();
        open.add_entries(vec![(id(9), contact("A")), (id(8), contact("B")), (id(7), contact("C"))]);
        assert_eq!(roles(&open), ["A", "B", "C"]);
        open.move_entry(id(7), Towards::Up).unwrap();
        assert_eq!(roles(&open), ["A", "C", "B"]);
        open.move_entry(id(9), Towards::Down).unwrap();
        assert_eq!(roles(&open), ["C", "A", "B"]);
        assert!(open.move_entry(id(7), Towards::Up).unwrap().is_empty(), "it stands at the top");
        open.change_entry(id(7), contact("D")).unwrap();
        assert_eq!(roles(&open), ["D", "A", "B"], "its place stays");
        open.remove_entry(id(9)).unwrap();
        assert_eq!(roles(&open), ["D", "B"]);
        assert_eq!(open.change_entry(id(9), contact("A")), Err(ENTRY));
        assert_eq!(open.remove_entry(id(9)), Err(ENTRY));
    }

    #[test]
    fn other_words_leave_an_entry_of_every_register_where_it_stands() {
        for register in [Register::RelatedStrategies, Register::Consultations, Register::Contacts] {
            let mut open = here();
            let entry = |words: &str| Entry::read(register, &[words, words, words].map(str::to_owned)).unwrap();
            open.add_entries(vec![(id(9), entry("A")), (id(8), entry("B")), (id(7), entry("C"))]);
            open.change_entry(id(7), entry("D")).unwrap();
            let names: Vec<_> = open.register(register).into_iter().map(|(_, entry)| entry.name().to_owned()).collect();
            assert_eq!(names, ["A", "B", "D"], "{register:?}");
        }
    }

    #[test]
    fn an_entry_never_becomes_one_of_another_register() {
        let mut open = here();
        open.add_entries(vec![(id(9), contact("A"))]);
        let strategy = Entry::read(Register::RelatedStrategies, &["Plan".to_owned()]).unwrap();
        assert_eq!(open.change_entry(id(9), strategy), Err(ENTRY));
        assert!(open.related_strategies().is_empty());
    }

    #[test]
    fn a_term_of_rainbow_is_changed_hidden_and_taken_as_it_was() {
        let mut open = here();
        let caf = built_in("caf", "CAF");
        let terms = vec![built_in("tac", "TAC"), caf.clone()];
        let glossary = Glossary { version: "1".to_owned(), source: String::new(), terms };
        let own = |term: &str, is_hidden| Term {
            replaces: None,
            word: Word::read(term, "What it means", ""),
            is_hidden,
            rest: Rest::new(),
        };
        open.add_entries(vec![(id(5), Entry::Term(own("Board", false)))]);
        let line = |term: &str, whose, is_hidden| (term.to_owned(), whose, is_hidden);
        let board = line("Board", Whose::Own, false);
        let tac = line("TAC", Whose::BuiltIn, false);
        assert_eq!(shown(&open, &glossary), [board.clone(), line("CAF", Whose::BuiltIn, false), tac.clone()]);
        open.set_built_in(&caf, own("CAF form", false));
        assert_eq!(shown(&open, &glossary), [board.clone(), line("CAF form", Whose::Changed, false), tac.clone()]);
        open.set_built_in(&caf, own("CAF", true));
        assert_eq!(shown(&open, &glossary), [board.clone(), line("CAF", Whose::BuiltIn, true), tac.clone()]);
        open.set_built_in(&caf, own("CAF", false));
        assert!(open.entry(term_record(&caf.id).into()).is_none(), "Rainbow's words need no record");
        assert!(open.set_built_in(&caf, own("CAF", false)).is_empty());
        open.set_built_in(&caf, own("CAF form", false));
        let without = Glossary { terms: Vec::new(), ..glossary };
        assert_eq!(shown(&open, &without), [board, line("CAF form", Whose::Own, false)]);
    }
}
