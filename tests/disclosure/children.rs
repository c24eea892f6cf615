//! What children, young people and families said alone is shared by theme. The adversary has every figure that was ever shared of
//! a round, before and after late answers came in or some were withdrawn, and can't work out what fewer than five of them said.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta};
use proptest::prelude::*;
use rainbow::analysis::children::shareable_themes;
use rainbow::analysis::disclosure::Shown;
use rainbow::domain::ids::{ResponseId, ThemeId};
use rainbow::domain::round::Round;
use rainbow::domain::survey::Survey;
use rainbow::domain::workspace::Workspace;
use rainbow::exchange::builtin;
use rainbow::exchange::wire::survey::freeze;
use uuid::Uuid;

use super::{Number, Person, ROUND, THRESHOLD, close, day, fresh, id, inverse, opened, rank, response, take_in};

/// The statements that children are asked here, each with its theme.
pub const ASKED: [(&str, &str); 5] = [
    ("child-identity-1", "identity"),
    ("child-identity-2", "identity"),
    ("child-language-1", "language"),
    ("child-language-2", "language"),
    ("child-language-3", "language"),
];
/// The number of the first child among all who answer.
const FIRST: usize = 500;

/// The survey of these statements.
pub fn survey() -> Survey {
    let mut questionnaire = builtin::children_questionnaire().unwrap();
    questionnaire.statements.retain(|one| ASKED.iter().any(|(id, _)| *id == one.id.as_str()));
    freeze(&builtin::framework().unwrap(), &questionnaire).unwrap()
}

/// Takes in what children said, a character a statement; the first is the child of a number, counted from 0.
pub fn take(open: &mut Workspace, said: &[String], first: usize) {
    let survey = open.children_survey_of(ROUND).unwrap().hash;
    let child = |(at, said): (usize, &String)| response(FIRST + first + at, &Person::new(None, None, said));
    let responses = said.iter().enumerate().map(child).collect();
    take_in(open, (ROUND, survey), responses, 20_000 + first);
}

/// The themes that children are asked about.
pub fn themes() -> [&'static str; 2] {
    ["identity", "language"]
}

/// The scores that a child gave to the statements of a theme, each with its statement.
pub fn scores<'a>(said: &'a str, theme: &'a str) -> impl Iterator<Item = (usize, u32)> + 'a {
    let scored = said.chars().enumerate().filter_map(|(at, said)| Some((at, said.to_digit(10)?)));
    scored.filter(move |(at, _)| ASKED[*at].1 == theme)
}

/// How many of these children scored anything of a theme.
pub fn standing(children: &[String], theme: &str) -> usize {
    children.iter().filter(|said| scores(said, theme).next().is_some()).count()
}

/// The figures of a theme that were shared, as sums of what children said: a factor for each child and statement.
struct Known {
    rows: Vec<Vec<Number>>,
    /// How many children there are in all.
    children: usize,
}

impl Known {
    /// Adds what is shared now, when these are counted, each with the number of the child.
    fn reads(&mut self, open: &Workspace, counted: &[(usize, &String)], smallest: usize) {
        let figures = shareable_themes(open, ROUND);
        for theme in themes() {
            let Some(Shown::Mean { mean, people }) = figures.get(&ThemeId::parse(theme).unwrap()).copied() else {
                continue;
            };
            let mut row = vec![0; self.children * ASKED.len()];
            let (mut behind, mut sum) = (0_u32, 0.0);
            for (child, said) in counted {
                let given: Vec<(usize, u32)> = scores(said, theme).collect();
                for (at, _) in &given {
                    row[child * ASKED.len() + at] = inverse(given.len() as Number);
                }
                if !given.is_empty() {
                    let total: u32 = given.iter().map(|(_, score)| score).sum();
                    sum += f64::from(total) / f64::from(u32::try_from(given.len()).unwrap());
                    behind += 1;
                }
            }
            assert_eq!(u32::try_from(people).unwrap(), behind, "{theme}");
            assert!(people >= smallest, "{theme} is shared of {people}");
            assert!((mean - sum / f64::from(behind)).abs() < 0.051, "{theme}: {mean}");
            self.rows.push(row);
        }
    }

    /// Whether something can be worked out that depends on what these children said and on nobody else's answers.
    fn gives_away(&self, few: &[usize]) -> bool {
        let mut without = self.rows.clone();
        for row in &mut without {
            for child in few {
                row[child * ASKED.len()..(child + 1) * ASKED.len()].fill(0);
            }
        }
        rank(without) < rank(self.rows.clone())
    }
}

/// What happens to a closed round.
#[derive(Clone, Copy, Debug)]
enum Then {
    LateComeIn,
    OneIsWithdrawn(usize),
    MoreAreAskedFor,
}

fn then() -> impl Strategy<Value = Then> {
    prop_oneof![Just(Then::LateComeIn), (0..12_usize).prop_map(Then::OneIsWithdrawn), Just(Then::MoreAreAskedFor)]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn nothing_of_fewer_than_five_children_can_be_worked_out_of_all_that_was_shared_of_them(
        children in prop::collection::vec("[1-5]{2}[1-5d.]{3}|[1-5d.]{5}", 3..14),
        late in prop::collection::vec("[1-5d.]{5}", 1..5),
        history in prop::collection::vec(then(), 0..4),
        others in prop::collection::vec(prop::collection::vec(any::<prop::sample::Index>(), 4), 12),
    ) {
        let mut open = opened();
        open.ask_children(ROUND, Arc::new(survey())).unwrap();
        take(&mut open, &children, 0);
        prop_assert!(shareable_themes(&open, ROUND).is_empty(), "nothing is shared of a round that is open");
        close(&mut open, ROUND, 50);
        let all: Vec<&String> = children.iter().chain(&late).collect();
        let mut known = Known { rows: Vec::new(), children: all.len() };
        let mut counted: Vec<(usize, &String)> = children.iter().enumerate().collect();
        let mut smallest = THRESHOLD;
        known.reads(&open, &counted, smallest);
        if standing(&children, "identity") >= THRESHOLD {
            prop_assert!(!known.rows.is_empty(), "what enough children said is shared");
        }
        let (mut withdrawn, mut is_late_in) = (Vec::new(), false);
        for (then, number) in history.iter().zip(70_u128..) {
            match then {
                Then::LateComeIn if !is_late_in => {
                    is_late_in = true;
                    take(&mut open, &late, children.len());
                    let at = DateTime::UNIX_EPOCH + TimeDelta::seconds(1);
                    open.take_late_in(id(number * 100), ROUND, day(), at, fresh(number * 100 + 1)).unwrap();
                    counted.extend(late.iter().enumerate().map(|(at, said)| (children.len() + at, said)));
                }
                Then::OneIsWithdrawn(which) if *which < children.len() && !withdrawn.contains(which) => {
                    let response = u128::try_from(1_000 + FIRST + which).unwrap();
                    open.withdraw(ResponseId(Uuid::from_u128(response)), ROUND, day());
                    withdrawn.push(*which);
                    counted.retain(|(child, _)| child != which);
                }
                Then::MoreAreAskedFor => {
                    smallest += 1;
                    let round = open.round(ROUND).unwrap().clone();
                    open.set_round(ROUND, Round { smallest_group: Some(smallest.try_into().unwrap()), ..round }).unwrap();
                }
                _ => {}
            }
            known.reads(&open, &counted, smallest);
        }
        let mut few: Vec<Vec<usize>> = others.iter().map(|set| set.iter().map(|at| at.index(all.len())).collect()).collect();
        few.push((children.len()..all.len()).collect());
        few.push(withdrawn.into_iter().take(THRESHOLD - 1).collect());
        few.extend((0..all.len()).map(|child| vec![child]));
        for few in few {
            prop_assert!(!known.gives_away(&few), "{few:?} of {all:?} after {history:?}");
        }
    }
}
