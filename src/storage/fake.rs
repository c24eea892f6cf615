//! A store for tests: it keeps entries in memory and fails when it is told to.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::store::{Entry, Key, Store, StoreError, Which};

/// A store in memory. Clones share what is kept, as two tabs share a browser's store.
#[derive(Clone, Default)]
pub(crate) struct FakeStore {
    kept: Rc<RefCell<BTreeMap<Key, String>>>,
    operations: Rc<Cell<usize>>,
    fails_from: Rc<Cell<Option<(usize, bool)>>>,
    transactional: bool,
}

impl FakeStore {
    /// A store that writes all of a batch or nothing, as IndexedDB does.
    pub(crate) fn transactional() -> Self {
        Self { transactional: true, ..Self::default() }
    }

    /// From here the `n`th operation fails (0 is the next one), and all later ones with it if `for_good`.
    pub(crate) fn fail_at(&self, n: usize, for_good: bool) {
        self.fails_from.set(Some((self.operations.get() + n, for_good)));
    }

    /// Everything works again.
    pub(crate) fn mend(&self) {
        self.fails_from.set(None);
    }

    /// Forgets everything, as a browser that was told to.
    pub(crate) fn empty(&self) {
        self.kept.borrow_mut().clear();
    }

    /// Puts a text under a key, whatever it is.
    pub(crate) fn damage(&self, text: &str) {
        for kept in self.kept.borrow_mut().values_mut() {
            text.clone_into(kept);
        }
    }

    /// How many entries are kept.
    pub(crate) fn len(&self) -> usize {
        self.kept.borrow().len()
    }

    fn operation(&self) -> Result<(), StoreError> {
        let number = self.operations.get();
        self.operations.set(number + 1);
        match self.fails_from.get() {
            Some((from, for_good)) if number == from || (for_good && number > from) => Err(StoreError::Full),
            _ => Ok(()),
        }
    }
}

impl Store for FakeStore {
    async fn keys(&self) -> Result<Vec<Key>, StoreError> {
        self.operation()?;
        Ok(self.kept.borrow().keys().copied().collect())
    }

    async fn read(&self, which: Which) -> Result<Vec<Entry>, StoreError> {
        self.operation()?;
        let kept = self.kept.borrow();
        let asked = kept.iter().filter(|(key, _)| which.includes(key));
        Ok(asked.map(|(key, text)| Entry { key: *key, text: text.clone() }).collect())
    }

    async fn write(&self, put: Vec<Entry>, drop: Vec<Key>) -> Result<(), StoreError> {
        if self.transactional {
            self.operation()?;
        }
        for entry in put {
            if !self.transactional {
                self.operation()?;
            }
            self.kept.borrow_mut().insert(entry.key, entry.text);
        }
        for key in drop {
            if !self.transactional {
                self.operation()?;
            }
            self.kept.borrow_mut().remove(&key);
        }
        Ok(())
    }
}
