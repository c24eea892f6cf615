//! Files that come back otherwise than they should: what is said of them, and that nothing is lost.

use super::*;

#[test]
fn a_request_that_comes_back_to_who_asked_is_no_report() {
    let open = area();
    let file = export::asking(&asked_of(&open, "SB", MADE)).unwrap();
    let files = [FileIn::read("update.json".into(), &file)];
    assert_eq!(area_of(&files, Some(open.id())), Some(open.id()));
    assert_eq!(area_of(&files, None), files[0].workspace());
    assert!(said(&open, &file).starts_with("This is the file that asks a lead"), "{}", said(&open, &file));
}

#[test]
fn entries_about_what_was_archived_or_deleted_are_listed_and_kept() {
    let file = report("SB", 7, 100, "Trainer ill");
    let mut open = area();
    open.archive_items(&[SHARED].into(), today(), true);
    insta::assert_snapshot!(said(&open, &file));
    take(&mut open, &file);
    assert_eq!(told(&open, SHARED), ["Two places booked", "Trainer ill"]);
    let mut open = area();
    let edit = open.delete_items(&[SHARED].into(), today());
    let edit = open.note(edit, at(MADE));
    insta::assert_snapshot!(said(&open, &file));
    take(&mut open, &file);
    open.turn_round(edit.step.unwrap()).unwrap();
    assert_eq!(told(&open, SHARED), ["Two places booked", "Trainer ill"]);
}

#[test]
fn files_that_are_not_as_they_should_be_are_said_plainly() {
    let open = area();
    let file = report("SB", 7, 100, "Trainer ill");
    let put = |from: String, to: String| file.replacen(&from, &to, 1);
    let id = |id: ItemId| format!("\"item\": \"{id}\"");
    let own = format!("\"id\": \"{}\"", record(100));
    let cases = [
        ("damaged", file.get(..file.len() / 2).unwrap().to_owned()),
        ("changed", put("Trainer ill".into(), "Trainer well".into())),
        ("of another area", put(open.id().to_string(), Uuid::from_u128(99).to_string())),
        ("of a plan that is not here", put(PLAN.to_string(), Uuid::from_u128(99).to_string())),
        ("of an action for a plan", put(PLAN.to_string(), SHARED.0.to_string())),
        ("about an action that is not here", put(id(SHARED), id(ItemId(Uuid::from_u128(99))))),
        ("about an action of another plan", put(id(SHARED), id(ELSEWHERE))),
        ("about the area", put(id(SHARED), id(ItemId(open.id().0)))),
        ("under the id of the plan", put(own.clone(), format!("\"id\": \"{PLAN}\""))),
        ("under the id of the area", put(own.clone(), format!("\"id\": \"{}\"", open.id()))),
        ("under the id of another entry", put(own.clone(), format!("\"id\": \"{}\"", record(31)))),
        ("both entries under one id", put(format!("\"id\": \"{}\"", record(101)), own)),
        ("a day that is none", put("\"on\": \"2010-02-01\"".into(), "\"on\": \"2010-02-31\"".into())),
        ("a day out of range", put("\"on\": \"2010-02-01\"".into(), "\"on\": \"9999-02-01\"".into())),
        ("a day ahead", put("\"on\": \"2010-02-01\"".into(), "\"on\": \"2150-02-01\"".into())),
        ("entries that are no list", put("\"entries\": [".into(), "\"entries\": 7, \"more\": [".into())),
    ];
    let said: Vec<String> = cases.iter().map(|(what, file)| format!("{what}: {}", said(&open, file))).collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn a_report_of_an_area_that_is_not_here_says_what_to_open_first() {
    let file = report("SB", 7, 100, "Trainer ill");
    let empty = Workspace::from_records(area().id(), ReplicaId(9), Records::default());
    assert_eq!(
        said(&empty, &file),
        "This reports on a plan of an area that is not on this device. Open the area first."
    );
}

#[test]
fn a_request_that_was_tampered_with_is_refused() {
    let file = export::asking(&asked_of(&area(), "SB", MADE)).unwrap();
    let put = |from: String, to: String| file.replacen(&from, &to, 1);
    let id = |item: ItemId| format!("\"id\": \"{item}\"");
    let cases = [
        ("an action twice", put(id(MILESTONE), id(SHARED))),
        ("an action of another plan", {
            let (before, after) = file.split_once("\"items\"").unwrap();
            format!("{before}\"items\"{}", after.replacen(&PLAN.to_string(), &OTHER_PLAN.to_string(), 1))
        }),
        ("an entry about something else", put(format!("\"item\": \"{SHARED}\""), format!("\"item\": \"{OTHERS}\""))),
        ("an action under the id of the plan", put(id(MILESTONE), format!("\"id\": \"{PLAN}\""))),
    ];
    let said: Vec<String> = cases
        .iter()
        .map(|(what, file)| {
            let refused = match FileIn::read("f.json".into(), file).content {
                Err(error) => error.to_string(),
                Ok(_) => match &play(&empty(file, 7), std::slice::from_ref(file)).files[0].outcome {
                    Outcome::Refused(error) => error.to_string(),
                    _ => "taken".to_owned(),
                },
            };
            format!("{what}: {refused}")
        })
        .collect();
    insta::assert_snapshot!(said.join("\n"));
}
