//! An area: the Children's Trust whose workforce is surveyed, with the lists that it edits itself.

mod lists;

use super::ids::{SectorId, StaffGroupId};
use super::rest::Rest;
pub use lists::Listed;

/// Id of the default staff group "Front-line staff and their managers".
pub const FRONT_LINE: &str = "front-line";
/// Id of the default staff group "Leaders and managers".
pub const LEADERS: &str = "leaders";

/// What a workspace is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Area {
    /// The area's name, such as a county's.
    pub name: String,
    /// Sectors of the workforce, in the order in which they are shown.
    pub sectors: Vec<Sector>,
    /// Staff groups, in the order in which they are shown.
    pub staff_groups: Vec<StaffGroup>,
    /// Sectors that were taken off the list. Responses may carry them still, so they keep their names, and their ids are never
    /// given to another.
    pub former_sectors: Vec<Sector>,
    /// Staff groups that were taken off the list, kept for the same reasons.
    pub former_staff_groups: Vec<StaffGroup>,
    /// Whether everything in it is made up, to try the tool with.
    pub is_sample: bool,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// A sector of the workforce, such as health or youth.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sector {
    /// Its id, which responses carry.
    pub id: SectorId,
    /// Its name on the screen.
    pub name: String,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// A staff group: one of the two defaults or a group that an organisation defined beneath one of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StaffGroup {
    /// Its id, which responses carry.
    pub id: StaffGroupId,
    /// Its name on the screen.
    pub name: String,
    /// The group it stands beneath; `None` for a default group.
    pub within: Option<StaffGroupId>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

impl Area {
    /// A new area with the two default staff groups and a usual list of sectors to edit.
    pub fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            sectors: usual_sectors(),
            staff_groups: default_staff_groups(),
            former_sectors: Vec::new(),
            former_staff_groups: Vec::new(),
            is_sample: false,
            rest: Rest::new(),
        }
    }

    /// The name of a sector, also of one that was taken off the list; the id itself for one that was never on it.
    pub fn sector_name<'a>(&'a self, id: &'a SectorId) -> &'a str {
        let mut all = self.sectors.iter().chain(&self.former_sectors);
        all.find(|sector| sector.id == *id).map_or(id.as_str(), |sector| &sector.name)
    }

    /// The name of a staff group, also of one that was taken off the list; the id itself for one that was never on it.
    pub fn staff_group_name<'a>(&'a self, id: &'a StaffGroupId) -> &'a str {
        let mut all = self.staff_groups.iter().chain(&self.former_staff_groups);
        all.find(|group| group.id == *id).map_or(id.as_str(), |group| &group.name)
    }

    /// The staff groups on the list and those taken off it: what a statement asks of whoever said that they are in one.
    pub fn all_staff_groups(&self) -> Vec<StaffGroup> {
        self.staff_groups.iter().chain(&self.former_staff_groups).cloned().collect()
    }
}

/// The two default staff groups of the tool.
pub fn default_staff_groups() -> Vec<StaffGroup> {
    [(FRONT_LINE, "Front-line staff and their managers"), (LEADERS, "Leaders and managers")]
        .into_iter()
        .filter_map(|(id, name)| {
            Some(StaffGroup { id: StaffGroupId::parse(id)?, name: name.to_owned(), within: None, rest: Rest::new() })
        })
        .collect()
}

/// The sectors that an area starts with.
fn usual_sectors() -> Vec<Sector> {
    [
        ("early-years", "Early years"),
        ("schools", "Schools"),
        ("health", "Health"),
        ("social-care", "Social care"),
        ("youth", "Youth"),
        ("sport-leisure", "Sport and leisure"),
        ("justice", "Justice and crime"),
        ("voluntary", "Voluntary and community"),
    ]
    .into_iter()
    .filter_map(|(id, name)| Some(Sector { id: SectorId::parse(id)?, name: name.to_owned(), rest: Rest::new() }))
    .collect()
}
