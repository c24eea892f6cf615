//! Printing the page.

/// Opens the browser's print dialogue. It returns when the person has closed it, except on phones.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Where printing is not allowed, browsers do nothing; there is nothing to tell apart.
        window.print().ok();
    }
}
