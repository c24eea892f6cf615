//! One half of what is agreed about an arc: a place on the scale, who agreed it, when and why.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::round::TenthScore;
use crate::reports::words;
use crate::ui::{DateInput, FieldError, Input, InputWidth, Textarea, error_at};

/// What has been typed, and what stood there before.
#[derive(Clone, Copy)]
pub(super) struct Half {
    /// What the ids of the fields start with.
    prefix: &'static str,
    score: RwSignal<String>,
    by: RwSignal<String>,
    on: RwSignal<Option<NaiveDate>>,
    reason: RwSignal<String>,
    before: StoredValue<Option<Before>>,
}

/// What stands of a half: the place on the scale, who agreed it, why and on which day.
#[derive(Clone)]
pub(super) struct Before {
    pub(super) score: Option<TenthScore>,
    pub(super) by: String,
    pub(super) reason: String,
    pub(super) on: NaiveDate,
}

/// What a half says anew.
pub(super) struct Said {
    pub(super) score: Option<TenthScore>,
    pub(super) by: String,
    pub(super) on: NaiveDate,
    pub(super) reason: String,
}

impl Half {
    /// The fields as they stand, with who most likely agrees it and today where nothing stands.
    pub(super) fn of(prefix: &'static str, before: Option<Before>, usual: &str, today: NaiveDate) -> Self {
        let stands = before.as_ref();
        Self {
            prefix,
            score: RwSignal::new(stands.and_then(|one| one.score).map(|score| score.to_string()).unwrap_or_default()),
            by: RwSignal::new(stands.map_or_else(|| usual.to_owned(), |one| one.by.clone())),
            on: RwSignal::new(Some(today)),
            reason: RwSignal::new(stands.map(|one| one.reason.clone()).unwrap_or_default()),
            before: StoredValue::new(before),
        }
    }

    /// The id of a field.
    pub(super) fn field(self, name: &str) -> String {
        format!("{}-{name}", self.prefix)
    }

    /// What is to be recorded; `None` if nothing changed. `says_more` is whether something beside the place on the scale is
    /// set, `changes_more` whether that changed. The day alone is no change, as it stands at today to begin with.
    pub(super) fn read(self, says_more: bool, changes_more: bool) -> Result<Option<Said>, Vec<FieldError>> {
        let typed = |field: RwSignal<String>| field.with_untracked(|text| text.trim().to_owned());
        let (text, by, reason) = (typed(self.score), typed(self.by), typed(self.reason));
        let score = TenthScore::parse(&text);
        let mut wrong = Vec::new();
        if score.is_none() && !text.is_empty() {
            let message = "Enter a number from 1 to 5 with at most one decimal, such as 3.5";
            wrong.push(FieldError::new(self.field("score"), message));
        }
        let says_something = score.is_some() || says_more;
        let changed = changes_more
            || self.before.with_value(|before| match before {
                Some(was) => was.score != score || (says_something && (was.by != by || was.reason != reason)),
                None => says_something,
            });
        if wrong.is_empty() && !changed {
            let in_vain = !says_something && !reason.is_empty() && self.before.with_value(Option::is_none);
            if in_vain {
                wrong.push(FieldError::new(self.field("score"), "Enter the number that the reason is for"));
                return Err(wrong);
            }
            return Ok(None);
        }
        if says_something && by.is_empty() {
            wrong.push(FieldError::new(self.field("by"), "Enter who agreed it, as a role"));
        }
        match self.on.get_untracked() {
            Some(on) if wrong.is_empty() => Ok(Some(Said { score, by, on, reason })),
            Some(_) => Err(wrong),
            None => {
                wrong.push(FieldError::new(self.field("on"), "Enter the day on which it was agreed"));
                Err(wrong)
            }
        }
    }
}

/// The fields of a half.
#[component]
pub(super) fn HalfFields(
    /// What has been typed.
    half: Half,
    /// What the half is about, as its legend.
    title: &'static str,
    /// The label of the place on the scale.
    label: &'static str,
    /// What the scale is.
    hint: String,
    /// What is wrong.
    errors: RwSignal<Vec<FieldError>>,
    /// What is asked besides, after the place on the scale; nothing if left out.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let Half { score, by, on, reason, before, .. } = half;
    let stands_since = before.with_value(|before| before.as_ref().map(|one| words::day(one.on)));
    let about_the_day = stands_since
        .map(|day| format!("The day of what you change here. What stands was agreed on {day}."))
        .unwrap_or_default();
    let error = move |name: &str| error_at(errors, half.field(name));
    view! {
        <fieldset class="govuk-fieldset app-agreed__half">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
                <h2 class="govuk-fieldset__heading">{title}</h2>
            </legend>
            <Input
                id=half.field("score")
                label
                hint
                width=InputWidth::Chars5
                error=error("score")
                value=score
                on_change=move |text| score.set(text)
            />
            {children.map(|children| children())}
            <Input
                id=half.field("by")
                label="Agreed by"
                hint="A role or a group, such as Children\u{2019}s Trust Board"
                width=InputWidth::Chars20
                error=error("by")
                value=by
                on_change=move |text| by.set(text)
            />
            <DateInput
                id=half.field("on")
                label="Agreed on"
                hint=about_the_day
                error=error("on")
                value=on
                on_change=move |day| on.set(day)
            />
            <Textarea
                id=half.field("reason")
                label="Reason (optional)"
                rows=3
                value=reason
                on_change=move |text| reason.set(text)
            />
        </fieldset>
    }
}
