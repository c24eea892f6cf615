//! How a report is laid out: what its sections, appendices and paragraphs are numbered, the same on the screen, on paper and in a
//! document.

pub use crate::domain::document::{
    ArcFigure, Block, Entry, Figure, Paragraph, Picture, Report, Score, Section, SeriesFigure, Style, Table, Wording,
};

/// A section or an appendix as it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Laid {
    /// What marks its heading, so that the contents can lead there: another one for each in a report.
    pub anchor: String,
    /// Its heading with its number or letter.
    pub heading: String,
    /// Whether it is an appendix.
    pub is_appendix: bool,
    /// What stands in it.
    pub pieces: Vec<Piece>,
}

/// One thing in a section as it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A paragraph, which may make several.
    Paragraph {
        /// The paragraph.
        of: Paragraph,
        /// What is read, each with its number; the number is empty where paragraphs have none.
        lines: Vec<(String, String)>,
    },
    /// A heading within the section.
    Heading(String),
    /// A list.
    List(Vec<Entry>),
    /// A table, and whether the heading just above it says already what it shows.
    Table(Table, bool),
    /// A picture, with its place among the pictures of the report, counted from 0.
    Figure(Figure, usize),
}

/// The sections of a report and then its appendices.
pub fn laid(report: &Report) -> Vec<Laid> {
    let is_numbered = matches!(report.style, Style::Numbered | Style::WithContents);
    let mut figures = 0;
    let mut all = Vec::new();
    for (at, section) in report.sections.iter().enumerate() {
        let number = is_numbered.then(|| at.saturating_add(1).to_string());
        let heading = match &number {
            Some(number) => format!("{number}. {}", section.heading),
            None => section.heading.clone(),
        };
        let pieces = pieces(section, number.as_deref(), &mut figures);
        let anchor = format!("section-{}", at.saturating_add(1));
        all.push(Laid { anchor, heading, is_appendix: false, pieces });
    }
    for (at, section) in report.appendices.iter().enumerate() {
        let letter = appendix_letter(at);
        let heading = format!("Appendix {letter}: {}", section.heading);
        let pieces = pieces(section, None, &mut figures);
        let anchor = format!("appendix-{}", letter.to_ascii_lowercase());
        all.push(Laid { anchor, heading, is_appendix: true, pieces });
    }
    all
}

/// The letter of an appendix, counted from 0 in its order.
pub fn appendix_letter(at: usize) -> char {
    u8::try_from(at).ok().filter(|at| *at < 26).map_or('Z', |at| char::from(b'A'.saturating_add(at)))
}

/// What stands before the words of an entry of a list: its label with a full stop, or a bullet.
pub fn mark(entry: &Entry) -> String {
    // A label that ends in a full stop already gets no second one.
    if entry.label.is_empty() { "\u{2022}".to_owned() } else { format!("{}.", entry.label.trim_end_matches('.')) }
}

/// Words in which no line ends between a figure and what stands behind it in brackets: a share, as in "108 (68%)", or the people,
/// as in "3.1 (n 54)".
pub fn together(words: &str) -> String {
    let mut parts = words.split(" (");
    let mut to = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(')').filter(|(inside, _)| is_basis(inside)) {
            Some((inside, rest)) => {
                to.push_str("\u{a0}(");
                to.push_str(&inside.replace(' ', "\u{a0}"));
                to.push(')');
                to.push_str(rest);
            }
            None => {
                to.push_str(" (");
                to.push_str(part);
            }
        }
    }
    to
}

/// Whether what stands in brackets is a share or a number of people.
fn is_basis(inside: &str) -> bool {
    let digits = inside.strip_prefix("n ").or_else(|| inside.strip_suffix('%'));
    digits.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit()))
}

/// How many letters a line of a table holds on paper, all its columns together.
const LETTERS: usize = 70;
/// The lines of a table that stays on one sheet: about half of one.
const LINES: usize = 24;

/// Whether a table is so short that it stays on one sheet of paper. A longer one is divided between two rows, because half a sheet
/// left empty before it would be worse.
pub fn stays_whole(table: &Table) -> bool {
    let lines = |row: &Vec<String>| {
        let letters = row.iter().fold(0_usize, |sum, cell| sum.saturating_add(cell.chars().count()));
        letters.div_ceil(LETTERS).max(1)
    };
    table.rows.iter().map(lines).fold(0, usize::saturating_add) <= LINES
}

fn pieces(section: &Section, number: Option<&str>, figures: &mut usize) -> Vec<Piece> {
    // Paragraphs are counted; what stands under one belongs to it.
    let mut count = 0_usize;
    let mut numbered = |text: &str| {
        count = count.saturating_add(1);
        (number.map(|number| format!("{number}.{count}")).unwrap_or_default(), together(text))
    };
    let entry = |entry: &Entry| Entry { label: entry.label.clone(), text: together(&entry.text) };
    let table = |table: &Table| {
        let rows = table.rows.iter().map(|row| row.iter().map(|cell| together(cell)).collect());
        Table { rows: rows.collect(), ..table.clone() }
    };
    let mut piece = |(at, block): (usize, &Block)| match block {
        Block::Paragraph(of) => Piece::Paragraph { lines: of.lines().map(&mut numbered).collect(), of: of.clone() },
        Block::Heading(words) => Piece::Heading(words.clone()),
        Block::List(entries) => Piece::List(entries.iter().map(entry).collect()),
        Block::Table(of) => Piece::Table(table(of), at == 0),
        Block::Figure(figure) => {
            let place = *figures;
            *figures = figures.saturating_add(1);
            Piece::Figure(figure.clone(), place)
        }
    };
    section.blocks.iter().enumerate().map(&mut piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::report_text::{ReportKind, Subject};

    fn report(style: Style) -> Report {
        let two = Block::paragraph("One.\n\n Two. ");
        let section = Section::new("First", vec![two, Block::List(Vec::new()), Block::paragraph("Three.")]);
        Report {
            kind: ReportKind::Progress,
            about: Subject::Area,
            area: String::new(),
            meeting: String::new(),
            title: String::new(),
            byline: String::new(),
            style,
            sections: vec![section.clone(), Section::new("Second", vec![Block::paragraph("Four.")])],
            appendices: vec![section],
        }
    }

    fn numbers(laid: &Laid) -> Vec<String> {
        let lines = laid.pieces.iter().filter_map(|piece| match piece {
            Piece::Paragraph { lines, .. } => Some(lines.iter().map(|(number, text)| format!("{number} {text}"))),
            _ => None,
        });
        lines.flatten().collect()
    }

    #[test]
    fn sections_and_paragraphs_are_counted_and_appendices_lettered() {
        let laid = laid(&report(Style::Numbered));
        let headings: Vec<&str> = laid.iter().map(|laid| laid.heading.as_str()).collect();
        assert_eq!(headings, ["1. First", "2. Second", "Appendix A: First"]);
        assert_eq!(numbers(&laid[0]), ["1.1 One.", "1.2 Two.", "1.3 Three."]);
        assert_eq!(numbers(&laid[1]), ["2.1 Four."]);
        assert_eq!(numbers(&laid[2]), [" One.", " Two.", " Three."]);
    }

    #[test]
    fn no_line_ends_between_a_figure_and_what_stands_behind_it() {
        assert_eq!(together("108 (68%)"), "108\u{a0}(68%)");
        let said = "The lowest is 2.5, for \u{201c}Roles\u{201d} (n 50). (All of us (too) asked.) 3 (n 7) (";
        let kept = "The lowest is 2.5, for \u{201c}Roles\u{201d}\u{a0}(n\u{a0}50). (All of us (too) asked.) 3\u{a0}(n\u{a0}7) (";
        assert_eq!(together(said), kept);
        for plain in ["", " (", " (%)", " (n )", "Team (TAC)", "5 (6 of 7)"] {
            assert_eq!(together(plain), plain);
        }
    }

    #[test]
    fn figures_are_kept_together_wherever_they_stand() {
        let table =
            |cell: &str| Table { caption: String::new(), head: Vec::new(), names: 0, rows: vec![vec![cell.into()]] };
        let list = |text: &str| vec![Entry { label: "1 (2%)".to_owned(), text: text.to_owned() }];
        let blocks =
            |figure: &str| vec![Block::paragraph(figure), Block::List(list(figure)), Block::Table(table(figure))];
        let mut all = report(Style::Plain);
        all.sections = vec![Section::new("", blocks("1 (2%)"))];
        let pieces = laid(&all).remove(0).pieces;
        let kept = "1\u{a0}(2%)";
        assert!(matches!(&pieces[0], Piece::Paragraph { lines, .. } if lines[0].1 == kept));
        assert_eq!(pieces[1], Piece::List(list(kept)));
        assert_eq!(pieces[2], Piece::Table(table(kept), false));
    }

    #[test]
    fn a_table_stays_on_one_sheet_as_long_as_it_takes_half_of_one() {
        let of = |rows: usize, letters: usize| {
            let row = vec!["x".repeat(letters / 2), "x".repeat(letters / 2)];
            stays_whole(&Table { caption: String::new(), head: Vec::new(), names: 0, rows: vec![row; rows] })
        };
        assert!(of(24, 20) && !of(25, 20), "a line a row");
        assert!(of(8, 200) && !of(8, 300), "three lines a row, and five");
    }

    #[test]
    fn a_plain_report_has_no_numbers() {
        let laid = laid(&report(Style::Plain));
        assert_eq!(laid[0].heading, "First");
        assert_eq!(numbers(&laid[0]), [" One.", " Two.", " Three."]);
    }
}
