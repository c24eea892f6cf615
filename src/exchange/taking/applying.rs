//! What a batch of files comes to, and the one edit that takes it in.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::known::Known;
use super::report::{FileReport, Outcome, Tally};
use super::{Brought, Fresh, What};
use crate::domain::ids::{RecordId, RoundId, SurveyHash, WorkspaceId};
use crate::domain::response::{Pack, Source};
use crate::domain::rest::Rest;
use crate::domain::workspace::{Edit, Workspace};

/// What a batch of files would bring.
pub struct Plan {
    /// The area that it is for.
    pub workspace: WorkspaceId,
    /// The name of the area as it would be, if it is known.
    pub area: Option<String>,
    /// Whether the area is on this device already.
    pub was_here: bool,
    /// Every file, in the order in which they were chosen.
    pub files: Vec<FileReport>,
    pub(super) records: Vec<Brought>,
    pub(super) fresh: Vec<Fresh>,
}

/// What a person chose of a batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Entries that were deleted here after a file was made come back.
    pub bring_back: bool,
    /// Files that were changed after Rainbow made them stay out.
    pub leave_out_changed: bool,
}

impl Plan {
    /// The responses of all files, counted together.
    pub fn tally(&self) -> Tally {
        let tallies = self.files.iter().filter_map(|file| match &file.outcome {
            Outcome::Responses(tally) => Some(tally),
            _ => None,
        });
        tallies.fold(Tally::default(), Tally::and)
    }

    /// How many entries of the files were deleted here since.
    pub fn gone(&self) -> usize {
        let gone = self.files.iter().map(|file| match &file.outcome {
            Outcome::Records { preview, .. } => preview.total().gone,
            Outcome::Report(tally) => tally.gone,
            _ => 0,
        });
        gone.sum()
    }

    /// Whether taking it would change anything.
    pub fn brings_anything(&self) -> bool {
        self.files.iter().any(|file| !file.brings_nothing())
    }

    /// Takes the batch in, as one edit. If the area changed since the plan was made, what is here by now is not taken
    /// again. `taken` is noted beside the name of each file; `new_pack` gives the ids of packs.
    pub fn apply(
        &self,
        open: &mut Workspace,
        choice: Choice,
        taken: DateTime<Utc>,
        new_pack: impl FnMut() -> RecordId,
    ) -> Edit {
        let stays_out =
            |file: usize| choice.leave_out_changed && self.files.get(file).is_some_and(FileReport::is_changed);
        let mut edit = Edit::named("Import");
        for Brought { what, .. } in self.records.iter().filter(|brought| !stays_out(brought.file)) {
            // Where only a survey came, that is all that this device does with the area; with more it takes charge of it.
            let (taken, records) = match what {
                What::Survey(round, records) => (open.take_survey(*round, records.iter().cloned()), records),
                What::Records(records) => {
                    (open.take_in("Import", records.iter().cloned()).then(open.take_charge()), records)
                }
                What::Seating(seating) => {
                    edit = edit.then(open.take_seating(seating));
                    continue;
                }
                What::Asking(asking) => {
                    edit = edit.then(open.take_asking(asking));
                    continue;
                }
            };
            edit = edit.then(taken);
            if choice.bring_back {
                edit = edit.then(open.bring_back(records));
            }
        }
        let known = Known::of(open);
        let comes = |fresh: &&Fresh| !stays_out(fresh.file) && known.standing(open, &[], fresh).is_new();
        let mut by_file: BTreeMap<(RoundId, SurveyHash, usize), Vec<&Fresh>> = BTreeMap::new();
        for fresh in self.fresh.iter().filter(comes) {
            by_file.entry((fresh.round, fresh.survey, fresh.file)).or_default().push(fresh);
        }
        let pack = |((round, survey, file), fresh): ((RoundId, SurveyHash, usize), Vec<&Fresh>)| {
            let name = self.files.get(file).map(|file| file.name.clone()).unwrap_or_default();
            let responses = fresh.iter().map(|fresh| fresh.response.id).collect();
            Pack {
                round,
                survey,
                responses: fresh.into_iter().map(|fresh| fresh.response.clone()).collect(),
                sources: vec![Source { file: name, taken, responses }],
                rest: Rest::new(),
            }
        };
        let packs: Vec<Pack> = by_file.into_iter().map(pack).collect();
        if packs.is_empty() { edit } else { edit.then(open.take_responses(&packs, new_pack)) }
    }
}
