//! Who answered in the sample: the area's sectors and staff groups, and how many people of each sent their answers.
//!
//! Both returns are uneven on purpose. In the later round four sectors answered well, three hardly, and justice and crime
//! with one person. In the earlier one health and the voluntary sector had hardly heard of it.

use super::comments::Comment;
use super::survey::Asking;
use crate::domain::area::{Area, FRONT_LINE, LEADERS, StaffGroup};
use crate::domain::draft::Respondent;
use crate::domain::ids::{SectorId, StaffGroupId};
use crate::domain::rest::Rest;

/// A staff group that the early years sector defined beneath the front line.
pub(super) const CENTRE_STAFF: &str = "childrens-centre-staff";
/// A staff group that the schools defined beneath leaders and managers.
pub(super) const HEADS: &str = "head-teachers";

/// How far apart two people who follow one another are in the list, so that a part of a round is mixed like the whole.
const STRIDE: usize = 23;

/// One person who answered.
#[derive(Clone, Copy, Debug)]
pub(super) struct Person {
    /// Their sector, if they said.
    pub(super) sector: Option<&'static str>,
    /// Their staff group, if they said.
    pub(super) group: Option<&'static str>,
    /// Their organisation in their own words; empty if they did not say.
    pub(super) organisation: &'static str,
    /// The comment that they left, if they left one.
    pub(super) comment: Option<&'static Comment>,
}

/// People of one sector and staff group.
pub(super) struct Kind {
    sector: Option<&'static str>,
    group: Option<&'static str>,
    /// How many of them answered.
    pub(super) people: usize,
    /// What they call their organisation, in turn.
    organisations: &'static [&'static str],
}

/// Who answered in December 2009.
pub(super) const RETURN: [Kind; 18] = [
    kind("early-years", FRONT_LINE, 4, &["Day nursery", "", "Pre-school"]),
    kind("early-years", CENTRE_STAFF, 4, &["Children’s centre"]),
    kind("early-years", LEADERS, 2, &["Early years service", "Day nursery"]),
    kind("schools", FRONT_LINE, 8, &["Primary school", "Secondary school", ""]),
    kind("schools", LEADERS, 2, &["Education service", "Secondary school"]),
    kind("schools", HEADS, 3, &["Primary school", "Primary school", "Secondary school"]),
    kind("health", FRONT_LINE, 7, &["School nursing", "Health visiting", "", "Midwifery"]),
    kind("health", LEADERS, 3, &["Primary care trust", ""]),
    kind("social-care", FRONT_LINE, 7, &["Family support team", "", "Duty team", "Fostering team"]),
    kind("social-care", LEADERS, 3, &["Children’s social care"]),
    kind("youth", FRONT_LINE, 2, &["Youth service", ""]),
    kind("youth", LEADERS, 1, &["Youth service"]),
    kind("sport-leisure", FRONT_LINE, 2, &["Leisure centre", ""]),
    kind("justice", FRONT_LINE, 1, &[""]),
    kind("voluntary", FRONT_LINE, 2, &["Play charity", ""]),
    kind("voluntary", LEADERS, 1, &["Voluntary sector forum"]),
    Kind { sector: Some("voluntary"), group: None, people: 1, organisations: &[""] },
    Kind { sector: None, group: Some(FRONT_LINE), people: 1, organisations: &[""] },
];

/// Who answered in December 2008.
pub(super) const EARLIER_RETURN: [Kind; 15] = [
    kind("early-years", FRONT_LINE, 4, &["Day nursery", "", "Childminder"]),
    kind("early-years", CENTRE_STAFF, 2, &["Children’s centre"]),
    kind("early-years", LEADERS, 2, &["Early years service"]),
    kind("schools", FRONT_LINE, 7, &["Primary school", "", "Secondary school"]),
    kind("schools", LEADERS, 2, &["Education service", "Special school"]),
    kind("schools", HEADS, 3, &["Primary school", "Secondary school", "Primary school"]),
    kind("health", FRONT_LINE, 1, &["School nursing"]),
    kind("health", LEADERS, 1, &["Primary care trust"]),
    kind("social-care", FRONT_LINE, 7, &["Family support team", "Duty team", ""]),
    kind("social-care", LEADERS, 2, &["Children’s social care"]),
    kind("youth", FRONT_LINE, 3, &["Youth service"]),
    kind("sport-leisure", FRONT_LINE, 1, &["Leisure centre"]),
    kind("justice", FRONT_LINE, 1, &["Youth offending team"]),
    kind("justice", LEADERS, 1, &["Youth offending team"]),
    kind("voluntary", LEADERS, 1, &["Voluntary sector forum"]),
];

const fn kind(
    sector: &'static str,
    group: &'static str,
    people: usize,
    organisations: &'static [&'static str],
) -> Kind {
    Kind { sector: Some(sector), group: Some(group), people, organisations }
}

/// The area: the usual lists, and two staff groups of its own.
pub(super) fn area() -> Area {
    let mut area = Area::named("Fenshire Children’s Trust");
    area.is_sample = true;
    let own = [(CENTRE_STAFF, "Children’s centre staff", FRONT_LINE), (HEADS, "Head teachers and deputies", LEADERS)];
    area.staff_groups.extend(own.into_iter().filter_map(|(id, name, within)| {
        let (id, within) = (StaffGroupId::parse(id)?, StaffGroupId::parse(within)?);
        Some(StaffGroup { id, name: name.to_owned(), within: Some(within), rest: Rest::new() })
    }));
    area
}

/// The person who answered at this place, counted from 0. After the last of the list the same kinds of people come again.
pub(super) fn person(asking: &Asking, place: usize) -> Option<Person> {
    let people = asking.people();
    let mut among = place.checked_rem(people)? * STRIDE % people;
    for kind in asking.kinds {
        if among < kind.people {
            let organisations = kind.organisations.iter().copied();
            let of_kind = |comment: &&Comment| (comment.sector, comment.group) == (kind.sector, kind.group);
            return Some(Person {
                sector: kind.sector,
                group: kind.group,
                organisation: organisations.cycle().nth(among).unwrap_or_default(),
                comment: asking.comments.iter().filter(of_kind).nth(among),
            });
        }
        among -= kind.people;
    }
    None
}

impl Person {
    /// Whether they are a leader or manager.
    pub(super) fn leads(&self) -> bool {
        matches!(self.group, Some(LEADERS | HEADS))
    }

    /// What a response says about them.
    pub(super) fn respondent(&self) -> Respondent {
        Respondent {
            sector: self.sector.and_then(SectorId::parse),
            staff_group: self.group.and_then(StaffGroupId::parse),
            organisation: self.organisation.to_owned(),
        }
    }
}
