//! What a workspace can be asked: its area, rounds, responses, targets and plans, each as it is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::Workspace;
use crate::domain::area::Area;
use crate::domain::draft::{Draft, DraftAnswer};
use crate::domain::ids::{ItemId, PlanId, RecordId, ResponseId, RoundId, StatementId, SurveyHash, ThemeId};
use crate::domain::plan::{Plan, PlanItem, Progress};
use crate::domain::record::{Body, ExportNote, Kind};
use crate::domain::report_text::{ReportPart, ReportText, Subject, report_text_record};
use crate::domain::response::{Pack, Response};
use crate::domain::round::{Round, SMALLEST_GROUP, Target};
use crate::domain::survey::Survey;
use crate::domain::tree::Tree;

impl Workspace {
    /// The area; `None` while its record has not come in.
    pub fn area(&self) -> Option<&Area> {
        match &self.records.get(self.id.into())?.shown().body {
            Body::Area(area) => Some(area),
            _ => None,
        }
    }

    /// The rounds, oldest first.
    pub fn rounds(&self) -> Vec<(RoundId, &Round)> {
        let mut rounds: Vec<_> = self
            .bodies(&Kind::Round)
            .filter_map(|(id, body)| match body {
                Body::Round(round) => Some((RoundId::from(id), round)),
                _ => None,
            })
            .collect();
        rounds.sort_by_key(|(id, round)| (round.opened, *id));
        rounds
    }

    /// The round of this id.
    pub fn round(&self, id: RoundId) -> Option<&Round> {
        match self.body(id.into())? {
            Body::Round(round) => Some(round),
            _ => None,
        }
    }

    /// The fewest people that a shared figure of a round stands for.
    pub fn smallest_group(&self, round: RoundId) -> usize {
        self.round(round).map_or(SMALLEST_GROUP, Round::smallest_group)
    }

    /// The survey of this hash.
    pub fn survey(&self, hash: SurveyHash) -> Option<&Arc<Survey>> {
        match self.body(hash.record())? {
            Body::Survey(survey) if survey.hash == hash => Some(survey),
            _ => None,
        }
    }

    /// The pack of this id.
    pub fn pack(&self, id: RecordId) -> Option<&Pack> {
        match self.body(id)? {
            Body::Pack(pack) => Some(pack),
            _ => None,
        }
    }

    /// The packs of a round.
    pub fn packs(&self, round: RoundId) -> impl Iterator<Item = (RecordId, &Pack)> {
        self.bodies(&Kind::Pack).filter_map(move |(id, body)| match body {
            Body::Pack(pack) if pack.round == round => Some((id, &**pack)),
            _ => None,
        })
    }

    /// The response of this id that is counted, in whichever round it is, with the round and the survey it answers.
    pub fn counted(&self, id: ResponseId) -> Option<(RoundId, SurveyHash, &Response)> {
        self.rounds().into_iter().find_map(|(round, _)| {
            let (survey, response) = *self.gathered(round).responses.get(&id)?;
            Some((round, survey, response))
        })
    }

    /// Responses in progress on this device, the one begun last first.
    pub fn drafts(&self) -> Vec<(ResponseId, &Draft)> {
        let mut drafts: Vec<_> = self
            .bodies(&Kind::Draft)
            .filter_map(|(id, body)| match body {
                Body::Draft(draft) => Some((ResponseId::from(id), draft)),
                _ => None,
            })
            .collect();
        drafts.sort_by_key(|(id, draft)| (std::cmp::Reverse(draft.begun), *id));
        drafts
    }

    /// A response in progress.
    pub fn draft(&self, id: ResponseId) -> Option<&Draft> {
        match self.body(id.into())? {
            Body::Draft(draft) => Some(draft),
            _ => None,
        }
    }

    /// What has been said so far in a response in progress.
    pub fn draft_answers(&self, id: ResponseId) -> BTreeMap<StatementId, &DraftAnswer> {
        self.bodies(&Kind::DraftAnswer)
            .filter_map(|(_, body)| match body {
                Body::DraftAnswer(answer) if answer.draft == id => Some((answer.statement.clone(), answer)),
                _ => None,
            })
            .collect()
    }

    /// The latest target of each theme that has one.
    pub fn targets(&self) -> BTreeMap<ThemeId, &Target> {
        self.targets_by(NaiveDate::MAX)
    }

    /// The target of each theme that had one at the end of a day.
    pub fn targets_by(&self, day: NaiveDate) -> BTreeMap<ThemeId, &Target> {
        let mut entries: Vec<_> = self
            .bodies(&Kind::Target)
            .filter_map(|(id, body)| match body {
                Body::Target(target) if target.on <= day => Some((target.on, target.recorded, id, target)),
                _ => None,
            })
            .collect();
        entries.sort_by_key(|(on, recorded, id, _)| (*on, *recorded, *id));
        let mut latest = BTreeMap::new();
        for (.., target) in entries {
            if target.score.is_some() {
                latest.insert(target.theme.clone(), target);
            } else {
                latest.remove(&target.theme);
            }
        }
        latest
    }

    /// The plans, by title.
    pub fn plans(&self) -> Vec<(PlanId, &Plan)> {
        let mut plans: Vec<_> = self
            .bodies(&Kind::Plan)
            .filter_map(|(id, body)| match body {
                Body::Plan(plan) => Some((PlanId::from(id), plan)),
                _ => None,
            })
            .collect();
        plans.sort_by_key(|(id, plan)| (plan.title.clone(), *id));
        plans
    }

    /// The plan of this id.
    pub fn plan(&self, id: PlanId) -> Option<&Plan> {
        match self.body(id.into())? {
            Body::Plan(plan) => Some(plan),
            _ => None,
        }
    }

    /// The items of a plan in the order of its [`tree`](Self::tree), which leaves none out.
    pub fn items(&self, plan: PlanId) -> Vec<(ItemId, &PlanItem)> {
        self.tree(plan).iter().filter_map(|row| Some((row.id, self.item(row.id)?))).collect()
    }

    /// The tree that the items of a plan make. An item whose parent was deleted, or belongs to another plan, is an orphan.
    pub fn tree(&self, plan: PlanId) -> Tree<ItemId> {
        let items = self.all_items().filter(|(_, item)| item.plan == plan);
        Tree::of(items.map(|(id, item)| (id, item.parent, item.order.standing(id))))
    }

    /// The items of all plans.
    pub fn all_items(&self) -> impl Iterator<Item = (ItemId, &PlanItem)> {
        self.bodies(&Kind::PlanItem).filter_map(|(id, body)| match body {
            Body::PlanItem(item) => Some((ItemId::from(id), item)),
            _ => None,
        })
    }

    /// The plan item of this id.
    pub fn item(&self, id: ItemId) -> Option<&PlanItem> {
        match self.body(id.into())? {
            Body::PlanItem(item) => Some(item),
            _ => None,
        }
    }

    /// What has been reported, by item, oldest first.
    pub fn progress(&self) -> BTreeMap<ItemId, Vec<&Progress>> {
        let mut by_item: BTreeMap<ItemId, Vec<(RecordId, &Progress)>> = BTreeMap::new();
        for (id, body) in self.bodies(&Kind::Progress) {
            if let Body::Progress(entry) = body {
                by_item.entry(entry.item).or_default().push((id, entry));
            }
        }
        by_item
            .into_iter()
            .map(|(item, mut entries)| {
                entries.sort_by_key(|(id, entry)| (entry.on, entry.recorded, *id));
                (item, entries.into_iter().map(|(_, entry)| entry).collect())
            })
            .collect()
    }

    /// What was written for a part of a report about this; empty if nothing.
    pub fn report_text(&self, about: Subject, part: &ReportPart) -> &str {
        self.report_words(about, part).map_or("", |words| &words.text)
    }

    /// The same with the draft that it was written in place of.
    pub fn report_words(&self, about: Subject, part: &ReportPart) -> Option<&ReportText> {
        match self.body(report_text_record(about, part))? {
            Body::ReportText(words) => Some(words),
            _ => None,
        }
    }

    /// The copy of the area that was made last on this device, if one was.
    pub fn last_export(&self) -> Option<&ExportNote> {
        self.exports().into_iter().find(|note| !note.is_table)
    }

    /// The files made on this device, the latest first.
    pub fn exports(&self) -> Vec<&ExportNote> {
        let mut notes: Vec<_> = self
            .bodies(&Kind::Export)
            .filter_map(|(_, body)| match body {
                Body::Export(note) => Some(note),
                _ => None,
            })
            .collect();
        notes.sort_by_key(|note| std::cmp::Reverse(note.at));
        notes
    }

    pub(super) fn bodies(&self, kind: &Kind) -> impl Iterator<Item = (RecordId, &Body)> + use<'_> {
        self.records.of_kind(kind).map(|record| (record.id, &record.body))
    }

    pub(super) fn body(&self, id: RecordId) -> Option<&Body> {
        Some(&self.records.get(id)?.shown().body)
    }
}
