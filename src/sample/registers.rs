//! The registers of the sample's area: a few related strategies, its consultation schedule, words of its own and contacts.

use super::dice::Dice;
use crate::domain::glossary::{Glossary, Word};
use crate::domain::ids::EntryId;
use crate::domain::registers::{Entry, Register, Term};
use crate::domain::rest::Rest;
use crate::domain::workspace::{Edit, Workspace};

const STRATEGIES: [[&str; 3]; 4] = [
    [
        "Children and Young People\u{2019}s Plan 2009 to 2012",
        "Says what the Trust wants to change for children. The workforce strategy says who is needed for that, and with which skills.",
        "Head of planning, county council",
    ],
    [
        "Schools workforce plan",
        "Training for all who work in schools, teachers and others; shares its induction with this strategy.",
        "Schools workforce adviser, county council",
    ],
    [
        "Parenting support strategy",
        "Asks that everybody who meets parents can point them to help.",
        "Family support manager, county council and primary care trust",
    ],
    [
        "Health visiting review",
        "Changes how many families each health visitor sees, and so who can be lead professional.",
        "Head of community nursing, primary care trust",
    ],
];

const SCHEDULE: [[&str; 4]; 5] = [
    ["Autumn 2009", "Children\u{2019}s Trust Board", "Review of the strategy that ends this year", "2009-11-19"],
    ["December 2009", "All partners", "Second round of the survey, and a conference to talk about it", "2009-12-18"],
    ["February and March 2010", "Workforce sub-group, heads of service", "First draft of the strategy, for views", ""],
    [
        "Early Summer 2010",
        "Youth forum, parents through children\u{2019}s centres",
        "What the draft would change for them",
        "",
    ],
    ["January 2011 onwards?", "Children\u{2019}s Trust Board", "Confirm the strategy and who commits to what", ""],
];

const TERMS: [[&str; 3]; 2] = [
    ["Fen Start", "The county\u{2019}s shared induction: two days in the first three months, for everybody new.", ""],
    ["Hub", "One of the four places where teams of several services sit together.", "hubs"],
];

const CONTACTS: [[&str; 5]; 3] = [
    [
        "Workforce project officer",
        "County council",
        "The survey, the strategy and this file",
        "01632 960 001",
        "workforce@fenshire.example",
    ],
    ["Training administrator", "County council", "Places on shared courses", "01632 960 002", ""],
    ["Forum coordinator", "Voluntary sector forum", "Reaching small voluntary groups", "", "forum@fenshire.example"],
];

/// Fills the registers, as one edit, and changes one of the terms that Rainbow brings along.
pub(super) fn fill(sample: &mut Workspace, glossary: &Glossary, ids: &mut Dice) -> Edit {
    let rows = |register: Register, rows: &[&[&str]]| {
        let read = |row: &&[&str]| {
            let cells: Vec<String> = row.iter().map(|cell| (*cell).to_owned()).collect();
            Entry::read(register, &cells).ok()
        };
        rows.iter().filter_map(read).collect::<Vec<_>>()
    };
    let all = [
        rows(Register::RelatedStrategies, &STRATEGIES.each_ref().map(|row| row.as_slice())),
        rows(Register::Consultations, &SCHEDULE.each_ref().map(|row| row.as_slice())),
        rows(Register::Glossary, &TERMS.each_ref().map(|row| row.as_slice())),
        rows(Register::Contacts, &CONTACTS.each_ref().map(|row| row.as_slice())),
    ];
    let entries = all.into_iter().flatten().map(|entry| (EntryId(ids.id()), entry)).collect();
    let edit = sample.add_entries(entries);
    let Some(executive) = glossary.terms.iter().find(|term| term.id.as_str() == "executive") else { return edit };
    let meaning = "The Executive Group of Fenshire Children\u{2019}s Trust, which meets every quarter.";
    let word = Word { meaning: meaning.to_owned(), ..executive.word.clone() };
    let own = Term { replaces: None, word, is_hidden: false, rest: Rest::new() };
    edit.then(sample.set_built_in(executive, own))
}
