//! The made-up strategy as a document puts it on the clipboard, kept as a file that the browser's tests paste.

use std::fmt::Write;
use std::fs;

use rainbow::exchange::plan_table::Grid;

use crate::made_up;
use crate::written_by_hand::{as_document, typed};

const FILE: &str = "tests/browser/strategy.html";

#[test]
fn the_strategy_that_the_browser_pastes_is_the_made_up_one() {
    let html = written(&as_document(&typed(&made_up::strategy())));
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        fs::write(FILE, &html).unwrap();
    }
    let kept = fs::read_to_string(FILE).unwrap_or_default();
    assert!(kept == html, "{FILE} is another: UPDATE_GOLDENS=1 cargo test --test plan_tables");
}

/// A grid as a word processor writes it: merged cells, lines parted by breaks.
fn written(grid: &Grid) -> String {
    let mut html = "<html>\n<body>\n<table>\n".to_owned();
    for row in &grid.rows {
        html.push_str("<tr>\n");
        for cell in row {
            let name = if cell.heading { "th" } else { "td" };
            let text = cell.text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', "<br>");
            write!(html, "<{name}").unwrap();
            for (span, count) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
                if count > 1 {
                    write!(html, " {span}=\"{count}\"").unwrap();
                }
            }
            writeln!(html, ">{text}</{name}>").unwrap();
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</table>\n</body>\n</html>\n");
    html
}
