//! Agreeing where the area wants to be: a target for each arc, with who agreed it, when and why.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::browser::ids;
use crate::domain::ids::{RecordId, ThemeId};
use crate::domain::rest::Rest;
use crate::domain::round::{Target, TenthScore};
use crate::domain::workspace::{Edit, Workspace};
use crate::reports::words;
use crate::state::{App, Notice};
use crate::ui::{
    Button, DateInput, Details, ErrorSummary, FieldError, Form, Input, InputWidth, Textarea, error_at, focus_heading,
};

/// The field of the day.
const ON: &str = "targets-on";
/// The first part of the ids of the targets' fields.
const TARGET: &str = "target-";

/// What stands of a target: the score, and by whom and when it was agreed.
type Agreed = BTreeMap<ThemeId, (String, String)>;

/// The targets that are set, and a form to set them.
#[component]
pub fn Targets(
    /// The arcs, by id and name.
    themes: Memo<Vec<(ThemeId, String)>>,
) -> impl IntoView {
    let app = App::get();
    let agreed = Memo::new(move |_| app.read(agreed).unwrap_or_default());
    let set = move || {
        let (all, set) = (themes.with(Vec::len), agreed.with(BTreeMap::len));
        match set {
            0 => "No target is set yet. A target says where on the scale you want an arc to be, and the picture marks it.".to_owned(),
            _ if set >= all => "A target is set for every arc.".to_owned(),
            _ => format!("{set} of {all} targets are set."),
        }
    };
    view! {
        <section class="app-no-print">
            <h2 class="govuk-heading-m">"Agree where we want to be"</h2>
            <p class="govuk-body">{set}</p>
            <Details summary="Set or change targets">
                <TargetForm themes agreed />
            </Details>
        </section>
    }
}

fn agreed(open: &Workspace) -> Agreed {
    let words = |target: &Target| {
        let by = if target.by.is_empty() { String::new() } else { format!(" by {}", target.by) };
        let reason = if target.reason.is_empty() { String::new() } else { format!(". {}", target.reason) };
        format!("Agreed on {}{by}{reason}", words::day(target.on))
    };
    let targets = open.targets().into_iter();
    targets.filter_map(|(theme, target)| Some((theme, (target.score?.to_string(), words(target))))).collect()
}

#[component]
fn TargetForm(themes: Memo<Vec<(ThemeId, String)>>, agreed: Memo<Agreed>) -> impl IntoView {
    let app = App::get();
    // Only what was typed: a field that nobody touched shows the target that counts, also after an undo.
    let typed = RwSignal::new(BTreeMap::<ThemeId, String>::new());
    let (by, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let on = RwSignal::new(Some(app.today()));
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let save = move |()| {
        let read = agreed.with_untracked(|agreed| {
            themes
                .with_untracked(|themes| typed.with_untracked(|typed| read(themes, typed, agreed, on.get_untracked())))
        });
        let (changes, on) = match read {
            Ok(read) => read,
            Err(wrong) => return errors.set(wrong),
        };
        errors.update(Vec::clear);
        let count = changes.len();
        let target = |(theme, score)| Target {
            theme,
            score,
            on,
            recorded: app.now(),
            by: by.get_untracked().trim().to_owned(),
            reason: reason.get_untracked().trim().to_owned(),
            rest: Rest::new(),
        };
        let made = app.edit(|open| {
            let edits = changes.into_iter().map(|change| open.set_target(RecordId(ids::new_uuid()), target(change)));
            Ok(edits.reduce(Edit::then).unwrap_or_default())
        });
        if let Ok(edit) = made {
            typed.update(BTreeMap::clear);
            reason.set(String::new());
            app.say(Notice::done(format!("{} changed.", words::count(count, "target", "targets")), &edit));
            // The picture with its new marks is up there.
            focus_heading();
        }
    };
    let field = move |(theme, name): (ThemeId, String)| {
        let id = format!("{TARGET}{theme}");
        let hint = agreed.with(|agreed| agreed.get(&theme).map(|(_, how)| how.clone())).unwrap_or_default();
        let key = theme.clone();
        let value = Signal::derive(move || {
            let kept = || agreed.with(|agreed| agreed.get(&key).map(|(score, _)| score.clone()));
            typed.with(|typed| typed.get(&key).cloned()).or_else(kept).unwrap_or_default()
        });
        let change = move |text: String| typed.update(|typed| drop(typed.insert(theme.clone(), text)));
        view! {
            <Input id=id.clone() label=name hint width=InputWidth::Chars5 error=error_at(errors, id) value on_change=change />
        }
    };
    view! {
        <ErrorSummary errors />
        <Form on_submit=save>
            <p class="govuk-body">
                "A target is a number from 1 to 5, such as 3.5. Empty a field to take its target back. Each change is kept with its date, so earlier targets are not lost."
            </p>
            <div class="app-target-fields">
                {move || themes.get().into_iter().map(field).collect_view()}
            </div>
            <p class="govuk-body">"About the targets that you change here:"</p>
            <Input
                id="targets-by"
                label="Agreed by (optional)"
                hint="A role or a group, such as Children\u{2019}s Trust Board"
                width=InputWidth::Chars20
                value=by
                on_change=move |text| by.set(text)
            />
            <DateInput id=ON label="Agreed on" error=error_at(errors, ON) value=on on_change=move |day| on.set(day) />
            <Textarea
                id="targets-reason"
                label="Reason (optional)"
                rows=2
                value=reason
                on_change=move |text| reason.set(text)
            />
            <Button submit=true>"Save targets"</Button>
        </Form>
    }
}

/// A target that changes, or is taken back.
type Change = (ThemeId, Option<TenthScore>);

/// Reads the form: what changes and on which day, or everything that is wrong with it.
fn read(
    themes: &[(ThemeId, String)],
    typed: &BTreeMap<ThemeId, String>,
    agreed: &Agreed,
    on: Option<NaiveDate>,
) -> Result<(Vec<Change>, NaiveDate), Vec<FieldError>> {
    let mut wrong = Vec::new();
    let mut changes = Vec::new();
    for (theme, name) in themes {
        let Some(text) = typed.get(theme).map(|text| text.trim()) else { continue };
        let before = agreed.get(theme).and_then(|(score, _)| TenthScore::parse(score));
        let score = TenthScore::parse(text);
        if score.is_none() && !text.is_empty() {
            let message = format!("{name}: enter a number from 1 to 5 with at most one decimal, such as 3.5");
            wrong.push(FieldError::new(format!("{TARGET}{theme}"), message));
        } else if score != before {
            changes.push((theme.clone(), score));
        }
    }
    if wrong.is_empty() && changes.is_empty() {
        let first = themes.first().map(|(theme, _)| theme.to_string()).unwrap_or_default();
        wrong.push(FieldError::new(format!("{TARGET}{first}"), "Change at least one target, then save"));
    }
    match on {
        Some(on) if wrong.is_empty() => Ok((changes, on)),
        Some(_) => Err(wrong),
        None => {
            wrong.push(FieldError::new(ON, "Enter the day on which the targets were agreed"));
            Err(wrong)
        }
    }
}
