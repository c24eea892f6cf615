//! The update file as a page: a copy of Rainbow's own page that carries what a lead is asked, which the app opens when it starts
//! from it.

use super::carrying::{self, Carrying, escaped};
use super::export;
use super::problem::Fault;
use crate::domain::update_request::Asking;

/// The id of the element that holds what is asked in a page.
pub const ELEMENT: &str = "update";

/// How the title of every such page begins, by which one that was sent back is known.
pub const TITLE: &str = "Progress of ";

/// The page with what a lead is asked in the place of what it carried before.
///
/// # Errors
/// If the page has no such place, or more than one.
pub fn fill(page: &str, asking: &Asking) -> Result<String, Fault> {
    let content = export::asking(asking)?;
    let title = format!("{TITLE}{}: {}, {}", asking.request.lead, asking.plan.title, asking.request.area_name);
    let without_scripts = without_scripts(asking);
    carrying::fill(page, &Carrying { element: ELEMENT, title, without_scripts, content: &content })
}

/// What the file says where scripts don't run.
fn without_scripts(asking: &Asking) -> String {
    let (area, plan) = (escaped(&asking.request.area_name), escaped(&asking.plan.title));
    let lead = escaped(&asking.request.lead);
    format!(
        "<h1>{TITLE}{lead}: {plan}</h1>\n\
         <p>This file asks {lead} how their actions in the plan of {area} are going. What you write stays on your computer until \
         you send it back.</p>\n\
         <p>On a computer: save this file, then open it in an up-to-date Edge, Chrome, Firefox or Safari. If you see only these \
         words there, JavaScript is turned off: turn it on for this page, or open it in another browser.</p>\n\
         <p>On a phone or tablet this file will most likely not open. Open it on a computer.</p>\n"
    )
}
