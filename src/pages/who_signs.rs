//! Who signs something off, and when: the form that a plan and what was agreed have in common.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::ui::{Button, ButtonGroup, DateInput, ErrorSummary, FieldError, Form, Input, Inset, Textarea, error_at};

/// The field of who signs.
pub(super) const BY: &str = "sign-by";

/// The field of the day.
const ON: &str = "sign-on";

/// What has been entered so far.
#[derive(Clone, Copy)]
pub(super) struct WhoSigns {
    /// The role of who signs.
    by: RwSignal<String>,
    /// The day.
    on: RwSignal<Option<NaiveDate>>,
    /// What they want to add.
    words: RwSignal<String>,
    /// What is wrong.
    pub(super) errors: RwSignal<Vec<FieldError>>,
}

impl WhoSigns {
    /// The form as it begins: the Director, today, with nothing to add.
    pub(super) fn on(today: NaiveDate) -> Self {
        Self {
            by: RwSignal::new("Director of Children\u{2019}s Services".to_owned()),
            on: RwSignal::new(Some(today)),
            words: RwSignal::new(String::new()),
            errors: RwSignal::new(Vec::new()),
        }
    }

    /// Who signs, on which day, and what they add. `None` where something is wrong, which is then shown: also that what is
    /// signed was `changed` since it was on the screen, in words that say so.
    pub(super) fn read(self, changed: Option<&'static str>) -> Option<(String, NaiveDate, String)> {
        let typed = |field: RwSignal<String>| field.with_untracked(|text| text.trim().to_owned());
        let (by, on, words) = (typed(self.by), self.on.get_untracked(), typed(self.words));
        let wrong = [
            by.is_empty().then(|| FieldError::new(BY, "Enter the role of who signs")),
            on.is_none().then(|| FieldError::new(ON, "Enter the day on which it was signed")),
            changed.map(|changed| FieldError::new(BY, changed)),
        ];
        let wrong: Vec<FieldError> = wrong.into_iter().flatten().collect();
        if wrong.is_empty() {
            return Some((by, on?, words));
        }
        self.errors.set(wrong);
        None
    }
}

/// The form.
#[component]
pub(super) fn WhoSignsForm(
    /// What has been entered.
    who: WhoSigns,
    /// Where somebody goes who does not sign after all.
    cancel: String,
    /// Called when the form is handed in.
    #[prop(into)]
    on_sign: Callback<()>,
) -> impl IntoView {
    let WhoSigns { by, on, words, errors } = who;
    view! {
        <section class="app-no-print">
            <h2 class="govuk-heading-m">"Who signs"</h2>
            <ErrorSummary errors />
            <Inset>"Enter this when the person in that role has said yes. It is a record of their decision, not a signature."</Inset>
            <Form on_submit=move |()| on_sign.run(())>
                <Input
                    id=BY
                    label="Signed by"
                    hint="A role, not a name."
                    error=error_at(errors, BY)
                    value=by
                    on_change=move |text| by.set(text)
                />
                <DateInput id=ON label="Signed on" error=error_at(errors, ON) value=on on_change=move |day| on.set(day) />
                <Textarea
                    id="sign-words"
                    label="What they want to add (optional)"
                    rows=3
                    value=words
                    on_change=move |text| words.set(text)
                />
                <ButtonGroup>
                    <Button submit=true>"Sign off"</Button>
                    <a class="govuk-link" href=cancel>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </section>
    }
}
