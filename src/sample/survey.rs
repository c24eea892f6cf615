//! The sample's two rounds: December 2008, with the first issue of the questionnaire and too few responses, and December
//! 2009, with the whole standard questionnaire. Both are closed.

use std::sync::Arc;

use chrono::{Datelike, Months, NaiveDate, Weekday};

use super::comments::{COMMENTS, Comment, EARLIER_COMMENTS};
use super::dice::Dice;
use super::people::{EARLIER_RETURN, Kind, RETURN};
use super::{answers, day, recorded};
use crate::domain::framework::Framework;
use crate::domain::ids::{RecordId, RoundId, SectorId};
use crate::domain::response::{PACK_SIZE, Pack, Response};
use crate::domain::rest::Rest;
use crate::domain::round::{ReturnsTo, Round};
use crate::domain::survey::{Questionnaire, Survey};
use crate::domain::workspace::{Edit, EditError, Workspace};
use crate::exchange::problem::Fault;
use crate::exchange::wire::survey::freeze;

/// How many responses were required, each time.
const MINIMUM: u32 = 45;

/// How many responses were expected from each sector, each time.
const EXPECTED: [(&str, u32); 8] = [
    ("early-years", 6),
    ("schools", 8),
    ("health", 8),
    ("social-care", 8),
    ("youth", 5),
    ("sport-leisure", 3),
    ("justice", 4),
    ("voluntary", 3),
];

/// One time of asking, and who answered then.
pub(super) struct Asking {
    title: &'static str,
    opened: NaiveDate,
    closed: NaiveDate,
    /// The seed of everything that people answered then.
    pub(super) seed: u64,
    /// Who answered.
    pub(super) kinds: &'static [Kind],
    /// What they wrote.
    pub(super) comments: &'static [Comment],
    /// How much higher or lower than in the later round each theme stood, in hundredths of a score.
    pub(super) apart: &'static [(&'static str, i32)],
}

/// The first round. Almost everything stood a little lower then. Two arcs did not rise: there is still no action for
/// complementary roles, and where posts were frozen since, there is less capacity than there was.
pub(super) const FIRST: Asking = Asking {
    title: "December 2008",
    opened: day(2008, 12, 1),
    closed: day(2008, 12, 19),
    seed: 0x7c15_2008_1201_0045,
    kinds: &EARLIER_RETURN,
    comments: &EARLIER_COMMENTS,
    apart: &[
        ("identity", -40),
        ("language", -30),
        ("behaviours", -25),
        ("integrated-working", -45),
        ("training", -35),
        ("roles", 10),
        ("capacity", 35),
        ("outcomes", -35),
    ],
};

/// The second round. With its seed the only person of justice and crime answers to the end, so that every figure of that
/// sector is one that nobody else may see.
pub(super) const SECOND: Asking = Asking {
    title: "December 2009",
    opened: day(2009, 12, 1),
    closed: day(2009, 12, 18),
    seed: 0x7c15_2009_1201_0052,
    kinds: &RETURN,
    comments: &COMMENTS,
    apart: &[],
};

/// Statements that the first issue of the questionnaire lacked: what children and families see of an arc. Two of them draw
/// their arc down, so only what both rounds asked shows how it moved.
const ADDED_SINCE: [&str; 4] = ["behaviours-5", "roles-5", "capacity-5", "outcomes-5"];

/// The survey of the first round: the questionnaire as it was before statements were added to it.
///
/// # Errors
/// None for a questionnaire that fits the framework.
pub(super) fn first_issue(framework: &Framework, questionnaire: &Questionnaire) -> Result<Survey, Fault> {
    let mut issue = questionnaire.clone();
    issue.title = format!("{}, first issue", issue.title);
    issue.statements.retain(|statement| !ADDED_SINCE.contains(&statement.id.as_str()));
    freeze(framework, &issue)
}

impl Asking {
    /// How many people answered; a larger round has more.
    pub(super) fn people(&self) -> usize {
        self.kinds.iter().map(|kind| kind.people).sum()
    }

    /// The working days on which the round was open.
    pub(super) fn working_days(&self) -> impl Iterator<Item = NaiveDate> + Clone {
        let days = self.opened.iter_days().take_while(|day| *day <= self.closed);
        days.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
    }

    /// The round as it was set up.
    fn round(&self, survey: &Survey) -> Round {
        let expected = EXPECTED.iter().filter_map(|(id, number)| Some((SectorId::parse(id)?, *number)));
        Round {
            minimum: Some(MINIMUM),
            closes: Some(self.closed),
            expected: expected.collect(),
            keep_until: self.closed.checked_add_months(Months::new(24)),
            returns_to: ReturnsTo {
                role: "Workforce project officer".to_owned(),
                email: "workforce@council.example".to_owned(),
            },
            ..Round::opened(self.title, vec![survey.hash], self.opened)
        }
    }

    /// Holds the round: opens it, takes this many responses in, and closes it.
    pub(super) fn hold(
        &self,
        sample: &mut Workspace,
        survey: &Arc<Survey>,
        responses: usize,
        ids: &mut Dice,
    ) -> Result<Vec<Edit>, EditError> {
        let (id, closing) = (RoundId(ids.id()), RecordId(ids.id()));
        let round = self.round(survey);
        let mut edits = vec![sample.open_round(id, round, survey.clone())];
        let groups = sample.area().map(|area| area.staff_groups.clone()).unwrap_or_default();
        let said = (0..responses).filter_map(|place| answers::response(self, place, survey, &groups));
        let said: Vec<Response> = said.collect();
        for responses in said.chunks(PACK_SIZE) {
            let pack = Pack {
                round: id,
                survey: survey.hash,
                responses: responses.to_vec(),
                sources: Vec::new(),
                rest: Rest::new(),
            };
            edits.push(sample.add_pack(RecordId(ids.id()), pack));
        }
        edits.push(sample.close_round(closing, id, self.closed, recorded(self.closed), || RecordId(ids.id()))?);
        Ok(edits)
    }
}
