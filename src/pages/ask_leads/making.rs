//! Making the files that ask leads, one or all of them, and giving them to the coordinator.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Asks;
use crate::analysis::leads::{Question, asking};
use crate::browser::files::{download, download_bytes};
use crate::browser::pause::Work;
use crate::browser::{clock, own_source};
use crate::domain::ids::PlanId;
use crate::domain::update_request::{Asking, UPDATE_FILE};
use crate::exchange::zip::{self, Archive};
use crate::exchange::{export, update_page};
use crate::reports::leads::update_file;
use crate::reports::words;
use crate::state::{App, Notice};

/// The form in which a file is given.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// Rainbow's own page with what is asked in it.
    Page,
    /// The same in a .zip.
    Zip,
    /// What is asked alone.
    Json,
}

/// Makes the file for one lead and gives it to the person.
pub(super) fn make(app: App, plan: PlanId, lead: String, asks: Asks, form: Form) {
    let now = app.now();
    let Some(asking) = asked(app, plan, lead, asks, now) else { return none(app) };
    let name = update_file(&asking.plan.title, &asking.request.lead);
    if let Form::Json = form {
        let given = export::asking(&asking).map_err(|fault| fault.to_string());
        let name = format!("{name}.json");
        let outcome = given.and_then(|text| download(&name, "application/json", &text));
        return say(app, &name, outcome);
    }
    spawn_local(async move {
        let page = own_source::one_file().await;
        let page = page.and_then(|page| update_page::fill(&page, &asking).map_err(|fault| fault.to_string()));
        let inside = format!("{name}.html");
        let (name, outcome) = match form {
            Form::Zip => {
                let zipped = page.and_then(|page| {
                    zip::archive(&inside, page.as_bytes(), clock::local(now))
                        .ok_or_else(|| "it is too large".to_owned())
                });
                let name = format!("{name}.zip");
                let outcome = zipped.and_then(|zip| download_bytes(&name, "application/zip", &zip));
                (name, outcome)
            }
            Form::Page | Form::Json => (inside.clone(), page.and_then(|page| download(&inside, "text/html", &page))),
        };
        say(app, &name, outcome);
    });
}

/// Makes a file for each of these leads, in one .zip.
pub(super) fn make_all(app: App, plan: PlanId, leads: Vec<String>, asks: Asks) {
    let now = app.now();
    let all: Vec<Asking> = leads.into_iter().filter_map(|lead| asked(app, plan, lead, asks, now)).collect();
    let Some(title) = all.first().map(|asking| words::file_part(&asking.plan.title)) else { return none(app) };
    spawn_local(async move {
        let name = format!("{UPDATE_FILE}{title}-all-leads.zip");
        let outcome = archive(&all, now).await.and_then(|zip| download_bytes(&name, "application/zip", &zip));
        say(app, &name, outcome);
    });
}

async fn archive(all: &[Asking], now: DateTime<Utc>) -> Result<Vec<u8>, String> {
    let page = own_source::one_file().await?;
    let too_large = || "the files are too large together".to_owned();
    let (mut archive, mut work) = (Archive::begin(clock::local(now)), Work::begin());
    let mut names = BTreeSet::new();
    for (asking, at) in all.iter().zip(1_usize..) {
        let filled = update_page::fill(&page, asking).map_err(|fault| fault.to_string())?;
        let name = update_file(&asking.plan.title, &asking.request.lead);
        // Two leads may be told apart only by what no name of a file holds.
        let name = if names.insert(name.clone()) { name } else { format!("{name}-{at}") };
        archive.add(&format!("{name}.html"), filled.as_bytes()).ok_or_else(too_large)?;
        work.pause_if_long().await;
    }
    archive.finish().ok_or_else(too_large)
}

fn asked(app: App, plan: PlanId, lead: String, asks: Asks, now: DateTime<Utc>) -> Option<Asking> {
    let returns_to = untrack(|| asks.returns_to());
    let question = Question { plan, lead, asked_by: asks.by.get_untracked(), returns_to };
    app.read_now(|open| asking(open, &question, now, app.today())).flatten()
}

fn none(app: App) {
    app.say(Notice::said(
        "The file could not be made: there is no open action of this lead any more. Nothing was changed.",
    ));
}

fn say(app: App, name: &str, outcome: Result<(), String>) {
    app.say(Notice::said(match outcome {
        Ok(()) => format!("The file {name} was made. Look for it where your downloads are kept."),
        Err(words) => format!("The file could not be made ({words}). Nothing was changed."),
    }));
}
