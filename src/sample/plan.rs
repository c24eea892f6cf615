//! The sample's plan: twelve actions with written dates, reported on in October 2009 and January 2010, RAG never set.
//!
//! Its shape is that of a county's progress report of October 2009: number, action, lead, target date, progress, RAG. The
//! arc that scores lowest has no action yet, which is for whoever tries the tool to put right.

use chrono::NaiveDate;

use super::dice::Dice;
use super::{day, recorded};
use crate::domain::ids::{ItemId, PlanId, RecordId, ThemeId};
use crate::domain::plan::{Plan, PlanItem, Progress, Revision};
use crate::domain::rest::Rest;
use crate::domain::workspace::{Edit, EditError, Workspace};

/// The day that the plan was written.
const BEGUN: NaiveDate = day(2009, 9, 4);
const OCTOBER: NaiveDate = day(2009, 10, 30);
const JANUARY: NaiveDate = day(2010, 1, 22);

/// An action, with what was reported about it.
struct Action {
    text: &'static str,
    lead: &'static str,
    due: &'static str,
    themes: &'static [&'static str],
    /// Reported on 30 October 2009; empty if nothing was.
    october: &'static str,
    /// Reported on 22 January 2010; empty if nothing was.
    january: &'static str,
    /// The date that replaced the first one in October, and why.
    revised: Option<(&'static str, &'static str)>,
}

const ACTIONS: [Action; 12] = [
    Action {
        text: "Tell people in every sector what ‘one children’s workforce’ asks of them, by newsletter and at team meetings.",
        lead: "Communications lead",
        due: "Nov-09",
        themes: &["identity"],
        october: "First newsletter drafted. Two partners have yet to comment.",
        january: "Newsletter sent to all sectors in December. Visits to team meetings booked up to Easter.",
        revised: None,
    },
    Action {
        text: "Write a short list of the words that professions use differently, with one meaning for each.",
        lead: "AB",
        due: "Nov-09",
        themes: &["language"],
        october: "Forty words gathered from front-line staff.",
        january: "List agreed but for ‘threshold’ and ‘early help’. Youth forum is checking that it can be understood.",
        revised: None,
    },
    Action {
        text: "Agree shared values with young people and carry them into the next Children and Young People’s Plan.",
        lead: "Workforce lead",
        due: "2011",
        themes: &["identity", "language"],
        october: "Waits for the timetable of the new plan.",
        january: "Timetable known: first workshop with young people in May.",
        revised: None,
    },
    Action {
        text: "Describe how we expect people to work with one another, for use in supervision and appraisal.",
        lead: "CD",
        due: "Oct-09",
        themes: &["behaviours"],
        october: "The officer who was to draft this has left. A head teacher’s office has offered to take it on.",
        january: "Draft went to partners on 8 January. Comments are asked for by the middle of February.",
        revised: Some(("31 Dec 2009", "resourcing")),
    },
    Action {
        text: "Put the skills that everyone who works with children needs into job descriptions and interview questions.",
        lead: "HR lead",
        due: "Feb-10",
        themes: &["behaviours", "training"],
        october: "Three model job descriptions written.",
        january: "Models for eight common posts are in use by the council. Health and schools are looking at them.",
        revised: None,
    },
    Action {
        text: "Hold a half-day welcome in each district for everybody who is new to working with children.",
        lead: "Workforce lead",
        due: "Apr-10",
        themes: &["identity", "training"],
        october: "Steering group agreed content and length.",
        january: "First two mornings held, 31 people from six sectors. Nobody came from justice and crime.",
        revised: None,
    },
    Action {
        text: "Bring the training calendars of all partners together and open spare places to one another.",
        lead: "Training Sub-Group",
        due: "Apr-10",
        themes: &["training"],
        october: "Calendars of four partners collected.",
        january: "Joint calendar on the website. Charging for places between partners is not settled.",
        revised: None,
    },
    Action {
        text: "Give every lead professional a named person to turn to, and an hour a month with others in the role.",
        lead: "EF",
        due: "31 March 2010",
        themes: &["integrated-working"],
        october: "",
        january: "Named people found in three of five districts.",
        revised: None,
    },
    Action {
        text: "Read a sample of common assessments together every three months and tell workers what was learnt.",
        lead: "CAF coordinator",
        due: "Feb-10",
        themes: &["integrated-working"],
        october: "Readers from five organisations have volunteered.",
        january: "Date set for the first reading: 24 February.",
        revised: None,
    },
    Action {
        text: "Count who works with children in the county, in which roles and from which backgrounds.",
        lead: "GH",
        due: "Apr-10",
        themes: &["capacity"],
        october: "Council and health figures are in. Voluntary organisations have been asked.",
        january: "",
        revised: None,
    },
    Action {
        text: "Open ways into work with children for people from groups that are few in the workforce.",
        lead: "Workforce lead / CD",
        due: "on-going",
        themes: &["capacity"],
        october: "Two colleges are interested in placements.",
        january: "Nine people on placements. Next steps wait for the count of the workforce.",
        revised: None,
    },
    Action {
        text: "Train young people to sit on interview panels and to report each year on what has changed for them.",
        lead: "Participation worker",
        due: "Summer 2010",
        themes: &["outcomes"],
        october: "",
        january: "",
        revised: None,
    },
];

/// Writes the plan and what was reported about it.
pub(super) fn write(sample: &mut Workspace, ids: &mut Dice) -> Result<Vec<Edit>, EditError> {
    let plan = PlanId(ids.id());
    let title = "One Children’s Workforce Action Plan".to_owned();
    let mut edits = vec![sample.set_plan(plan, Plan::titled(title))];
    for (number, action) in (1..).zip(&ACTIONS) {
        let id = ItemId(ids.id());
        let item = PlanItem {
            label: number.to_string(),
            text: action.text.to_owned(),
            lead: action.lead.to_owned(),
            due: action.due.to_owned(),
            themes: action.themes.iter().filter_map(|theme| ThemeId::parse(theme)).collect(),
            ..PlanItem::blank(plan, sample.order_at_end(plan))
        };
        edits.push(sample.set_item(id, item, BEGUN)?);
        let reported = [(OCTOBER, action.october, action.revised), (JANUARY, action.january, None)];
        for (on, text, revised) in reported.into_iter().filter(|(_, text, _)| !text.is_empty()) {
            let progress = Progress {
                by: action.lead.to_owned(),
                text: text.to_owned(),
                revised: revised.map(|(due, reason)| Revision {
                    due: due.to_owned(),
                    meant: None,
                    reason: reason.to_owned(),
                    rest: Rest::new(),
                }),
                ..Progress::blank(id, on, recorded(on))
            };
            edits.push(sample.report_progress(RecordId(ids.id()), progress)?);
        }
    }
    Ok(edits)
}
