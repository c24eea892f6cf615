//! The sample's training map: what the partners run for whom in 2009/10, and two gaps of which somebody said how they are addressed.
//!
//! Nobody trains anybody for complementary roles, early years hardly come to anything but safeguarding, and half the events have no
//! figure of who came, because that is what such a map is first good for.

use super::dice::Dice;
use crate::domain::ids::{PracticeId, ThemeId, TrainingEventId};
use crate::domain::rest::Rest;
use crate::domain::training::{Professions, TrainingEvent, TrainingGap};
use crate::domain::workspace::{Edit, Workspace};

/// The events, one a line: title, lead, professions, arcs, practices, dates, places, method, attendance and how the impact is
/// evaluated, with an upright line between them.
const EVENTS: &str = "\
Working together: first steps|Workforce development team|Family support workers; School nurses; Youth workers; Teaching assistants|identity language|multi-agency|9 September 2009|40|Joint day|34|Card at the end of the day
Working together: second day|Workforce development team|Family support workers; School nurses; Youth workers|identity integrated-working|multi-agency|18 November 2009|40|Joint day|31|Asked again after three months
Introduction to the Common Assessment Framework|Workforce development team|Family support workers; School nurses; Health visitors; Teachers|integrated-working|caf|monthly|20|Half-day course||Forms are looked at by a panel
The Common Assessment Framework for those who use it already|Workforce development team|Family support workers; Health visitors|integrated-working|caf|October 2009|16|Half-day course|14|Forms are looked at by a panel
Being a lead professional|Workforce development team|Family support workers; Health visitors; School nurses|integrated-working|lead-professional|24 November 2009|18|Joint day|18|Supervisors are asked after six months
Team around the child: chairing a meeting|Children’s social care|Social workers; Family support workers; Head teachers and deputies|integrated-working|tac|3 December 2009|15|Half-day course|9|
Sharing information: when and how|Primary care trust|School nurses; Health visitors; Midwives|integrated-working|information-sharing|October 2009|30|Briefing|27|Short test
Sharing information in schools|Education service|Teachers; Head teachers and deputies|integrated-working|information-sharing|autumn term 2009|60|E-learning||Short test
Safeguarding, level 1|Safeguarding board|Teachers; Teaching assistants; Nursery nurses; Youth workers; Children’s centre staff; School nurses|capacity||monthly|as many as log in|E-learning||Short test
Safeguarding, level 2|Safeguarding board|Social workers; Health visitors; Midwives; Head teachers and deputies|capacity||15 January 2010|24|Joint day|22|Case files are read a year later
Safeguarding, level 3: cases that stay with you|Safeguarding board|Social workers; Health visitors|capacity behaviours||Feb-10|12|Two-day course||Case files are read a year later
Safer recruitment|Safeguarding board|Head teachers and deputies|capacity training||November 2009|20|E-learning|17|Certificate
Newly qualified social workers: first year|Children’s social care|Social workers|training capacity||on-going|8|Supervised practice|7|Portfolio
Supervision that helps|Children’s social care|Social workers; Family support workers|training capacity||January 2010|14|Two-day course||Staff survey
Child development for everyone|Early years service|Nursery nurses; Children’s centre staff|behaviours training||spring 2010|25|Evening course||
Early reading with families|Early years service|Nursery nurses; Children’s centre staff; Teaching assistants|outcomes||13 October 2009|25|Half-day course|21|Visits to settings
Speech and language: seeing it early|Primary care trust|Health visitors; Nursery nurses|behaviours outcomes||November 2009|30|Briefing|26|Referrals are counted
Listening to young people|Youth forum|Youth workers; Teachers; Social workers|outcomes language||12 December 2009|20|Workshop|19|Young people say what changed
Words we share: a glossary in an hour|Workforce development team|School nurses; Teachers; Social workers; Youth workers|language||to be arranged||Briefing||
Welcome to children’s services|Workforce development team|Social workers; Youth workers; Family support workers; Teaching assistants|identity||quarterly|50|Joint day||Card at the end of the day
Leading across services|Workforce development team|Head teachers and deputies|identity behaviours|multi-agency|2009-10|10|Action learning set|6|Six months later, by those they lead
Mental health first aid for those who work with the young|Primary care trust|Youth workers; School nurses; Teachers|outcomes capacity||4 March 2010|16|Two-day course||Certificate
Behaviour and what lies behind it|Education service|Teaching assistants; Teachers|behaviours||19 January 2010|40|Half-day course|38|Exclusions are compared
Substance misuse: the basics|Youth service|Youth workers; Social workers|outcomes||February 2010|20|Briefing||
Play and participation|Play charity|Playworkers; Youth workers|outcomes language||summer 2010|15|Workshop||Young people say what changed";

/// A gap as it is written here: profession, arc, commissioning, resourcing, owner and anything else.
const GAPS: [[&str; 6]; 2] = [
    [
        "Midwives",
        "identity",
        "Places are kept at the next joint day",
        "No cost but cover on the ward",
        "Workforce lead",
        "Agreed with the primary care trust in January.",
    ],
    [
        "Nursery nurses",
        "integrated-working",
        "Evening course, to be commissioned from the college for spring",
        "Half from the early years budget, half not found yet",
        "Early years lead",
        "",
    ],
];

/// Adds the events and says how the gaps are addressed.
pub(super) fn map(sample: &mut Workspace, ids: &mut Dice) -> Vec<Edit> {
    let mut edits: Vec<Edit> =
        EVENTS.lines().map(|one| sample.set_training_event(TrainingEventId(ids.id()), event(one))).collect();
    edits.extend(GAPS.iter().filter_map(|[profession, theme, commissioning, resourcing, owner, words]| {
        let gap = TrainingGap::blank(profession, ThemeId::parse(theme)?);
        Some(sample.set_training_gap(TrainingGap {
            commissioning: (*commissioning).to_owned(),
            resourcing: (*resourcing).to_owned(),
            owner: (*owner).to_owned(),
            words: (*words).to_owned(),
            ..gap
        }))
    }));
    edits
}

fn event(line: &str) -> TrainingEvent {
    let mut cells = line.split('|');
    let mut next = || cells.next().unwrap_or_default();
    let (title, lead, professions, arcs, practices) = (next(), next(), next(), next(), next());
    let (dates, places, method, attendance, evaluation) = (next(), next(), next(), next(), next());
    TrainingEvent {
        title: title.to_owned(),
        lead: lead.to_owned(),
        professions: Professions::read(professions),
        arcs: arcs.split(' ').filter_map(ThemeId::parse).collect(),
        practices: practices.split(' ').filter_map(PracticeId::parse).collect(),
        dates: dates.to_owned(),
        places: places.to_owned(),
        method: method.to_owned(),
        attendance: attendance.to_owned(),
        evaluation: evaluation.to_owned(),
        notes: String::new(),
        rest: Rest::new(),
    }
}
