//! Asking the leads of a plan how their actions go: a file for each, with their own actions and nothing else.

mod making;

use chrono::NaiveDate;
use leptos::prelude::*;

use self::making::{Form as FileForm, make, make_all};
use super::finished::ToWrite;
use super::missing::MissingPlan;
use crate::analysis::leads::{Lead, leads_of, without_lead};
use crate::domain::ids::PlanId;
use crate::domain::round::ReturnsTo;
use crate::reports::leads::email;
use crate::route::{Page as Place, ReportPlace};
use crate::state::App;
use crate::ui::{
    BackLink, Button, ButtonGroup, ButtonKind, Choice, DateInput, Head, Input, Inset, Page, PageHeading, RowHeader,
    Select, Table, TableCell, TableRow,
};

/// Asking the leads of a plan.
#[component]
pub fn AskLeads(
    /// The plan.
    plan: PlanId,
) -> impl IntoView {
    let app = App::get();
    match app.read_now(|open| open.plan(plan).map(|plan| plan.title.clone())).flatten() {
        Some(title) => view! { <Here plan title /> }.into_any(),
        None => view! {
            <Page>
                <MissingPlan />
            </Page>
        }
        .into_any(),
    }
}

/// What a coordinator says of all the files.
#[derive(Clone, Copy)]
pub(super) struct Asks {
    /// The last day on which progress is asked for.
    pub(super) by: RwSignal<Option<NaiveDate>>,
    role: RwSignal<String>,
    email: RwSignal<String>,
}

impl Asks {
    /// As the newest round says whom files go back to.
    fn new(app: App) -> Self {
        let newest = app.read_now(|open| open.rounds().pop().map(|(_, round)| round.returns_to.clone())).flatten();
        let ReturnsTo { role, email } = newest.unwrap_or_default();
        Self { by: RwSignal::new(None), role: RwSignal::new(role), email: RwSignal::new(email) }
    }

    /// Whom the files go back to.
    pub(super) fn returns_to(self) -> ReturnsTo {
        let typed = |field: RwSignal<String>| field.with(|text| text.trim().to_owned());
        ReturnsTo { role: typed(self.role), email: typed(self.email) }
    }
}

#[component]
fn Here(plan: PlanId, title: String) -> impl IntoView {
    let app = App::get();
    let today = app.today();
    let (leads, without) =
        app.read_now(|open| (leads_of(open, plan, today), without_lead(open, plan, today))).unwrap_or_default();
    let without = (without > 0).then(|| match without {
        1 => "1 open action names no lead, so nobody is asked about it.".to_owned(),
        many => format!("{many} open actions name no lead, so nobody is asked about them."),
    });
    view! {
        <Page before=move || view! { <BackLink href=app.href(Place::Plan(plan)) text="Back to the plan" /> }>
            <PageHeading caption=title.clone()>"Ask leads for progress"</PageHeading>
            <p class="govuk-body">
                "Make a file for a lead. They open it on any computer, say how their actions are going, and send a file back, which you choose or drop on the Files page. There is nothing to install, and it needs no network."
            </p>
            <p class="govuk-body">
                "A file holds the open actions of its lead, what stands above them, their milestones and what was reported about them. It holds nothing else of the area: no answers, no other actions, no evidence."
            </p>
            <p class="govuk-body">
                "For a meeting, print "
                <a class="govuk-link" href=app.href(Place::Reports(ReportPlace::LeadSheet(Some(plan))))>"a lead\u{2019}s own sheet"</a>
                "."
            </p>
            {without.map(|words| view! { <Inset>{words}</Inset> })}
            {if leads.is_empty() {
                view! { <p class="govuk-body">"No open action of this plan names a lead. Add leads to the plan first."</p> }.into_any()
            } else {
                view! { <Files plan title leads /> }.into_any()
            }}
        </Page>
    }
}

#[component]
fn Files(plan: PlanId, title: String, leads: Vec<Lead>) -> impl IntoView {
    let app = App::get();
    let asks = Asks::new(app);
    let chosen = RwSignal::new(None::<String>);
    let names: Vec<String> = leads.iter().map(|lead| lead.name.clone()).collect();
    let choices = names.iter().map(|name| Choice::new(name.clone(), name.clone())).collect::<Vec<_>>();
    let rows = leads.into_iter().map(row).collect_view();
    let all = StoredValue::new(names);
    let one = move |form| {
        if let Some(lead) = chosen.get_untracked() {
            make(app, plan, lead, asks, form);
        }
    };
    let to_write = move || {
        let note = email(&title, asks.by.get(), &asks.returns_to());
        view! { <ToWrite note /> }
    };
    view! {
        <Table
            caption="Leads with open actions"
            head=vec![Head::text("Lead"), Head::number("Open"), Head::number("Overdue")]
        >
            {rows}
        </Table>
        <p class="govuk-body">"An action that several lead is in the file of each. What each of them reports is kept."</p>
        <DateInput
            id="asked-by"
            label="Send it back by (optional)"
            value=asks.by
            on_change=move |day| asks.by.set(day)
        />
        <Input
            id="returns-role"
            label="Role of who gathers the files (optional)"
            hint="Such as Workforce project officer."
            value=asks.role
            on_change=move |text| asks.role.set(text)
        />
        <Input
            id="returns-email"
            label="Email address that files go back to (optional)"
            value=asks.email
            on_change=move |text| asks.email.set(text)
        />
        <Select
            id="lead"
            label="Whom do you ask?"
            blank="All of them, a file each in one .zip"
            choices
            value=chosen
            on_choose=move |lead| chosen.set(lead)
        />
        <Show
            when=move || chosen.with(Option::is_some)
            fallback=move || view! {
                <ButtonGroup>
                    <Button on_press=move |()| make_all(app, plan, all.get_value(), asks)>"Make a file for each lead"</Button>
                </ButtonGroup>
            }
        >
            <ButtonGroup>
                <Button on_press=move |()| one(FileForm::Page)>"Make the update file"</Button>
                <Button kind=ButtonKind::Secondary on_press=move |()| one(FileForm::Zip)>"Make it as a .zip"</Button>
                <Button kind=ButtonKind::Secondary on_press=move |()| one(FileForm::Json)>"Save it as JSON"</Button>
            </ButtonGroup>
            <p class="govuk-body">
                "Many mail filters hold back web pages: the .zip is more likely to arrive. The JSON is for a lead who has Rainbow."
            </p>
        </Show>
        <h2 class="govuk-heading-m">"The email to send with it"</h2>
        {to_write}
    }
}

fn row(lead: Lead) -> impl IntoView {
    view! {
        <TableRow>
            <RowHeader>{lead.name}</RowHeader>
            <TableCell numeric=true>{lead.open}</TableCell>
            <TableCell numeric=true>{lead.overdue}</TableCell>
        </TableRow>
    }
}
