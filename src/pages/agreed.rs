//! Where the Trust is and where it wants to be: what it agreed arc by arc beside what the survey says, the overall assessment, and
//! the sign-offs with what changed since.

mod assessment;
mod sign_offs;

use chrono::NaiveDate;
use leptos::prelude::*;

use self::assessment::OverallAssessment;
use self::sign_offs::{SignOffs, SignedLine};
use super::action_facts::framework;
use crate::reports::agreed::{Agreed as OnScale, Line, lines};
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{
    BackLink, DateInput, Details, Head, Page, PageHeading, PageWidth, RowHeader, Table, TableCell, TableRow,
};

/// Where we are and where we want to be.
#[component]
pub fn Agreed() -> impl IntoView {
    let app = App::get();
    let area = app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default();
    // The day whose end is looked back to; all that was agreed while none is set.
    let as_of = RwSignal::new(None::<NaiveDate>);
    let shown = Memo::new(move |_| {
        let day = as_of.get().unwrap_or(NaiveDate::MAX);
        app.read(|open| framework(open).map(|framework| lines(open, &framework, day))).flatten().unwrap_or_default()
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
            <AsOf as_of />
            {move || view! { <ArcTable lines=shown.get() round=round.get() as_of=as_of.get() /> }}
            <Method />
            <OverallAssessment as_of=as_of.into() />
            <SignOffs />
        </Page>
    }
}

/// The day as of which it is shown what was agreed.
#[component]
fn AsOf(as_of: RwSignal<Option<NaiveDate>>) -> impl IntoView {
    let app = App::get();
    let today = app.today();
    let look_back = move |day: Option<NaiveDate>| as_of.set(day.filter(|day| *day != today));
    view! {
        <div class="app-no-print">
            <DateInput
                id="as-of"
                label="What was agreed by"
                hint="Choose an earlier day to look back. The survey and the evidence beside it are always those of now."
                value=Signal::derive(move || Some(as_of.get().unwrap_or(today)))
                on_change=look_back
            />
        </div>
        <p class="govuk-body" role="status">
            {move || as_of.get().map(|day| format!("What follows is what was agreed by the end of {}.", words::day(day)))}
        </p>
    }
}

/// How what stands beside the agreed comes about.
#[component]
fn Method() -> impl IntoView {
    view! {
        <div class="app-method">
            <Details summary="How the survey\u{2019}s figures are worked out">
                <p class="govuk-body">
                    "They are those of the latest round. Each person\u{2019}s answers about an arc are averaged first, then the people, so everybody counts the same. The people are those who scored at least one of its statements. Each arc\u{2019}s own page shows what its figure is made of."
                </p>
                <p class="govuk-body">
                    "Evidence is counted in pieces that are about the arc. What was agreed is entered by people and is worked out from nothing."
                </p>
            </Details>
        </div>
    }
}

/// A row an arc, each with the way to agree about it.
#[component]
fn ArcTable(
    lines: Vec<Line>,
    round: Option<String>,
    /// The day that is looked back to, if one is.
    as_of: Option<NaiveDate>,
) -> impl IntoView {
    let by = as_of.map(|day| format!(", by {}", words::day(day))).unwrap_or_default();
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
            <Table caption=format!("What we agreed, arc by arc{by}") head>{lines.into_iter().map(line_view).collect_view()}</Table>
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
