//! What a table would bring, worked out before anything is taken in: new and corrected responses, and what could not be
//! understood, with its place.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::cell::{normal, read_answer, read_day};
use super::rows::Row;
use super::{Column, Mapping, Table};
use crate::domain::answer::Answer;
use crate::domain::area::{Area, StaffGroup};
use crate::domain::draft::Respondent;
use crate::domain::ids::{RecordId, ResponseId, RoundId, StatementId};
use crate::domain::response::{PACK_SIZE, Pack, Response, Source};
use crate::domain::rest::Rest;
use crate::domain::survey::Survey;
use crate::domain::workspace::Workspace;
use crate::exchange::separated::letters;

/// What a table would bring into a round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// Responses that are not here yet.
    pub added: Vec<Response>,
    /// Rows that are here and read otherwise now, because what a column or a word means was changed.
    pub corrected: Vec<Response>,
    /// How many rows are here already, just so.
    pub known: usize,
    /// How many were taken back and stay out.
    pub withdrawn: usize,
    /// What could not be understood, column by column and then row by row.
    pub problems: Vec<Problem>,
    /// Words that nobody has said the meaning of yet.
    pub unreadable: Unreadable,
}

/// Words in a table without a known meaning, each in plain lower case with how often it stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unreadable {
    /// Words where an answer should be.
    pub answers: BTreeMap<String, usize>,
    /// Words where a sector should be.
    pub sectors: BTreeMap<String, usize>,
    /// Words where a staff group should be.
    pub staff_groups: BTreeMap<String, usize>,
}

/// Something in a table that could not be understood. Everything else of its row is taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The row as a spreadsheet numbers it; `None` for a whole column or table.
    pub row: Option<usize>,
    /// The column's letters and head; `None` for a whole row or table.
    pub column: Option<(String, String)>,
    /// What is wrong there and what becomes of it, as a sentence without its full stop.
    pub what: String,
}

impl Brought {
    /// What a table, so read, would bring into a round that asks this survey.
    ///
    /// A response's id follows from what stands in its row, so the same table brings nothing new a second time, whatever
    /// it is called and whichever character parts its cells. Rows that are alike are told apart by their order.
    pub fn of(table: &Table, mapping: &Mapping, survey: &Survey, round: RoundId, here: &Workspace) -> Self {
        let named = Area::named("");
        let area = here.area().unwrap_or(&named);
        let gathered = here.gathered(round);
        let mut brought = Self::default();
        let columns = Columns::of(table, mapping, survey, &mut brought.problems);
        let mut alike: BTreeMap<[u8; 32], u64> = BTreeMap::new();
        let mut not_asked = 0_usize;
        for row in &table.rows {
            let id = response_id(round, table, row, &mut alike);
            let mut reading = Reading {
                table,
                mapping,
                survey,
                area,
                row,
                problems: &mut brought.problems,
                unreadable: &mut brought.unreadable,
            };
            let mut response = reading.response(id, &columns);
            not_asked = not_asked.saturating_add(leave_out_not_asked(&mut response, survey, &area.staff_groups));
            if !response.answers.iter().any(|answer| answer.is_given()) && response.comments.is_empty() {
                brought.problems.push(Problem {
                    row: Some(row.number),
                    column: None,
                    what: "there is no answer and no comment in it, so it is left out".to_owned(),
                });
                continue;
            }
            if here.records().withdrawn().contains(&id) {
                brought.withdrawn = brought.withdrawn.saturating_add(1);
                continue;
            }
            match gathered.responses.get(&id) {
                None => brought.added.push(response),
                Some((hash, known)) if *hash == survey.hash && same(known, &response) => {
                    brought.known = brought.known.saturating_add(1);
                }
                Some((_, known)) => {
                    response.revision = known.revision.saturating_add(1);
                    brought.corrected.push(response);
                }
            }
        }
        if not_asked > 0 {
            brought.problems.insert(0, Problem {
                row: None,
                column: None,
                what: format!("answers to statements that are not meant for the person\u{2019}s staff group are left out ({not_asked})"),
            });
        }
        brought
    }

    /// Whether there is nothing to take in.
    pub fn brings_nothing(&self) -> bool {
        self.added.is_empty() && self.corrected.is_empty()
    }

    /// The packs that bring it in, with the name of what it stood in and when it was taken in.
    pub fn into_packs(self, round: RoundId, survey: &Survey, file: &str, taken: DateTime<Utc>) -> Vec<Pack> {
        let mut responses = self.added;
        responses.extend(self.corrected);
        let pack = |chunk: &[Response]| {
            let ids = chunk.iter().map(|response| response.id).collect();
            let sources = vec![Source { file: file.to_owned(), taken, responses: ids }];
            Pack { round, survey: survey.hash, responses: chunk.to_vec(), sources, rest: Rest::new() }
        };
        responses.chunks(PACK_SIZE).map(pack).collect()
    }
}

/// The columns that are read, each with its place.
struct Columns<'a> {
    used: Vec<(usize, &'a Column)>,
}

impl<'a> Columns<'a> {
    /// Takes of two columns that are the same thing the first, and notes what is doubled, gone or missing.
    fn of(table: &Table, mapping: &'a Mapping, survey: &Survey, problems: &mut Vec<Problem>) -> Self {
        let mut used: Vec<(usize, &Column)> = Vec::new();
        let at = |column: usize, what: String| {
            let head = table.heads.get(column).cloned().unwrap_or_default();
            Problem { row: None, column: Some((letters(column), head)), what }
        };
        for (place, column) in mapping.columns.iter().enumerate() {
            let asked = match column {
                Column::LeftOut => continue,
                Column::Statement(id) | Column::Comment(id) => survey.position(id).is_some(),
                _ => true,
            };
            if !asked {
                problems
                    .push(at(place, "the survey does not ask this statement, so the column is left out".to_owned()));
            } else if let Some((first, _)) = used.iter().find(|(_, other)| *other == column) {
                let what = format!("it is read as the same thing as column {}, so it is left out", letters(*first));
                problems.push(at(place, what));
            } else {
                used.push((place, column));
            }
        }
        let has: BTreeSet<&StatementId> = used
            .iter()
            .filter_map(|(_, column)| if let Column::Statement(id) = column { Some(id) } else { None })
            .collect();
        let statements = survey.questionnaire.statements.iter().enumerate();
        let missing: Vec<String> = statements
            .filter(|(_, statement)| !has.contains(&statement.id))
            .map(|(at, statement)| format!("{} ({})", at.saturating_add(1), statement.label))
            .collect();
        if !missing.is_empty() {
            let what =
                format!("no column is read as these statements, so they stay not answered: {}", missing.join(", "));
            problems.push(Problem { row: None, column: None, what });
        }
        Self { used }
    }
}

/// One row while it is read.
struct Reading<'a> {
    table: &'a Table,
    mapping: &'a Mapping,
    survey: &'a Survey,
    area: &'a Area,
    row: &'a Row,
    problems: &'a mut Vec<Problem>,
    unreadable: &'a mut Unreadable,
}

impl Reading<'_> {
    fn response(&mut self, id: ResponseId, columns: &Columns) -> Response {
        let mut response = Response {
            id,
            revision: 1,
            respondent: Respondent::default(),
            finished: None,
            answers: vec![Answer::NotAnswered; self.survey.questionnaire.statements.len()],
            comments: BTreeMap::new(),
            rest: Rest::new(),
        };
        for (place, column) in &columns.used {
            let Some(cell) = self.row.cells.get(*place).filter(|cell| !cell.is_empty()) else { continue };
            match column {
                Column::LeftOut => {}
                Column::Statement(statement) => {
                    let answer = self.answer(*place, cell);
                    let slot = self.survey.position(statement).and_then(|at| response.answers.get_mut(at));
                    if let Some(slot) = slot {
                        *slot = answer;
                    }
                }
                Column::Comment(statement) => {
                    response.comments.insert(statement.clone(), cell.clone());
                }
                Column::Sector => response.respondent.sector = self.sector(*place, cell),
                Column::StaffGroup => response.respondent.staff_group = self.staff_group(*place, cell),
                Column::Organisation => response.respondent.organisation.clone_from(cell),
                Column::Finished => {
                    response.finished = read_day(cell);
                    if response.finished.is_none() {
                        self.complain(*place, cell, "is no date such as 30/10/2009, so the day is left unknown");
                    }
                }
            }
        }
        response
    }

    fn answer(&mut self, place: usize, cell: &str) -> Answer {
        let word = normal(cell);
        if let Some(answer) = read_answer(cell).or_else(|| self.mapping.answers.get(&word).copied()) {
            return answer;
        }
        count(&mut self.unreadable.answers, word);
        self.complain(place, cell, "is no answer, so the statement is left not answered");
        Answer::NotAnswered
    }

    fn sector(&mut self, place: usize, cell: &str) -> Option<crate::domain::ids::SectorId> {
        let word = normal(cell);
        let said = |name: &str, id: &str| normal(name) == word || id == word;
        let known = self.area.sectors.iter().find(|sector| said(&sector.name, sector.id.as_str()));
        if let Some(sector) = known {
            return Some(sector.id.clone());
        }
        if let Some(meant) = self.mapping.sectors.get(&word) {
            return meant.clone();
        }
        count(&mut self.unreadable.sectors, word);
        self.complain(place, cell, "is no sector of this area, so the sector is left not said");
        None
    }

    fn staff_group(&mut self, place: usize, cell: &str) -> Option<crate::domain::ids::StaffGroupId> {
        let word = normal(cell);
        let said = |name: &str, id: &str| normal(name) == word || id == word;
        let known = self.area.staff_groups.iter().find(|group| said(&group.name, group.id.as_str()));
        if let Some(group) = known {
            return Some(group.id.clone());
        }
        if let Some(meant) = self.mapping.staff_groups.get(&word) {
            return meant.clone();
        }
        count(&mut self.unreadable.staff_groups, word);
        self.complain(place, cell, "is no staff group of this area, so the staff group is left not said");
        None
    }

    fn complain(&mut self, place: usize, cell: &str, what: &str) {
        let head = self.table.heads.get(place).cloned().unwrap_or_default();
        self.problems.push(Problem {
            row: Some(self.row.number),
            column: Some((letters(place), head)),
            what: format!("\u{201c}{}\u{201d} {what}", shown(cell)),
        });
    }
}

/// The id of a row's response: the same wherever and whenever the row is read, and another for each row that is like it.
fn response_id(round: RoundId, table: &Table, row: &Row, alike: &mut BTreeMap<[u8; 32], u64>) -> ResponseId {
    let mut said: Vec<(&str, &str)> = table
        .heads
        .iter()
        .zip(&row.cells)
        .map(|(head, cell)| (head.as_str(), cell.as_str()))
        .filter(|(_, cell)| !cell.is_empty())
        .collect();
    said.sort_unstable();
    let mut digest = Sha256::new_with_prefix("returned-row/").chain_update(round.0);
    for text in said.iter().flat_map(|(head, cell)| [head, cell]) {
        digest.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_le_bytes());
        digest.update(text.as_bytes());
    }
    let content: [u8; 32] = digest.finalize().into();
    let number = alike.entry(content).or_default();
    let id = Sha256::new_with_prefix("returned-row/number/").chain_update(content).chain_update(number.to_le_bytes());
    *number = number.saturating_add(1);
    RecordId::from_digest(&id.finalize().into()).into()
}

/// Takes out what a person of this staff group is not asked, as it is where they answer here; gives how many answers.
fn leave_out_not_asked(response: &mut Response, survey: &Survey, groups: &[StaffGroup]) -> usize {
    let group = response.respondent.staff_group.clone();
    let mut left_out = 0_usize;
    for (statement, answer) in survey.questionnaire.statements.iter().zip(&mut response.answers) {
        if !statement.is_asked_of(group.as_ref(), groups) {
            left_out = left_out.saturating_add(usize::from(answer.is_given()));
            *answer = Answer::NotAnswered;
            response.comments.remove(&statement.id);
        }
    }
    left_out
}

/// Whether two readings of a row say the same.
fn same(known: &Response, read: &Response) -> bool {
    Response { revision: known.revision, rest: known.rest.clone(), ..read.clone() } == *known
}

fn count(words: &mut BTreeMap<String, usize>, word: String) {
    let times = words.entry(word).or_default();
    *times = times.saturating_add(1);
}

/// The start of a cell, for a message.
fn shown(cell: &str) -> String {
    const MOST: usize = 40;
    let start: String = cell.chars().take(MOST).collect();
    if start.len() < cell.len() { format!("{start}\u{2026}") } else { start }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let column = self.column.as_ref().map(|(letters, head)| match head.as_str() {
            "" => format!("column {letters}"),
            head => format!("column {letters} \u{2018}{}\u{2019}", shown(head)),
        });
        let place = match (self.row, column) {
            (Some(row), Some(column)) => format!("Row {row}, {column}: "),
            (Some(row), None) => format!("Row {row}: "),
            (None, Some(column)) => format!("C{}: ", column.trim_start_matches('c')),
            (None, None) => "The whole table: ".to_owned(),
        };
        write!(f, "{place}{}.", self.what)
    }
}
