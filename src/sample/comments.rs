//! What people in the sample wrote beside their answers: short, in their own voices, naming nobody and no place.

use super::people::{CENTRE_STAFF, HEADS};
use crate::domain::area::{FRONT_LINE, LEADERS};

/// A comment on a statement, with the answer that goes with it.
#[derive(Debug)]
pub(super) struct Comment {
    /// The sector of whoever wrote it.
    pub(super) sector: Option<&'static str>,
    /// Their staff group.
    pub(super) group: Option<&'static str>,
    /// The statement that it is about.
    pub(super) statement: &'static str,
    /// What they answered: `1` to `5`, `d` (don't know) or `n` (not applicable).
    pub(super) answer: char,
    /// What they wrote.
    pub(super) text: &'static str,
}

/// The comments of December 2009. Those of one sector and staff group belong to different people, in turn.
pub(super) const COMMENTS: [Comment; 16] = [
    by(
        "early-years",
        FRONT_LINE,
        "training-3",
        '2',
        "Evening courses, unpaid. If you have children of your own you can’t go.",
    ),
    by(
        "early-years",
        CENTRE_STAFF,
        "identity-1",
        '4',
        "Since we share a building with health visiting it is ‘us’. Before that it really wasn’t.",
    ),
    by(
        "early-years",
        LEADERS,
        "training-2",
        '4',
        "The joint safeguarding days are the best training we send people on. More of those, please.",
    ),
    by(
        "schools",
        FRONT_LINE,
        "roles-2",
        '2',
        "I know our own staff well but couldn’t tell you what a family support worker does all day.",
    ),
    by(
        "schools",
        FRONT_LINE,
        "information-sharing-use",
        '2',
        "We pass things on and hear nothing back. Even ‘thanks, got it’ would help.",
    ),
    by(
        "schools",
        HEADS,
        "caf-leadership",
        '3',
        "We are signed up to the CAF. Finding four services free on the same afternoon is another matter.",
    ),
    by("health", FRONT_LINE, "roles-5", '1', "One mum told me I was the sixth person she had explained it to."),
    by(
        "health",
        FRONT_LINE,
        "caf-skills",
        '2',
        "Had the training in the spring, done one since. I’d want someone next to me for the second.",
    ),
    by(
        "health",
        LEADERS,
        "language-1",
        '2',
        "‘Threshold’ means three different things in this county, depending on who you ask.",
    ),
    by("social-care", FRONT_LINE, "capacity-2", '1', "Not this winter."),
    by(
        "social-care",
        FRONT_LINE,
        "capacity-1",
        '5',
        "Somebody always stays behind to talk it over. It’s why people don’t leave.",
    ),
    by(
        "social-care",
        LEADERS,
        "multi-agency-improvement",
        '2',
        "We meet when something has gone wrong. We have yet to sit down and ask why something went right.",
    ),
    by("youth", FRONT_LINE, "outcomes-1", '5', "Young people picked the whole summer programme, and ran half of it."),
    by(
        "sport-leisure",
        FRONT_LINE,
        "lead-professional-use",
        'n',
        "We run holiday clubs. I’m not sure this one is meant for us.",
    ),
    by(
        "voluntary",
        FRONT_LINE,
        "language-5",
        '4',
        "We try to leave the jargon at the door. Parents tell us when we don’t.",
    ),
    Comment {
        sector: Some("voluntary"),
        group: None,
        statement: "identity-4",
        answer: 'd',
        text: "Is there a plan? Nobody has sent it to us.",
    },
];

/// The comments of December 2008, in the same way.
pub(super) const EARLIER_COMMENTS: [Comment; 5] = [
    by("schools", FRONT_LINE, "multi-agency-use", '2', "By the time we have found out whom to ring, the week is over."),
    by("schools", HEADS, "identity-1", '2', "‘One workforce’ is news in my staff room."),
    by("social-care", FRONT_LINE, "capacity-2", '3', "We manage, as long as nobody is off sick."),
    by("social-care", LEADERS, "caf-improvement", '1', "Nobody has ever asked to see one of ours."),
    by("youth", FRONT_LINE, "language-1", '2', "Half of every meeting goes on working out each other’s initials."),
];

const fn by(
    sector: &'static str,
    group: &'static str,
    statement: &'static str,
    answer: char,
    text: &'static str,
) -> Comment {
    Comment { sector: Some(sector), group: Some(group), statement, answer, text }
}
