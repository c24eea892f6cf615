//! A report as HTML text: a page of its own that needs nothing else, or the part that is pasted into a document.
//!
//! Numbers are written out and tables have their heads, so that a word processor takes the text as it is read. What is said and in
//! which order is the same as on the screen, which draws the same layout.

use std::fmt::Write;

use super::document::{Entry, Laid, Picture, Piece, Report, Style, Table, laid, mark, stays_whole};
use super::picture::{Drawing, drawn};
use crate::charts::Layout;

/// How wide a picture stands in a document at most: what a sheet of A4 holds between the usual margins, 96 to the inch.
const WIDEST: f64 = 600.0;

/// Where the pictures of a report come from.
enum Pictures<'a> {
    /// They are drawn in the text itself.
    Drawn,
    /// Each is an address of an image, such as one that holds the image itself; `None` where there is none.
    Addresses(&'a [Option<String>]),
}

/// A report as a page of its own: it opens without Rainbow, fetches nothing and runs nothing.
pub fn page(report: &Report) -> String {
    let mut to = String::from("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
    to.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n");
    to.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    let _ = write!(
        to,
        "<title>{}</title>\n<style>\n{STYLES}{}</style>\n</head>\n",
        escape(&title(report)),
        running(report)
    );
    let _ = write!(
        to,
        "<body class=\"{}\">\n<main>\n{}</main>\n</body>\n</html>\n",
        class(report.style),
        body(report, &Pictures::Drawn)
    );
    to
}

/// A report as it is pasted into a document. `images` holds an address for each picture in order, such as one that holds the
/// image itself; where there is none, the picture's words stand in its place.
pub fn fragment(report: &Report, images: &[Option<String>]) -> String {
    format!("<meta charset=\"utf-8\">\n{}", body(report, &Pictures::Addresses(images)))
}

/// A report as plain text, a paragraph a line.
pub fn plain(report: &Report) -> String {
    let top = [&report.meeting, &report.area, &report.title, &report.byline];
    let mut lines: Vec<String> = top.into_iter().filter(|line| !line.is_empty()).cloned().collect();
    for section in laid(report) {
        lines.push(String::new());
        lines.push(section.heading);
        for piece in section.pieces {
            match piece {
                Piece::Paragraph { lines: said, .. } => {
                    lines.extend(said.into_iter().map(|(number, text)| format!("{number} {text}").trim().to_owned()));
                }
                Piece::Heading(words) => lines.push(words),
                Piece::List(entries) => {
                    lines.extend(entries.iter().map(|entry| format!("{} {}", mark(entry), entry.text)));
                }
                Piece::Table(table, _) => {
                    lines.push(table.caption);
                    lines.push(table.head.join("\t"));
                    // A line of the text is a row of the table.
                    lines.extend(table.rows.iter().map(|row| row.join("\t").replace('\n', " ")));
                }
                Piece::Figure(figure, _) => lines.push(figure.caption),
            }
        }
    }
    lines.join("\n")
}

/// The pictures of a report as they are drawn, in order.
pub fn drawings(report: &Report) -> Vec<Drawing> {
    let drawing = |(at, figure): (usize, &super::document::Figure)| drawn(&figure.picture, Layout::Wide, &prefix(at));
    report.figures().enumerate().map(drawing).collect()
}

/// What begins the ids in a picture of a report, by its place.
pub fn prefix(at: usize) -> String {
    format!("report-picture-{}", at.saturating_add(1))
}

/// The line at the head of each sheet but the first.
pub fn running_line(report: &Report) -> String {
    let byline = if report.byline.is_empty() { String::new() } else { format!(" \u{2013} {}", report.byline) };
    format!("{}: {}{byline}", report.area, report.title)
}

/// Words made safe for text and quoted attributes of HTML.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' => safe.push(letter),
            letter if letter.is_control() => safe.push('\u{fffd}'),
            letter => safe.push(letter),
        }
    }
    safe
}

fn title(report: &Report) -> String {
    if report.area.is_empty() { report.title.clone() } else { format!("{} \u{2013} {}", report.title, report.area) }
}

fn class(style: Style) -> &'static str {
    match style {
        Style::Numbered | Style::WithContents => "numbered",
        Style::Plain => "plain",
        Style::Poster => "poster",
    }
}

fn body(report: &Report, pictures: &Pictures<'_>) -> String {
    let mut to = String::new();
    for (class, words) in [("meeting", &report.meeting), ("area", &report.area)] {
        if !words.is_empty() {
            let _ = writeln!(to, "<p class=\"{class}\">{}</p>", escape(words));
        }
    }
    let _ = writeln!(to, "<h1>{}</h1>", escape(&report.title));
    if !report.byline.is_empty() {
        let _ = writeln!(to, "<p class=\"byline\">{}</p>", escape(&report.byline));
    }
    let sections = laid(report);
    if report.style == Style::WithContents {
        contents(&mut to, &sections);
    }
    for laid in sections {
        let class = if laid.is_appendix { " class=\"appendix\"" } else { "" };
        let _ = writeln!(to, "<section{class}>");
        if !laid.heading.is_empty() {
            let _ = writeln!(to, "<h2 id=\"{}\">{}</h2>", laid.anchor, escape(&laid.heading));
        }
        for piece in &laid.pieces {
            piece_text(&mut to, piece, pictures);
        }
        to.push_str("</section>\n");
    }
    to
}

/// The heading of the list of contents.
pub const CONTENTS: &str = "Contents";

fn contents(to: &mut String, sections: &[Laid]) {
    let _ = writeln!(to, "<nav class=\"contents\">\n<h2>{CONTENTS}</h2>\n<ul>");
    for laid in sections.iter().filter(|laid| !laid.heading.is_empty()) {
        let _ = writeln!(to, "<li><a href=\"#{}\">{}</a></li>", laid.anchor, escape(&laid.heading));
    }
    to.push_str("</ul>\n</nav>\n");
}

fn piece_text(to: &mut String, piece: &Piece, pictures: &Pictures<'_>) {
    match piece {
        Piece::Paragraph { lines, .. } => paragraph(to, lines),
        Piece::Heading(words) => {
            let _ = writeln!(to, "<h3>{}</h3>", escape(words));
        }
        Piece::List(entries) => {
            list(to, entries);
        }
        Piece::Table(table, _) => match pictures {
            // On a small screen a table of many columns scrolls by itself, so that the words beside it do not.
            Pictures::Drawn => {
                let name = escape(&table.caption);
                let _ = writeln!(to, "<div class=\"table\" role=\"region\" aria-label=\"{name}\" tabindex=\"0\">");
                table_text(to, table);
                to.push_str("</div>\n");
            }
            Pictures::Addresses(_) => table_text(to, table),
        },
        Piece::Figure(figure, at) => {
            let drawing = drawn(&figure.picture, Layout::Wide, &prefix(*at));
            to.push_str(match figure.picture {
                Picture::Rainbow { .. } => "<figure>\n",
                Picture::Radar { .. } => "<figure class=\"radar\">\n",
            });
            match pictures {
                Pictures::Drawn => to.push_str(&drawing.svg),
                Pictures::Addresses(images) => {
                    let alt = escape(&drawing.alt);
                    match images.get(*at).and_then(Option::as_ref) {
                        Some(address) => {
                            // A word processor leaves a picture as large as it is said to be, off the sheet as well.
                            let scale = (WIDEST / drawing.width).min(1.0);
                            let (width, height) = ((drawing.width * scale).round(), (drawing.height * scale).round());
                            let address = escape(address);
                            let _ = writeln!(
                                to,
                                "<p><img src=\"{address}\" alt=\"{alt}\" width=\"{width}\" height=\"{height}\"></p>"
                            );
                        }
                        None => {
                            let _ = writeln!(to, "<p>{alt}</p>");
                        }
                    }
                }
            }
            let _ = writeln!(to, "<figcaption>{}</figcaption>\n</figure>", escape(&figure.caption));
        }
    }
}

fn paragraph(to: &mut String, lines: &[(String, String)]) {
    for (number, text) in lines {
        let text = escape(text);
        let _ = if number.is_empty() {
            writeln!(to, "<p>{text}</p>")
        } else {
            writeln!(to, "<p class=\"paragraph\"><span class=\"number\">{number}</span> {text}</p>")
        };
    }
}

/// A list of bullets, or of lines that begin with what they are called by: no word processor numbers those as they are.
fn list(to: &mut String, entries: &[Entry]) {
    if entries.iter().all(|entry| entry.label.is_empty()) {
        to.push_str("<ul>\n");
        for entry in entries {
            let _ = writeln!(to, "<li>{}</li>", escape(&entry.text));
        }
        to.push_str("</ul>\n");
        return;
    }
    to.push_str("<div class=\"list\" role=\"list\">\n");
    for entry in entries {
        let (mark, text) = (escape(&mark(entry)), escape(&entry.text));
        let _ = writeln!(to, "<p class=\"entry\" role=\"listitem\"><span class=\"mark\">{mark}</span> {text}</p>");
    }
    to.push_str("</div>\n");
}

fn table_text(to: &mut String, table: &Table) {
    let class = if stays_whole(table) { " class=\"whole\"" } else { "" };
    // The border is said in the table itself, because word processors take no style sheet along.
    let _ = writeln!(
        to,
        "<table{class} border=\"1\" cellspacing=\"0\" cellpadding=\"4\">\n<caption>{}</caption>",
        escape(&table.caption)
    );
    to.push_str("<thead>\n<tr>");
    for head in &table.head {
        let _ = write!(to, "<th scope=\"col\">{}</th>", escape(head));
    }
    to.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        to.push_str("<tr>");
        for (at, cell) in row.iter().enumerate() {
            let cell = escape(cell).replace('\n', "<br>");
            let _ = if at == table.names {
                write!(to, "<th scope=\"row\">{cell}</th>")
            } else {
                write!(to, "<td>{cell}</td>")
            };
        }
        to.push_str("</tr>\n");
    }
    to.push_str("</tbody>\n</table>\n");
}

/// The rules that write the running line: only a style sheet can write there.
fn running(report: &Report) -> String {
    let words: String = running_line(report)
        .chars()
        .map(|letter| match letter {
            letter if letter.is_ascii_alphanumeric() || letter == ' ' => letter.to_string(),
            letter => format!("\\{:x} ", u32::from(letter)),
        })
        .collect();
    format!("@page {{ @top-left {{ content: \"{words}\"; }} }}\n@page :first {{ @top-left {{ content: \"\"; }} }}\n")
}

const STYLES: &str = include_str!("html/page.css");

#[cfg(test)]
mod tests;
