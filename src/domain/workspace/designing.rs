//! Named edits about survey designs: what a design covers, and its statements one by one.

use super::{Edit, EditError, Workspace};
use crate::domain::design::{Design, DesignStatement, Start, Towards};
use crate::domain::framework::Framework;
use crate::domain::ids::{DesignId, DesignStatementId, StatementId};
use crate::domain::order::{OrderKey, Place};
use crate::domain::record::{Body, Kind};
use crate::domain::rest::Rest;
use crate::domain::survey::Statement;

/// What is said to be missing when a statement of a design is.
const STATEMENT: EditError = EditError::NotHere("the statement");

impl Workspace {
    /// Begins a design with these statements, in their order.
    pub fn begin_design(
        &mut self,
        id: DesignId,
        design: Design,
        statements: impl IntoIterator<Item = (DesignStatementId, Statement)>,
    ) -> Edit {
        let mut bodies = vec![(id.into(), Body::Design(design))];
        let mut last: Option<Place> = None;
        for (record, statement) in statements {
            let order = OrderKey::between(last.as_ref(), None);
            last = Some(order.place(record));
            let one = DesignStatement { design: id, order, statement, retired: false, rest: Rest::new() };
            bodies.push((record.into(), Body::DesignStatement(one)));
        }
        self.put("Design a survey", bodies)
    }

    /// Changes the title of a design or what it covers.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the design is not here.
    pub fn set_design(&mut self, id: DesignId, design: Design) -> Result<Edit, EditError> {
        self.design(id).ok_or(EditError::NotHere("the survey design"))?;
        Ok(self.put("Change a survey design", [(id.into(), Body::Design(design))]))
    }

    /// Deletes a design with all its statements. Surveys that were handed out with it stay as they are.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the design is not here.
    pub fn delete_design(&mut self, id: DesignId) -> Result<Edit, EditError> {
        self.design(id).ok_or(EditError::NotHere("the survey design"))?;
        let statements: Vec<_> = self.design_statements(id).into_iter().map(|(record, _)| record).collect();
        let statements = statements.into_iter().map(|record| (record.into(), Body::Deleted(Kind::DesignStatement)));
        let gone = std::iter::once((id.into(), Body::Deleted(Kind::Design))).chain(statements);
        Ok(self.put("Delete a survey design", gone))
    }

    /// Adds a statement at the end of its part of a design. A record that is there already is left as it is, so that a form
    /// handed in twice adds one statement.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the design is not here.
    pub fn add_statement(
        &mut self,
        design: DesignId,
        record: DesignStatementId,
        statement: Statement,
    ) -> Result<Edit, EditError> {
        self.design(design).ok_or(EditError::NotHere("the survey design"))?;
        if self.design_statement(record).is_some() {
            return Ok(Edit::named("Add a statement"));
        }
        let last = self.design_statements(design).pop().map(|(record, last)| last.place(record));
        let order = OrderKey::between(last.as_ref(), None);
        let added = DesignStatement { design, order, statement, retired: false, rest: Rest::new() };
        Ok(self.put("Add a statement", [(record.into(), Body::DesignStatement(added))]))
    }

    /// Puts other words, or another label or audience, in the place of a statement that still asks the same: it keeps its id,
    /// and answers to it are compared.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the statement is not here.
    pub fn correct_statement(&mut self, record: DesignStatementId, words: Statement) -> Result<Edit, EditError> {
        let there = self.design_statement(record).ok_or(STATEMENT)?.clone();
        let statement = Statement { id: there.statement.id.clone(), ..words };
        let body = Body::DesignStatement(DesignStatement { statement, ..there });
        Ok(self.put("Change a statement", [(record.into(), body)]))
    }

    /// Puts a statement that asks something else in the place of one, which is retired as it was. The new one stands where
    /// the old one stood, under an id of its own.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the old statement is not here.
    pub fn replace_statement(
        &mut self,
        old: DesignStatementId,
        new: DesignStatementId,
        words: Statement,
    ) -> Result<Edit, EditError> {
        let there = self.design_statement(old).ok_or(STATEMENT)?.clone();
        let all = self.design_statements(there.design);
        let after = all.iter().skip_while(|(record, _)| *record != old).nth(1).map(|(record, one)| one.place(*record));
        let order = OrderKey::between(Some(&there.place(old)), after.as_ref());
        let statement = Statement { id: StatementId::of_new(&words.theme, new), ..words };
        let design = there.design;
        let asked = DesignStatement { design, order, statement, retired: false, rest: Rest::new() };
        let retired = DesignStatement { retired: true, ..there };
        let bodies = [(old, retired), (new, asked)];
        let bodies = bodies.into_iter().map(|(record, one)| (record.into(), Body::DesignStatement(one)));
        Ok(self.put("Ask something else", bodies))
    }

    /// Retires a statement, or brings a retired one back where it stood.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the statement is not here.
    pub fn retire_statement(&mut self, record: DesignStatementId, retired: bool) -> Result<Edit, EditError> {
        let there = self.design_statement(record).ok_or(STATEMENT)?.clone();
        let name = if retired { "Retire a statement" } else { "Bring back a statement" };
        Ok(self.put(name, [(record.into(), Body::DesignStatement(DesignStatement { retired, ..there }))]))
    }

    /// Moves a statement past its neighbour in its part of the design. At the end of the list nothing changes.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the statement is not here.
    pub fn move_statement(&mut self, record: DesignStatementId, towards: Towards) -> Result<Edit, EditError> {
        const NAME: &str = "Move a statement";
        let there = self.design_statement(record).ok_or(STATEMENT)?.clone();
        let mut list = self.design_statements(there.design);
        list.retain(|(_, one)| one.stands_with(&there));
        if towards == Towards::Up {
            list.reverse();
        }
        let mut beyond = list.iter().skip_while(|(id, _)| *id != record).skip(1).map(|(id, one)| one.place(*id));
        let Some(neighbour) = beyond.next() else { return Ok(Edit::named(NAME)) };
        let next = beyond.next();
        let order = match towards {
            Towards::Up => OrderKey::between(next.as_ref(), Some(&neighbour)),
            Towards::Down => OrderKey::between(Some(&neighbour), next.as_ref()),
        };
        Ok(self.put(NAME, [(record.into(), Body::DesignStatement(DesignStatement { order, ..there }))]))
    }

    /// The designs, by title.
    pub fn designs(&self) -> Vec<(DesignId, &Design)> {
        let mut designs: Vec<_> = self
            .bodies(&Kind::Design)
            .filter_map(|(id, body)| match body {
                Body::Design(design) => Some((DesignId::from(id), design)),
                _ => None,
            })
            .collect();
        designs.sort_by_key(|(id, design)| (design.title.clone(), *id));
        designs
    }

    /// The design of this id.
    pub fn design(&self, id: DesignId) -> Option<&Design> {
        match self.body(id.into())? {
            Body::Design(design) => Some(design),
            _ => None,
        }
    }

    /// The framework of a design: that of the survey it was begun from, or else the given one, which Rainbow brings along.
    pub fn design_framework(&self, id: DesignId, standard: Framework) -> Framework {
        match self.design(id).map(|design| design.start) {
            Some(Start::Survey(hash)) => self.survey(hash).map_or(standard, |survey| survey.framework.clone()),
            _ => standard,
        }
    }

    /// All statements of a design in their order, also those that are retired or not covered.
    pub fn design_statements(&self, design: DesignId) -> Vec<(DesignStatementId, &DesignStatement)> {
        let mut statements: Vec<_> = self
            .bodies(&Kind::DesignStatement)
            .filter_map(|(id, body)| match body {
                Body::DesignStatement(one) if one.design == design => Some((DesignStatementId::from(id), one)),
                _ => None,
            })
            .collect();
        statements.sort_by_cached_key(|(id, one)| one.place(*id));
        statements
    }

    /// The statement of a design that is kept in this record.
    pub fn design_statement(&self, record: DesignStatementId) -> Option<&DesignStatement> {
        match self.body(record.into())? {
            Body::DesignStatement(one) => Some(one),
            _ => None,
        }
    }

    /// Whether a survey that asks this statement was handed out here.
    pub fn was_handed_out(&self, statement: &StatementId) -> bool {
        self.bodies(&Kind::Survey)
            .any(|(_, body)| matches!(body, Body::Survey(survey) if survey.statement(statement).is_some()))
    }
}

#[cfg(test)]
mod tests;
