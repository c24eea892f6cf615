//! Named edits about exercises: setting one up, what each table placed where, and how what was written is read.

use std::cmp::Reverse;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Edit, EditError, Workspace};
use crate::domain::exercise::{CardCode, Cell, Exercise, MOST_OF_A_CARD, TableSheet};
use crate::domain::ids::{ColumnId, ExerciseId, SheetId};
use crate::domain::record::{Body, Kind};

/// What is said when an exercise is gone.
const EXERCISE: EditError = EditError::NotHere("the exercise");
/// What is said when a table's sheet is gone.
const SHEET: EditError = EditError::NotHere("the table\u{2019}s sheet");

impl Workspace {
    /// Sets an exercise up, or changes one.
    pub fn set_exercise(&mut self, id: ExerciseId, exercise: Exercise) -> Edit {
        let name = if self.exercise(id).is_some() { "Change an exercise" } else { "Set up an exercise" };
        self.put(name, [(id.into(), Body::Exercise(exercise))])
    }

    /// Gives an exercise another title and day.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if it is not here.
    pub fn name_exercise(&mut self, id: ExerciseId, title: &str, on: NaiveDate) -> Result<Edit, EditError> {
        let exercise = self.exercise(id).ok_or(EXERCISE)?.clone();
        Ok(self.set_exercise(id, Exercise { title: title.to_owned(), on, ..exercise }))
    }

    /// Removes an exercise with the sheets of its tables; undo brings all of it back.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if it is not here.
    pub fn delete_exercise(&mut self, id: ExerciseId) -> Result<Edit, EditError> {
        self.exercise(id).ok_or(EXERCISE)?;
        let sheets: Vec<SheetId> = self.sheets(id).into_iter().map(|(sheet, _)| sheet).collect();
        let sheets = sheets.into_iter().map(|sheet| (sheet.into(), Body::Deleted(Kind::TableSheet)));
        let exercise = [(id.into(), Body::Deleted(Kind::Exercise))];
        Ok(self.put("Remove an exercise", exercise.into_iter().chain(sheets)))
    }

    /// The exercises, the latest day first.
    pub fn exercises(&self) -> Vec<(ExerciseId, &Exercise)> {
        let mut all: Vec<_> = self
            .bodies(&Kind::Exercise)
            .filter_map(|(id, body)| match body {
                Body::Exercise(exercise) => Some((ExerciseId::from(id), exercise)),
                _ => None,
            })
            .collect();
        all.sort_by_key(|(id, exercise)| (Reverse(exercise.on), *id));
        all
    }

    /// The exercise of this id.
    pub fn exercise(&self, id: ExerciseId) -> Option<&Exercise> {
        match self.body(id.into())? {
            Body::Exercise(exercise) => Some(exercise),
            _ => None,
        }
    }

    /// The sheets of an exercise, by the names of their tables: Table 2 before Table 10.
    pub fn sheets(&self, exercise: ExerciseId) -> Vec<(SheetId, &TableSheet)> {
        let mut all: Vec<_> = self
            .bodies(&Kind::TableSheet)
            .filter_map(|(id, body)| match body {
                Body::TableSheet(sheet) if sheet.exercise == exercise => Some((SheetId::from(id), sheet)),
                _ => None,
            })
            .collect();
        all.sort_by_cached_key(|(id, sheet)| (in_order(&sheet.table), *id));
        all
    }

    /// The sheet of this id.
    pub fn sheet(&self, id: SheetId) -> Option<&TableSheet> {
        match self.body(id.into())? {
            Body::TableSheet(sheet) => Some(sheet),
            _ => None,
        }
    }

    /// Puts a sheet in place of what is there of it, or begins one.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if its exercise is not here.
    pub fn set_sheet(&mut self, id: SheetId, sheet: TableSheet) -> Result<Edit, EditError> {
        self.exercise(sheet.exercise).ok_or(EXERCISE)?;
        let says_same = |there: &TableSheet| TableSheet { changed: sheet.changed, ..there.clone() } == sheet;
        if self.sheet(id).is_some_and(says_same) {
            return Ok(Edit::named("Change a table\u{2019}s sheet"));
        }
        Ok(self.put("Change a table\u{2019}s sheet", [(id.into(), Body::TableSheet(sheet))]))
    }

    /// Types something into a cell of a paper grid. `begun` is the exercise, and `fresh` the sheet, where they are not here yet.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the sheet belongs to another exercise.
    pub fn type_cell(
        &mut self,
        (exercise, begun): (ExerciseId, &Exercise),
        (id, fresh): (SheetId, TableSheet),
        cell: Cell,
        text: &str,
    ) -> Result<Edit, EditError> {
        let mut sheet = TableSheet { changed: fresh.changed, ..self.sheet(id).cloned().unwrap_or(fresh) };
        if sheet.exercise != exercise {
            return Err(SHEET);
        }
        let mut edit = Edit::named("Type in a grid");
        if self.exercise(exercise).is_none() {
            edit = edit.then(self.set_exercise(exercise, begun.clone()));
        }
        let typed = self.exercise(exercise).unwrap_or(begun).typed(text);
        sheet.set_cell(cell, typed);
        Ok(edit.then(self.set_sheet(id, sheet)?))
    }

    /// Gives the table of a sheet another name.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the sheet is not here.
    pub fn name_table(&mut self, id: SheetId, table: &str, now: DateTime<Utc>) -> Result<Edit, EditError> {
        let sheet = self.sheet(id).ok_or(SHEET)?.clone();
        self.set_sheet(id, TableSheet { table: table.to_owned(), changed: now, ..sheet })
    }

    /// Places a card in a column: out of the one that it lay in, or else for the first or the second time.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if there is no such sheet, card or column, or the card was placed as often as it may be.
    pub fn place_card(
        &mut self,
        id: SheetId,
        code: &CardCode,
        from: Option<&ColumnId>,
        column: &ColumnId,
        now: DateTime<Utc>,
    ) -> Result<Edit, EditError> {
        let (sheet, cell) = self.about_card(id, code, column)?;
        let mut sheet = TableSheet { changed: now, ..sheet };
        if let Some(from) = from {
            take_out(&mut sheet, &Cell { column: from.clone(), ..cell.clone() }, code)?;
        }
        if sheet.columns_of(code).len() >= MOST_OF_A_CARD {
            return Err(EditError::NotHere("another place for the card"));
        }
        sheet.cells.entry(cell).or_default().push(code.as_str().to_owned());
        Ok(self.put("Place a card", [(id.into(), Body::TableSheet(sheet))]))
    }

    /// Takes a card out of a column, once if it lies there twice.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if it does not lie there.
    pub fn take_card_back(
        &mut self,
        id: SheetId,
        code: &CardCode,
        column: &ColumnId,
        now: DateTime<Utc>,
    ) -> Result<Edit, EditError> {
        let (sheet, cell) = self.about_card(id, code, column)?;
        let mut sheet = TableSheet { changed: now, ..sheet };
        take_out(&mut sheet, &cell, code)?;
        Ok(self.put("Take a card back", [(id.into(), Body::TableSheet(sheet))]))
    }

    /// Removes a table's sheet; undo brings it back.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if it is not here.
    pub fn delete_sheet(&mut self, id: SheetId) -> Result<Edit, EditError> {
        self.sheet(id).ok_or(SHEET)?;
        Ok(self.put("Remove a table\u{2019}s sheet", [(id.into(), Body::Deleted(Kind::TableSheet))]))
    }

    /// Says how something that was written is read from here on; `None` takes that back.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if there is no such exercise or card.
    pub fn set_reading(&mut self, id: ExerciseId, written: &str, code: Option<CardCode>) -> Result<Edit, EditError> {
        let mut exercise = self.exercise(id).ok_or(EXERCISE)?.clone();
        match code {
            Some(code) if exercise.sort.card(&code).is_some() => exercise.readings.insert(written.to_owned(), code),
            Some(_) => return Err(EditError::NotHere("the card")),
            None => exercise.readings.remove(written),
        };
        Ok(self.put("Say how a code is read", [(id.into(), Body::Exercise(exercise))]))
    }

    /// A sheet, and the cell of a card in a column of it.
    fn about_card(&self, id: SheetId, code: &CardCode, column: &ColumnId) -> Result<(TableSheet, Cell), EditError> {
        let sheet = self.sheet(id).ok_or(SHEET)?;
        let sort = &self.exercise(sheet.exercise).ok_or(EXERCISE)?.sort;
        let (group, _) = sort.card(code).ok_or(EditError::NotHere("the card"))?;
        sort.column(column).ok_or(EditError::NotHere("the column"))?;
        Ok((sheet.clone(), Cell { group: group.id.clone(), column: column.clone() }))
    }
}

/// Takes a card out of a cell, once if it lies there twice.
fn take_out(sheet: &mut TableSheet, cell: &Cell, code: &CardCode) -> Result<(), EditError> {
    let mut there = sheet.cells.get(cell).cloned().unwrap_or_default();
    let at = there.iter().rposition(|written| written == code.as_str());
    there.remove(at.ok_or(EditError::NotHere("the card"))?);
    sheet.set_cell(cell.clone(), there);
    Ok(())
}

/// What puts names in order, by the number at their end if there is one.
fn in_order(name: &str) -> (String, u64, String) {
    let name = name.trim().to_lowercase();
    let words = name.trim_end_matches(|character: char| character.is_ascii_digit());
    let number = name.strip_prefix(words).and_then(|digits| digits.parse().ok()).unwrap_or(0);
    (words.to_owned(), number, name.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::Area;
    use crate::domain::exercise::Made;
    use crate::domain::exercise::tests::small;
    use crate::domain::ids::{CardGroupId, ReplicaId, WorkspaceId};
    use uuid::Uuid;

    const EXERCISE: ExerciseId = ExerciseId(Uuid::from_u128(10));
    const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

    fn sheet(number: u128) -> SheetId {
        SheetId(Uuid::from_u128(number))
    }

    fn begun(tables: &[(u128, &str)]) -> Workspace {
        let (mut open, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire"));
        open.set_exercise(EXERCISE, small());
        for (number, name) in tables {
            let blank = TableSheet { table: (*name).to_owned(), ..TableSheet::blank(EXERCISE, Made::Sorted, NOW) };
            open.set_sheet(sheet(*number), blank).unwrap();
        }
        open
    }

    fn code(text: &str) -> CardCode {
        CardCode::parse(text).unwrap()
    }

    #[test]
    fn a_card_is_placed_twice_at_most_and_taken_back_one_by_one() {
        let mut open = begun(&[(2, "Table 1")]);
        let (yes, no) = (ColumnId::parse("yes").unwrap(), ColumnId::parse("no").unwrap());
        open.place_card(sheet(2), &code("1.2"), None, &yes, NOW).unwrap();
        open.place_card(sheet(2), &code("1.2"), None, &yes, NOW).unwrap();
        assert!(open.place_card(sheet(2), &code("1.2"), None, &no, NOW).is_err());
        open.place_card(sheet(2), &code("1.2"), Some(&yes), &no, NOW).unwrap();
        assert_eq!(open.sheet(sheet(2)).unwrap().columns_of(&code("1.2")), [&no, &yes]);
        open.place_card(sheet(2), &code("1.2"), Some(&no), &yes, NOW).unwrap();
        assert!(open.place_card(sheet(2), &code("9.9"), None, &no, NOW).is_err());
        assert!(open.place_card(sheet(2), &code("1.1"), Some(&no), &yes, NOW).is_err(), "it lies nowhere");
        open.take_card_back(sheet(2), &code("1.2"), &yes, NOW).unwrap();
        assert_eq!(open.sheet(sheet(2)).unwrap().columns_of(&code("1.2")), [&yes]);
        open.take_card_back(sheet(2), &code("1.2"), &yes, NOW).unwrap();
        assert!(open.sheet(sheet(2)).unwrap().cells.is_empty());
        assert!(open.take_card_back(sheet(2), &code("1.2"), &yes, NOW).is_err());
    }

    #[test]
    fn the_first_cell_that_is_typed_begins_the_exercise_and_the_sheet_and_one_step_takes_all_of_it_back() {
        let (mut open, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire"));
        let cell = |group| Cell { group: CardGroupId::parse(group).unwrap(), column: ColumnId::parse("yes").unwrap() };
        let fresh = || TableSheet::blank(EXERCISE, Made::Typed, NOW);
        let begun = small();
        let first = open.type_cell((EXERCISE, &begun), (sheet(2), fresh()), cell("north"), "1.1 1.1. 7").unwrap();
        assert_eq!((first.changed.len(), first.name), (2, "Type in a grid"));
        open.type_cell((EXERCISE, &begun), (sheet(2), fresh()), cell("south"), "2.1").unwrap();
        assert_eq!(open.sheet(sheet(2)).unwrap().cell_text(&cell("north")), "1.1 1.1. 7");
        let other = ExerciseId(Uuid::from_u128(11));
        assert!(open.type_cell((other, &begun), (sheet(2), fresh()), cell("south"), "2.2").is_err());
        open.type_cell((EXERCISE, &begun), (sheet(2), fresh()), cell("north"), " ").unwrap();
        assert_eq!(open.sheet(sheet(2)).unwrap().cells.len(), 1);
    }

    #[test]
    fn another_title_and_day_leave_readings_and_sheets_as_they_are() {
        let mut open = begun(&[(2, "Table 1")]);
        open.set_reading(EXERCISE, "1.1.", Some(code("1.1"))).unwrap();
        let before = open.exercise(EXERCISE).unwrap().clone();
        let on = "2010-03-05".parse().unwrap();
        open.name_exercise(EXERCISE, "Second day", on).unwrap();
        let named = Exercise { title: "Second day".to_owned(), on, ..before };
        assert_eq!((open.exercise(EXERCISE), open.sheets(EXERCISE).len()), (Some(&named), 1));
        assert!(open.name_exercise(EXERCISE, "Second day", on).unwrap().is_empty());
        assert!(open.name_exercise(ExerciseId(Uuid::from_u128(11)), "Other", on).is_err());
    }

    #[test]
    fn table_2_stands_before_table_10() {
        let open = begun(&[(2, "Table 10"), (3, "table 2"), (4, "Garden room")]);
        let names: Vec<_> = open.sheets(EXERCISE).into_iter().map(|(_, sheet)| sheet.table.clone()).collect();
        assert_eq!(names, ["Garden room", "table 2", "Table 10"]);
    }

    #[test]
    fn an_exercise_goes_with_its_sheets() {
        let mut open = begun(&[(2, "Table 1"), (3, "Table 2")]);
        open.delete_exercise(EXERCISE).unwrap();
        assert!(open.exercises().is_empty() && open.sheets(EXERCISE).is_empty());
        assert!(open.delete_sheet(sheet(2)).is_err());
    }

    #[test]
    fn a_sheet_that_says_the_same_later_is_no_change() {
        let mut open = begun(&[(2, "Table 1")]);
        let later = TableSheet { changed: NOW + chrono::TimeDelta::hours(1), ..open.sheet(sheet(2)).unwrap().clone() };
        assert!(open.set_sheet(sheet(2), later).unwrap().is_empty());
    }
}
