//! Where the sample's Trust agreed on 22 January 2010 that it is, and its overall assessment. Two arcs were left for another meeting,
//! and nothing is signed off yet.

use chrono::NaiveDate;

use super::dice::Dice;
use super::{day, recorded};
use crate::domain::agreed::{Assessment, Position, Standing};
use crate::domain::framework::Framework;
use crate::domain::ids::RecordId;
use crate::domain::rest::Rest;
use crate::domain::round::TenthScore;
use crate::domain::workspace::{Edit, Workspace};

const AGREED: NaiveDate = day(2010, 1, 22);
const BY: &str = "Children’s Trust Board";

/// For an arc: the position in tenths of a score, what it is called, and why.
const POSITIONS: [(&str, u8, Option<Standing>, &str); 6] = [
    ("identity", 30, None, "Leaders and front-line staff see it differently, and we go by what families meet."),
    ("language", 27, Some(Standing::ToDevelop), "The youth forum was plainer than the survey about our words."),
    (
        "integrated-working",
        28,
        Some(Standing::ToDevelop),
        "Two groups and the survey say the same: the follow-up is missing.",
    ),
    ("training", 35, Some(Standing::Strong), "The survey and the records of four partners agree."),
    ("roles", 25, Some(Standing::ToDevelop), "Families still tell their story to every service."),
    ("capacity", 30, None, "Safe, and stretched in three districts."),
];

const ASSESSMENT: &str = "We are about half-way. People want to work together and are trained to, and what they agree is lost between services. \
    The next year goes to telling a story once and to words that families know.";

/// Agrees the positions in the order of the arcs, and writes the assessment.
pub(super) fn agree(sample: &mut Workspace, framework: &Framework, ids: &mut Dice) -> Vec<Edit> {
    let mut edits = Vec::new();
    for theme in &framework.themes {
        let Some((_, tenths, standing, reason)) = POSITIONS.iter().find(|(id, ..)| *id == theme.id.as_str()) else {
            continue;
        };
        let position = Position {
            theme: theme.id.clone(),
            score: TenthScore::from_tenths(*tenths),
            standing: *standing,
            on: AGREED,
            recorded: recorded(AGREED),
            by: BY.to_owned(),
            reason: (*reason).to_owned(),
            rest: Rest::new(),
        };
        edits.push(sample.set_position(RecordId(ids.id()), position));
    }
    let assessment = Assessment {
        text: ASSESSMENT.to_owned(),
        on: AGREED,
        recorded: recorded(AGREED),
        by: BY.to_owned(),
        rest: Rest::new(),
    };
    edits.push(sample.set_assessment(RecordId(ids.id()), assessment));
    edits
}
