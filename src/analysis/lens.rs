//! A lens: whose answers, and to which statements, are looked at. One with nothing set looks at everything.

use std::collections::BTreeSet;

use crate::domain::area::StaffGroup;
use crate::domain::draft::Respondent;
use crate::domain::ids::{PerspectiveId, SectorId, StaffGroupId, StatementId};
use crate::domain::survey::{ForWhom, Statement};

/// What is looked at; the parts that are set all apply together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lens {
    /// Only what these people are asked. What the workforce says and what children and families say is never counted together.
    pub whom: ForWhom,
    /// Only people of this sector.
    pub sector: Option<SectorId>,
    /// Only people of this staff group or of one beneath it.
    pub staff_group: Option<StaffGroupId>,
    /// Only people who named this organisation; letters and spaces around it are not told apart by case.
    pub organisation: Option<String>,
    /// Only statements put from this perspective.
    pub perspective: Option<PerspectiveId>,
    /// Only these statements.
    pub statements: Option<BTreeSet<StatementId>>,
}

impl Lens {
    /// Whether it looks at everybody.
    pub fn sees_everybody(&self) -> bool {
        self.sector.is_none() && self.staff_group.is_none() && self.organisation.is_none()
    }

    /// Whether it looks at a person. `groups` are the area's staff groups.
    pub fn sees(&self, person: &Respondent, groups: &[StaffGroup]) -> bool {
        let of_sector = self.sector.as_ref().is_none_or(|sector| person.sector.as_ref() == Some(sector));
        let of_group = self.staff_group.as_ref().is_none_or(|wanted| {
            let own = person.staff_group.as_ref();
            let within = groups.iter().find(|group| own == Some(&group.id)).and_then(|group| group.within.as_ref());
            own == Some(wanted) || within == Some(wanted)
        });
        let of_organisation = self
            .organisation
            .as_ref()
            .is_none_or(|wanted| organisation_key(wanted) == organisation_key(&person.organisation));
        of_sector && of_group && of_organisation
    }

    /// Whether it looks at a statement.
    pub fn looks_at(&self, statement: &Statement) -> bool {
        let of_perspective =
            self.perspective.as_ref().is_none_or(|wanted| statement.perspective.as_ref() == Some(wanted));
        let listed = self.statements.as_ref().is_none_or(|listed| listed.contains(&statement.id));
        of_perspective && listed
    }
}

/// An organisation's name as it is compared: people spell their own with and without capitals.
pub fn organisation_key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::{FRONT_LINE, default_staff_groups};
    use crate::domain::rest::Rest;

    fn group(id: &str) -> StaffGroupId {
        StaffGroupId::parse(id).unwrap()
    }

    #[test]
    fn a_staff_group_is_seen_with_those_beneath_it() {
        let mut groups = default_staff_groups();
        let beneath = StaffGroup {
            id: group("health-visitors"),
            name: "Health visitors".to_owned(),
            within: Some(group(FRONT_LINE)),
            rest: Rest::new(),
        };
        groups.push(beneath);
        let lens = Lens { staff_group: Some(group(FRONT_LINE)), ..Lens::default() };
        let person = |id: &str| Respondent { staff_group: Some(group(id)), ..Respondent::default() };
        assert!(lens.sees(&person("health-visitors"), &groups));
        assert!(lens.sees(&person(FRONT_LINE), &groups));
        assert!(!lens.sees(&person("leaders"), &groups));
        assert!(!lens.sees(&Respondent::default(), &groups));
    }

    #[test]
    fn an_organisation_is_the_same_however_it_is_spaced_and_capitalised() {
        let lens = Lens { organisation: Some("Youth  Service".to_owned()), ..Lens::default() };
        let person = |name: &str| Respondent { organisation: name.to_owned(), ..Respondent::default() };
        assert!(lens.sees(&person(" youth service "), &[]));
        assert!(!lens.sees(&person("Youth services"), &[]));
    }
}
