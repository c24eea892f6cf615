//! The statements of a design by arc and practice: each can be changed, moved, retired and brought back.

use leptos::prelude::*;

use super::super::designed::{audience_words, framework};
use crate::domain::area::Area;
use crate::domain::design::{DesignStatement, Towards};
use crate::domain::ids::{DesignId, DesignStatementId, ThemeId};
use crate::domain::workspace::{Edit, EditError, Workspace};
use crate::reports::versions::is_undecided;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonKind, Details, MoveButtons, Tag, TagColour, focus_soon};

/// The statements of an arc that the design covers.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Arc {
    theme: ThemeId,
    name: String,
    colour: String,
    /// By practice, first what is about none.
    parts: Vec<(Option<String>, Vec<Row>)>,
    retired: Vec<Row>,
}

/// A statement in the list.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Row {
    id: DesignStatementId,
    text: String,
    label: String,
    audience: Option<String>,
    undecided: bool,
}

/// All statements of the arcs that are covered.
#[component]
pub(super) fn Statements(design: DesignId) -> impl IntoView {
    let app = App::get();
    let arcs = Memo::new(move |_| app.read(|open| arcs(open, design)).flatten().unwrap_or_default());
    view! {
        <For each=move || arcs.get() key=Clone::clone let(arc)>
            {arc_view(app, design, arc)}
        </For>
    }
}

fn arcs(open: &Workspace, id: DesignId) -> Option<Vec<Arc>> {
    let (design, framework, area) = (open.design(id)?, framework(open, id)?, open.area()?);
    let statements = open.design_statements(id);
    let covered = statements.iter().filter(|(_, one)| design.covers(&one.statement));
    let covered: Vec<_> = covered.map(|(id, one)| (*id, *one)).collect();
    let arc = |theme: &crate::domain::framework::Theme| {
        let own: Vec<_> = covered.iter().filter(|(_, one)| one.statement.theme == theme.id).copied().collect();
        let rows = |keep: &dyn Fn(&DesignStatement) -> bool| {
            let kept = own.iter().filter(|(_, one)| keep(one));
            kept.map(|(id, one)| row(open, area, *id, one)).collect::<Vec<_>>()
        };
        let practices = framework.practices.iter().filter(|practice| practice.theme == theme.id);
        let practices = std::iter::once(None).chain(practices.map(Some));
        let parts = practices.map(|practice| {
            let id = practice.map(|practice| &practice.id);
            let live = rows(&|one| !one.retired && one.statement.practice.as_ref() == id);
            (practice.map(|practice| practice.name.clone()), live)
        });
        Arc {
            theme: theme.id.clone(),
            name: theme.name.clone(),
            colour: theme.colour.hex.clone(),
            parts: parts.filter(|(_, rows)| !rows.is_empty()).collect(),
            retired: rows(&|one| one.retired),
        }
    };
    Some(framework.themes.iter().filter(|theme| design.themes.contains(&theme.id)).map(arc).collect())
}

fn row(open: &Workspace, area: &Area, id: DesignStatementId, one: &DesignStatement) -> Row {
    Row {
        id,
        text: one.statement.text.clone(),
        label: one.statement.label.clone(),
        audience: audience_words(&one.statement, area),
        undecided: is_undecided(open.records(), id.into()),
    }
}

/// The id of an arc's heading, which takes the focus when a statement leaves its list.
fn heading_id(theme: &ThemeId) -> String {
    format!("arc-{theme}")
}

fn arc_view(app: App, design: DesignId, arc: Arc) -> impl IntoView {
    let Arc { theme, name, colour, parts, retired } = arc;
    let is_empty = parts.is_empty();
    let add = app.href(Place::NewStatement(design, Some(theme.clone())));
    let parts = parts.into_iter().map(|(practice, rows)| {
        let movable = rows.len() > 1;
        let items = rows.into_iter().map(|row| item(app, row, movable, &theme)).collect_view();
        view! {
            {practice.map(|practice| view! { <h4 class="govuk-heading-s">{practice}</h4> })}
            <ul class="govuk-list app-entries">{items}</ul>
        }
    });
    let parts = parts.collect_view();
    let retired = (!retired.is_empty()).then(|| {
        let items = retired.iter().cloned().map(|row| retired_item(app, row, &theme)).collect_view();
        let summary = format!("Retired: {}", words::count(retired.len(), "statement", "statements"));
        view! { <Details summary><ul class="govuk-list app-entries">{items}</ul></Details> }
    });
    view! {
        <section class="app-design-arc">
            <div class="app-theme-band" style:background-color=colour aria-hidden="true"></div>
            <h3 class="govuk-heading-m" id=heading_id(&theme) tabindex="-1">{name.clone()}</h3>
            {is_empty.then(|| view! { <p class="govuk-body">"No statement yet."</p> })}
            {parts}
            {retired}
            <p class="govuk-body">
                <a class="govuk-link" href=add>
                    "Add a statement"
                    <span class="govuk-visually-hidden">{format!(" to {name}")}</span>
                </a>
            </p>
        </section>
    }
}

fn item(app: App, row: Row, movable: bool, theme: &ThemeId) -> impl IntoView + use<> {
    let Row { id, text, label, audience, undecided } = row;
    let (name, heading) = (format!(" \u{201c}{label}\u{201d}"), heading_id(theme));
    let shift = move |towards| {
        let made = app.edit(|open| open.move_statement(id, towards));
        let is_first = if towards == Towards::Up { "first" } else { "last" };
        match made {
            Ok(edit) if edit.is_empty() => {
                app.say(Notice::said(format!("The statement is the {is_first} of its list already.")));
            }
            made => tell(app, made, "The statement was moved."),
        }
    };
    let retire = move |()| {
        tell(
            app,
            app.edit(|open| open.retire_statement(id, true)),
            "The statement was retired: it is no longer asked.",
        );
        focus_soon(heading.clone());
    };
    view! {
        <li class="app-entries__entry">
            <p class="govuk-body govuk-!-margin-bottom-1">
                {text}
                {undecided.then(|| view! { " " <Tag text="Two versions".to_owned() colour=TagColour::Yellow /> })}
            </p>
            <p class="govuk-hint govuk-!-margin-bottom-1">
                {label}
                {audience.map(|audience| format!(". {audience}"))}
            </p>
            <div class="app-entries__actions">
                <a class="govuk-link" href=app.href(Place::ChangeStatement(id))>
                    "Change"
                    <span class="govuk-visually-hidden">{name.clone()}</span>
                </a>
                {movable.then(|| view! {
                    <MoveButtons
                        id=format!("move-{id}")
                        what=name.trim().to_owned()
                        on_up=move |()| shift(Towards::Up)
                        on_down=move |()| shift(Towards::Down)
                    />
                })}
                <Button kind=ButtonKind::Link on_press=retire>
                    "Retire"
                    <span class="govuk-visually-hidden">{name.clone()}</span>
                </Button>
            </div>
        </li>
    }
}

fn retired_item(app: App, row: Row, theme: &ThemeId) -> impl IntoView + use<> {
    let Row { id, text, label, .. } = row;
    let heading = heading_id(theme);
    let back = move |()| {
        tell(app, app.edit(|open| open.retire_statement(id, false)), "The statement is asked again.");
        focus_soon(heading.clone());
    };
    view! {
        <li class="app-entries__entry">
            <p class="govuk-body govuk-!-margin-bottom-1">{text}</p>
            <Button kind=ButtonKind::Link on_press=back>
                "Bring back"
                <span class="govuk-visually-hidden">{format!(" \u{201c}{label}\u{201d}")}</span>
            </Button>
        </li>
    }
}

fn tell(app: App, made: Result<Edit, EditError>, done: &'static str) {
    match made {
        Ok(edit) => app.say(Notice::done(done, &edit)),
        Err(_) => app.say(Notice::said("The statement is no longer here. Nothing was changed.")),
    }
}
