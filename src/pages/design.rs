//! One survey design: what it covers, how long it takes, and its statements, until a round is opened with it.

mod covers;
mod issue;
mod statements;

use leptos::prelude::*;

use self::covers::Covers;
use self::issue::Issue;
use self::statements::Statements;
use super::choose_version::ChooseVersion;
use super::designed::{self, DesignNotHere};
use super::rename::{Rename, RenameWords};
use crate::domain;
use crate::domain::design::Start;
use crate::domain::ids::DesignId;
use crate::domain::workspace::{Edit, EditError, Workspace};
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonGroup, ButtonKind, ButtonLink, Head, Page, PageHeading, RowHeader, SummaryList, SummaryRow,
    Table, TableCell, TableRow,
};

/// Changing the title of the design.
const TITLE: RenameWords = RenameWords {
    summary: "Change the title of the survey",
    label: "Title of the survey",
    missing: "Enter a title for the survey",
    button: "Change the title",
    done: "The title of the survey was changed.",
};

/// A survey design.
#[component]
pub fn Design(
    /// The design.
    design: DesignId,
) -> impl IntoView {
    let app = App::get();
    let title = Memo::new(move |_| app.read(|open| open.design(design).map(|design| design.title.clone())).flatten());
    move || match title.get() {
        Some(title) => view! { <Here design title /> }.into_any(),
        None => view! { <DesignNotHere /> }.into_any(),
    }
}

/// A design that is here.
#[component]
fn Here(design: DesignId, title: String) -> impl IntoView {
    let app = App::get();
    let facts = Memo::new(move |_| app.read(|open| facts(open, design)).flatten());
    let heading = title.clone();
    let delete = move |()| match app.edit(|open| open.delete_design(design)) {
        Ok(edit) => app.go_with(Place::Designs, Notice::done("The survey design was deleted.", &edit)),
        Err(_) => app.say(Notice::said("The survey design was deleted already. Nothing was changed.")),
    };
    view! {
        <Page before=move || view! { <BackLink href=app.href(Place::Designs) text="Back to survey designs" /> }>
            <PageHeading caption="Survey design">{heading}</PageHeading>
            <ChooseVersion record=design />
            {move || facts.get().map(|facts| view! {
                <SummaryList>
                    <SummaryRow name="Starts from">{facts.start}</SummaryRow>
                    <SummaryRow name="Asks">{facts.asks}</SummaryRow>
                    <SummaryRow name="Who wrote it">{facts.source}</SummaryRow>
                </SummaryList>
            })}
            <ButtonGroup>
                <ButtonLink href=app.href(Place::OpenDesigned(design))>"Open a round with it"</ButtonLink>
                <ButtonLink kind=ButtonKind::Secondary href=app.href(Place::PreviewDesign(design))>"Preview"</ButtonLink>
            </ButtonGroup>
            <Issue design />
            <h2 class="govuk-heading-m">"Arcs and practices"</h2>
            <Covers design />
            <Times design />
            <h2 class="govuk-heading-m">"Statements"</h2>
            <Statements design />
            <Rename words=TITLE name=title write=move |title| rename(app, design, title) />
            <Button kind=ButtonKind::Secondary on_press=delete>"Delete this design"</Button>
        </Page>
    }
}

/// What there is to know about a design.
#[derive(Clone, PartialEq, Eq)]
struct Facts {
    start: String,
    asks: String,
    source: String,
}

fn facts(open: &Workspace, id: DesignId) -> Option<Facts> {
    let design = open.design(id)?;
    let start = match design.start {
        Start::Standard => "The standard questionnaire".to_owned(),
        Start::Empty => "Nothing".to_owned(),
        Start::Survey(hash) => {
            let round = open.rounds().into_iter().find(|(_, round)| round.surveys.contains(&hash));
            round.map_or_else(
                || "A survey that was handed out before".to_owned(),
                |(_, round)| format!("The round \u{201c}{}\u{201d}", round.title),
            )
        }
    };
    let statements = designed::questionnaire(open, id)?.statements.len();
    let asks = format!(
        "{} in {}",
        words::count(statements, "statement", "statements"),
        words::count(design.themes.len(), "arc", "arcs")
    );
    Some(Facts { start, asks, source: design.source.clone() })
}

/// Gives the design another title and leaves all else of it.
fn rename(app: App, id: DesignId, title: String) -> Result<Edit, EditError> {
    app.edit(|open| {
        let design = open.design(id).cloned().ok_or(EditError::NotHere("the survey design"))?;
        open.set_design(id, domain::design::Design { title, ..design })
    })
}

/// How many statements each staff group is asked, and how long that takes.
#[component]
fn Times(design: DesignId) -> impl IntoView {
    let app = App::get();
    let lengths = Memo::new(move |_| {
        app.read(|open| Some(designed::lengths(&designed::survey(open, design).ok()?, open.area()?))).flatten()
    });
    move || {
        lengths.get().map(|lengths| {
            let rows = lengths.into_iter().map(|(_, name, count, minutes)| {
                view! {
                    <TableRow>
                        <RowHeader>{name}</RowHeader>
                        <TableCell numeric=true>{count}</TableCell>
                        <TableCell numeric=true>{format!("About {minutes}")}</TableCell>
                    </TableRow>
                }
            });
            let head = vec![Head::text("Staff group"), Head::number("Statements"), Head::number("Minutes")];
            view! { <Table caption="Time to answer" head>{rows.collect_view()}</Table> }
        })
    }
}
