//! Where the Trust is and where it wants to be: what it agreed arc by arc beside what the survey says, the overall assessment, and
//! the sign-offs with what changed since.

mod assessment;
mod sign_offs;

use leptos::prelude::*;

use self::assessment::OverallAssessment;
use self::sign_offs::{SignOffs, SignedLine};
use super::action_facts::framework;
use crate::reports::agreed::{Agreed as OnScale, Line, lines};
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{BackLink, Head, Page, PageHeading, PageWidth, RowHeader, Table, TableCell, TableRow};

/// Where we are and where we want to be.
#[component]
pub fn Agreed() -> impl IntoView {
    let app = App::get();
    let area = app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default();
    let shown = Memo::new(move |_| {
        app.read(|open| framework(open).map(|framework| lines(open, &framework))).flatten().unwrap_or_default()
    });
    let round =
        Memo::new(move |_| app.read(|open| open.rounds().pop().map(|(_, round)| round.title.clone())).flatten());
    let back = app.href(Place::Rainbow(None));
    view! {
        <Page
            width=PageWidth::Standard
            before=move || view! { <BackLink href=back.clone() text="Back to the rainbow" /> }
        >
            <PageHeading caption=area>"Where we are and where we want to be"</PageHeading>
            <p class="govuk-body-l app-agreed__lead">
                "What the Trust agrees is its own. The survey and the evidence stand beside it for you to weigh; nothing here is worked out from them."
            </p>
            <SignedLine />
            {move || view! { <ArcTable lines=shown.get() round=round.get() /> }}
            <OverallAssessment />
            <SignOffs />
        </Page>
    }
}

/// A row an arc, each with the way to agree about it.
#[component]
fn ArcTable(lines: Vec<Line>, round: Option<String>) -> impl IntoView {
    let survey = round.map_or_else(|| "The survey".to_owned(), |round| format!("The survey, {round}"));
    let head = vec![
        Head::text("Arc"),
        Head::text(survey),
        Head::text("Evidence"),
        Head::text("Where we are"),
        Head::text("Where we want to be"),
        Head::text("Agree"),
    ];
    view! {
        <div class="app-agreed">
            <Table caption="What we agreed, arc by arc" head>{lines.into_iter().map(line_view).collect_view()}</Table>
        </div>
    }
}

fn line_view(line: Line) -> impl IntoView {
    let app = App::get();
    let Line { theme, name, colour, score, people, evidence, position, standing, target } = line;
    let arc = app.href(Place::Arc(theme.clone(), None));
    let heard = app.href(Place::Evidence(Some(theme.clone())));
    let change = app.href(Place::AgreeArc(theme));
    let of_arc = format!(" {name}");
    let about_arc = format!(" of evidence on {name}");
    let has_figure = score.starts_with(|first: char| first.is_ascii_digit());
    view! {
        <TableRow>
            <RowHeader>
                <span class="app-arc-name">
                    <span class="app-swatch" style:border-color=colour aria-hidden="true"></span>
                    <a class="govuk-link" href=arc>{name}</a>
                </span>
            </RowHeader>
            <TableCell>
                {score}
                {has_figure.then(|| view! { <span class="app-agreed__more">{format!("from {people} people")}</span> })}
            </TableCell>
            <TableCell>
                {if evidence == 0 {
                    view! { "None yet" }.into_any()
                } else {
                    view! {
                        <a class="govuk-link" href=heard>
                            {words::count(evidence, "piece", "pieces")}
                            <span class="govuk-visually-hidden">{about_arc}</span>
                        </a>
                    }
                    .into_any()
                }}
            </TableCell>
            <TableCell>{place_view(position, standing)}</TableCell>
            <TableCell>{place_view(target, "")}</TableCell>
            <TableCell>
                <a class="govuk-link app-no-print" href=change>
                    "Change"
                    <span class="govuk-visually-hidden">{of_arc}</span>
                </a>
            </TableCell>
        </TableRow>
    }
}

/// A place on the scale with what else was agreed; that it is blank where nothing was.
fn place_view(place: OnScale, standing: &'static str) -> impl IntoView {
    let OnScale { score, how } = place;
    let is_blank = score.is_empty() && standing.is_empty();
    let between = if score.is_empty() || standing.is_empty() { "" } else { ". " };
    view! {
        {is_blank.then_some("Not set")}
        <strong>{score}{between}{standing}</strong>
        {(!how.is_empty()).then(|| view! { <span class="app-agreed__more">{how}</span> })}
    }
}
