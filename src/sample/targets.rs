//! Where the sample's area wants to be: a target for every theme, agreed by its board on 15 January 2010.

use chrono::NaiveDate;

use super::dice::Dice;
use super::{day, recorded};
use crate::domain::framework::Framework;
use crate::domain::ids::RecordId;
use crate::domain::rest::Rest;
use crate::domain::round::{Target, TenthScore};
use crate::domain::workspace::{Edit, Workspace};

const AGREED: NaiveDate = day(2010, 1, 15);

/// For each theme: the target in tenths of a score, and why.
const TARGETS: [(&str, u8, &str); 8] = [
    ("identity", 40, "Leaders see one workforce already; the people who meet families should be able to say the same."),
    (
        "language",
        38,
        "Families should not have to learn our words, and a glossary alone will not get us further than this by 2011.",
    ),
    ("behaviours", 40, "Most teams are close, and role descriptions are being rewritten this year anyway."),
    ("integrated-working", 40, "The middle of the scale is not enough for children who need several services at once."),
    ("training", 45, "Our strongest arc: shared training is what partners value most, so we build on it."),
    ("roles", 35, "Our lowest arc. Telling the story once depends on systems that will take more than a year to join."),
    (
        "capacity",
        40,
        "Safeguarding comes first; posts that are hard to fill limit what can be promised on time with children.",
    ),
    ("outcomes", 40, "Young people asked the board to show what changes because of what they say."),
];

/// Agrees the targets, in the order of the arcs.
pub(super) fn agree(sample: &mut Workspace, framework: &Framework, ids: &mut Dice) -> Vec<Edit> {
    let themes = framework.themes.iter();
    let agreed = themes.filter_map(|theme| {
        let (_, tenths, reason) = TARGETS.iter().find(|(id, ..)| *id == theme.id.as_str())?;
        let target = Target {
            theme: theme.id.clone(),
            score: TenthScore::from_tenths(*tenths),
            on: AGREED,
            recorded: recorded(AGREED),
            by: "Children’s Trust Board".to_owned(),
            reason: (*reason).to_owned(),
            rest: Rest::new(),
        };
        Some(sample.set_target(RecordId(ids.id()), target))
    });
    agreed.collect()
}
