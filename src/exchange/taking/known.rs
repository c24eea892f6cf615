//! Which responses are here already, by id, so that each that comes is looked up once and not searched for in every pack.

use std::collections::BTreeMap;

use super::Fresh;
use crate::domain::ids::{RecordId, ResponseId, RoundId, SurveyHash};
use crate::domain::record::{Body, Kind};
use crate::domain::response::{Pack, Response};
use crate::domain::workspace::Workspace;

/// Where the contents of each response stand.
pub(super) struct Known(BTreeMap<(RoundId, ResponseId), Vec<Place>>);

/// Where a content of a response stands.
#[derive(Clone, Copy)]
enum Place {
    /// In a pack, at this place.
    Pack(RecordId, usize),
    /// Among those that the batch brings, at this place.
    Batch(usize),
}

/// How a response that comes stands to what is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Not here yet.
    New,
    /// A correction of one that is here.
    Correction,
    /// Here already, or brought by an earlier file.
    Known,
    /// Brought by the same file already.
    Repeated,
    /// A newer revision of it is here.
    Older,
    /// Here with another content under the same revision.
    Clash,
}

impl Standing {
    /// Whether it is to be taken.
    pub(super) fn is_new(self) -> bool {
        matches!(self, Self::New | Self::Correction | Self::Clash)
    }
}

impl Known {
    /// What a workspace holds.
    pub(super) fn of(here: &Workspace) -> Self {
        let mut known: BTreeMap<(RoundId, ResponseId), Vec<Place>> = BTreeMap::new();
        for record in here.records().of_kind(&Kind::Pack) {
            let Body::Pack(pack) = &record.body else { continue };
            for (response, at) in pack.responses.iter().zip(0..) {
                known.entry((pack.round, response.id)).or_default().push(Place::Pack(record.id, at));
            }
        }
        Self(known)
    }

    /// How a response stands to what is known. `fresh` are those that the batch brought before it.
    pub(super) fn standing(&self, here: &Workspace, fresh: &[Fresh], came: &Fresh) -> Standing {
        let places = self.0.get(&(came.round, came.response.id)).map(Vec::as_slice).unwrap_or_default();
        let found = places.iter().filter_map(|place| {
            Some(match place {
                Place::Pack(record, at) => {
                    let pack: &Pack = here.pack(*record)?;
                    (pack.survey, pack.responses.get(*at)?, None)
                }
                Place::Batch(at) => {
                    let known = fresh.get(*at)?;
                    (known.survey, &known.response, Some(known.file))
                }
            })
        });
        let found: Vec<(SurveyHash, &Response, Option<usize>)> = found.collect();
        let same = found.iter().find(|(survey, known, _)| (*survey, *known) == (came.survey, &came.response));
        let newest = found.iter().map(|(_, known, _)| known.revision).max();
        match (same, newest) {
            (Some((.., file)), _) if *file == Some(came.file) => Standing::Repeated,
            (Some(_), _) => Standing::Known,
            (None, None) => Standing::New,
            (None, Some(newest)) => match came.response.revision.cmp(&newest) {
                std::cmp::Ordering::Greater => Standing::Correction,
                std::cmp::Ordering::Equal => Standing::Clash,
                std::cmp::Ordering::Less => Standing::Older,
            },
        }
    }

    /// Notes a response that the batch brings, at its place among them.
    pub(super) fn add(&mut self, came: &Fresh, at: usize) {
        self.0.entry((came.round, came.response.id)).or_default().push(Place::Batch(at));
    }
}
