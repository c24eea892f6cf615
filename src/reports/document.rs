//! What a report is made of.

use crate::charts::Rainbow;

/// A report: what it is called, what it goes to, and its sections in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The area that reports.
    pub area: String,
    /// Who it goes to and when, above the title; empty if not said.
    pub meeting: String,
    /// Its title.
    pub title: String,
    /// A line under the title, such as who reports as of when.
    pub byline: String,
    /// Numbered sections: 1, 2, 3, and so on in their order.
    pub sections: Vec<Section>,
    /// Appendices: A, B, C, and so on in their order.
    pub appendices: Vec<Section>,
}

/// A section or an appendix.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its heading, without its number.
    pub heading: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// One thing in a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph; in a numbered section it gets a number such as 4.1.
    Paragraph(String),
    /// A list under the paragraph before it.
    List(Vec<Entry>),
    /// A table.
    Table(Table),
    /// The rainbow.
    Rainbow(Rainbow),
}

/// One thing in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is called by, such as the number of an action; empty for a bullet instead.
    pub label: String,
    /// Its words.
    pub text: String,
}

/// A table of words and figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The heads of its columns.
    pub head: Vec<String>,
    /// Which column names its row, counted from 0.
    pub names: usize,
    /// Its rows, each with a cell a column.
    pub rows: Vec<Vec<String>>,
}

impl Report {
    /// The number of a section, counted from 0 in its order.
    pub fn section_number(at: usize) -> String {
        at.saturating_add(1).to_string()
    }

    /// The letter of an appendix, counted from 0 in its order.
    pub fn appendix_letter(at: usize) -> char {
        u8::try_from(at).ok().filter(|at| *at < 26).map_or('Z', |at| char::from(b'A'.saturating_add(at)))
    }
}

impl Section {
    /// A section of paragraphs.
    pub fn of_paragraphs(heading: &str, paragraphs: impl IntoIterator<Item = String>) -> Self {
        Self { heading: heading.to_owned(), blocks: paragraphs.into_iter().map(Block::Paragraph).collect() }
    }
}
