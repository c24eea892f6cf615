//! What training events say, and how gaps between them are addressed, field by field, in words.

use super::{Said, arc_name, fact, or_empty};
use crate::domain::framework::Framework;
use crate::domain::training::{TrainingEvent, TrainingGap};
use crate::domain::workspace::Workspace;
use crate::reports::training::competencies;

/// What a training event says.
pub(super) fn event_fields(framework: Option<&Framework>, event: &TrainingEvent) -> Vec<Said> {
    let professions: Vec<&str> = event.professions.iter().collect();
    vec![
        fact("Title", or_empty(&event.title)),
        fact("Lead", or_empty(&event.lead)),
        fact("Professions", or_empty(&professions.join("; "))),
        fact("Competencies", or_empty(&competencies(framework, event).join("; "))),
        fact("Dates", or_empty(&event.dates)),
        fact("Places", or_empty(&event.places)),
        fact("Delivery method", or_empty(&event.method)),
        fact("Attendance", or_empty(&event.attendance)),
        fact("Evaluation of impact", or_empty(&event.evaluation)),
        fact("Notes", or_empty(&event.notes)),
    ]
}

/// What is said of how a gap is addressed.
pub(super) fn gap_fields(open: &Workspace, framework: Option<&Framework>, gap: &TrainingGap) -> Vec<Said> {
    let action = gap.action.and_then(|id| open.item(id)).map(|item| item.text.as_str());
    vec![
        fact("Profession", or_empty(&gap.profession)),
        fact("Arc", arc_name(framework, &gap.theme)),
        fact("Commissioning", or_empty(&gap.commissioning)),
        fact("Resourcing", or_empty(&gap.resourcing)),
        fact("Owner", or_empty(&gap.owner)),
        fact("Anything else", or_empty(&gap.words)),
        fact("Action", or_empty(action.unwrap_or_default())),
    ]
}
