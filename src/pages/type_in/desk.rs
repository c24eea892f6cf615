//! The form that is being typed in: which statement is next, what was typed, and how it is kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::ids;
use crate::domain::answer::Answer;
use crate::domain::draft::{Draft, DraftAnswer, Respondent};
use crate::domain::ids::{RecordId, ResponseId, RoundId, StatementId, SurveyHash};
use crate::domain::rest::Rest;
use crate::domain::survey::{Statement, Survey};
use crate::domain::workspace::{Edit, EditError, Workspace};
use crate::route::Page as Place;
use crate::state::{App, Notice};

/// A statement with its number in the survey, which stands on the paper.
pub(super) type Asked = (usize, Statement);

/// The form that is being typed in.
///
/// It is a response in progress like any other, begun at its first key, so that what was typed is on the device at once.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    app: App,
    round: RoundId,
    survey: SurveyHash,
    form: RwSignal<ResponseId>,
    /// The statement to be typed, counted from 0 among those asked; after the last one as many as there are.
    at: RwSignal<usize>,
    asked: Memo<Vec<Asked>>,
    said: Memo<BTreeMap<StatementId, DraftAnswer>>,
    person: Memo<Respondent>,
    typed: RwSignal<usize>,
    refused: RwSignal<bool>,
}

impl Desk {
    /// A desk with a form that was begun on it, or a new one.
    pub(super) fn new(app: App, round: RoundId, survey: Arc<Survey>, form: Option<ResponseId>) -> Self {
        let begun = form.filter(|form| app.read_now(|open| open.draft(*form).is_some()).unwrap_or(false));
        let form = RwSignal::new(begun.unwrap_or_else(new_form));
        let hash = survey.hash;
        let person = Memo::new(move |_| {
            let person = |open: &Workspace| open.draft(form.get()).map(|draft| draft.respondent.clone());
            app.read(person).flatten().unwrap_or_default()
        });
        let asked = Memo::new(move |_| {
            let group = person.with(|person| person.staff_group.clone());
            let groups =
                app.read(|open| open.area().map(|area| area.staff_groups.clone())).flatten().unwrap_or_default();
            let statements = survey.questionnaire.statements.iter().zip(1_usize..);
            let asked = statements.filter(|(statement, _)| statement.is_asked_of(group.as_ref(), &groups));
            asked.map(|(statement, number)| (number, statement.clone())).collect()
        });
        let said = Memo::new(move |_| {
            let said = |open: &Workspace| {
                open.draft_answers(form.get()).into_iter().map(|(id, said)| (id, said.clone())).collect()
            };
            app.read(said).unwrap_or_default()
        });
        let desk = Self {
            app,
            round,
            survey: hash,
            form,
            at: RwSignal::new(0),
            asked,
            said,
            person,
            typed: RwSignal::new(0),
            refused: RwSignal::new(false),
        };
        desk.at.set(desk.after_the_last_answer());
        desk
    }

    /// The form, as a response in progress.
    pub(super) fn form(self) -> ResponseId {
        self.form.get()
    }

    /// The same, asked once.
    pub(super) fn form_now(self) -> ResponseId {
        self.form.get_untracked()
    }

    /// How many forms were finished since the page was opened.
    pub(super) fn typed(self) -> usize {
        self.typed.get()
    }

    /// Whether finishing was refused because there is nothing in the form.
    pub(super) fn refused(self) -> bool {
        self.refused.get()
    }

    /// The statements that the person of the form was asked.
    pub(super) fn asked(self) -> Vec<Asked> {
        self.asked.get()
    }

    /// How many there are.
    pub(super) fn asked_count(self) -> usize {
        self.asked.with(Vec::len)
    }

    /// The place of the statement to be typed, counted from 0; as many as there are after the last one.
    pub(super) fn at(self) -> usize {
        self.at.get().min(self.asked.with(Vec::len))
    }

    /// The statement to be typed; `None` at the end of the form.
    pub(super) fn current(self) -> Option<Asked> {
        self.asked.with(|asked| asked.get(self.at.get()).cloned())
    }

    /// Who filled in the form, as far as typed.
    pub(super) fn person(self) -> Respondent {
        self.person.get()
    }

    /// What is typed as the answer to a statement.
    pub(super) fn answer_to(self, statement: StatementId) -> Memo<Answer> {
        Memo::new(move |_| self.said.with(|said| said.get(&statement).map(|said| said.answer).unwrap_or_default()))
    }

    /// What is typed as the comment on a statement; empty if nothing.
    pub(super) fn comment_on(self, statement: StatementId) -> Memo<String> {
        Memo::new(move |_| {
            self.said.with(|said| said.get(&statement).map(|said| said.comment.clone()).unwrap_or_default())
        })
    }

    /// Goes to a statement, counted from 0.
    pub(super) fn go_to(self, at: usize) {
        self.refused.set(false);
        self.at.set(at.min(self.asked.with_untracked(Vec::len)));
    }

    /// Goes to the next statement, or to the end of the form.
    pub(super) fn next(self) {
        self.go_to(self.at.get_untracked().saturating_add(1));
    }

    /// Goes to the statement before.
    pub(super) fn back(self) {
        self.go_to(self.at.get_untracked().saturating_sub(1));
    }

    /// Takes the answer to the statement to be typed.
    pub(super) fn answer(self, answer: Answer) {
        let current = self.asked.with_untracked(|asked| asked.get(self.at.get_untracked()).cloned());
        if let Some((_, statement)) = current {
            self.keep(|open, form| open.answer(form, &statement.id, answer));
        }
    }

    /// Takes the comment on a statement.
    pub(super) fn comment(self, statement: &StatementId, words: &str) {
        self.keep(|open, form| open.comment(form, statement, words.trim()));
    }

    /// Changes who filled in the form.
    pub(super) fn set_person(self, change: impl FnOnce(&mut Respondent)) {
        self.keep(|open, form| {
            let mut person = open.draft(form).map(|draft| draft.respondent.clone()).unwrap_or_default();
            change(&mut person);
            open.set_respondent(form, person)
        });
    }

    /// Finishes the form as one response and lays out the next. `false` if that could not be done.
    pub(super) fn finish(self) -> bool {
        let has_any = self
            .said
            .with_untracked(|said| said.values().any(|said| said.answer.is_given() || !said.comment.is_empty()));
        if !has_any {
            self.refused.set(true);
            return false;
        }
        let (form, today) = (self.form_now(), self.app.today());
        match self.app.edit(|open| open.finish_draft(form, RecordId(ids::new_uuid()), today)) {
            Ok(edit) => {
                self.typed.update(|typed| *typed = typed.saturating_add(1));
                self.next_form();
                self.app.say(Notice::done("The form is finished and counted.", &edit));
                true
            }
            Err(error) => {
                self.app.say(Notice::said(refusal(error)));
                false
            }
        }
    }

    /// Lays out a new form.
    pub(super) fn next_form(self) {
        self.form.set(new_form());
        self.at.set(0);
        self.refused.set(false);
        self.app.stay_at(Place::TypeInForms(Some(self.round)));
    }

    /// Where typing goes on in a form that was begun.
    fn after_the_last_answer(self) -> usize {
        let said = self.said.get_untracked();
        let given = |(_, statement): &Asked| said.get(&statement.id).is_some_and(|said| said.answer.is_given());
        self.asked.with_untracked(|asked| asked.iter().rposition(given).map_or(0, |last| last.saturating_add(1)))
    }

    /// Makes an edit of the form, which begins with its first one.
    fn keep(self, change: impl FnOnce(&mut Workspace, ResponseId) -> Result<Edit, EditError>) {
        let form = self.form_now();
        let is_new = self.app.read_now(|open| open.draft(form).is_none()).unwrap_or(false);
        let draft = Draft {
            round: self.round,
            survey: self.survey,
            respondent: Respondent::default(),
            begun: self.app.now(),
            corrects: None,
            at: None,
            rest: Rest::new(),
        };
        let made = self.app.edit(|open| {
            if is_new {
                let begun = open.begin_draft(form, draft);
                Ok(begun.then(change(open, form)?))
            } else {
                change(open, form)
            }
        });
        match made {
            Ok(_) if is_new => self.app.stay_at(Place::TypeInForm(self.round, form)),
            Ok(_) => {}
            Err(error) => self.app.say(Notice::said(refusal(error))),
        }
    }
}

/// What stands for an answer in the form: the key that types it; nothing for none.
pub(super) fn letter(answer: Answer) -> String {
    if answer.is_given() { answer.to_char().to_string() } else { String::new() }
}

fn new_form() -> ResponseId {
    ResponseId(ids::new_uuid())
}

fn refusal(error: EditError) -> &'static str {
    match error {
        EditError::RoundClosed => {
            "The round was closed meanwhile. What was typed is kept on this device. Reopen the round on the Survey page, then finish the form."
        }
        _ => "This form is no longer in progress here, so the last key was not saved.",
    }
}
