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
        Self {
            name: area.name.clone(),
            sectors: area
                .sectors
                .iter()
                .map(|sector| SectorWire {
                    id: sector.id.to_string(),
                    name: sector.name.clone(),
                    rest: sector.rest.clone(),
                })
                .collect(),
            staff_groups: area
                .staff_groups
                .iter()
                .map(|group| StaffGroupWire {
                    id: group.id.to_string(),
                    name: group.name.clone(),
                    within: group.within.as_ref().map(ToString::to_string),
                    rest: group.rest.clone(),
                })
                .collect(),
            sample: area.is_sample,
            rest: area.rest.clone(),
        }
    }
}

impl TryFrom<AreaWire> for Area {
    type Error = Fault;

    fn try_from(wire: AreaWire) -> Result<Self, Fault> {
        let sectors = wire.sectors.into_iter().map(|sector| {
            Ok(Sector { id: id(&sector.id, SectorId::parse, "the sector")?, name: sector.name, rest: sector.rest })
        });
        let groups = wire.staff_groups.into_iter().map(|group| {
            Ok(StaffGroup {
                id: id(&group.id, StaffGroupId::parse, "the staff group")?,
                name: group.name,
                within: maybe_id(group.within.as_ref(), StaffGroupId::parse, "the group above")?,
                rest: group.rest,
            })
        });
        Ok(Self {
            name: wire.name,
            sectors: sectors.collect::<Result<_, Fault>>()?,
            staff_groups: groups.collect::<Result<_, Fault>>()?,
            is_sample: wire.sample,
            rest: wire.rest,
        })
    }
}
