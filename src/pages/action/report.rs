//! The form that reports progress on an action: an entry is added, and none is ever overwritten.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::action_facts::{DueField, period_of};
use crate::analysis::plan_status::of_item;
use crate::browser::ids;
use crate::domain::due::read_day;
use crate::domain::ids::{ItemId, RecordId};
use crate::domain::plan::{Period, Progress, Rag, Revision};
use crate::domain::rest::Rest;
use crate::reports::words;
use crate::state::{App, Notice};
use crate::ui::{
    Button, Choice, ErrorSummary, FieldError, Form, Input, InputWidth, Radios, Textarea, error_at, focus_heading,
};

/// The first field of the form.
pub(super) const FIRST: &str = ON;

const ON: &str = "report-on";
const TEXT: &str = "report-text";
const DUE: &str = "report-due";

/// What has been typed so far.
#[derive(Clone, Copy)]
struct Fields {
    on: RwSignal<String>,
    by: RwSignal<String>,
    text: RwSignal<String>,
    /// The RAG to set; `None` leaves it as it is.
    rag: RwSignal<Option<Rag>>,
    due: RwSignal<String>,
    reason: RwSignal<String>,
}

impl Fields {
    fn new(today: NaiveDate) -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            on: RwSignal::new(words::day(today)),
            by: empty(),
            text: empty(),
            rag: RwSignal::new(None),
            due: empty(),
            reason: empty(),
        }
    }

    /// Empties all but who reports: the next entry is likely theirs too.
    fn clear(self, today: NaiveDate) {
        self.on.set(words::day(today));
        for field in [self.text, self.due, self.reason] {
            field.set(String::new());
        }
        self.rag.set(None);
    }

    /// The entry that was typed, recorded as of `app.now()`.
    fn entry(self, app: App, item: ItemId, today: NaiveDate) -> Result<Progress, Vec<FieldError>> {
        let typed = |field: RwSignal<String>| field.with_untracked(|text| text.trim().to_owned());
        let mut wrong = Vec::new();
        let on = read_day(&typed(self.on));
        match on {
            None => wrong.push(FieldError::new(
                ON,
                format!("Enter the day with its month and year, such as {}", words::day(today)),
            )),
            Some(on) if on > today => wrong.push(FieldError::new(ON, "The day must be today or earlier")),
            Some(_) => {}
        }
        let (text, rag, due, reason) =
            (typed(self.text), self.rag.get_untracked(), typed(self.due), typed(self.reason));
        if text.is_empty() && rag.is_none() && due.is_empty() && reason.is_empty() {
            wrong.push(FieldError::new(TEXT, "Enter what happened, set the RAG or enter a new target date"));
        }
        if due.is_empty() && !reason.is_empty() {
            wrong.push(FieldError::new(DUE, "Enter the new target date, or clear the reason for it"));
        }
        let counts = app.read_now(|open| of_item(open, item, today).map(|status| status.due_written.to_owned()));
        if !due.is_empty() && counts.flatten().as_deref() == Some(due.as_str()) {
            wrong.push(FieldError::new(DUE, format!("{due} is the target date already: leave this empty to keep it")));
        }
        let on = on.filter(|_| wrong.is_empty()).ok_or(wrong)?;
        let revised = (!due.is_empty()).then_some(Revision { due, meant: None, reason, rest: Rest::new() });
        Ok(Progress { by: typed(self.by), text, rag, revised, ..Progress::blank(item, on, app.now()) })
    }
}

/// Reporting progress on an action.
#[component]
pub(super) fn ReportProgress(
    /// The action.
    item: ItemId,
) -> impl IntoView {
    let app = App::get();
    let today = app.today();
    let fields = Fields::new(today);
    let plan = app.read_now(|open| open.item(item).map(|item| item.plan)).flatten();
    let period = Signal::derive(move || plan.and_then(|plan| period_of(app, plan)));
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let record = move |()| {
        let entry = match fields.entry(app, item, today) {
            Ok(entry) => entry,
            Err(wrong) => return errors.set(wrong),
        };
        let latest = app.read_now(|open| of_item(open, item, today)?.entries.last().map(|entry| entry.on)).flatten();
        let said = if latest.is_some_and(|latest| latest > entry.on) {
            "Progress was recorded. Entries with a later date still say how the action stands."
        } else {
            "Progress was recorded."
        };
        match app.edit(|open| open.report_progress(RecordId(ids::new_uuid()), entry)) {
            Ok(edit) => {
                errors.set(Vec::new());
                fields.clear(today);
                app.say(Notice::done(said, &edit));
                focus_heading();
            }
            Err(_) => errors.set(vec![FieldError::new(
                TEXT,
                "This could not be recorded, because the action is no longer here. Copy your words before you leave this page",
            )]),
        }
    };
    view! {
        <section class="app-no-print">
            <h2 class="govuk-heading-m govuk-!-margin-top-6">"Report progress"</h2>
            <p class="govuk-body">"What you report is added to what stands above. Nothing is overwritten."</p>
            <ErrorSummary errors />
            <Form on_submit=record>
                {report_fields(fields, errors, today, period)}
                <Button submit=true>"Record progress"</Button>
            </Form>
        </section>
    }
}

fn report_fields(
    fields: Fields,
    errors: RwSignal<Vec<FieldError>>,
    today: NaiveDate,
    period: Signal<Option<Period>>,
) -> impl IntoView {
    let Fields { on, by, text, rag, due, reason } = fields;
    let rags = Rag::ALL.into_iter().map(|rag| Choice::new(Some(rag), rag.word()));
    let rags = [Choice::new(None, "Leave as it is")].into_iter().chain(rags).collect::<Vec<_>>();
    view! {
        <Input
            id=ON
            label="Day"
            hint=format!("Such as {}. The entry with the latest day says how the action stands.", words::day(today))
            width=InputWidth::Chars20
            error=error_at(errors, ON)
            value=on
            on_change=move |words| on.set(words)
        />
        <Input
            id="report-by"
            label="Reported by (optional)"
            hint="A role, initials or a group."
            value=by
            on_change=move |words| by.set(words)
        />
        <Textarea
            id=TEXT
            label="What happened"
            error=error_at(errors, TEXT)
            value=text
            on_change=move |words| text.set(words)
        />
        <Radios
            id="report-rag"
            legend="RAG"
            hint="Your own judgement of this action. Rainbow never works it out."
            choices=rags
            value=Signal::derive(move || Some(rag.get()))
            on_choose=move |chosen| rag.set(chosen)
        />
        <DueField
            id=DUE
            label="New target date (optional)"
            hint="Only if the date has moved. The date before stays readable."
            error=error_at(errors, DUE)
            value=due
            period
        />
        <Input
            id="report-reason"
            label="Reason for the new date (optional)"
            value=reason
            on_change=move |words| reason.set(words)
        />
    }
}
