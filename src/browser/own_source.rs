//! The page's own source: Rainbow as one file, as it was before it started, and what this copy of it carries.
//!
//! A page that was opened from a file can read no file, not even its own, so it writes itself anew from what stands in the
//! document. Only what belongs there goes along: not what the app has drawn, and not what extensions of the browser put in.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element};

use super::fault::words;
use super::reach;

/// The app in one file, as the site carries it.
const ONE_FILE: &str = "rainbow.html";

/// What stands in the body of the one file, by id. What has no id and belongs there is `noscript`.
const PARTS: [&str; 8] = ["starting", "watch", "app", "survey", "update", "exercise", "wasm", "start"];

/// The text that this copy of Rainbow carries in its element of this id; `None` if it carries none.
pub fn carried(id: &str) -> Option<String> {
    document()?.get_element_by_id(id)?.text_content()
}

/// The source of Rainbow as one file: this page's own, or on the site that of the file it carries beside itself.
///
/// # Errors
/// The browser's words, when the site's file can't be had.
pub async fn one_file() -> Result<String, String> {
    let document = document().ok_or("there is no page")?;
    if document.get_element_by_id("wasm").is_some() {
        return of_document(&document).map_err(|thrown| words(&thrown));
    }
    fetched().await.map_err(|thrown| words(&thrown))
}

/// The address of this page without what follows `#`, where it is one that others can follow; `None` for a page that was
/// opened from a file.
pub fn address() -> Option<String> {
    let address = web_sys::window()?.location().href().ok()?;
    let address = address.split('#').next().unwrap_or_default();
    address.starts_with("http").then(|| address.to_owned())
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

async fn fetched() -> Result<String, JsValue> {
    let window = web_sys::window().ok_or("there is no page")?;
    let response = reach::answer(&window, "fetch", &[JsValue::from_str(ONE_FILE)]).await?;
    let is_ok = js_sys::Reflect::get(&response, &JsValue::from_str("ok"))?.is_truthy();
    if !is_ok {
        return Err(JsValue::from_str("the site does not have the file rainbow.html"));
    }
    let text = reach::answer(&response, "text", &[]).await?;
    text.as_string().ok_or_else(|| JsValue::from_str("the site does not have the file rainbow.html"))
}

fn of_document(document: &Document) -> Result<String, JsValue> {
    let root = document.document_element().ok_or("there is no page")?;
    let copy: Element = root.clone_node_with_deep(true)?.dyn_into()?;
    only_attributes(&copy, &["lang", "class"])?;
    keep(&copy, |part| matches!(part.tag_name().as_str(), "HEAD" | "BODY"));
    if let Some(head) = copy.query_selector("head")? {
        let styles = head.query_selector_all("style")?;
        let own = styles.get(0);
        keep(&head, |part| match part.tag_name().as_str() {
            "META" | "TITLE" | "NOSCRIPT" => true,
            "LINK" => part.get_attribute("rel").as_deref() == Some("icon"),
            "STYLE" => own.as_ref().is_some_and(|own| own.is_same_node(Some(part))),
            _ => false,
        });
    }
    if let Some(title) = copy.query_selector("title")? {
        title.set_text_content(Some("Rainbow"));
    }
    if let Some(body) = copy.query_selector("body")? {
        only_attributes(&body, &["class"])?;
        keep(&body, |part| part.tag_name() == "NOSCRIPT" || PARTS.contains(&part.id().as_str()));
    }
    if let Some(app) = copy.query_selector("#app")? {
        app.set_text_content(None);
        only_attributes(&app, &["id"])?;
    }
    if let Some(starting) = copy.query_selector("#starting")? {
        starting.remove_attribute("hidden")?;
    }
    Ok(format!("<!doctype html>\n{}\n", copy.outer_html()))
}

/// Takes the elements out of a parent that don't belong there.
fn keep(parent: &Element, belongs: impl Fn(&Element) -> bool) {
    let mut next = parent.first_element_child();
    while let Some(part) = next {
        next = part.next_element_sibling();
        if !belongs(&part) {
            part.remove();
        }
    }
}

/// Takes the attributes off an element that don't belong to it.
fn only_attributes(element: &Element, belong: &[&str]) -> Result<(), JsValue> {
    let names: Array = element.get_attribute_names();
    for name in names.iter().filter_map(|name| name.as_string()).filter(|name| !belong.contains(&name.as_str())) {
        element.remove_attribute(&name)?;
    }
    Ok(())
}
