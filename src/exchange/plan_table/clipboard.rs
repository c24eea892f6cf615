//! A plan as a table to paste into a document or a spreadsheet: clean HTML, and text with tabs beside it.

use super::sheet::PlanSheet;
use super::written::{Row, Written};
use crate::exchange::formula::guarded;

/// How each cell looks. The number format, which only spreadsheets know, keeps "Oct-09" from becoming a day and a formula
/// from being one.
const STYLE: &str = "border:1px solid #505a5f;padding:4px;vertical-align:top;text-align:left;mso-number-format:'\\@'";

/// Writes a plan as one HTML table. Words are escaped; nothing in it can run.
pub fn html(sheet: &PlanSheet) -> String {
    let written = Written::of(sheet);
    html_of(&sheet.title, &written.heads, &written.rows)
}

/// Writes rows of cells as one HTML table likewise.
pub fn html_of_cells(title: &str, heads: &[&str], rows: &[Vec<String>]) -> String {
    html_of(title, heads, &rows.iter().cloned().map(Row::Cells).collect::<Vec<_>>())
}

fn html_of(title: &str, heads: &[&str], rows: &[Row]) -> String {
    let mut html =
        format!("<table style=\"border-collapse:collapse\"><caption>{}</caption><thead><tr>", escaped(title));
    for head in heads {
        html.push_str(&format!("<th scope=\"col\" style=\"{STYLE}\">{}</th>", escaped(head)));
    }
    html.push_str("</tr></thead><tbody>");
    for row in rows {
        html.push_str("<tr>");
        match row {
            Row::Heading(words) => {
                let width = heads.len();
                let words = lines(words);
                html.push_str(&format!("<th scope=\"colgroup\" colspan=\"{width}\" style=\"{STYLE}\">{words}</th>"));
            }
            Row::Cells(cells) => {
                for cell in cells {
                    html.push_str(&format!("<td style=\"{STYLE}\">{}</td>", lines(cell)));
                }
            }
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table>");
    html
}

/// Writes a plan as text with tabs between cells, as spreadsheets copy one.
pub fn text(sheet: &PlanSheet) -> String {
    text_of(&Written::of(sheet).records())
}

/// Writes rows as text with tabs likewise, the first of them the heads.
pub fn text_of(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&guarded(cell))).collect();
        text.push_str(&cells.join("\t"));
        text.push_str("\r\n");
    }
    text
}

fn quoted(cell: &str) -> String {
    if cell.contains(['\t', '\n', '\r', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

/// A cell's lines: a list where each has a bullet.
fn lines(cell: &str) -> String {
    let bare: Option<Vec<&str>> = cell.lines().map(|line| line.strip_prefix("\u{2022} ")).collect();
    match bare.filter(|bare| !bare.is_empty()) {
        Some(bare) => {
            let items: String = bare.into_iter().map(|line| format!("<li>{}</li>", escaped(line))).collect();
            format!("<ul>{items}</ul>")
        }
        None => escaped(cell).replace('\n', "<br>"),
    }
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(letter),
        }
    }
    safe
}
