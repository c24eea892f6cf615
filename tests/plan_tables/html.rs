//! The HTML that is written for the clipboard, read back as a browser would lay it out.

use rainbow::exchange::plan_table::{Cell, Grid};

/// Reads the one table of this HTML, which holds nothing but the tags that are written.
pub fn grid(html: &str) -> Grid {
    let mut grid = Grid::default();
    let mut inside = false;
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap();
        let name = tag.split(' ').next().unwrap();
        match name {
            "tr" => grid.rows.push(Vec::new()),
            "th" | "td" => {
                let columns =
                    tag.split("colspan=\"").nth(1).map_or(1, |rest| rest.split('"').next().unwrap().parse().unwrap());
                grid.rows.last_mut().unwrap().push(Cell { columns, heading: name == "th", ..Cell::plain("") });
                inside = true;
            }
            "/th" | "/td" => inside = false,
            "table" | "/table" | "caption" | "/caption" | "thead" | "/thead" | "tbody" | "/tbody" | "/tr" | "ul"
            | "/ul" | "li" | "/li" | "br" => {}
            other => panic!("{other} is written into the table"),
        }
        if let Some(cell) = grid.rows.last_mut().and_then(|row| row.last_mut()).filter(|_| inside) {
            match name {
                "li" => cell.text.push_str("\n\u{2022} "),
                "br" => cell.text.push('\n'),
                _ => {}
            }
            cell.text.push_str(&unescaped(text));
        }
    }
    grid
}

fn unescaped(text: &str) -> String {
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    plain.replace("&amp;", "&")
}
