//! The area as it is spelled in files.

use serde::{Deserialize, Serialize};

use super::{Rest, id, maybe_id};
use crate::domain::area::{Area, Sector, StaffGroup};
use crate::domain::ids::{SectorId, StaffGroupId};
use crate::exchange::problem::Fault;

/// An area.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AreaWire {
    name: String,
    sectors: Vec<SectorWire>,
    staff_groups: Vec<StaffGroupWire>,
    /// Sectors that were taken off the list; responses may carry them still.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    former_sectors: Vec<SectorWire>,
    /// Staff groups that were taken off the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    former_staff_groups: Vec<StaffGroupWire>,
    /// True for made-up data to try the tool with.
    #[serde(default)]
    sample: bool,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct SectorWire {
    id: String,
    name: String,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct StaffGroupWire {
    id: String,
    name: String,
    /// The default group it stands beneath.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    within: Option<String>,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&Area> for AreaWire {
    fn from(area: &Area) -> Self {
        let sectors = |list: &[Sector]| list.iter().map(SectorWire::from).collect();
        let groups = |list: &[StaffGroup]| list.iter().map(StaffGroupWire::from).collect();
        Self {
            name: area.name.clone(),
            sectors: sectors(&area.sectors),
            staff_groups: groups(&area.staff_groups),
            former_sectors: sectors(&area.former_sectors),
            former_staff_groups: groups(&area.former_staff_groups),
            sample: area.is_sample,
            rest: area.rest.clone(),
        }
    }
}

impl TryFrom<AreaWire> for Area {
    type Error = Fault;

    fn try_from(wire: AreaWire) -> Result<Self, Fault> {
        let sectors = |list: Vec<SectorWire>| list.into_iter().map(Sector::try_from).collect::<Result<_, Fault>>();
        let groups =
            |list: Vec<StaffGroupWire>| list.into_iter().map(StaffGroup::try_from).collect::<Result<_, Fault>>();
        Ok(Self {
            name: wire.name,
            sectors: sectors(wire.sectors)?,
            staff_groups: groups(wire.staff_groups)?,
            former_sectors: sectors(wire.former_sectors)?,
            former_staff_groups: groups(wire.former_staff_groups)?,
            is_sample: wire.sample,
            rest: wire.rest,
        })
    }
}

impl From<&Sector> for SectorWire {
    fn from(sector: &Sector) -> Self {
        Self { id: sector.id.to_string(), name: sector.name.clone(), rest: sector.rest.clone() }
    }
}

impl TryFrom<SectorWire> for Sector {
    type Error = Fault;

    fn try_from(wire: SectorWire) -> Result<Self, Fault> {
        Ok(Self { id: id(&wire.id, SectorId::parse, "the sector")?, name: wire.name, rest: wire.rest })
    }
}

impl From<&StaffGroup> for StaffGroupWire {
    fn from(group: &StaffGroup) -> Self {
        Self {
            id: group.id.to_string(),
            name: group.name.clone(),
            within: group.within.as_ref().map(ToString::to_string),
            rest: group.rest.clone(),
        }
    }
}

impl TryFrom<StaffGroupWire> for StaffGroup {
    type Error = Fault;

    fn try_from(wire: StaffGroupWire) -> Result<Self, Fault> {
        Ok(Self {
            id: id(&wire.id, StaffGroupId::parse, "the staff group")?,
            name: wire.name,
            within: maybe_id(wire.within.as_ref(), StaffGroupId::parse, "the group above")?,
            rest: wire.rest,
        })
    }
}
