//! The laws of a plan's days, under generated histories: three replicas change, move, archive, delete, report, sign and undo
//! on days that go forward, and hear each other.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops where it fails")]

use chrono::{DateTime, Days, NaiveDate, Utc};
use proptest::prelude::*;
use rainbow::analysis::plan_signing::to_sign;
use rainbow::analysis::plan_status::of_plan;
use rainbow::domain::ids::{ItemId, PlanId, RecordId, ReplicaId, WorkspaceId};
use rainbow::domain::merge::Records;
use rainbow::domain::order::OrderKey;
use rainbow::domain::plan::{Plan, PlanItem, Progress, Rag};
use rainbow::domain::plan_history::PlanSignOff;
use rainbow::domain::rest::Rest;
use rainbow::domain::workspace::{Edit, Workspace};
use rainbow::exchange::record_text;
use uuid::Uuid;

const AREA: WorkspaceId = WorkspaceId(Uuid::from_u128(1));
const PLAN: PlanId = PlanId(Uuid::from_u128(3));

/// How many items the histories are about: few, so that changes meet.
const ITEMS: u8 = 3;

/// What can happen at a replica.
#[derive(Clone, Debug)]
enum Act {
    /// Adds an item or changes its words.
    Put(u8, u8),
    Move(u8, Option<u8>),
    Archive(u8, bool),
    Delete(u8),
    Report(u8, usize),
    Sign,
    Undo,
    /// Takes in all that another replica has.
    Hear(usize),
}

/// An act with how many days after the one before, and at which replica.
type Done = (u64, usize, Act);

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        5 => (0..ITEMS, any::<u8>()).prop_map(|(item, text)| Act::Put(item, text)),
        2 => (0..ITEMS, prop::option::of(0..ITEMS)).prop_map(|(item, under)| Act::Move(item, under)),
        1 => (0..ITEMS, any::<bool>()).prop_map(|(item, archived)| Act::Archive(item, archived)),
        1 => (0..ITEMS).prop_map(Act::Delete),
        1 => (0..ITEMS, 0..Rag::ALL.len()).prop_map(|(item, rag)| Act::Report(item, rag)),
        1 => Just(Act::Sign),
        3 => Just(Act::Undo),
        3 => (0..3_usize).prop_map(Act::Hear),
    ]
}

fn history() -> impl Strategy<Value = Vec<Done>> {
    prop::collection::vec((0..2_u64, 0..3_usize, act()), 0..40)
}

fn item(number: u8) -> ItemId {
    ItemId(Uuid::from_u128(10 + u128::from(number)))
}

fn first_day() -> NaiveDate {
    "2010-01-29".parse().unwrap()
}

fn moment(step: usize) -> DateTime<Utc> {
    DateTime::from_timestamp(i64::try_from(step).unwrap(), 0).unwrap()
}

/// Makes an edit; hearing and undoing are none.
fn edit(here: &mut Workspace, act: &Act, on: NaiveDate, step: usize) -> Edit {
    let entry = RecordId(Uuid::from_u128(1_000 + step as u128));
    match act {
        Act::Put(number, text) => {
            let stands = here.item(item(*number)).cloned();
            let stands = stands.unwrap_or_else(|| PlanItem::blank(PLAN, OrderKey::between(None, None)));
            here.set_item(item(*number), PlanItem { text: text.to_string(), ..stands }, on).unwrap()
        }
        Act::Move(number, under) => {
            let order = here.order_at_end(PLAN);
            here.move_item(item(*number), under.map(item), order, on).unwrap_or_default()
        }
        Act::Archive(number, archived) => here.archive_items(&[item(*number)].into(), on, *archived),
        Act::Delete(number) => here.delete_items(&[item(*number)].into(), on),
        Act::Report(number, rag) => {
            let said = Progress { rag: Some(Rag::ALL[*rag]), ..Progress::blank(item(*number), on, moment(step)) };
            here.report_progress(entry, said).unwrap_or_default()
        }
        Act::Sign => {
            let signed = PlanSignOff {
                plan: PLAN,
                by: "Director".to_owned(),
                on,
                recorded: moment(step),
                words: String::new(),
                signed: to_sign(here, PLAN, on),
                rest: Rest::new(),
            };
            here.sign_plan_off(entry, signed).unwrap_or_default()
        }
        Act::Undo | Act::Hear(_) => Edit::default(),
    }
}

fn hear(here: &mut Workspace, there: &Records) {
    here.take_in("Hear", there.iter().cloned());
}

/// Plays a history from a day on, and looks at the replica after each act.
fn play(
    replicas: &mut [Workspace],
    from: NaiveDate,
    begin: usize,
    history: &[Done],
    mut look: impl FnMut(&Workspace),
) -> NaiveDate {
    let mut on = from;
    for (step, (days, at, act)) in history.iter().enumerate() {
        on = on + Days::new(*days);
        let heard = if let Act::Hear(from) = act { Some(replicas[*from].records().clone()) } else { None };
        let here = &mut replicas[*at];
        if let Some(heard) = heard {
            hear(here, &heard);
        }
        if let (Act::Undo, Some((last, _))) = (act, here.to_undo()) {
            here.turn_round(last).unwrap();
        }
        let made = edit(here, act, on, begin + step);
        let _ = here.note(made, DateTime::UNIX_EPOCH);
        look(here);
    }
    on
}

/// Replicas that begin with the same, with no step of their own.
fn replicas(numbers: [u64; 3], records: &Records) -> Vec<Workspace> {
    numbers.map(|number| Workspace::from_records(AREA, ReplicaId(number), records.clone())).into()
}

fn begun() -> Records {
    let mut first = Workspace::from_records(AREA, ReplicaId(9), Records::default());
    first.set_plan(PLAN, Plan::titled("Plan"));
    first.records().clone()
}

/// All that a plan says of a day.
fn as_of(here: &Workspace, day: NaiveDate) -> String {
    let there = here.plan_on(PLAN, day);
    format!("{:?} {:?} {:?}", there.items, there.tree, of_plan(here, PLAN, day))
}

fn days(to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    first_day().iter_days().take_while(move |day| *day <= to)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whoever_has_heard_the_same_sees_the_same_plan_of_any_day(history in history(), order in Just([0, 1, 2]).prop_shuffle()) {
        let mut replicas = replicas([1, 2, 3], &begun());
        let last = play(&mut replicas, first_day(), 0, &history, |_| ());
        let heard = order.map(|at| replicas[at].records().clone());
        for (at, here) in replicas.iter_mut().enumerate() {
            (0..3).for_each(|from| hear(here, &heard[(at + from) % 3]));
        }
        for day in days(last) {
            prop_assert_eq!(as_of(&replicas[0], day), as_of(&replicas[1], day));
            prop_assert_eq!(as_of(&replicas[0], day), as_of(&replicas[2], day));
        }
        prop_assert_eq!(replicas[0].plan_sign_offs(PLAN), replicas[1].plan_sign_offs(PLAN));
        // What was kept is kept by the stores and by files too.
        let ids = replicas[0].records().iter().map(|record| record.id).collect::<std::collections::BTreeSet<_>>();
        let texts = ids.iter().map(|id| record_text::write(replicas[0].records().get(*id).unwrap()).unwrap());
        let read: Records = texts.flat_map(|text| record_text::read(&text).unwrap()).collect();
        prop_assert_eq!(&read, replicas[0].records());
    }

    #[test]
    fn what_is_done_later_changes_no_day_before_and_nothing_that_was_signed(before in history(), after in history()) {
        let mut early = replicas([1, 2, 3], &begun());
        let last = play(&mut early, first_day(), 0, &before, |_| ());
        let mut all = Workspace::from_records(AREA, ReplicaId(8), begun());
        early.iter().for_each(|one| hear(&mut all, one.records()));
        let stood: Vec<String> = days(last).map(|day| as_of(&all, day)).collect();
        let signed: Vec<PlanSignOff> = all.plan_sign_offs(PLAN).into_iter().cloned().collect();
        let mut later = replicas([4, 5, 6], all.records());
        let mut seen = Vec::new();
        play(&mut later, last.succ_opt().unwrap(), 500, &after, |here| {
            let stands: Vec<String> = days(last).map(|day| as_of(here, day)).collect();
            let kept = signed.iter().all(|one| here.plan_sign_offs(PLAN).contains(&one));
            seen.push((stands, kept));
        });
        for (stands, kept) in seen {
            prop_assert!(kept);
            prop_assert_eq!(&stands, &stood);
        }
    }
}

/// Somebody changes an item, somebody else builds on that, and the first takes their change back: how the item stood before
/// both is remembered all the same.
#[test]
fn taking_a_change_back_forgets_no_day_that_others_built_on() {
    for days_between in [0, 1] {
        let day = |days| first_day() + Days::new(days);
        let mut all = replicas([1, 2, 3], &begun());
        let put = |text| Act::Put(0, text);
        play(&mut all[..1], day(0), 0, &[(0, 0, put(1))], |_| ());
        let stood = as_of(&all[0], day(0));
        play(&mut all[..1], day(2), 10, &[(0, 0, put(2))], |_| ());
        let history = [(0, 1, Act::Hear(0)), (days_between, 1, put(3)), (0, 0, Act::Hear(1)), (0, 0, Act::Undo)];
        play(&mut all, day(2), 20, &history, |_| ());
        assert_eq!(all[0].item(item(0)).unwrap().text, "3", "left, because it was built on");
        assert_eq!(as_of(&all[0], day(0)), stood);
        assert_eq!(as_of(&all[0], day(1)), stood);
    }
}
