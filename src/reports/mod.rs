//! Reports as data: headings, numbered paragraphs, tables and charts, without any markup. Pages draw them.

pub mod agreed;
pub mod asking;
pub mod breakdown;
pub mod document;
pub mod drafting;
pub mod due;
pub mod evidence;
pub mod exercise;
pub mod figures_table;
pub mod finding;
pub mod findings;
pub mod html;
pub mod leads;
pub mod letter;
pub mod picture;
pub mod plan_changes;
pub mod plan_signed;
pub mod progress;
pub mod radars;
pub mod rainbow;
pub mod region;
pub mod reminder;
pub mod standard;
pub mod training;
pub mod versions;
pub mod words;
