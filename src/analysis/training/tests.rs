//! What a training map counts, and that no order changes it.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::area::Area;
use crate::domain::ids::{PracticeId, ReplicaId, WorkspaceId};
use crate::domain::training::Professions;
use crate::exchange::builtin;

fn area(events: &[TrainingEvent]) -> Workspace {
    let (mut open, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire"));
    let numbered = events.iter().cloned().zip(100..);
    open.add_training_events(numbered.map(|(event, at)| (TrainingEventId(Uuid::from_u128(at)), event)).collect());
    open
}

fn event(title: &str, professions: &str, arcs: &[&str], lead: &str, dates: &str) -> TrainingEvent {
    TrainingEvent {
        title: title.to_owned(),
        professions: Professions::read(professions),
        arcs: arcs.iter().map(|id| ThemeId::parse(id).unwrap()).collect(),
        lead: lead.to_owned(),
        dates: dates.to_owned(),
        ..TrainingEvent::default()
    }
}

fn map(open: &Workspace) -> TrainingMap {
    training_map(open, builtin::framework().ok().as_ref())
}

/// The gaps in words, in order.
fn gaps(map: &TrainingMap) -> Vec<String> {
    let name = |gap: &Gap| format!("{} / {}", map.sheet.profession(gap.profession), map.sheet.arcs[gap.arc].theme);
    map.gaps.iter().map(name).collect()
}

#[test]
fn an_event_counts_for_each_of_its_professions_in_each_of_its_arcs_and_its_practices() {
    let caf = TrainingEvent {
        practices: [PracticeId::parse("caf").unwrap()].into(),
        ..event("CAF", "teachers", &["identity"], "", "")
    };
    let both = TrainingEvent { arcs: [ThemeId::parse("integrated-working").unwrap()].into(), ..caf.clone() };
    assert_eq!(map(&area(&[both])).matrix.by_arc[3], 1, "an arc that is named beside its practice counts once");
    let map = map(&area(&[
        caf,
        event("Welcome", "Teachers, Midwives", &["identity"], "", ""),
        event("Odd", "", &[], "", ""),
    ]));
    let names: Vec<&str> = map.sheet.professions.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Midwives", "Teachers"]);
    let cells: Vec<&[usize]> = map.matrix.rows.iter().map(|row| row.cells.as_slice()).collect();
    assert_eq!(cells, [[1, 0, 0, 0, 0, 0, 0, 0], [2, 0, 0, 1, 0, 0, 0, 0]]);
    assert_eq!(map.matrix.by_arc, [2, 0, 0, 1, 0, 0, 0, 0]);
    assert_eq!((map.matrix.events, map.matrix.without_profession, map.matrix.without_arc), (3, 1, 1));
    // Nobody serves six arcs at all; of those the profession with the fewest events comes first.
    let gaps = gaps(&map);
    assert_eq!(gaps.len(), 13);
    assert_eq!(gaps[..2], ["Midwives / language", "Midwives / behaviours"]);
    // Two events for Teachers and none for an arc are as little as one event for each.
    assert_eq!(gaps[6..9], ["Teachers / language", "Teachers / behaviours", "Midwives / integrated-working"]);
}

#[test]
fn staff_groups_of_the_areas_own_are_there_though_nothing_serves_them() {
    let mut open = area(&[event("Welcome", "Midwives", &["identity"], "", "")]);
    let mut with_group = open.area().unwrap().clone();
    let mut group = with_group.staff_groups[0].clone();
    group.within = Some(group.id.clone());
    group.id = crate::domain::ids::StaffGroupId::parse("nursery").unwrap();
    group.name = "Nursery staff".to_owned();
    with_group.staff_groups.push(group);
    open.set_area(with_group);
    let map = map(&open);
    assert_eq!(gaps(&map).first().unwrap(), "Nursery staff / language");
    assert_eq!(map.matrix.rows.len(), 2);
}

#[test]
fn a_gap_that_is_addressed_says_so_and_stays_when_it_is_served() {
    let three = ["One", "Two", "Three"].map(|title| event(title, "Teachers", &["roles"], "", ""));
    let mut open = area(&[vec![event("Welcome", "Midwives", &["identity"], "", "")], three.to_vec()].concat());
    for theme in ["identity", "roles"] {
        let gap = TrainingGap::blank("midwives", ThemeId::parse(theme).unwrap());
        open.set_training_gap(TrainingGap { owner: "Workforce lead".to_owned(), ..gap });
    }
    let map = map(&open);
    let addressed: Vec<_> = map.gaps.iter().filter(|gap| gap.addressed.is_some()).collect();
    assert_eq!(addressed.len(), 2);
    let last = map.gaps.last().unwrap();
    assert_eq!((last.events, last.addressed.is_some()), (1, true), "served, and last, though Teachers have more");
    assert_eq!(map.sheet.serving(last.profession, last.arc).len(), 1);
    assert_eq!(map.gaps.len(), 7 + 7 + 1);
}

#[test]
fn filters_apply_together_and_years_begin_in_april() {
    let open = area(&[
        event("One", "Midwives", &["identity"], "Health", "31 March 2010"),
        event("Two", "Midwives", &["roles"], " health", "1 April 2010"),
        event("Three", "Teachers", &["roles"], "Schools", "when needed"),
    ]);
    let sheet = map(&open).sheet;
    assert_eq!(sheet.years, [2009, 2010]);
    assert_eq!(sheet.leads.iter().map(|lead| lead.key.as_str()).collect::<Vec<_>>(), ["health", "schools"]);
    let count = |filter: TrainingFilter| sheet.matrix(&filter).events;
    let by = TrainingFilter::default;
    assert_eq!(count(TrainingFilter { lead: Some("health".to_owned()), ..by() }), 2);
    assert_eq!(count(TrainingFilter { when: Some(When::Year(2009)), ..by() }), 1);
    assert_eq!(count(TrainingFilter { when: Some(When::Unread), ..by() }), 1);
    let both = TrainingFilter { lead: Some("health".to_owned()), arc: ThemeId::parse("roles"), ..by() };
    let matrix = sheet.matrix(&both);
    assert_eq!((matrix.events, matrix.arcs.len(), matrix.rows.len()), (1, 1, 2));
    let one = sheet.matrix(&TrainingFilter { profession: Some("teachers".to_owned()), ..by() });
    assert_eq!((one.rows.len(), one.events, one.rows[0].events), (1, 1, 1));
    let gone = TrainingFilter { lead: Some("nobody".to_owned()), ..both };
    assert_eq!(gone.known_to(&sheet).lead, None);
}

fn any_event() -> impl Strategy<Value = TrainingEvent> {
    let words = |words: &'static [&'static str]| prop::sample::subsequence(words, 0..=words.len());
    (
        words(&["Teachers", "teachers ", "Midwives", "Health visitors", "health VISITORS"]),
        words(&["identity", "roles", "training", "unheard-of"]),
        prop::sample::subsequence(vec!["caf", "tac"], 0..=2),
        prop::sample::select(vec!["", "Health", "health ", "Schools"]),
        prop::sample::select(vec!["", "May 2009", "May 2010", "soon"]),
    )
        .prop_map(|(professions, arcs, practices, lead, dates)| TrainingEvent {
            practices: practices.into_iter().filter_map(PracticeId::parse).collect(),
            ..event("", &professions.join(","), &arcs, lead, dates)
        })
}

proptest! {
    #[test]
    fn cells_add_up_to_what_events_say(events in prop::collection::vec(any_event(), 0..12)) {
        let map = map(&area(&events));
        let cells: usize = map.matrix.rows.iter().flat_map(|row| &row.cells).sum();
        let said: usize = map.sheet.events.iter().map(|line| line.professions.len() * line.arcs.len()).sum();
        prop_assert_eq!(cells, said);
        let targeted: usize = map.matrix.rows.iter().map(|row| row.events).sum();
        prop_assert_eq!(targeted, events.iter().map(|event| event.professions.iter().count()).sum::<usize>());
        let empty = map.matrix.rows.iter().flat_map(|row| &row.cells).filter(|count| **count == 0).count();
        prop_assert_eq!(map.gaps.len(), empty);
    }

    #[test]
    fn the_order_of_events_changes_no_figure(
        (events, shuffled) in prop::collection::vec(any_event(), 0..10)
            .prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle())),
    ) {
        let (one, other) = (map(&area(&events)), map(&area(&shuffled)));
        prop_assert_eq!(one.matrix, other.matrix);
        prop_assert_eq!(one.gaps, other.gaps);
        prop_assert_eq!((one.sheet.professions, one.sheet.leads), (other.sheet.professions, other.sheet.leads));
    }

    #[test]
    fn the_parts_of_a_filter_make_the_whole(events in prop::collection::vec(any_event(), 0..12)) {
        let TrainingMap { sheet, matrix, .. } = map(&area(&events));
        let all = |filters: Vec<TrainingFilter>| filters.iter().map(|filter| sheet.matrix(filter).events).sum::<usize>();
        let year = |year: &i32| TrainingFilter { when: Some(When::Year(*year)), ..TrainingFilter::default() };
        let unread = TrainingFilter { when: Some(When::Unread), ..TrainingFilter::default() };
        prop_assert_eq!(all(sheet.years.iter().map(year).chain([unread]).collect()), matrix.events);
        for (at, row) in matrix.rows.iter().enumerate() {
            let key = sheet.professions[at].key.clone();
            let only = sheet.matrix(&TrainingFilter { profession: Some(key), ..TrainingFilter::default() });
            prop_assert_eq!(&only.rows[0], row);
        }
        for (at, arc) in sheet.arcs.iter().enumerate() {
            let only = sheet.matrix(&TrainingFilter { arc: Some(arc.theme.clone()), ..TrainingFilter::default() });
            prop_assert_eq!(only.by_arc[0], matrix.by_arc[at]);
            prop_assert!(only.rows.iter().zip(&matrix.rows).all(|(only, row)| only.cells[0] == row.cells[at]));
        }
    }
}
