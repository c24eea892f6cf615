//! Changing what something is called, behind a link: the area on the overview, a plan above its table.

use leptos::prelude::*;

use crate::domain::workspace::{Edit, EditError};
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonKind, Details, ErrorSummary, FieldError, Form, Input, focus_heading};

/// The field of the new name.
const FIELD: &str = "rename";

/// What is asked and said when something is given another name.
#[derive(Clone, Copy)]
pub(super) struct RenameWords {
    /// What is behind the link.
    pub(super) summary: &'static str,
    /// The label of the field.
    pub(super) label: &'static str,
    /// What is said when the field is empty.
    pub(super) missing: &'static str,
    /// The button.
    pub(super) button: &'static str,
    /// What is said when it is done.
    pub(super) done: &'static str,
}

/// The form that changes a name.
#[component]
pub(super) fn Rename(
    /// What is asked and said.
    words: RenameWords,
    /// The name as it stands.
    #[prop(into)]
    name: Signal<String>,
    /// Writes the new name.
    #[prop(into)]
    write: Callback<String, Result<Edit, EditError>>,
) -> impl IntoView {
    let app = App::get();
    let typed = RwSignal::new(None::<String>);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let shown = move || typed.get().unwrap_or_else(|| name.get());
    let error = move || errors.with(|errors| errors.first().map(|error| error.message.clone()));
    let save = move |()| {
        let wanted = typed.get_untracked().unwrap_or_else(|| name.get_untracked());
        let wanted = wanted.trim();
        if wanted.is_empty() {
            errors.set(vec![FieldError::new(FIELD, words.missing)]);
            return;
        }
        match write.run(wanted.to_owned()) {
            Ok(edit) if edit.is_empty() => app.say(Notice::said("Nothing was changed.")),
            Ok(edit) => app.say(Notice::done(words.done, &edit)),
            Err(_) => app.say(Notice::said("What you wanted to rename is no longer here. Nothing was changed.")),
        }
        // The name may be on a part of the page that has just been drawn anew, and this form with it.
        errors.try_set(Vec::new());
        typed.try_set(None);
        focus_heading();
    };
    view! {
        <div class="app-no-print"><Details summary=words.summary>
            <ErrorSummary errors />
            <Form on_submit=save>
                <Input
                    id=FIELD
                    label=words.label
                    error=Signal::derive(error)
                    value=Signal::derive(shown)
                    on_change=move |text| typed.set(Some(text))
                />
                <Button submit=true kind=ButtonKind::Secondary>{words.button}</Button>
            </Form>
        </Details></div>
    }
}
