//! What the pages of the registers say: names, hints, and what is wrong with a field.

use crate::domain::registers::{Refused, Register, Why};

/// What a register is called.
pub fn register_title(register: Register) -> &'static str {
    match register {
        Register::RelatedStrategies => "Related strategies",
        Register::Consultations => "Consultation and commitment schedule",
        Register::Glossary => "Glossary",
        Register::Contacts => "Contacts",
    }
}

/// What a register is for, in a sentence.
pub(super) fn about(register: Register) -> &'static str {
    match register {
        Register::RelatedStrategies => "Strategies and plans that yours is linked to, and who is responsible for each.",
        Register::Consultations => "Who is asked or commits to what, and when.",
        Register::Glossary => "What the words mean. They are explained on the pages on which they stand.",
        Register::Contacts => "Whom to turn to, by role.",
    }
}

/// One and several of its entries.
pub(super) fn plural(register: Register) -> (&'static str, &'static str) {
    match register {
        Register::RelatedStrategies => ("strategy", "strategies"),
        Register::Consultations => ("line", "lines"),
        Register::Glossary => ("term", "terms"),
        Register::Contacts => ("contact", "contacts"),
    }
}

/// An entry with its article: "a contact".
pub(super) fn one(register: Register) -> &'static str {
    match register {
        Register::RelatedStrategies => "a related strategy",
        Register::Consultations => "a line of the schedule",
        Register::Glossary => "a term",
        Register::Contacts => "a contact",
    }
}

/// How a column is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// In one line.
    Line,
    /// In several lines.
    Lines,
    /// With a date as people write it.
    Due,
    /// With a day.
    Day,
}

/// The label of a column's field, its hint, and how it is filled in.
pub(super) fn field(register: Register, column: usize) -> (&'static str, &'static str, Shape) {
    match (register, column) {
        (Register::RelatedStrategies, 0) => ("Name of the strategy or plan", "", Shape::Line),
        (Register::RelatedStrategies, 1) => {
            ("How is it linked to yours? (optional)", "What it sets out, and what both have in common.", Shape::Lines)
        }
        (Register::RelatedStrategies, _) => (
            "Responsible officer or organisation (optional)",
            "Roles and organisations, such as \u{2018}Youth lead, county council\u{2019}. Do not write people\u{2019}s names.",
            Shape::Line,
        ),
        (Register::Consultations, 0) => (
            "When? (optional)",
            "As you would write it, such as \u{2018}Early Summer 2010\u{2019} or \u{2018}January 2011 onwards?\u{2019}.",
            Shape::Due,
        ),
        (Register::Consultations, 1) => {
            ("Who? (optional)", "Who is asked, or commits to something. Groups and roles, not names.", Shape::Lines)
        }
        (Register::Consultations, 2) => ("What happens?", "", Shape::Lines),
        (Register::Consultations, _) => ("Done on (optional)", "Leave it empty while it is not done.", Shape::Day),
        (Register::Glossary, 0) => ("Term", "", Shape::Line),
        (Register::Glossary, 1) => ("What it means", "One or two sentences that anybody understands.", Shape::Lines),
        (Register::Glossary, _) => (
            "Also written as (optional)",
            "Other ways to write it, with a semicolon between them, such as \u{2018}common assessment; CAFs\u{2019}.",
            Shape::Line,
        ),
        (Register::Contacts, 0) => {
            ("Role", "Such as \u{2018}Training administrator\u{2019}: a role, not a person\u{2019}s name.", Shape::Line)
        }
        (Register::Contacts, 1) => ("Organisation (optional)", "", Shape::Line),
        (Register::Contacts, 2) => ("What can people ask them? (optional)", "", Shape::Lines),
        (Register::Contacts, 3) => ("Telephone (optional)", "", Shape::Line),
        (Register::Contacts, _) => {
            ("Email (optional)", "Best the address of a team, because people change.", Shape::Line)
        }
    }
}

/// What is wrong with a field, and what to do.
pub(super) fn wrong(register: Register, refused: Refused) -> &'static str {
    match (refused.why, register, refused.column) {
        (Why::NoDay, ..) => "Enter the day it was done, such as 31 March 2010, or leave it empty",
        (Why::Missing, Register::RelatedStrategies, _) => "Enter the name of the strategy or plan",
        (Why::Missing, Register::Consultations, _) => "Enter what happens",
        (Why::Missing, Register::Glossary, 0) => "Enter the term",
        (Why::Missing, Register::Glossary, _) => "Enter what it means",
        (Why::Missing, Register::Contacts, _) => "Enter the role",
    }
}
