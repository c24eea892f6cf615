//! Two versions: entries that were changed in two places at once, side by side, for a person to choose which one stands.

use leptos::prelude::*;

use super::action_facts::framework;
use crate::domain::ids::RecordId;
use crate::domain::record::Body;
use crate::reports::versions::{Field, Undecided, Version, undecided};
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonKind, ButtonLink, Page, PageHeading, PageWidth, Tag, TagColour, focus_heading};

/// The entries between whose versions a person has to choose.
#[component]
pub fn Conflicts() -> impl IntoView {
    let app = App::get();
    let area = app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default();
    let entries = Memo::new(move |_| app.read(|open| undecided(open, framework(open).as_ref())).unwrap_or_default());
    view! {
        <Page width=PageWidth::Standard>
            <PageHeading caption=area>"Two versions"</PageHeading>
            {move || {
                let entries = entries.get();
                if entries.is_empty() {
                    view! {
                        <p class="govuk-body">"There is nothing to choose."</p>
                        <ButtonLink href=app.href(Place::Overview)>"Go to the overview"</ButtonLink>
                    }
                    .into_any()
                } else {
                    view! {
                        <p class="govuk-body app-versions-intro">
                            "What stands here was changed in two places that did not know of each other, such as two copies of a file. Nothing was lost: both versions are kept until you choose which one stands."
                        </p>
                        {entries.into_iter().map(|entry| entry_view(app, entry)).collect_view()}
                    }
                    .into_any()
                }
            }}
        </Page>
    }
}

fn entry_view(app: App, entry: Undecided) -> impl IntoView {
    let Undecided { id, name, versions } = entry;
    let alike = versions.iter().all(|version| version.fields.iter().all(|field| !field.differs));
    let versions =
        versions.into_iter().zip(1_usize..).map(|(version, number)| version_view(app, id, &name, version, number));
    let versions = versions.collect_view();
    view! {
        <section>
            <h2 class="govuk-heading-m">{name}</h2>
            {alike.then(|| view! {
                <p class="govuk-body">
                    "These versions read alike. They differ in something that is not shown here, such as the place in a list."
                </p>
            })}
            <div class="app-versions">{versions}</div>
        </section>
    }
}

fn version_view(app: App, id: RecordId, name: &str, version: Version, number: usize) -> impl IntoView + use<> {
    let Version { body, fields } = version;
    let which = format!(": version {number} of {name}");
    let field = |Field { name, value, differs }: Field| {
        view! {
            <div>
                <dt>
                    {name}
                    {differs.then(|| view! { " " <Tag text="differs".to_owned() colour=TagColour::Yellow /> })}
                </dt>
                <dd>{value}</dd>
            </div>
        }
    };
    view! {
        <div class="app-version">
            <h3 class="govuk-heading-s">{format!("Version {number}")}</h3>
            <dl class="app-version__fields">{fields.into_iter().map(field).collect_view()}</dl>
            <Button kind=ButtonKind::Secondary on_press=move |()| keep(app, id, body.clone())>
                "Keep this one"
                <span class="govuk-visually-hidden">{which.clone()}</span>
            </Button>
        </div>
    }
}

/// Lets a version stand.
fn keep(app: App, id: RecordId, chosen: Body) {
    match app.edit(|open| open.settle_conflict(id, chosen)) {
        Ok(edit) => app.say(Notice::done("The version that you chose stands.", &edit)),
        Err(_) => app.say(Notice::said("This entry is no longer here. Nothing was changed.")),
    }
    focus_heading();
}
