//! The exercise file as a page: a copy of Rainbow's own page that carries what a table gets, which the app opens when it starts
//! from it.

use super::carrying::{self, Carrying, escaped};
use super::export;
use super::problem::Fault;
use crate::domain::seat::Seating;

/// The id of the element that holds what a table gets in a page.
pub const ELEMENT: &str = "exercise";

/// How the title of every such page begins, by which one that was sent back is known.
pub const TITLE: &str = "Exercise for tables: ";

/// The page with what a table gets in the place of what it carried before.
///
/// # Errors
/// If the page has no such place, or more than one.
pub fn fill(page: &str, seating: &Seating) -> Result<String, Fault> {
    let content = export::seating(seating)?;
    let title = format!("{TITLE}{}, {}", seating.given.title(), seating.area_name);
    let without_scripts = without_scripts(seating);
    carrying::fill(page, &Carrying { element: ELEMENT, title, without_scripts, content: &content })
}

/// What the file says where scripts don't run.
fn without_scripts(seating: &Seating) -> String {
    let (area, title) = (escaped(&seating.area_name), escaped(seating.given.title()));
    format!(
        "<h1>{TITLE}{title}</h1>\n\
         <p>This file lets a table in the room take part in an exercise of {area}. What you do stays on this computer until you \
         give your own file back.</p>\n\
         <p>Save this file, then open it in an up-to-date Edge, Chrome, Firefox or Safari. It needs no network. If you see only \
         these words there, JavaScript is turned off: turn it on for this page, or open it in another browser.</p>\n"
    )
}
