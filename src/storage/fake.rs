//! A store for tests: it keeps entries in memory and fails when it is told to.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::mem::replace;
use std::rc::Rc;
use std::task::Poll;

use super::store::{Durable, Entry, Key, Small, Store, StoreError, Swap, Which};
use crate::domain::ids::WorkspaceId;

/// A store in memory. Clones share what is kept, as two tabs share a browser's store.
#[derive(Clone, Default)]
pub(crate) struct FakeStore {
    kept: Rc<RefCell<BTreeMap<Key, String>>>,
    forgotten: Rc<RefCell<BTreeSet<WorkspaceId>>>,
    operations: Rc<Cell<usize>>,
    fails_from: Rc<Cell<Option<(usize, bool)>>>,
    is_transactional: bool,
    is_slow: Rc<Cell<bool>>,
    own: Rc<RefCell<Vec<usize>>>,
    asked: Rc<RefCell<VecDeque<Write>>>,
}

type Write = Box<dyn FnOnce(&FakeStore)>;

impl FakeStore {
    /// A store like localStorage and one that does all of a batch or nothing, as IndexedDB does. Their operations are
    /// counted together.
    pub(crate) fn two() -> (Self, Self) {
        let quick = Self::default();
        let durable = Self { is_transactional: true, operations: quick.operations.clone(), ..Self::default() };
        (quick, durable)
    }

    /// From here the `n`th operation fails (0 is the next one), and all later ones with it if `for_good`.
    pub(crate) fn fail_at(&self, n: usize, for_good: bool) {
        self.fails_from.set(Some((self.operations.get() + n, for_good)));
    }

    /// Everything works again.
    pub(crate) fn mend(&self) {
        self.fails_from.set(None);
    }

    /// From here every write is done a turn after it was asked for, as IndexedDB does it.
    pub(crate) fn slow_down(&self) {
        self.is_slow.set(true);
    }

    /// How many operations there were so far, in this store and the one it was made with.
    pub(crate) fn operations(&self) -> usize {
        self.operations.get()
    }

    /// The numbers of the operations that were this store's.
    pub(crate) fn own_operations(&self) -> Vec<usize> {
        self.own.borrow().clone()
    }

    /// Forgets everything, as a browser that was told to.
    pub(crate) fn empty(&self) {
        self.kept.borrow_mut().clear();
    }

    /// Puts the same text under every key, whatever it is.
    pub(crate) fn damage(&self, text: &str) {
        for kept in self.kept.borrow_mut().values_mut() {
            text.clone_into(kept);
        }
    }

    /// Everything that is kept.
    pub(crate) fn kept(&self) -> BTreeMap<Key, String> {
        self.kept.borrow().clone()
    }

    /// Keeps this and nothing else.
    pub(crate) fn restore(&self, kept: BTreeMap<Key, String>) {
        *self.kept.borrow_mut() = kept;
    }

    /// How many entries are kept.
    pub(crate) fn len(&self) -> usize {
        self.kept.borrow().len()
    }

    /// Whether any text has these words in it.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.kept.borrow().values().any(|text| text.contains(words))
    }

    /// Does a write in its turn: after those that were asked for before it, and not at once if the store is slow.
    async fn write(&self, write: impl FnOnce(&Self) -> Result<(), StoreError> + 'static) -> Result<(), StoreError> {
        let done = Rc::new(Cell::new(None));
        let end = done.clone();
        self.asked.borrow_mut().push_back(Box::new(move |store| {
            let begun = if store.is_transactional { store.step() } else { Ok(()) };
            end.set(Some(begun.and_then(|()| write(store))));
        }));
        let mut waited = !self.is_slow.get();
        std::future::poll_fn(|_| if replace(&mut waited, true) { Poll::Ready(()) } else { Poll::Pending }).await;
        self.catch_up();
        done.take().unwrap()
    }

    /// Does all writes that were asked for.
    fn catch_up(&self) {
        loop {
            let next = self.asked.borrow_mut().pop_front();
            let Some(write) = next else { return };
            write(self);
        }
    }

    /// Begins an operation that reads.
    fn look(&self) -> Result<(), StoreError> {
        self.catch_up();
        self.step()
    }

    fn step(&self) -> Result<(), StoreError> {
        let number = self.operations.get();
        self.operations.set(number + 1);
        self.own.borrow_mut().push(number);
        match self.fails_from.get() {
            Some((from, for_good)) if number == from || (for_good && number > from) => Err(StoreError::Full),
            _ => Ok(()),
        }
    }

    /// One part of a write: without transactions each can fail.
    fn part(&self) -> Result<(), StoreError> {
        if self.is_transactional { Ok(()) } else { self.step() }
    }
}

impl Store for FakeStore {
    async fn keys(&self) -> Result<Vec<Key>, StoreError> {
        self.look()?;
        Ok(self.kept.borrow().keys().copied().collect())
    }

    async fn read(&self, which: Which) -> Result<Vec<Entry>, StoreError> {
        self.look()?;
        let kept = self.kept.borrow();
        let asked = kept.iter().filter(|(key, _)| which.includes(key));
        Ok(asked.map(|(key, text)| Entry { key: *key, text: text.clone() }).collect())
    }

    async fn put(&self, entries: Vec<Entry>) -> Result<(), StoreError> {
        let put = move |store: &Self| {
            entries.into_iter().try_for_each(|entry| {
                store.part()?;
                store.kept.borrow_mut().insert(entry.key, entry.text);
                Ok(())
            })
        };
        self.write(put).await
    }

    async fn swap(&self, swaps: Vec<Swap>) -> Result<(), StoreError> {
        let swap_one = |store: &Self, swap: Swap| {
            if !swap.still_stands(&store.kept.borrow()) {
                return Ok(());
            }
            let dropped: Vec<Key> = swap.dropped().collect();
            if let Some(entry) = swap.now {
                store.part()?;
                store.kept.borrow_mut().insert(entry.key, entry.text);
            }
            dropped.into_iter().try_for_each(|key| {
                store.part()?;
                store.kept.borrow_mut().remove(&key);
                Ok(())
            })
        };
        self.write(move |store| swaps.into_iter().try_for_each(|swap| swap_one(store, swap))).await
    }

    async fn forget(&self, workspace: WorkspaceId) -> Result<(), StoreError> {
        let forget = move |store: &Self| {
            store.kept.borrow_mut().retain(|key, _| key.workspace != workspace);
            store.forgotten.borrow_mut().insert(workspace);
            Ok(())
        };
        self.write(forget).await
    }
}

impl Durable for FakeStore {
    async fn forgotten(&self) -> Result<BTreeSet<WorkspaceId>, StoreError> {
        self.look()?;
        Ok(self.forgotten.borrow().clone())
    }

    async fn forget_again(&self, workspace: WorkspaceId) -> Result<(), StoreError> {
        let forget = move |store: &Self| {
            if store.forgotten.borrow().contains(&workspace) {
                store.kept.borrow_mut().retain(|key, _| key.workspace != workspace);
            }
            Ok(())
        };
        self.write(forget).await
    }

    async fn begin(&self, workspace: WorkspaceId, entries: Vec<Entry>) -> Result<(), StoreError> {
        let begin = move |store: &Self| {
            store.forgotten.borrow_mut().remove(&workspace);
            store.kept.borrow_mut().extend(entries.into_iter().map(|entry| (entry.key, entry.text)));
            Ok(())
        };
        self.write(begin).await
    }
}

impl Small for FakeStore {
    async fn used(&self) -> Result<usize, StoreError> {
        self.look()?;
        let kept = self.kept.borrow();
        Ok(kept.iter().map(|(key, text)| Entry { key: *key, text: text.clone() }.units()).sum())
    }
}
