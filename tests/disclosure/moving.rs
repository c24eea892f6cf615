//! Nothing is shared of a closed round whose figures still move: a file may bring a closing that does not say what it counts.

use std::sync::Arc;

use rainbow::analysis::children::shareable_themes;
use rainbow::analysis::disclosure::{Shareable, Shown};
use rainbow::domain::area::FRONT_LINE;
use rainbow::domain::ids::ReplicaId;
use rainbow::domain::record::{Body, Record};
use rainbow::domain::round::RoundEntry;
use rainbow::domain::workspace::Workspace;

use super::{Person, ROUND, children, close, opened, take};

#[test]
fn nothing_is_shared_of_a_round_whose_figures_still_move_with_what_comes() {
    let people = vec![Person::new(Some("health"), Some(FRONT_LINE), "34.34"); 9];
    let mut open = opened();
    open.ask_children(ROUND, Arc::new(children::survey())).unwrap();
    take(&mut open, &people, 0);
    children::take(&mut open, &vec!["34512".to_owned(); 9], 0);
    close(&mut open, ROUND, 50);
    let shared = |open: &Workspace| {
        let figures = Shareable::of_round(open, ROUND).unwrap();
        let means = figures.figures().filter(|(.., shown)| matches!(shown, Shown::Mean { .. })).count();
        let themes = shareable_themes(open, ROUND);
        (means > 0, themes.values().any(|shown| matches!(shown, Shown::Mean { .. })))
    };
    assert_eq!(shared(&open), (true, true));
    let without_counts = |record: &Arc<Record>| match &record.body {
        Body::RoundEntry(entry) => {
            let body = Body::RoundEntry(RoundEntry { counts: None, ..entry.clone() });
            Arc::new(Record { body, ..(**record).clone() })
        }
        _ => record.clone(),
    };
    let moving = open.records().iter().map(without_counts).collect();
    let moving = Workspace::from_records(open.id(), ReplicaId(2), moving);
    assert_eq!(shared(&moving), (false, false));
}
