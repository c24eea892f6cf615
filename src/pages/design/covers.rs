//! Choosing the arcs and practices that a design covers.

use leptos::prelude::*;

use super::super::designed;
use crate::domain::design::Design;
use crate::domain::framework::Framework;
use crate::domain::ids::{DesignId, PracticeId, ThemeId};
use crate::domain::workspace::{EditError, Workspace};
use crate::reports::words;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonKind, Checkboxes, Choice, Details, ErrorSummary, FieldError, Form, focus_heading};

const ARCS: &str = "design-arcs";

/// What the design covers in words, and the form that changes it behind a link.
#[component]
pub(super) fn Covers(design: DesignId) -> impl IntoView {
    let app = App::get();
    let said = Memo::new(move |_| app.read(|open| said(open, design)).flatten().unwrap_or_default());
    // Anew when the design itself changes, so that the boxes show what stands.
    let stands = Memo::new(move |_| {
        app.read(|open| {
            let design = open.design(design)?;
            Some((design.themes.clone(), design.practices.clone()))
        })
        .flatten()
    });
    view! {
        <p class="govuk-body">{move || said.get()}</p>
        {move || stands.get().map(|(themes, practices)| view! { <Choose design themes practices /> })}
    }
}

/// What a design covers, in a sentence or two.
fn said(open: &Workspace, id: DesignId) -> Option<String> {
    let (design, framework) = (open.design(id)?, designed::framework(open, id)?);
    let arcs = framework.themes.iter().filter(|theme| design.themes.contains(&theme.id));
    let arcs: Vec<_> = arcs.map(|theme| theme.short.clone()).collect();
    if arcs.is_empty() {
        return Some("It asks about no arc yet.".to_owned());
    }
    let kept = open.design_statements(id).into_iter().filter(|(_, one)| !one.retired && !design.covers(&one.statement));
    let kept = match kept.count() {
        0 => String::new(),
        count => {
            let are = if count == 1 { "is" } else { "are" };
            format!(
                " {} in arcs and practices that you left out {are} kept here and not asked.",
                words::count(count, "statement", "statements")
            )
        }
    };
    let of = framework.themes.len();
    let arcs = if arcs.len() == of { format!("all {of} arcs") } else { words::list(&arcs) };
    Some(format!("It asks about {arcs}.{kept}"))
}

#[component]
fn Choose(design: DesignId, themes: Vec<ThemeId>, practices: Vec<PracticeId>) -> impl IntoView {
    let app = App::get();
    let framework = app.read_now(|open| designed::framework(open, design)).flatten();
    let (themes, practices) = (RwSignal::new(themes), RwSignal::new(practices));
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let save = move |()| {
        let (chosen, within) = (themes.get_untracked(), practices.get_untracked());
        if chosen.is_empty() {
            errors.set(vec![FieldError::new(ARCS, "Choose at least one arc")]);
            return;
        }
        let made = app.edit(|open| {
            let stands = open.design(design).cloned().ok_or(EditError::NotHere("the survey design"))?;
            open.set_design(design, Design { themes: chosen, practices: within, ..stands })
        });
        match made {
            Ok(edit) if edit.is_empty() => app.say(Notice::said("Nothing was changed.")),
            Ok(edit) => app.say(Notice::done("What the survey covers was changed.", &edit)),
            Err(_) => app.say(Notice::said("The survey design is no longer here. Nothing was changed.")),
        }
        focus_heading();
    };
    framework.map(|framework| {
        let arcs = framework.themes.iter().map(|theme| Choice::new(theme.id.clone(), theme.name.clone())).collect();
        let within = practices_of(&framework, themes, practices);
        view! {
            <Details summary="Choose arcs and practices">
                <ErrorSummary errors />
                <Form on_submit=save>
                    <Checkboxes
                        id=ARCS
                        legend="Which arcs does it ask about?"
                        hint="One arc alone is a survey too."
                        error=Signal::derive(move || errors.with(|errors| errors.first().map(|error| error.message.clone())))
                        choices=arcs
                        values=themes
                        on_change=move |chosen| themes.set(chosen)
                    />
                    {within}
                    <Button submit=true kind=ButtonKind::Secondary>"Save the choice"</Button>
                </Form>
            </Details>
        }
    })
}

/// The practices of each arc that has any, to choose from while the arc is chosen.
fn practices_of(
    framework: &Framework,
    themes: RwSignal<Vec<ThemeId>>,
    practices: RwSignal<Vec<PracticeId>>,
) -> impl IntoView + use<> {
    let of_theme = framework.themes.iter().filter_map(|theme| {
        let own = framework.practices.iter().filter(|practice| practice.theme == theme.id);
        let own: Vec<_> = own.map(|practice| (practice.id.clone(), practice.name.clone())).collect();
        (!own.is_empty()).then(|| (theme.id.clone(), theme.name.clone(), own))
    });
    let group = |(theme, name, own): (ThemeId, String, Vec<(PracticeId, String)>)| {
        let id = format!("design-practices-{theme}");
        let choices = StoredValue::new(own);
        let is_chosen = move || themes.with(|themes| themes.contains(&theme));
        let legend = StoredValue::new(format!("Which practices within \u{201c}{name}\u{201d}?"));
        let id = StoredValue::new(id);
        let values = move || {
            let own = choices.get_value();
            practices
                .with(|all| all.iter().filter(|id| own.iter().any(|(own, _)| own == *id)).cloned().collect::<Vec<_>>())
        };
        let change = move |chosen: Vec<PracticeId>| {
            let own = choices.get_value();
            practices.update(|all| {
                all.retain(|id| own.iter().all(|(own, _)| own != id));
                all.extend(chosen);
            });
        };
        view! {
            <Show when=is_chosen>
                <Checkboxes
                    id=id.get_value()
                    legend=legend.get_value()
                    choices=choices.get_value().into_iter().map(|(id, name)| Choice::new(id, name)).collect()
                    values=Signal::derive(values)
                    on_change=change
                />
            </Show>
        }
    };
    of_theme.map(group).collect_view()
}
