//! The laws of collecting: files give the same in any order and grouping, and a closing keeps its figures.

use std::collections::BTreeSet;

use chrono::DateTime;
use proptest::prelude::*;
use rainbow::domain::answer::{Answer, Score};
use rainbow::domain::ids::ReplicaId;
use rainbow::domain::response::Response;
use rainbow::domain::workspace::Workspace;
use rainbow::exchange::export;
use rainbow::exchange::taking::{Choice, FileIn, Taking, Wanted};

use super::config;
use super::history::*;

/// A content of a response: whose, which revision, and what was said.
type Said = (u8, u32, u8);

fn said() -> impl Strategy<Value = Said> {
    (0..6_u8, 1..4_u32, 1..4_u8)
}

fn spelled((number, revision, score): Said) -> Response {
    let mut one = response(number);
    one.revision = revision;
    one.answers[0] = Answer::Score(Score::new(score).unwrap());
    one
}

/// Takes batches of files in, each as one edit.
fn take(here: &mut Workspace, batches: &[Vec<Vec<Said>>], step: usize) {
    for (batch, at) in batches.iter().zip(0..) {
        let mut taking = Taking::begin(here.clone(), Wanted::Responses, batch.len());
        for (file, at) in batch.iter().zip(0..) {
            let responses: Vec<Response> = file.iter().copied().map(spelled).collect();
            let text = export::responses(AREA, ROUND, &SURVEY, &responses, DateTime::UNIX_EPOCH).unwrap();
            taking.play(at, FileIn::read(format!("{at}.json"), &text));
        }
        let plan = taking.finish();
        let edit = plan.apply(here, Choice::default(), DateTime::UNIX_EPOCH, new_packs(1_000 * step + at));
        let _ = here.note(edit, DateTime::UNIX_EPOCH);
    }
}

/// What a round counts, in a form that outlives the area.
fn counted(here: &Workspace) -> (Vec<String>, BTreeSet<String>) {
    let gathered = here.gathered(ROUND);
    let responses = gathered.responses.values().map(|said| format!("{said:?}"));
    (responses.collect(), gathered.clashes.iter().map(ToString::to_string).collect())
}

/// Files of up to three responses, in batches of up to four.
fn in_batches(all: Vec<Said>, mut cuts: impl Iterator<Item = usize>) -> Vec<Vec<Vec<Said>>> {
    let mut rest = all.as_slice();
    let mut batches = vec![Vec::new()];
    while !rest.is_empty() {
        let cut = cuts.next().unwrap();
        let (file, after) = rest.split_at((cut % 3 + 1).min(rest.len()));
        rest = after;
        batches.last_mut().unwrap().push(file.to_vec());
        if cut > 5 {
            batches.push(Vec::new());
        }
    }
    batches
}

/// Something that is done at a replica that has not heard of the closing, or has.
#[derive(Clone, Debug)]
enum Elsewhere {
    Take(Vec<Said>),
    Undo,
    Hear,
}

fn elsewhere() -> impl Strategy<Value = Elsewhere> {
    prop_oneof![
        2 => prop::collection::vec(said(), 1..4).prop_map(Elsewhere::Take),
        2 => Just(Elsewhere::Undo),
        1 => Just(Elsewhere::Hear),
    ]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn files_give_the_same_in_any_order_and_grouping(
        (all, shuffled) in prop::collection::vec(said(), 0..14).prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        cuts in prop::collection::vec(0..8_usize, 1..20),
        others in prop::collection::vec(0..8_usize, 1..20),
        withdrawn in 0..12_u8,
    ) {
        let (mut here, mut there) = (begun(), begun());
        here.withdraw(response_id(withdrawn), ROUND, day());
        take(&mut here, &in_batches(all, cuts.into_iter().cycle()), 1);
        take(&mut there, &in_batches(shuffled, others.into_iter().cycle()), 2);
        there.withdraw(response_id(withdrawn), ROUND, day());
        prop_assert_eq!(counted(&here), counted(&there));
    }

    #[test]
    fn a_closing_keeps_its_figures_whatever_comes(
        before in prop::collection::vec(said(), 0..6),
        known in prop::collection::vec(elsewhere(), 0..8),
        acts in prop::collection::vec((1..3_usize, elsewhere()), 0..16),
        withdrawn in 0..12_u8,
    ) {
        let begun = begun();
        let open = |number: u64| Workspace::from_records(AREA, ReplicaId(number), begun.records().clone()).in_tab(tab(number));
        let mut replicas: Vec<Workspace> = (1..=3).map(open).collect();
        let act = |replicas: &mut Vec<Workspace>, at: usize, act: Elsewhere, step: usize| match act {
            Elsewhere::Take(said) => take(&mut replicas[at], &[vec![said]], step),
            Elsewhere::Undo => {
                if let Some((step, _)) = replicas[at].to_undo() {
                    replicas[at].turn_round(step).unwrap();
                }
            }
            Elsewhere::Hear => {
                let all = together(replicas);
                replicas[at].take_in("Hear", all.iter().cloned());
            }
        };
        take(&mut replicas[0], &[vec![before]], 1);
        // What the others did that the closing counts, and what they do after it, knowing of it or not.
        for (one, step) in known.into_iter().zip(10..) {
            act(&mut replicas, 1, one, step);
        }
        act(&mut replicas, 0, Elsewhere::Hear, 0);
        let closing = |open: &mut Workspace| {
            let edit = open.close_round(entry(0), ROUND, day(), moment(0), new_packs(900_000)).unwrap();
            let _ = open.note(edit, DateTime::UNIX_EPOCH);
        };
        closing(&mut replicas[0]);
        let figures = counted(&replicas[0]);
        for ((at, one), step) in acts.into_iter().zip(30..) {
            act(&mut replicas, at, one, step);
            prop_assert_eq!(&counted(&replicas[0]), &figures);
        }
        let last = replicas[1].clone();
        act(&mut replicas, 0, Elsewhere::Hear, 0);
        take(&mut replicas[0], &[vec![vec![(0, 9, 1), (7, 1, 1)]]], 99);
        prop_assert_eq!(&counted(&replicas[0]), &figures);
        // Only a withdrawal moves them, and by that response alone.
        replicas[0].withdraw(response_id(withdrawn), ROUND, day());
        replicas[0].take_in("Hear", last.records().iter().cloned());
        let of_withdrawn = response_id(withdrawn).to_string();
        let left: Vec<String> = figures.0.into_iter().filter(|said| !said.contains(&of_withdrawn)).collect();
        prop_assert_eq!(counted(&replicas[0]).0, left);
        let held = replicas[0].releases(ROUND).pop().unwrap();
        prop_assert_eq!(held.gathered.responses.len(), counted(&replicas[0]).0.len());
    }
}
