//! Tables out of pasted HTML: what word processors and spreadsheets put on the clipboard beside plain text.
//!
//! The browser's own parser reads it into a document that is never shown: nothing in it runs, and nothing is fetched for it.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomParser, Element, Node, SupportedType};

use super::reach;
use crate::exchange::grid::{Cell, Grid};

/// The HTML that was pasted with an event; empty if there is none.
pub fn pasted_html(event: &web_sys::Event) -> String {
    let data = reach::part(event, "clipboardData");
    let html = data.and_then(|data| reach::call(&data, "getData", &[JsValue::from_str("text/html")]).ok());
    html.and_then(|html| html.as_string()).unwrap_or_default()
}

/// The tables in a piece of HTML, in their order; a table within a cell of another counts as the words of that cell.
pub fn tables_in(html: &str) -> Vec<Grid> {
    let parsed = DomParser::new().and_then(|parser| parser.parse_from_string(html, SupportedType::TextHtml));
    let Ok(document) = parsed else { return Vec::new() };
    let within =
        |table: &Element| table.parent_element().and_then(|above| above.closest("table").ok().flatten()).is_some();
    let tables = document.query_selector_all("table").map(|tables| elements(&tables)).unwrap_or_default();
    tables.iter().filter(|table| !within(table)).map(grid).collect()
}

fn grid(table: &Element) -> Grid {
    let rows = table.query_selector_all("tr").map(|rows| elements(&rows)).unwrap_or_default();
    let mine = |row: &&Element| row.closest("table").ok().flatten().as_ref() == Some(table);
    let row = |row: &Element| {
        let cells = children(row).into_iter().filter(|cell| matches!(cell.tag_name().as_str(), "TD" | "TH"));
        cells.map(|element| cell(&element)).collect()
    };
    Grid { rows: rows.iter().filter(mine).map(row).collect() }
}

fn cell(element: &Element) -> Cell {
    let span = |name: &str| element.get_attribute(name).and_then(|span| span.trim().parse().ok()).unwrap_or(1);
    let mut text = String::new();
    write_words(element, &mut text);
    Cell {
        text,
        rows: span("rowspan"),
        columns: span("colspan"),
        heading: element.tag_name() == "TH",
        is_picture: element.query_selector("img, svg, object").ok().flatten().is_some(),
    }
}

/// Writes the words of an element: paragraphs and lines of their own each on a line, items of a list with a bullet before them.
fn write_words(element: &Element, text: &mut String) {
    let nodes = element.child_nodes();
    for at in 0..nodes.length() {
        let Some(node) = nodes.item(at) else { continue };
        if node.node_type() == Node::TEXT_NODE {
            write_run(&node.text_content().unwrap_or_default(), text);
            continue;
        }
        let Some(child) = node.dyn_ref::<Element>() else { continue };
        match child.tag_name().to_ascii_uppercase().as_str() {
            "SCRIPT" | "STYLE" | "TEMPLATE" | "HEAD" => {}
            "BR" => text.push('\n'),
            "LI" => {
                begin_line(text);
                text.push_str("\u{2022} ");
                write_words(child, text);
                begin_line(text);
            }
            "P" | "DIV" | "UL" | "OL" | "TR" | "TABLE" | "H1" | "H2" | "H3" | "H4" => {
                begin_line(text);
                write_words(child, text);
                begin_line(text);
            }
            "TD" | "TH" => {
                write_words(child, text);
                text.push(' ');
            }
            _ => write_words(child, text),
        }
    }
}

/// Writes a run of words as a page shows it: blanks and line ends in the source are one blank.
fn write_run(run: &str, text: &mut String) {
    let is_blank = |letter: char| matches!(letter, ' ' | '\n' | '\r' | '\t');
    for letter in run.chars() {
        if !is_blank(letter) {
            text.push(letter);
        } else if !text.is_empty() && !text.ends_with([' ', '\n']) {
            text.push(' ');
        }
    }
}

fn begin_line(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

fn elements(list: &web_sys::NodeList) -> Vec<Element> {
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
}

fn children(element: &Element) -> Vec<Element> {
    std::iter::successors(element.first_element_child(), Element::next_element_sibling).collect()
}
