//! A report as data: headings, numbered paragraphs, lists, tables and pictures, without any markup.
//!
//! Everything in it is words and shareable figures, so that it can be kept as it is. How it is numbered and drawn is told in
//! `reports`.

use super::ids::PartId;
use super::report_text::{ReportKind, Subject};
use super::round::TenthScore;

/// A report: what it is called, what it goes to, and its sections in order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Report {
    /// Which report it is.
    pub kind: ReportKind,
    /// What it is about.
    pub about: Subject,
    /// The area that reports.
    pub area: String,
    /// Who it goes to and when, above the title; empty if not said.
    pub meeting: String,
    /// Its title.
    pub title: String,
    /// A line under the title, such as who reports as of when.
    pub byline: String,
    /// How its sections are set.
    pub style: Style,
    /// The sections in their order.
    pub sections: Vec<Section>,
    /// Appendices: A, B, C, and so on in their order.
    pub appendices: Vec<Section>,
}

/// How a report is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Style {
    /// Sections 1, 2, 3 and paragraphs 1.1, 1.2, as papers for an executive are written.
    #[default]
    Numbered,
    /// Numbered, with a list of its contents before the first section.
    WithContents,
    /// Headings and paragraphs without numbers, as a letter or a page of feedback.
    Plain,
    /// One sheet for a wall: few and large words around one picture.
    Poster,
}

/// A section or an appendix.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Section {
    /// Its heading, without its number.
    pub heading: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// One thing in a section.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    /// A paragraph; in a numbered section it gets a number such as 4.1.
    Paragraph(Paragraph),
    /// A heading within the section.
    Heading(String),
    /// A list under the paragraph before it.
    List(Vec<Entry>),
    /// A table.
    Table(Table),
    /// A picture with its caption. The same figures stand in a table or in the words beside it.
    Figure(Figure),
}

/// A paragraph, as it stands in the report. A line break in it begins another paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Paragraph {
    /// Which one it is, if its words can be changed.
    pub part: Option<PartId>,
    /// Its words.
    pub text: String,
    /// What is drafted from the data as it stands now. It differs from the words where somebody changed them.
    pub drafted: String,
    /// Where the words come from.
    pub wording: Wording,
}

/// Where the words of a paragraph come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Wording {
    /// They are drafted from the data.
    #[default]
    Drafted,
    /// They are standard words, to be adapted: the data can't know what they are about.
    Standard,
    /// A person wrote them.
    Written,
    /// A person wrote them from a draft that says something else by now.
    Outdated,
}

/// One thing in a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    /// What it is called by, such as the number of an action; empty for a bullet instead.
    pub label: String,
    /// Its words.
    pub text: String,
}

/// A table of words and figures.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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

/// A picture in a report.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Figure {
    /// What it is drawn from.
    pub picture: Picture,
    /// The words beneath it.
    pub caption: String,
}

/// What a picture is drawn from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Picture {
    /// The rainbow.
    Rainbow {
        /// From the outermost band inwards; the last one is the ground.
        arcs: Vec<ArcFigure>,
        /// What 1 means, in a word or two.
        lowest: String,
        /// What 5 means, in a few words.
        highest: String,
    },
    /// A radar.
    Radar {
        /// What it shows.
        name: String,
        /// Its axes, from twelve o'clock clockwise.
        axes: Vec<String>,
        /// Its lines, the first the most important.
        series: Vec<SeriesFigure>,
    },
}

/// An arc of a rainbow in a report.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ArcFigure {
    /// Its theme's id, by which colours and links know it again.
    pub key: String,
    /// The full name.
    pub name: String,
    /// A shorter name; may be empty.
    pub short: String,
    /// The arc's own colour, `#rrggbb`.
    pub colour: String,
    /// What it says.
    pub figure: Score,
    /// Where it is meant to be.
    pub target: Option<TenthScore>,
    /// Where it was the last time.
    pub previous: Option<TenthScore>,
}

/// A line of a radar in a report.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SeriesFigure {
    /// Whose figures they are.
    pub name: String,
    /// Its colour, `#rrggbb`.
    pub colour: String,
    /// The figures, one an axis.
    pub points: Vec<Score>,
}

/// A figure as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Score {
    /// A mean to a tenth.
    Mean {
        /// The mean.
        mean: TenthScore,
        /// How many people stand behind it.
        people: usize,
    },
    /// Too few people stand behind it to be shown.
    TooFew,
    /// Nobody gave a score.
    NoAnswers,
    /// It was not asked.
    NotAsked,
}

impl Paragraph {
    /// A paragraph whose words nobody is asked to change.
    pub fn fixed(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { part: None, drafted: text.clone(), text, wording: Wording::Drafted }
    }

    /// The paragraphs that its lines make.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.text.lines().map(str::trim).filter(|line| !line.is_empty())
    }
}

impl Block {
    /// A paragraph whose words nobody is asked to change.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph(Paragraph::fixed(text))
    }
}

impl Section {
    /// A section with this heading.
    pub fn new(heading: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self { heading: heading.into(), blocks }
    }
}

impl Report {
    /// All blocks, in the order in which they are read.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.sections.iter().chain(&self.appendices).flat_map(|section| &section.blocks)
    }

    /// The paragraphs, in the order in which they are read.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.blocks().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            _ => None,
        })
    }

    /// The pictures, in the order in which they are seen.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.blocks().filter_map(|block| match block {
            Block::Figure(figure) => Some(figure),
            _ => None,
        })
    }
}
