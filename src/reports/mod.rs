//! Reports as data: headings, numbered paragraphs, tables and charts, without any markup. Pages draw them.

pub mod document;
pub mod due;
pub mod letter;
pub mod progress;
pub mod rainbow;
pub mod versions;
pub mod words;
