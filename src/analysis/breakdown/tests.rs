//! What a breakdown promises: the same figures as elsewhere, every person once, and comparisons that can be read out.

use super::*;
use crate::analysis::scores::Scores;
use crate::domain::ids::ReplicaId;
use crate::domain::round::SMALLEST_GROUP;

fn sample() -> (Workspace, RoundId) {
    let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
    let round = sample.rounds().pop().unwrap().0;
    (sample, round)
}

fn cut(by: By) -> Cut {
    Cut { by, ..Cut::default() }
}

fn leaders() -> Option<StaffGroupId> {
    StaffGroupId::parse("leaders")
}

fn theme(id: &str) -> ThemeId {
    ThemeId::parse(id).unwrap()
}

fn group<'a>(breakdown: &'a Breakdown, of: &Of) -> &'a Group {
    breakdown.groups.iter().find(|group| group.of == *of).unwrap()
}

#[test]
fn everybody_has_the_figures_of_the_rainbow_whatever_the_groups() {
    let (sample, round) = sample();
    let scores = Scores::of_round(&sample, round);
    for by in [By::Sector, By::StaffGroup, By::Organisation, By::Perspective] {
        let breakdown = Breakdown::of(&sample, round, &cut(by));
        assert_eq!((breakdown.everybody.responses, breakdown.themes.len()), (54, 8), "{by:?}");
        assert_eq!(breakdown.everybody.themes, scores.themes, "{by:?}");
    }
}

#[test]
fn each_group_has_the_figures_that_a_lens_on_it_shows() {
    let (sample, round) = sample();
    let sectors = Breakdown::of(&sample, round, &Cut { staff_group: leaders(), ..cut(By::Sector) });
    for sector in &sample.area().unwrap().sectors {
        let lens = Lens { sector: Some(sector.id.clone()), staff_group: leaders(), ..Lens::default() };
        let (own, alone) =
            (group(&sectors, &Of::Sector(Some(sector.id.clone()))), Scores::through(&sample, round, &lens));
        assert_eq!((own.responses, &own.themes), (alone.responses, &alone.themes));
    }
    let groups = Breakdown::of(&sample, round, &cut(By::StaffGroup));
    let lens = Lens { staff_group: leaders(), ..Lens::default() };
    let own = group(&groups, &Of::StaffGroup(leaders()));
    assert_eq!(own.themes, Scores::through(&sample, round, &lens).themes, "with those beneath it");
    let beneath = group(&groups, &Of::Beneath(StaffGroupId::parse("head-teachers").unwrap()));
    assert_eq!((own.responses, beneath.responses), (15, 3));
    let perspectives = Breakdown::of(&sample, round, &cut(By::Perspective));
    assert_eq!(perspectives.groups.len(), 4);
    for own in &perspectives.groups {
        let Of::Perspective(id) = &own.of else { panic!("a perspective") };
        let lens = Lens { perspective: Some(id.clone()), ..Lens::default() };
        assert_eq!(own.themes, Scores::through(&sample, round, &lens).themes);
    }
}

#[test]
fn each_person_is_in_one_group() {
    let (sample, round) = sample();
    let people = |by| {
        let breakdown = Breakdown::of(&sample, round, &cut(by));
        let own = breakdown.groups.iter().filter(|group| !matches!(group.of, Of::Beneath(_)));
        own.map(|group| group.responses).sum::<usize>()
    };
    assert_eq!([By::Sector, By::StaffGroup, By::Organisation].map(people), [54; 3]);
}

#[test]
fn filters_apply_together_and_one_on_the_groups_themselves_does_not() {
    let (sample, round) = sample();
    let filtered = Cut {
        sector: SectorId::parse("schools"),
        perspective: PerspectiveId::parse("trust"),
        practice: PracticeId::parse("caf"),
        ..cut(By::StaffGroup)
    };
    let breakdown = Breakdown::of(&sample, round, &filtered);
    assert_eq!(
        (breakdown.everybody.responses, breakdown.themes.as_slice()),
        (13, [theme("integrated-working")].as_slice())
    );
    // What the Trust does about assessments is asked of leaders alone.
    let front = group(&breakdown, &Of::StaffGroup(StaffGroupId::parse("front-line")));
    assert_eq!((front.responses, front.figure(&theme("integrated-working"))), (8, Shown::NotAsked));
    let own = Cut { staff_group: leaders(), ..cut(By::StaffGroup) };
    assert_eq!(Breakdown::of(&sample, round, &own), Breakdown::of(&sample, round, &cut(By::StaffGroup)));
    let nothing = Cut { practice: PracticeId::parse("unknown"), ..Cut::default() };
    assert!(Breakdown::of(&sample, round, &nothing).themes.is_empty());
}

#[test]
fn expected_numbers_stand_only_beside_all_the_people_of_a_sector() {
    let (sample, round) = sample();
    let rate = |cut: &Cut| {
        let breakdown = Breakdown::of(&sample, round, cut);
        let justice = group(&breakdown, &Of::Sector(SectorId::parse("justice"))).rate;
        [justice, breakdown.everybody.rate].map(|rate| rate.map(|rate| (rate.received, rate.expected())))
    };
    // The one who named no sector is among nobody's expected.
    assert_eq!(rate(&cut(By::Sector)), [Some((1, 4)), Some((53, 45))]);
    assert_eq!(rate(&Cut { staff_group: leaders(), ..cut(By::Sector) }), [None, None]);
}

#[test]
fn few_people_of_an_organisation_are_shown_with_those_of_others() {
    let (sample, round) = sample();
    let breakdown = Breakdown::of(&sample, round, &cut(By::Organisation));
    let few = breakdown.groups.iter().filter(|group| group.responses < SMALLEST_GROUP && group.of.is_one());
    assert_eq!(few.count(), 0);
    let others = breakdown.groups.iter().find(|group| matches!(group.of, Of::OtherOrganisations(_))).unwrap();
    assert!(others.responses > SMALLEST_GROUP);
}

#[test]
fn the_group_that_is_furthest_from_the_rest_is_one_that_may_be_shown() {
    let (sample, round) = sample();
    let sectors = Breakdown::of(&sample, round, &cut(By::Sector));
    let apart = sectors.furthest_apart().unwrap();
    assert!(apart.here.1 >= SMALLEST_GROUP && apart.there.1 >= SMALLEST_GROUP && apart.other.is_none());
    let all = sectors.everybody.measure(apart.theme).unwrap().people;
    assert_eq!(apart.here.1 + apart.there.1, all, "everybody is on one side or the other");
    assert_eq!(Shown::Mean { mean: apart.here.0, people: apart.here.1 }, apart.group.figure(apart.theme));
    let perspectives = Breakdown::of(&sample, round, &cut(By::Perspective));
    let apart = perspectives.furthest_apart().unwrap();
    assert_ne!(apart.other.unwrap().of, apart.group.of);
    let alike = Cut { practice: PracticeId::parse("information-sharing"), ..cut(By::StaffGroup) };
    assert_eq!(Breakdown::of(&sample, round, &alike).furthest_apart(), None, "3.0 and 2.9");
    // Of early years, eight are of the front line and two lead: what the two said could be told from such a comparison.
    for few in ["justice", "early-years"] {
        let few = Cut { sector: SectorId::parse(few), ..cut(By::StaffGroup) };
        assert_eq!(Breakdown::of(&sample, round, &few).furthest_apart(), None);
    }
}

#[test]
fn the_headcount_is_told_of_sectors_and_staff_groups_filtered_or_not() {
    let (sample, round) = sample();
    let of = |cut: &Cut, of: &Of| {
        let breakdown = Breakdown::of(&sample, round, cut);
        let group = if *of == Of::Everybody { breakdown.everybody.clone() } else { group(&breakdown, of).clone() };
        group.of_headcount.map(|rate| (rate.received, rate.people))
    };
    let justice = Of::Sector(SectorId::parse("justice"));
    assert_eq!(of(&cut(By::Sector), &justice), Some((1, 31)));
    assert_eq!(of(&cut(By::Sector), &Of::Everybody), Some((54, 609)));
    let by_leaders = Cut { staff_group: leaders(), ..cut(By::Sector) };
    assert_eq!(of(&by_leaders, &justice), Some((0, 4)));
    assert_eq!(of(&by_leaders, &Of::Sector(SectorId::parse("voluntary"))), None, "its groups are not known");
    let in_justice = Cut { sector: SectorId::parse("justice"), ..cut(By::StaffGroup) };
    assert_eq!(of(&in_justice, &Of::StaffGroup(leaders())), Some((0, 4)));
    assert_eq!(of(&in_justice, &Of::Everybody), Some((1, 31)));
    assert_eq!(of(&cut(By::Organisation), &Of::Everybody), None);
}
