//! What happens if the app panics all the same: it saves nothing more, says so, and offers the last good data as a file.
//!
//! The message is built with plain DOM calls. Whatever panicked may have left the app's own drawing in pieces. What stands
//! beneath the message can be read and copied, such as words that were typed and not saved, but nothing done to it
//! reaches the app any more.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlElement, Node};

use super::files;
use crate::storage::store::StoreError;

static STOPPED: AtomicBool = AtomicBool::new(false);

/// Gives the name and the text of a file that holds the last good data.
type Rescue = dyn Fn() -> Option<(String, String)>;

thread_local! {
    static RESCUE: RefCell<Option<Rc<Rescue>>> = const { RefCell::new(None) };
    /// Where it is said what came of the copy, and whether one is being made.
    static COPY: RefCell<Option<Element>> = const { RefCell::new(None) };
    static COPYING: Cell<bool> = const { Cell::new(false) };
}

/// Whether the app has panicked. What it holds can't be trusted from then on, so neither store may be reached any more,
/// not even by a saving that was on its way.
pub fn is_stopped() -> bool {
    STOPPED.load(Ordering::Relaxed)
}

/// Lets a store be reached only while the app has not panicked.
///
/// # Errors
/// Once it has.
pub(super) fn unless_stopped() -> Result<(), StoreError> {
    if is_stopped() { Err(StoreError::Failed(TITLE.to_owned())) } else { Ok(()) }
}

/// Sets where the last good data is to be had: a file's name and its text, which is JSON; `None` if there is none yet.
///
/// It is called when the person presses the button, perhaps in the middle of what panicked, so it should read something
/// that no borrow or lock of the app's can be holding. If it panics all the same, the message says that there is no copy.
pub fn set_rescue(rescue: impl Fn() -> Option<(String, String)> + 'static) {
    RESCUE.with(|kept| {
        if let Ok(mut kept) = kept.try_borrow_mut() {
            *kept = Some(Rc::new(rescue));
        }
    });
}

/// Sets what a panic does from now on. To be called before anything else.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        let happened = info.to_string();
        web_sys::console::error_1(&JsValue::from_str(&happened));
        let stopped_before = STOPPED.swap(true, Ordering::Relaxed);
        if COPYING.replace(false) {
            say(NO_COPY);
        } else if !stopped_before {
            // If the page is so broken that no message can be shown, it is kept still all the same.
            let message = show(&happened).ok();
            keep_still(message.as_deref());
            // What is being typed is left by this, and the app is not to hear of it.
            if let Some(message) = message {
                message.focus().ok();
            }
        }
    }));
}

const TITLE: &str = "Rainbow has stopped";
const WHAT: &str = "Something went wrong that Rainbow could not put right. Nothing more will be saved in this tab, \
                    so please do not carry on working in it.";
const SAFE: &str = "Everything that was shown as saved is still on this device. What you typed since then is still below, \
                    to be read and copied.";
const NEXT: &str = "Download a copy of your work to be safe. It holds everything but answers in progress, which stay on \
                    this device. Then close this tab and open Rainbow again.";
const NEXT_WITHOUT_COPY: &str = "Close this tab and open Rainbow again.";
const BUTTON: &str = "Download a copy of your work";
const COPIED: &str = "Your browser now has the copy. Look for it where your downloads are kept.";
const NO_COPY: &str = "A copy could not be made. What was shown as saved is still on this device: close this tab and \
                       open Rainbow again.";

/// How much of what happened the message tells, in characters. The browser's console has all of it.
const MOST_TOLD: usize = 300;

/// What the app listens for, and what people do to fields. Of the first ones the browser's own effect is held back as well:
/// a link is not followed, a field not changed, a file not opened.
const STILLED: [&str; 6] = ["click", "beforeinput", "change", "submit", "dragover", "drop"];
const UNHEARD: [&str; 9] =
    ["input", "keydown", "focus", "blur", "focusin", "focusout", "pointerenter", "pointerleave", "dragleave"];

/// Lets nothing that is done to the page reach the app any more, except what is done to the message. Of what happens to
/// the window itself, such as a change of its address, the app must not take notice on its own account: not every browser
/// asks this listener first.
fn keep_still(message: Option<&Element>) {
    let Some(window) = web_sys::window() else { return };
    if let Some(app) = window.document().and_then(|document| document.get_element_by_id("app")) {
        app.set_class_name("app-stopped");
        // What they say, such as "Saved", need not hold any more.
        let statuses = app.query_selector_all("[role=status]").map(|found| Array::from(&found)).unwrap_or_default();
        statuses
            .iter()
            .filter_map(|status| status.dyn_into::<Node>().ok())
            .for_each(|status| status.set_text_content(None));
    }
    let heard = STILLED.iter().map(|name| (*name, true)).chain(UNHEARD.iter().map(|name| (*name, false)));
    for (name, is_held_back) in heard {
        let message = message.cloned();
        let stop = move |event: &Event| {
            let target = event.target();
            let place = target.as_ref().and_then(|target| target.dyn_ref::<Node>());
            let is_ours =
                message.as_ref().is_some_and(|message| place.is_some_and(|place| message.contains(Some(place))));
            // The copy is given by a click on a link of its own.
            if is_ours || COPYING.get() {
                return;
            }
            event.stop_immediate_propagation();
            if is_held_back {
                event.prevent_default();
            }
        };
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
        EventListener::new_with_options(&window, name, options, stop).forget();
    }
}

/// Puts the message at the top of the page, and gives it.
fn show(happened: &str) -> Result<HtmlElement, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("there is no page")?;
    let body = document.body().ok_or("there is no page")?;
    let frame = document.create_element("div")?;
    frame.set_class_name("govuk-width-container");
    let message: HtmlElement = add(&document, &frame, "div", "govuk-error-summary", "")?.dyn_into()?;
    message.set_attribute("role", "alert")?;
    message.set_tab_index(-1);
    let has_rescue = RESCUE.with(|rescue| rescue.try_borrow().is_ok_and(|rescue| rescue.is_some()));
    add(&document, &message, "h2", "govuk-error-summary__title", TITLE)?;
    add(&document, &message, "p", "govuk-body", WHAT)?;
    add(&document, &message, "p", "govuk-body", SAFE)?;
    add(&document, &message, "p", "govuk-body", if has_rescue { NEXT } else { NEXT_WITHOUT_COPY })?;
    if has_rescue {
        let button: HtmlElement = add(&document, &message, "button", "govuk-button", BUTTON)?.dyn_into()?;
        button.set_attribute("type", "button")?;
        let pressed = Closure::<dyn Fn()>::new(copy).into_js_value();
        button.set_onclick(Some(pressed.unchecked_ref()));
        let outcome = add(&document, &message, "p", "govuk-body", "")?;
        outcome.set_attribute("role", "status")?;
        COPY.with(|kept| kept.replace(Some(outcome)));
    }
    let start: String = happened.chars().take(MOST_TOLD).collect();
    add(&document, &message, "p", "govuk-hint", &format!("For whoever looks after Rainbow: {start}"))?;
    body.prepend_with_node_1(&frame)?;
    Ok(message)
}

fn add(document: &Document, to: &Element, tag: &str, class: &str, text: &str) -> Result<Element, JsValue> {
    let element = document.create_element(tag)?;
    element.set_class_name(class);
    element.set_text_content(Some(text));
    to.append_child(&element)?;
    Ok(element)
}

/// Makes the copy and says what came of it. If the rescue panics, the hook says it.
fn copy() {
    let rescue = RESCUE.with(|rescue| rescue.try_borrow().ok().and_then(|rescue| rescue.clone()));
    COPYING.set(true);
    let file = rescue.and_then(|rescue| rescue());
    let done = file.is_some_and(|(name, text)| files::download(&name, "application/json", &text).is_ok());
    COPYING.set(false);
    say(if done { COPIED } else { NO_COPY });
}

fn say(words: &str) {
    COPY.with(|place| {
        if let Ok(place) = place.try_borrow()
            && let Some(place) = place.as_ref()
        {
            place.set_text_content(Some(words));
        }
    });
}
