//! The laws of choosing by field, over generated versions of every kind that has fields to choose.

use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::area::{Sector, StaffGroup};
use crate::domain::design::Start;
use crate::domain::ids::{DesignId, ItemId, PlanId, SectorId, StaffGroupId, StatementId, SurveyHash, ThemeId};
use crate::domain::order::OrderKey;
use crate::domain::plan::{Layout, Level, Meant, Period};
use crate::domain::report_text::{ReportPart, ReportText, Subject};
use crate::domain::round::{Asks, ReturnsTo};

/// Words out of so few that versions often agree.
fn words() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["", "AB", "CD"]).prop_map(str::to_owned)
}

fn rest() -> impl Strategy<Value = Rest> {
    prop::collection::btree_map(prop::sample::select(vec!["mood".to_owned(), "pace".to_owned()]), 0..3_u8, 0..3)
        .prop_map(|rest| rest.into_iter().map(|(name, value)| (name, value.into())).collect())
}

fn item() -> impl Strategy<Value = Body> {
    let themes = prop::sample::subsequence(vec!["a", "b"], 0..=2);
    let place = (0..2_u128, prop::option::of(0..2_u128), prop::sample::select(vec!["1", "2"]));
    let more = (prop::sample::select(Level::ALL.to_vec()), words(), words(), any::<bool>(), any::<bool>());
    (words(), words(), words(), words(), themes, place, more, rest()).prop_map(
        |(label, text, lead, due, themes, (plan, parent, order), (level, resources, risk, linked, archived), rest)| {
            let (plan, order) = (PlanId(Uuid::from_u128(plan)), OrderKey::parse(order).unwrap());
            Body::PlanItem(PlanItem {
                parent: parent.map(|parent| ItemId(Uuid::from_u128(parent))),
                level,
                label,
                text,
                lead,
                due_meant: due.is_empty().then_some(Meant::Recurring),
                due,
                resources,
                risk,
                themes: themes.iter().map(|id| ThemeId::parse(id).unwrap()).collect(),
                depends_on: linked.then_some(ItemId(Uuid::from_u128(7))).into_iter().collect(),
                archived: archived.then_some(NaiveDate::MIN),
                rest,
                ..PlanItem::blank(plan, order)
            })
        },
    )
}

fn area() -> impl Strategy<Value = Body> {
    let ids = || prop::sample::subsequence(vec!["a", "b"], 0..=2);
    (words(), ids(), ids(), any::<bool>(), rest()).prop_map(|(name, sectors, groups, is_sample, rest)| {
        let sector = |id: &&str| Sector { id: SectorId::parse(id).unwrap(), name: (*id).into(), rest: Rest::new() };
        let group = |id: &&str| {
            let id = StaffGroupId::parse(id).unwrap();
            StaffGroup { name: id.to_string(), id, within: None, rest: Rest::new() }
        };
        let (sectors, staff_groups) = (sectors.iter().map(sector).collect(), groups.iter().map(group).collect());
        Body::Area(Area { name: name.clone(), sectors, staff_groups, is_sample, rest, ..Area::named(&name) })
    })
}

fn round() -> impl Strategy<Value = Body> {
    let surveys = prop::collection::vec((0..2_u8).prop_map(|byte| SurveyHash([byte; 32])), 0..2);
    let opened = prop::sample::select(vec!["2009-10-01", "2009-12-01"]);
    (words(), surveys, prop::option::of(1..3_u32), opened, rest()).prop_map(
        |(title, surveys, minimum, opened, rest)| {
            let round = Round::opened(&title, surveys, opened.parse().unwrap());
            let returns_to = ReturnsTo { role: title.clone(), email: String::new() };
            let smallest_group = minimum.map(|number| number % 46 + 5);
            let asks = Asks { sector: title.is_empty(), ..Asks::default() };
            Body::Round(Round {
                minimum,
                closes: minimum.map(|_| round.opened),
                why: title,
                asks,
                returns_to,
                smallest_group,
                rest,
                ..round
            })
        },
    )
}

fn design() -> impl Strategy<Value = Body> {
    let themes = prop::sample::subsequence(vec!["a", "b"], 0..=2);
    (words(), themes, rest()).prop_map(|(title, themes, rest)| {
        let themes = themes.iter().map(|id| ThemeId::parse(id).unwrap()).collect();
        Body::Design(Design { title, source: String::new(), start: Start::Empty, themes, practices: Vec::new(), rest })
    })
}

fn statement() -> impl Strategy<Value = Body> {
    let audience = prop::sample::subsequence(vec!["a", "b"], 0..=2);
    let place = (0..2_u128, prop::sample::select(vec!["1", "2"]));
    (words(), words(), audience, place, any::<bool>(), rest()).prop_map(
        |(text, label, audience, (design, order), retired, rest)| {
            let statement = Statement {
                id: StatementId::parse("a").unwrap(),
                theme: ThemeId::parse("a").unwrap(),
                perspective: None,
                practice: None,
                aspect: None,
                at_1: text.clone(),
                at_5: String::new(),
                audience: audience.iter().map(|id| StaffGroupId::parse(id).unwrap()).collect(),
                text,
                label,
            };
            let (design, order) = (DesignId(Uuid::from_u128(design)), OrderKey::parse(order).unwrap());
            Body::DesignStatement(DesignStatement { design, order, statement, retired, rest })
        },
    )
}

fn plan() -> impl Strategy<Value = Body> {
    let layout = prop::sample::select(Layout::ALL.to_vec());
    let period = prop::option::of(prop::sample::select(vec![NaiveDate::MIN, NaiveDate::MAX]));
    (words(), layout, period, rest()).prop_map(|(title, layout, period, rest)| {
        let period = period.map(|day| Period { from: day, to: day });
        Body::Plan(Plan { layout, period, rest, ..Plan::titled(title) })
    })
}

/// Two or three versions of one kind, perhaps with a deletion after them.
fn versions() -> impl Strategy<Value = Vec<Body>> {
    fn some(body: impl Strategy<Value = Body> + 'static) -> BoxedStrategy<Vec<Body>> {
        (prop::collection::vec(body, 2..4), any::<bool>())
            .prop_map(|(mut bodies, deleted)| {
                bodies.extend(deleted.then(|| Body::Deleted(bodies[0].kind())));
                bodies
            })
            .boxed()
    }
    prop_oneof![4 => some(item()), 2 => some(area()), 2 => some(round()), 1 => some(plan()), 1 => some(design()), 2 => some(statement())]
}

/// What a body says in a field, read without any help from what is tested.
fn said(body: &Body, field: Field) -> String {
    match (body, field) {
        (Body::Area(area), Field::Name) => area.name.clone(),
        (Body::Area(area), Field::Sectors) => format!("{:?}", area.sectors),
        (Body::Area(area), Field::StaffGroups) => format!("{:?}", area.staff_groups),
        (Body::Round(round), Field::Title) => round.title.clone(),
        (Body::Round(round), Field::Minimum) => format!("{:?}", round.minimum),
        (Body::Round(round), Field::Opened) => round.opened.to_string(),
        (Body::Round(round), Field::Surveys) => format!("{:?}", round.surveys),
        (Body::Round(round), Field::Closes) => format!("{:?}", round.closes),
        (Body::Round(round), Field::Expected) => format!("{:?}", round.expected),
        (Body::Round(round), Field::Why) => round.why.clone(),
        (Body::Round(round), Field::KeepUntil) => format!("{:?}", round.keep_until),
        (Body::Round(round), Field::Asks) => format!("{:?}", round.asks),
        (Body::Round(round), Field::ReturnsTo) => format!("{:?}", round.returns_to),
        (Body::Round(round), Field::SmallestGroup) => format!("{:?}", round.smallest_group),
        (Body::Design(design), Field::Title) => design.title.clone(),
        (Body::Design(design), Field::Covers) => format!("{:?}", design.themes),
        (Body::DesignStatement(one), Field::Statement) => format!("{:?} {:?}", one.statement.text, one.statement.at_1),
        (Body::DesignStatement(one), Field::Label) => one.statement.label.clone(),
        (Body::DesignStatement(one), Field::Audience) => format!("{:?}", one.statement.audience),
        (Body::DesignStatement(one), Field::Retired) => one.retired.to_string(),
        (Body::DesignStatement(one), Field::Place) => format!("{:?} {:?}", one.design, one.order),
        (Body::Plan(plan), Field::Title) => plan.title.clone(),
        (Body::PlanItem(item), Field::Label) => item.label.clone(),
        (Body::PlanItem(item), Field::Text) => item.text.clone(),
        (Body::PlanItem(item), Field::Lead) => item.lead.clone(),
        (Body::PlanItem(item), Field::Due) => format!("{} {:?}", item.due, item.due_meant),
        (Body::PlanItem(item), Field::Level) => item.level.word().to_owned(),
        (Body::PlanItem(item), Field::Resources) => item.resources.clone(),
        (Body::PlanItem(item), Field::Risk) => item.risk.clone(),
        (Body::PlanItem(item), Field::Links) => format!("{:?}", item.depends_on),
        (Body::PlanItem(item), Field::Archived) => format!("{:?}", item.archived),
        (Body::Plan(plan), Field::Layout) => format!("{:?}", plan.layout),
        (Body::Plan(plan), Field::Period) => format!("{:?}", plan.period),
        (Body::PlanItem(item), Field::Arcs) => format!("{:?}", item.themes),
        (Body::PlanItem(item), Field::Place) => format!("{:?} {:?} {:?}", item.plan, item.parent, item.order),
        _ => panic!("{field:?} is not a field of {:?}", body.kind()),
    }
}

/// A body without what nobody chooses: the fields of a newer Rainbow, and whether an area is the sample.
fn bare(mut body: Body) -> Body {
    rest_of(&mut body).unwrap().clear();
    if let Body::Area(area) = &mut body {
        area.is_sample = false;
    }
    body
}

/// The versions that say something; a deletion always stands last.
fn live(bodies: &[Body]) -> &[Body] {
    &bodies[..bodies.iter().filter(|body| !body.is_deleted()).count()]
}

fn refs(bodies: &[Body]) -> Vec<&Body> {
    bodies.iter().collect()
}

/// The versions with a pick for each field that differs.
fn picked() -> impl Strategy<Value = (Vec<Body>, BTreeMap<Field, usize>)> {
    (versions(), prop::collection::vec(any::<prop::sample::Index>(), 20)).prop_map(|(bodies, picks)| {
        let fields = differing(&refs(&bodies));
        let at = picks.iter().map(|pick| pick.index(live(&bodies).len()));
        (bodies.clone(), fields.into_iter().zip(at).collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn what_differs_is_asked_and_nothing_else(bodies in versions()) {
        let asked = differing(&refs(&bodies));
        for field in Field::of(&bodies[0].kind()) {
            let differs = live(&bodies).iter().any(|body| said(body, *field) != said(&bodies[0], *field));
            prop_assert_eq!(asked.contains(field), differs, "{:?}", field);
        }
    }

    #[test]
    fn the_fields_of_a_kind_are_all_that_people_write_in_it(bodies in versions()) {
        let mut written = bodies[0].clone();
        for field in Field::of(&bodies[1].kind()) {
            field.copy(&bodies[1], &mut written);
        }
        prop_assert_eq!(bare(written), bare(bodies[1].clone()));
    }

    #[test]
    fn picking_everything_from_one_version_gives_that_version(bodies in versions()) {
        let fields = differing(&refs(&bodies));
        for (at, body) in live(&bodies).iter().enumerate() {
            let picks = fields.iter().map(|field| (*field, at)).collect();
            let whole = (!fields.is_empty()).then(|| body.clone());
            prop_assert_eq!(compose(&refs(&bodies), &picks), whole);
        }
    }

    #[test]
    fn every_field_says_what_was_picked_and_what_agrees_stays((bodies, picks) in picked()) {
        if let Some(composed) = compose(&refs(&bodies), &picks) {
            for field in Field::of(&bodies[0].kind()) {
                let from = picks.get(field).copied().unwrap_or(0);
                prop_assert_eq!(said(&composed, *field), said(&bodies[from], *field), "{:?}", field);
            }
        } else {
            prop_assert!(picks.is_empty());
        }
    }

    #[test]
    fn what_a_newer_rainbow_wrote_in_a_picked_version_is_kept((bodies, picks) in picked()) {
        if let Some(mut composed) = compose(&refs(&bodies), &picks) {
            let mut used: Vec<Body> = picks.values().map(|at| bodies[*at].clone()).collect();
            let kept = rest_of(&mut composed).unwrap();
            let written: Vec<Rest> = used.iter_mut().map(|body| rest_of(body).unwrap().clone()).collect();
            prop_assert!(written.iter().flat_map(BTreeMap::keys).all(|name| kept.contains_key(name)));
            for (name, value) in kept {
                prop_assert!(written.iter().any(|rest| rest.get(name) == Some(value)), "{}", name);
            }
        }
    }

    #[test]
    fn a_field_without_a_pick_composes_nothing((bodies, picks) in picked()) {
        for field in picks.keys() {
            let mut fewer = picks.clone();
            fewer.remove(field);
            prop_assert_eq!(compose(&refs(&bodies), &fewer), None);
            let deleted = picks.iter().map(|(other, at)| (*other, if other == field { live(&bodies).len() } else { *at }));
            prop_assert_eq!(compose(&refs(&bodies), &deleted.collect()), None);
        }
    }
}

#[test]
fn where_fields_of_a_newer_rainbow_disagree_the_version_counts_that_was_picked_most() {
    let version = |name: &str, mood: u8| {
        let rest = Rest::from([("mood".to_owned(), mood.into()), (name.to_owned(), true.into())]);
        let round = Round { rest, ..Round::opened(name, Vec::new(), "2009-12-01".parse().unwrap()) };
        Body::Round(Round {
            minimum: Some(mood.into()),
            opened: round.opened + chrono::Days::new(mood.into()),
            ..round
        })
    };
    let (a, b) = (version("a", 1), version("b", 2));
    let picks = BTreeMap::from([(Field::Title, 0), (Field::Minimum, 1), (Field::Opened, 1)]);
    let mut composed = compose(&[&a, &b], &picks).unwrap();
    let rest = rest_of(&mut composed).unwrap();
    assert_eq!(
        *rest,
        Rest::from([("a".to_owned(), true.into()), ("b".to_owned(), true.into()), ("mood".to_owned(), 2.into())])
    );
}

#[test]
fn words_for_a_report_and_different_kinds_are_chosen_whole() {
    let text = |text: &str| {
        let (about, part) = (Subject::Plan(PlanId(Uuid::from_u128(1))), ReportPart::of_word("people").unwrap());
        Body::ReportText(ReportText { about, part, text: text.to_owned(), drafted: String::new(), rest: Rest::new() })
    };
    let plan = Body::Plan(Plan::titled("Plan"));
    assert_eq!(differing(&[&text("One post"), &text("Two posts")]), []);
    assert_eq!(differing(&[&plan, &text("Two posts")]), []);
    assert_eq!(differing(&[&plan, &Body::Deleted(Kind::Plan)]), []);
}

#[test]
fn a_deletion_is_passed_over_wherever_it_stands() {
    let plan = |title: &str| Body::Plan(Plan::titled(title));
    assert_eq!(differing(&[&Body::Deleted(Kind::Plan), &plan("Plan"), &plan("Other plan")]), [Field::Title]);
}
