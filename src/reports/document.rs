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

fn pieces(section: &Section, number: Option<&str>, figures: &mut usize) -> Vec<Piece> {
    // Paragraphs are counted; what stands under one belongs to it.
    let mut count = 0_usize;
    let mut numbered = |text: &str| {
        count = count.saturating_add(1);
        (number.map(|number| format!("{number}.{count}")).unwrap_or_default(), text.to_owned())
    };
    let mut piece = |(at, block): (usize, &Block)| match block {
        Block::Paragraph(of) => Piece::Paragraph { lines: of.lines().map(&mut numbered).collect(), of: of.clone() },
        Block::Heading(words) => Piece::Heading(words.clone()),
        Block::List(entries) => Piece::List(entries.clone()),
        Block::Table(table) => Piece::Table(table.clone(), at == 0),
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
    fn a_plain_report_has_no_numbers() {
        let laid = laid(&report(Style::Plain));
        assert_eq!(laid[0].heading, "First");
        assert_eq!(numbers(&laid[0]), [" One.", " Two.", " Three."]);
    }
}
