//! The fields of a statement, beside what the framework says of its arc.

use leptos::prelude::*;

use crate::domain::area::StaffGroup;
use crate::domain::framework::{Framework, Theme};
use crate::domain::ids::{AspectId, PerspectiveId, PracticeId, StaffGroupId, StatementId, ThemeId};
use crate::domain::survey::Statement;
use crate::reports::asking::among;
use crate::ui::{Checkboxes, Choice, Details, FieldError, Input, Select, Textarea, error_at};

/// The field of the statement itself.
pub(super) const TEXT: &str = "statement-text";
/// The question what a change means.
pub(super) const MEANING: &str = "statement-meaning";
const LABEL: &str = "statement-label";
const AT_1: &str = "statement-at-1";
const AT_5: &str = "statement-at-5";
const THEME: &str = "statement-theme";

/// What has been typed and chosen so far.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    text: RwSignal<String>,
    label: RwSignal<String>,
    at_1: RwSignal<String>,
    at_5: RwSignal<String>,
    theme: RwSignal<Option<ThemeId>>,
    practice: RwSignal<Option<PracticeId>>,
    aspect: RwSignal<Option<AspectId>>,
    perspective: RwSignal<Option<PerspectiveId>>,
    audience: RwSignal<Vec<StaffGroupId>>,
}

impl Fields {
    /// The fields as they stand for a statement, or empty, with this arc.
    pub(super) fn new(stands: Option<&Statement>, theme: Option<ThemeId>) -> Self {
        let words = |read: fn(&Statement) -> &String| RwSignal::new(stands.map(read).cloned().unwrap_or_default());
        Self {
            text: words(|one| &one.text),
            label: words(|one| &one.label),
            at_1: words(|one| &one.at_1),
            at_5: words(|one| &one.at_5),
            theme: RwSignal::new(stands.map(|one| one.theme.clone()).or(theme)),
            practice: RwSignal::new(stands.and_then(|one| one.practice.clone())),
            aspect: RwSignal::new(stands.and_then(|one| one.aspect.clone())),
            perspective: RwSignal::new(stands.and_then(|one| one.perspective.clone())),
            audience: RwSignal::new(stands.map(|one| one.audience.clone()).unwrap_or_default()),
        }
    }

    /// The statement that was written, or what is wrong with it.
    pub(super) fn statement(self, id: impl FnOnce(&ThemeId) -> StatementId) -> Result<Statement, Vec<FieldError>> {
        let typed = |field: RwSignal<String>| field.with_untracked(|text| text.trim().to_owned());
        let (text, label, at_1, at_5) = (typed(self.text), typed(self.label), typed(self.at_1), typed(self.at_5));
        let missing = [
            (&text, TEXT, "Enter the statement"),
            (&label, LABEL, "Enter a short label"),
            (&at_1, AT_1, "Enter what 1 looks like"),
            (&at_5, AT_5, "Enter what 5 looks like"),
        ];
        let missing = missing.into_iter().filter(|(words, ..)| words.is_empty());
        let mut wrong: Vec<_> = missing.map(|(_, field, message)| FieldError::new(field, message)).collect();
        let theme = self.theme.get_untracked();
        if theme.is_none() {
            wrong.push(FieldError::new(THEME, "Choose the arc"));
        }
        let Some(theme) = theme.filter(|_| wrong.is_empty()) else { return Err(wrong) };
        let practice = self.practice.get_untracked();
        Ok(Statement {
            id: id(&theme),
            perspective: self.perspective.get_untracked(),
            // An aspect is one of a practice.
            aspect: self.aspect.get_untracked().filter(|_| practice.is_some()),
            practice,
            audience: self.audience.get_untracked(),
            theme,
            text,
            label,
            at_1,
            at_5,
        })
    }
}

/// The fields.
#[component]
pub(super) fn StatementFields(
    /// What has been typed.
    fields: Fields,
    /// The framework, with the arcs and practices that can be chosen.
    framework: Framework,
    /// The area's staff groups.
    groups: Vec<StaffGroup>,
    /// What is wrong.
    errors: RwSignal<Vec<FieldError>>,
) -> impl IntoView {
    let Fields { text, label, at_1, at_5, theme, audience, .. } = fields;
    let arcs = framework.themes.iter().map(|theme| Choice::new(theme.id.clone(), theme.name.clone())).collect();
    let group = |group: &StaffGroup| Choice::new(group.id.clone(), group.name.clone()).with_hint(among(group, &groups));
    let groups: Vec<_> = groups.iter().map(group).collect();
    let framework = StoredValue::new(framework);
    let choose_theme = move |chosen: Option<ThemeId>| {
        let left = framework.with_value(|framework| of_another(framework, chosen.as_ref(), fields.practice));
        if left {
            fields.practice.set(None);
        }
        theme.set(chosen);
    };
    view! {
        <Textarea
            id=TEXT
            label="Statement"
            hint="One thing, in plain words, that a person can score from what they see at work."
            rows=3
            error=error_at(errors, TEXT)
            value=text
            on_change=move |words| text.set(words)
        />
        <Input
            id=LABEL
            label="Short label"
            hint="A few words for charts and tables, such as One workforce"
            error=error_at(errors, LABEL)
            value=label
            on_change=move |words| label.set(words)
        />
        <Textarea
            id=AT_1
            label="What 1 looks like"
            rows=2
            error=error_at(errors, AT_1)
            value=at_1
            on_change=move |words| at_1.set(words)
        />
        <Textarea
            id=AT_5
            label="What 5 looks like"
            rows=2
            error=error_at(errors, AT_5)
            value=at_5
            on_change=move |words| at_5.set(words)
        />
        <Select
            id=THEME
            label="Arc"
            blank="Choose an arc"
            error=error_at(errors, THEME)
            choices=arcs
            value=theme
            on_choose=choose_theme
        />
        {move || {
            let chosen = theme.get();
            let found = framework.with_value(|framework| framework.theme(chosen.as_ref()?).cloned());
            found.map(|theme| of_the_arc(fields, &framework.get_value(), theme))
        }}
        <Checkboxes
            id="statement-audience"
            legend="Who is asked?"
            hint="Choose none to ask everybody. A default group brings the groups beneath it."
            choices=groups
            values=audience
            on_change=move |chosen| audience.set(chosen)
        />
    }
}

/// Whether the chosen practice belongs to another arc than this one.
fn of_another(framework: &Framework, theme: Option<&ThemeId>, practice: RwSignal<Option<PracticeId>>) -> bool {
    let practice = practice.with_untracked(|practice| framework.practice(practice.as_ref()?).cloned());
    practice.is_some_and(|practice| Some(&practice.theme) != theme)
}

/// What can be chosen within an arc, and what the framework says of it, in its own words.
fn of_the_arc(fields: Fields, framework: &Framework, theme: Theme) -> impl IntoView + use<> {
    let Fields { practice, aspect, perspective, .. } = fields;
    let practices = framework.practices.iter().filter(|practice| practice.theme == theme.id);
    let practices: Vec<_> = practices.map(|practice| Choice::new(practice.id.clone(), practice.name.clone())).collect();
    let aspects: Vec<_> =
        framework.aspects.iter().map(|aspect| Choice::new(aspect.id.clone(), aspect.name.clone())).collect();
    let perspectives: Vec<_> =
        framework.perspectives.iter().map(|one| Choice::new(one.id.clone(), one.name.clone())).collect();
    let criterion = |criterion: &crate::domain::framework::Criterion| {
        let name = framework.perspective(&criterion.perspective).map(|one| one.name.clone()).unwrap_or_default();
        let text = criterion.text.clone();
        view! { <p class="govuk-body"><strong>{name}": "</strong>"\u{201c}"{text}"\u{201d}"</p> }
    };
    let criteria = theme.criteria.iter().map(criterion).collect_view();
    view! {
        <Details summary="What the framework says of this arc">{criteria}</Details>
        {(!practices.is_empty()).then(|| view! {
            <Select
                id="statement-practice"
                label="Practice"
                blank="None"
                choices=practices
                value=practice
                on_choose=move |chosen| practice.set(chosen)
            />
            <Show when=move || practice.with(Option::is_some)>
                <Select
                    id="statement-aspect"
                    label="Aspect of the practice"
                    hint="Charts compare practices by their aspects."
                    blank="None"
                    choices=aspects.clone()
                    value=aspect
                    on_choose=move |chosen| aspect.set(chosen)
                />
            </Show>
        })}
        <Select
            id="statement-perspective"
            label="Perspective"
            hint="From whose eyes it is put."
            blank="None"
            choices=perspectives
            value=perspective
            on_choose=move |chosen| perspective.set(chosen)
        />
    }
}
