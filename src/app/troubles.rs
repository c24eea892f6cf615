//! What is wrong with keeping what a person enters, in words, and what they can do about it.

use crate::state::{App, Keeping, Only};
use crate::storage::opening::Trouble;
use crate::storage::store::StoreError;

/// What whoever the app serves can do where the browser does not keep what they enter.
pub(super) fn way_out(app: App) -> &'static str {
    if let Some(only) = app.only_for() {
        match only {
            Only::Lead => "Save the file to send back before you close this tab.",
            Only::Table => "Make your file before you close this tab.",
        }
    } else if app.invited().is_some() {
        "Finish, and save your response file, before you close this tab."
    } else {
        "Export your work from the Files page before you close this tab."
    }
}

/// What is wrong with keeping, as sentences that say what is safe and what to do; `None` when all is well.
pub(super) fn trouble_words(keeping: &Keeping, troubles: &[Trouble], way_out: &str) -> Option<String> {
    let no_quick = troubles.iter().any(|trouble| matches!(trouble, Trouble::NoQuick(_)));
    let no_durable = troubles.iter().any(|trouble| matches!(trouble, Trouble::NoDurable(_)));
    let mut words = Vec::new();
    match keeping {
        Keeping::Unsaved(error) => words.push(format!("Your last changes are not saved: {}. {way_out}", reason(error))),
        Keeping::Fragile(error) => words.push(format!(
            "Your last changes are saved only until the browser is closed or crashes: {}. {way_out}",
            reason(error)
        )),
        Keeping::NotRemoved(error) => words.push(format!(
            "The response was withdrawn and that is saved, but a copy of it could not be removed from this browser: {}. Close other tabs with Rainbow and try again. Opening the area tries again, too.",
            reason(error)
        )),
        _ if no_quick && no_durable => {
            words.push(format!("This browser does not let Rainbow keep anything. {way_out}"));
        }
        _ if no_durable => {
            words.push(format!("This browser keeps your work only in its small, less safe store. {way_out}"))
        }
        _ => {}
    }
    for trouble in troubles {
        match trouble {
            Trouble::Repaired(count) => words.push(format!(
                "One of the two places where this browser keeps your work had lost some or all of it. What it had lost was put back from the other (records: {count})."
            )),
            Trouble::Unreadable(count) => words.push(format!(
                "{count} saved entries could not be read. Everything that could be read is shown. If something is missing, open your last exported file."
            )),
            Trouble::NoQuick(_) | Trouble::NoDurable(_) => {}
        }
    }
    (!words.is_empty()).then(|| words.join(" "))
}

fn reason(error: &StoreError) -> String {
    match error {
        StoreError::Denied => "this browser does not let the page keep anything".to_owned(),
        StoreError::Full => "there is no room left in this browser".to_owned(),
        StoreError::Failed(words) => format!("the browser said \u{201c}{words}\u{201d}"),
    }
}
