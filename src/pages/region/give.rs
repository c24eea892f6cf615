//! Making the area's own benchmark file, with the permission that lets it leave.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::analysis::region::{benchmark, latest_shared};
use crate::browser::files::download;
use crate::browser::ids;
use crate::domain::benchmark::{Given, Permission};
use crate::domain::ids::RecordId;
use crate::domain::rest::Rest;
use crate::domain::workspace::Workspace;
use crate::exchange::export;
use crate::reports::words;
use crate::state::{App, Notice};
use crate::ui::{Button, DateInput, ErrorSummary, FieldError, Form, Input, error_at};

const BY: &str = "permitted-by";
const ON: &str = "permitted-on";

/// The form; a sentence while nothing may be given away.
#[component]
pub(super) fn Give() -> impl IntoView {
    let app = App::get();
    let can_give = Memo::new(move |_| app.read(|open| latest_shared(open).is_some()).unwrap_or_default());
    let last = Memo::new(move |_| app.read(last_given).flatten());
    view! {
        <h2 class="govuk-heading-m">"Give your area\u{2019}s figures"</h2>
        <p class="govuk-body">
            "The file holds your area\u{2019}s figures as they stand in the table above, the number of responses, the month of the round and who gave permission. It holds no name of your area, no answers and no comments."
        </p>
        {move || last.get().map(|last| view! { <p class="govuk-body">{last}</p> })}
        <Show
            when=move || can_give.get()
            fallback=|| view! { <p class="govuk-body">"It can be made once a round with responses is closed."</p> }
        >
            <Fields />
        </Show>
    }
}

#[component]
fn Fields() -> impl IntoView {
    let app = App::get();
    let (by, region) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let on = RwSignal::new(Some(app.today()));
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let submit = move |()| {
        let role = by.with_untracked(|text| text.trim().to_owned());
        match permission(role, on.get_untracked(), app.today()) {
            Ok(permission) => {
                errors.set(Vec::new());
                make(app, &region.get_untracked(), permission);
            }
            Err(wrong) => errors.set(wrong),
        }
    };
    view! {
        <ErrorSummary errors />
        <Form on_submit=submit>
            <Input
                id=BY
                label="Who gave permission"
                hint="A role, such as Director of Children\u{2019}s Services. It stands in the file; do not give a name."
                error=error_at(errors, BY)
                value=by
                on_change=move |text| by.set(text)
            />
            <DateInput
                id=ON
                label="Day of the permission"
                error=error_at(errors, ON)
                value=on
                on_change=move |day| on.set(day)
            />
            <Input
                id="region"
                label="Region (optional)"
                hint="What your region is called, if whoever gets the file should see it"
                value=region
                on_change=move |text| region.set(text)
            />
            <Button submit=true>"Make the benchmark file"</Button>
        </Form>
    }
}

/// The permission, or what is wrong with it.
fn permission(by: String, on: Option<NaiveDate>, today: NaiveDate) -> Result<Permission, Vec<FieldError>> {
    let mut wrong = Vec::new();
    if by.is_empty() {
        wrong.push(FieldError::new(BY, "Enter the role of who gave permission"));
    }
    match on {
        Some(on) if on <= today && wrong.is_empty() => return Ok(Permission { by, on }),
        Some(on) if on <= today => {}
        Some(_) => wrong.push(FieldError::new(ON, "The day of the permission must be today or in the past")),
        None => wrong.push(FieldError::new(ON, "Enter the day of the permission")),
    }
    Err(wrong)
}

/// When the figures were given away last, in a sentence.
fn last_given(open: &Workspace) -> Option<String> {
    let last = open.given().into_iter().next()?;
    let round = open.round(last.round).map(|round| round.title.clone()).unwrap_or_default();
    Some(format!(
        "The last file was made of \u{201c}{round}\u{201d}, with the permission of {} on {}.",
        last.permission.by,
        words::day(last.permission.on)
    ))
}

/// Makes the file, and records the permission.
fn make(app: App, region: &str, permission: Permission) {
    let now = app.now();
    let made = app.read_now(|open| {
        let (round, figures) = latest_shared(open)?;
        // The same id in every file, so that a later one takes the earlier one's place wherever it is taken in.
        let id = open.given().last().map_or_else(|| RecordId(ids::new_uuid()), |first| first.benchmark);
        let one = benchmark(open, (round, &figures), region, permission.clone(), now)?;
        let short: String = id.to_string().chars().take(8).collect();
        let file = format!("rainbow-benchmark-{}-{short}.json", one.month.format("%Y-%m"));
        let given = Given { benchmark: id, round, permission, made: now, rest: Rest::new() };
        Some((file, export::benchmark(id, &one).ok()?, given))
    });
    let Some((file, text, given)) = made.flatten() else {
        app.say(Notice::said("The file could not be made. Nothing was changed."));
        return;
    };
    if let Err(words) = download(&file, "application/json", &text) {
        app.say(Notice::said(format!("The browser did not take the file ({words}). Nothing was changed.")));
        return;
    }
    if app.edit(|open| Ok(open.give_benchmark(RecordId(ids::new_uuid()), given))).is_ok() {
        app.say(Notice::said(format!(
            "The file {file} was made, and the permission is recorded. Look for it where your downloads are kept."
        )));
    }
}
