//! Moving the keyboard focus on purpose: to the heading of a new page, or to a field with an error.
//!
//! The app uses the URL's fragment for its routes, so a `#field` link can't do this by itself.
//! Keeps WCAG 2.4.3 Focus order: after a page change, reading goes on from the new page's heading.

use std::time::Duration;

use leptos::prelude::{document, set_timeout, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::page::HEADING_ID;

/// Scrolls to the top and moves the focus to the page's heading, once the page now being drawn is there.
///
/// Call it after every page change but the first. Does nothing when the page has no
/// [`PageHeading`](super::PageHeading).
pub fn focus_heading() {
    soon(|| {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        if let Some(heading) = document().get_element_by_id(HEADING_ID) {
            focus_element(&heading);
        }
    });
}

/// Moves the focus to the field whose component was given `id`, and brings its label into view.
///
/// For a group (radios, checkboxes, a scale) that is the chosen control, or else the first one.
pub fn focus_field(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    let in_group = |selector| element.query_selector(selector).ok().flatten();
    let control = in_group("input:checked").or_else(|| in_group("input"));
    focus_element(control.as_ref().unwrap_or(&element));
    let group = element.closest(".govuk-form-group").ok().flatten();
    group.as_ref().unwrap_or(&element).scroll_into_view();
}

/// Moves the focus to the element with `id`, once what is now being drawn is there.
pub fn focus_soon(id: String) {
    soon(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            focus_element(&element);
        }
    });
}

/// The same for the first of two elements that is there by then.
pub(super) fn focus_either_soon(first: String, second: String) {
    soon(move || {
        let there = |id: &str| document().get_element_by_id(id);
        if let Some(element) = there(&first).or_else(|| there(&second)) {
            focus_element(&element);
        }
    });
}

/// Focuses an element that is on the page; one that refuses focus is left alone.
pub(super) fn focus_element(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // A browser refuses focus only for an element that has just gone, and then there is nothing to do.
        let _refused = element.focus();
    }
}

/// Runs `act` after the views now being drawn. A timer, because an animation frame never comes in a hidden tab.
pub(super) fn soon(act: impl FnOnce() + 'static) {
    set_timeout(act, Duration::ZERO);
}
