//! Where the sample's area wants to be: one aim for every arc after the first round, and on 15 January 2010 a target for
//! each arc in its place.

use chrono::NaiveDate;

use super::dice::Dice;
use super::{day, recorded};
use crate::domain::framework::Framework;
use crate::domain::ids::{RecordId, ThemeId};
use crate::domain::rest::Rest;
use crate::domain::round::{Target, TenthScore};
use crate::domain::workspace::{Edit, Workspace};

const AGREED: NaiveDate = day(2010, 1, 15);
const FIRST_AGREED: NaiveDate = day(2009, 1, 16);

/// The one aim after the first round, in tenths of a score, and why.
const FIRST_AIM: (u8, &str) = (35, "One aim for every arc, half-way between the middle and good, until we ask again.");

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

/// Agrees the one aim for every arc that followed from the first round.
pub(super) fn agree_first(sample: &mut Workspace, framework: &Framework, ids: &mut Dice) -> Vec<Edit> {
    let (tenths, reason) = FIRST_AIM;
    let themes = framework.themes.iter();
    themes.map(|theme| set(sample, &theme.id, (tenths, reason), FIRST_AGREED, ids)).collect()
}

/// Agrees the targets that count, in the order of the arcs.
pub(super) fn agree(sample: &mut Workspace, framework: &Framework, ids: &mut Dice) -> Vec<Edit> {
    let themes = framework.themes.iter();
    let agreed = themes.filter_map(|theme| {
        let (_, tenths, reason) = TARGETS.iter().find(|(id, ..)| *id == theme.id.as_str())?;
        Some(set(sample, &theme.id, (*tenths, *reason), AGREED, ids))
    });
    agreed.collect()
}

fn set(sample: &mut Workspace, theme: &ThemeId, (tenths, reason): (u8, &str), on: NaiveDate, ids: &mut Dice) -> Edit {
    let target = Target {
        theme: theme.clone(),
        score: TenthScore::from_tenths(tenths),
        on,
        recorded: recorded(on),
        by: "Children’s Trust Board".to_owned(),
        reason: reason.to_owned(),
        rest: Rest::new(),
    };
    sample.set_target(RecordId(ids.id()), target)
}
