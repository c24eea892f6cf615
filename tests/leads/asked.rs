//! What a lead is asked: which of a plan's items are theirs, and what goes out to them, which is that and nothing else.

use super::*;

#[test]
fn leads_are_found_in_the_plan_with_their_open_items() {
    let open = area();
    let found: Vec<_> =
        leads_of(&open, PLAN, today()).into_iter().map(|lead| (lead.name, lead.open, lead.overdue)).collect();
    let expected = [("Chair", 1, 0), ("SB", 1, 1), ("GF", 1, 1), ("DV", 1, 0), ("Connexions", 1, 0)];
    assert_eq!(found, expected.map(|(name, open, overdue)| (name.to_owned(), open, overdue)));
    assert_eq!(without_lead(&open, PLAN, today()), 0);
    assert!(asking(&open, &question("Nobody"), at(MADE), today()).is_none());
}

#[test]
fn a_milestone_counts_for_a_lead_of_its_own_and_what_nobody_leads_until_it_is_complete() {
    let mut open = area();
    let nobodys = ItemId(Uuid::from_u128(26));
    let milestone = open.item(MILESTONE).unwrap().clone();
    let led = PlanItem { lead: "HR".into(), due: "Nov 2009".into(), ..milestone };
    let unled = PlanItem { text: "Nobody\u{2019}s".into(), ..PlanItem::blank(PLAN, open.order_at_end(PLAN)) };
    open.add_items(vec![(MILESTONE, led), (nobodys, unled)], Vec::new(), day("2009-10-01")).unwrap();
    let of_hr = |open: &Workspace| leads_of(open, PLAN, today()).into_iter().find(|lead| lead.name == "HR");
    assert_eq!(of_hr(&open).map(|lead| (lead.open, lead.overdue)), Some((1, 1)));
    assert_eq!(without_lead(&open, PLAN, today()), 1);
    open.report_progress(record(33), Progress { ticked: Some(true), ..entry(MILESTONE, "2009-11-02") }).unwrap();
    open.report_progress(record(34), Progress { rag: Some(Rag::Complete), ..entry(nobodys, "2009-11-02") }).unwrap();
    assert_eq!(of_hr(&open), None);
    assert_eq!(without_lead(&open, PLAN, today()), 0);
}

#[test]
fn a_file_for_a_lead_holds_their_items_and_nothing_else_of_the_area() {
    let asked = asked_of(&area(), "gf", MADE);
    assert_eq!(asked.request.items, [SHARED]);
    let file = export::asking(&asked).unwrap();
    for inside in
        ["Train lead professionals", "Integrated working", "First course run", "Two places booked", "Fenshire"]
    {
        assert!(file.contains(inside), "{inside}");
    }
    assert!(
        !file.contains("Secret")
            && !file.contains("secret-")
            && !file.contains("Written and done")
            && !file.contains("Chair"),
        "{file}"
    );
    for id in [OTHERS, ELSEWHERE, DONE] {
        assert!(!file.contains(&id.to_string()));
    }
    assert!(!file.contains(&EvidenceId(Uuid::from_u128(40)).to_string()));
    // The workspace on the lead's device holds that and no more.
    let there = device(&file, 7);
    let kept: BTreeSet<ItemId> = there.all_items().map(|(id, _)| id).collect();
    assert_eq!(kept, [PRIORITY, SHARED, MILESTONE].into());
}

#[test]
fn a_page_carries_what_a_lead_is_asked_and_is_known_when_it_comes_back() {
    let mut open = area();
    open.set_area(Area::named("Fen</script><b>shire"));
    let page = update_page::fill(include_str!("../../index.html"), &asked_of(&open, "SB", MADE)).unwrap();
    assert_eq!(page.matches("</script><b>").count(), 0);
    let (_, rest) = page.split_once("id=\"update\">").unwrap();
    let (carried, _) = rest.split_once("</script>").unwrap();
    let Content::Asking(read) = import::read(carried).unwrap().content else { panic!("not what a lead is asked") };
    assert_eq!(read.request.area_name, "Fen</script><b>shire");
    let came = FileIn::read("attachment.html".into(), &page);
    assert!(matches!(came.content, Err(ReadError::RequestNotReport)));
    let again = update_page::fill(&page, &asked_of(&open, "SB", MADE)).unwrap();
    assert_eq!(again, page, "copies never nest");
}

#[test]
fn what_is_asked_is_read_as_it_was_written() {
    let asked = asked_of(&area(), "SB", MADE);
    let Content::Asking(read) = import::read(&export::asking(&asked).unwrap()).unwrap().content else { panic!() };
    assert_eq!(*read, asked);
}
