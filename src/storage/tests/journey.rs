//! A full journey through the stores: two tabs and those after them, and what each saving was said to have kept.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::{ID, run};
use crate::domain::answer::{Answer, Score};
use crate::domain::area::Area;
use crate::domain::draft::{Draft, Respondent};
use crate::domain::ids::{ItemId, PlanId, RecordId, ReplicaId, ResponseId, RoundId};
use crate::domain::plan::{Plan, PlanItem, Progress, Rag};
use crate::domain::record::{ExportNote, Record};
use crate::domain::response::{Pack, Response};
use crate::domain::rest::Rest;
use crate::domain::round::{Round, Target, TenthScore};
use crate::domain::step::StepId;
use crate::domain::survey::Survey;
use crate::domain::workspace::{Edit, EditError, Workspace};
use crate::storage::fake::FakeStore;
use crate::storage::pair::{Pair, Saved};
use crate::storage::store::Which;

pub(super) const ROUND: RoundId = RoundId(Uuid::from_u128(2));
const PLAN: PlanId = PlanId(Uuid::from_u128(3));
/// Finished here.
pub(super) const MINE: ResponseId = ResponseId(Uuid::from_u128(10));
/// Came in a file and is taken back.
const TAKEN_BACK: ResponseId = ResponseId(Uuid::from_u128(11));
/// Came in the same file and stays.
const STAYS: ResponseId = ResponseId(Uuid::from_u128(12));
/// Is in progress in two tabs when it is taken back.
const BROKEN_OFF: ResponseId = ResponseId(Uuid::from_u128(13));

/// What nobody may find once it was taken back: words and answers that stand in no other response.
pub(super) const SECRETS: [&str; 4] = ["nobody listens to us", "d1d1", "my manager reads this", "and so does hers"];

/// The browser died: nothing more happens in it.
pub(super) struct Dead;

/// A version that a saving was said to have kept.
pub(super) struct Accepted {
    pub(super) version: Arc<Record>,
    pub(super) is_durable: bool,
}

/// What has happened so far, and what was said about it.
pub(super) struct Journey {
    pub(super) quick: FakeStore,
    pub(super) durable: FakeStore,
    survey: Arc<Survey>,
    dies_at: usize,
    pub(super) accepted: Vec<Accepted>,
    /// All versions that any tab ever had, by record.
    pub(super) made: BTreeMap<RecordId, Vec<Arc<Record>>>,
    /// How each withdrawal was saved.
    pub(super) withdrawn: Vec<Saved>,
    /// Edits that could not be made, because the tab had not found what they change.
    pub(super) skipped: usize,
}

struct Tab {
    open: Workspace,
    pair: Pair<FakeStore, FakeStore>,
    unsaved: BTreeSet<RecordId>,
}

/// Takes a step back, or does it again.
fn turned(open: &mut Workspace, step: Option<StepId>) -> Edit {
    step.and_then(|step| open.turn_round(step)).map(|turned| turned.edit).unwrap_or_default()
}

impl Journey {
    /// A journey that has not begun. The browser dies in the operation of this number.
    pub(super) fn new(survey: &Arc<Survey>, (quick, durable): (FakeStore, FakeStore), dies_at: usize) -> Self {
        Self {
            quick,
            durable,
            survey: survey.clone(),
            dies_at,
            accepted: Vec::new(),
            made: BTreeMap::new(),
            withdrawn: Vec::new(),
            skipped: 0,
        }
    }

    /// The whole of it, or as far as the browser lives.
    pub(super) fn go(&mut self) -> Result<(), Dead> {
        let mut first = self.begin()?;
        self.answer(&mut first)?;
        self.plan(&mut first)?;
        let mut second = self.open(2)?;
        self.at_once(&mut first, &mut second)?;
        drop(second);
        let mut third = self.open(3)?;
        self.fold(&mut third, [1, 3])?;
        self.withdraw(&mut first, &mut third)?;
        self.close(&mut third)?;
        drop((first, third));
        let mut last = self.open(4)?;
        self.fold(&mut last, [4])?;
        self.edit(&mut last, |open| open.set_item(item(1), action("the last word", open), day()))?;
        Ok(())
    }

    fn begin(&mut self) -> Result<Tab, Dead> {
        let (open, created) = Workspace::create(ID, ReplicaId(1), area("Fenshire"));
        let mut tab = Tab { open, pair: self.pair(), unsaved: BTreeSet::new() };
        self.save(&mut tab, created)?;
        self.edit(&mut tab, |open| Ok(open.set_area(area("Marshire"))))?;
        let survey = self.survey.clone();
        let round = Round { minimum: Some(45), ..Round::opened("December 2009", vec![survey.hash], day()) };
        self.edit(&mut tab, |open| Ok(open.open_round(ROUND, round, survey)))?;
        Ok(tab)
    }

    fn answer(&mut self, tab: &mut Tab) -> Result<(), Dead> {
        let statements: Vec<_> = self.survey.questionnaire.statements.iter().map(|one| one.id.clone()).collect();
        let draft = self.draft();
        self.edit(tab, |open| Ok(open.begin_draft(MINE, draft)))?;
        let who = Respondent { organisation: "Youth service".to_owned(), ..Respondent::default() };
        self.edit(tab, |open| open.set_respondent(MINE, who))?;
        for (score, statement) in (1..=3).zip(&statements) {
            let answer = Answer::Score(Score::new(score).unwrap());
            self.edit(tab, |open| open.answer(MINE, statement, answer))?;
        }
        self.edit(tab, |open| open.comment(MINE, &statements[0], "Both yes and no."))?;
        self.edit(tab, |open| open.finish_draft(MINE, record(20), day()))?;
        let mut taken_back = response(TAKEN_BACK, [Answer::DontKnow, one(), Answer::DontKnow, one()]);
        taken_back.comments.insert(statements[1].clone(), SECRETS[0].to_owned());
        let came = vec![taken_back, response(STAYS, [one(), one(), one(), one()])];
        let pack =
            Pack { round: ROUND, survey: self.survey.hash, responses: came, sources: Vec::new(), rest: Rest::new() };
        self.edit(tab, |open| Ok(open.add_pack(record(21), pack)))
    }

    fn plan(&mut self, tab: &mut Tab) -> Result<(), Dead> {
        self.edit(tab, |open| Ok(open.set_plan(PLAN, Plan::titled("Plan"))))?;
        for number in 1..=3 {
            self.edit(tab, |open| open.set_item(item(number), action("first words", open), day()))?;
        }
        self.edit(tab, |open| open.set_item(item(1), action("second words", open), day()))?;
        self.edit(tab, |open| Ok(open.delete_items(&[item(2)].into(), day())))?;
        let deleted = tab.open.to_undo().map(|(step, _)| step);
        self.edit(tab, |open| Ok(open.delete_items(&[item(3)].into(), day())))?;
        self.edit(tab, |open| Ok(turned(open, deleted)))?;
        self.edit(tab, |open| open.report_progress(record(30), progress("Begun.", None)))?;
        self.edit(tab, |open| open.report_progress(record(31), progress("Late.", Some(Rag::Amber))))?;
        let theme = self.survey.framework.themes[0].id.clone();
        let target = Target {
            theme,
            score: TenthScore::parse("4.5"),
            on: day(),
            recorded: now(),
            by: String::new(),
            reason: String::new(),
            rest: Rest::new(),
        };
        self.edit(tab, |open| Ok(open.set_target(record(32), target)))
    }

    /// Two tabs change the same things without knowing of each other.
    fn at_once(&mut self, first: &mut Tab, second: &mut Tab) -> Result<(), Dead> {
        let statement = self.survey.questionnaire.statements[0].id.clone();
        self.edit(first, |open| open.set_item(item(1), action("the first tab's words", open), day()))?;
        self.edit(second, |open| open.set_item(item(1), action("the second tab's words", open), day()))?;
        self.edit(second, |open| open.set_item(item(4), action("only here", open), day()))?;
        let draft = self.draft();
        self.edit(second, |open| Ok(open.begin_draft(BROKEN_OFF, draft)))?;
        self.edit(second, |open| open.comment(BROKEN_OFF, &statement, SECRETS[2]))?;
        self.hear(first)?;
        self.edit(first, |open| open.comment(BROKEN_OFF, &statement, SECRETS[3]))?;
        self.edit(second, |open| open.answer(BROKEN_OFF, &statement, one()))
    }

    fn withdraw(&mut self, first: &mut Tab, third: &mut Tab) -> Result<(), Dead> {
        for response in [TAKEN_BACK, BROKEN_OFF] {
            let edit = first.open.withdraw(response, ROUND, day());
            let saved = self.save(first, edit)?;
            self.withdrawn.push(saved);
        }
        self.hear(third)
    }

    fn close(&mut self, tab: &mut Tab) -> Result<(), Dead> {
        self.edit(tab, |open| open.close_round(record(40), ROUND, day(), now(), || record(42)))?;
        self.edit(tab, |open| Ok(open.delete_items(&[item(4)].into(), day())))?;
        let removed = tab.open.to_undo().map(|(step, _)| step);
        self.edit(tab, |open| Ok(turned(open, removed)))?;
        let note = ExportNote {
            at: now(),
            file: "marshire.json".to_owned(),
            with_answers: true,
            is_table: false,
            rest: Rest::new(),
        };
        self.edit(tab, |open| Ok(open.note_export(record(41), note)))
    }

    fn draft(&self) -> Draft {
        Draft {
            round: ROUND,
            survey: self.survey.hash,
            respondent: Respondent::default(),
            begun: now(),
            at: None,
            corrects: None,
            rest: Rest::new(),
        }
    }

    fn pair(&self) -> Pair<FakeStore, FakeStore> {
        Pair::new(self.quick.clone(), self.durable.clone())
    }

    fn open(&mut self, replica: u64) -> Result<Tab, Dead> {
        let (pair, replica) = (self.pair(), ReplicaId(replica));
        let found = run(pair.open(ID, replica));
        self.alive()?;
        let unsaved = found.fragile.map(|(records, _)| records).unwrap_or_default();
        Ok(Tab { open: Workspace::from_records(ID, replica, found.records), pair, unsaved })
    }

    /// Takes in what other tabs wrote, and does its part if something was withdrawn.
    fn hear(&mut self, tab: &mut Tab) -> Result<(), Dead> {
        let heard = run(tab.pair.look(Which::Workspace(ID)));
        let edit = tab.open.take_in("Another tab", heard.iter().cloned());
        if edit.purged.is_empty() { self.alive() } else { self.save(tab, edit).map(|_| ()) }
    }

    fn fold<const N: usize>(&mut self, tab: &mut Tab, alive: [u64; N]) -> Result<(), Dead> {
        let left = run(tab.pair.left_behind(ID));
        tab.open.take_in("Left behind", left.versions());
        run(tab.pair.folding(&tab.open, &left, &alive.map(ReplicaId).into()));
        self.alive()
    }

    fn edit(
        &mut self,
        tab: &mut Tab,
        make: impl FnOnce(&mut Workspace) -> Result<Edit, EditError>,
    ) -> Result<(), Dead> {
        match make(&mut tab.open) {
            Ok(edit) => {
                let edit = tab.open.note(edit, now());
                self.save(tab, edit).map(|_| ())
            }
            Err(_) => {
                self.skipped += 1;
                Ok(())
            }
        }
    }

    /// Saves as the app does: what could not be saved before comes along.
    fn save(&mut self, tab: &mut Tab, mut edit: Edit) -> Result<Saved, Dead> {
        edit.changed.extend(&tab.unsaved);
        let versions = edit.changed.iter().filter_map(|id| tab.open.records().get(*id));
        let versions: Vec<_> = versions.flat_map(|versions| versions.iter().cloned()).collect();
        for version in &versions {
            self.made.entry(version.id).or_default().push(version.clone());
        }
        let saved = run(tab.pair.saving(&tab.open, &edit)).saved;
        self.alive()?;
        match saved {
            Saved::Durably => tab.unsaved.retain(|id| !edit.changed.contains(id)),
            _ => tab.unsaved.extend(&edit.changed),
        }
        let is_durable = matches!(saved, Saved::Durably | Saved::NotPurged(_));
        if !matches!(saved, Saved::NotAtAll(_)) {
            self.accepted.extend(versions.into_iter().map(|version| Accepted { version, is_durable }));
        }
        Ok(saved)
    }

    fn alive(&self) -> Result<(), Dead> {
        if self.quick.operations() > self.dies_at { Err(Dead) } else { Ok(()) }
    }
}

fn area(name: &str) -> Area {
    Area { sectors: Vec::new(), ..Area::named(name) }
}

fn record(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn item(number: u128) -> ItemId {
    ItemId(Uuid::from_u128(50 + number))
}

fn one() -> Answer {
    Answer::Score(Score::new(1).unwrap())
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2009, 12, 18).unwrap()
}

fn now() -> DateTime<Utc> {
    day().and_hms_opt(9, 0, 0).unwrap().and_utc()
}

fn response(id: ResponseId, answers: [Answer; 4]) -> Response {
    Response {
        id,
        revision: 1,
        respondent: Respondent::default(),
        finished: Some(day()),
        answers: answers.into(),
        comments: BTreeMap::new(),
        rest: Rest::new(),
    }
}

fn action(text: &str, open: &Workspace) -> PlanItem {
    PlanItem {
        text: text.to_owned(),
        lead: "AB".to_owned(),
        due: "Oct-09".to_owned(),
        ..PlanItem::blank(PLAN, open.order_at_end(PLAN))
    }
}

fn progress(text: &str, rag: Option<Rag>) -> Progress {
    Progress { text: text.to_owned(), rag, ..Progress::blank(item(1), day(), now()) }
}
