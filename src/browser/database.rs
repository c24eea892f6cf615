//! The store on IndexedDB: large, durable, and all or nothing.
//!
//! It is written on web-sys itself. The `idb` crate has no way to ask for strict durability, and it loses the reason
//! when a transaction is aborted, which is how a full disk shows itself.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::{panic, reach};
use crate::domain::ids::WorkspaceId;
use crate::storage::store::{Durable, Entry, Key, Store, StoreError, Swap, Which};

const DATABASE: &str = "rainbow";
const VERSION: u32 = 1;
const ENTRIES: &str = "entries";

/// What the keys begin with that mark workspaces as forgotten; the workspace follows. None of them is a [`Key`].
const FORGOTTEN: &str = "forgotten/";

/// How long the browser may take to open the database before the app goes on without it.
const PATIENCE_MS: u32 = 10_000;

/// The store on IndexedDB. It is opened once; if that fails, every operation gives the reason.
#[derive(Debug)]
pub struct Database {
    /// Settles with the connection, or with what went wrong. It is never rejected and never left pending.
    opening: Result<Promise, StoreError>,
}

impl Database {
    /// Begins to open the database. It can be used at once: operations wait until it is open.
    ///
    /// A database that does not open within 10 seconds counts as failed for the rest of this tab's life. One that
    /// another tab wants to upgrade or delete is closed, and then fails.
    pub fn open() -> Self {
        Self { opening: ask_for_it() }
    }

    async fn connection(&self) -> Result<IdbDatabase, StoreError> {
        let opening = self.opening.clone()?;
        let settled = JsFuture::from(opening).await?;
        panic::unless_stopped()?;
        settled.dyn_into().map_err(StoreError::from)
    }
}

impl Store for Database {
    async fn keys(&self) -> Result<Vec<Key>, StoreError> {
        let (transaction, entries) = reading(&self.connection().await?)?;
        let range = within(Key::PREFIX)?;
        let names = entries.get_all_keys_with_key(&range)?;
        committed(&transaction).await?;
        Ok(Array::from(&names.result()?).iter().filter_map(|name| Key::parse(&name.as_string()?)).collect())
    }

    async fn read(&self, which: Which) -> Result<Vec<Entry>, StoreError> {
        let (transaction, entries) = reading(&self.connection().await?)?;
        let range = within(&which.prefix())?;
        let names = entries.get_all_keys_with_key(&range)?;
        let texts = entries.get_all_with_key(&range)?;
        committed(&transaction).await?;
        // Both lists come from one transaction in the order of the keys, so they match one to one.
        let (names, texts) = (Array::from(&names.result()?), Array::from(&texts.result()?));
        let pairs = names.iter().zip(texts.iter());
        Ok(pairs
            .filter_map(|(name, text)| Some(Entry { key: Key::parse(&name.as_string()?)?, text: text.as_string()? }))
            .collect())
    }

    async fn put(&self, entries: Vec<Entry>) -> Result<(), StoreError> {
        self.change(|store| ask_to_put(store, &entries)).await
    }

    async fn swap(&self, swaps: Vec<Swap>) -> Result<(), StoreError> {
        self.change(|store| swaps.into_iter().try_for_each(|swap| ask_to_swap(store, swap))).await
    }

    async fn forget(&self, workspace: WorkspaceId) -> Result<(), StoreError> {
        let range = within(&Which::Workspace(workspace).prefix())?;
        let mark = JsValue::from_str(&mark(workspace));
        self.change(|store| {
            store.delete(&range)?;
            store.put_with_key(&JsValue::from_str(""), &mark).map(|_| ())
        })
        .await
    }
}

impl Durable for Database {
    async fn forgotten(&self) -> Result<BTreeSet<WorkspaceId>, StoreError> {
        let (transaction, entries) = reading(&self.connection().await?)?;
        let range = within(FORGOTTEN)?;
        let names = entries.get_all_keys_with_key(&range)?;
        committed(&transaction).await?;
        let read = |name: JsValue| WorkspaceId::parse(name.as_string()?.strip_prefix(FORGOTTEN)?);
        Ok(Array::from(&names.result()?).iter().filter_map(read).collect())
    }

    async fn forget_again(&self, workspace: WorkspaceId) -> Result<(), StoreError> {
        let range = within(&Which::Workspace(workspace).prefix())?;
        self.change(|store| {
            let marked = store.get(&JsValue::from_str(&mark(workspace)))?;
            let (asked, store) = (marked.clone(), store.clone());
            marked.set_onsuccess(Some(&once(move |_| {
                if asked.result()?.is_undefined() { Ok(()) } else { store.delete(&range).map(|_| ()) }
            })));
            Ok(())
        })
        .await
    }

    async fn begin(&self, workspace: WorkspaceId, entries: Vec<Entry>) -> Result<(), StoreError> {
        self.change(|store| {
            store.delete(&JsValue::from_str(&mark(workspace)))?;
            ask_to_put(store, &entries)
        })
        .await
    }
}

impl Database {
    /// Asks for changes in one transaction and waits until it is complete.
    async fn change(&self, ask: impl FnOnce(&IdbObjectStore) -> Result<(), JsValue>) -> Result<(), StoreError> {
        let transaction = writing(&self.connection().await?)?;
        let asked = transaction.object_store(ENTRIES).and_then(|entries| ask(&entries));
        if let Err(thrown) = asked {
            // What was asked for before the refusal must not be kept. An abort that is refused means that the browser
            // has aborted the transaction itself.
            transaction.abort().ok();
            return Err(thrown.into());
        }
        committed(&transaction).await
    }
}

/// Asks the browser for the database, and says through the promise what came of it.
fn ask_for_it() -> Result<Promise, StoreError> {
    let window = web_sys::window().ok_or(StoreError::Denied)?;
    let factory = window.indexed_db()?.ok_or(StoreError::Denied)?;
    let request = factory.open_with_u32(DATABASE, VERSION)?;
    Ok(Promise::new(&mut |settle, _| listen(&request, &settle)))
}

fn listen(request: &IdbOpenDbRequest, settle: &Function) {
    let given_up = Rc::new(Cell::new(false));

    let asked = request.clone();
    request.set_onupgradeneeded(Some(&once(move |_| {
        let database: IdbDatabase = asked.result()?.dyn_into()?;
        database.create_object_store(ENTRIES).map(|_| ())
    })));

    let (asked, answer, too_late) = (request.clone(), settle.clone(), given_up.clone());
    request.set_onsuccess(Some(&once(move |_| {
        let database: IdbDatabase = asked.result()?.dyn_into()?;
        if too_late.get() {
            // Nobody will use it, and left open it would stand in the way of other tabs.
            database.close();
            return Ok(());
        }
        close_when_asked(&database);
        answer.call1(&JsValue::NULL, &database).map(|_| ())
    })));

    let (asked, answer) = (request.clone(), settle.clone());
    request.set_onerror(Some(&once(move |event| {
        // It is dealt with here: the browser need not report it as an uncaught error.
        event.prevent_default();
        let reason = asked.error()?.map_or(JsValue::UNDEFINED, JsValue::from);
        answer.call1(&JsValue::NULL, &reason).map(|_| ())
    })));

    // This also ends the wait for another tab that won't let go of an older version (the `blocked` event): most such
    // waits are over in a moment, so the event itself is no reason to give up.
    let answer = settle.clone();
    Timeout::new(PATIENCE_MS, move || {
        given_up.set(true);
        let reason = js_sys::Error::new("the database did not open within 10 seconds; another tab may be holding it");
        answer.call1(&JsValue::NULL, &reason).ok();
    })
    .forget();
}

/// Lets go of the database when another tab is to upgrade or delete it: it could not go on otherwise.
fn close_when_asked(database: &IdbDatabase) {
    let closing = database.clone();
    database.set_onversionchange(Some(&once(move |_| {
        closing.close();
        Ok(())
    })));
}

/// A JavaScript function for an event that comes at most once.
fn once(heard: impl FnOnce(Event) -> Result<(), JsValue> + 'static) -> Function {
    Closure::once_into_js(heard).unchecked_into()
}

fn reading(database: &IdbDatabase) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
    let transaction = database.transaction_with_str(ENTRIES)?;
    let entries = transaction.object_store(ENTRIES)?;
    Ok((transaction, entries))
}

/// A transaction that counts as complete only when its data is on the disk. Browsers that don't know the option pass
/// over it.
fn writing(database: &IdbDatabase) -> Result<IdbTransaction, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &JsValue::from_str("durability"), &JsValue::from_str("strict"))?;
    let arguments = [JsValue::from_str(ENTRIES), JsValue::from_str("readwrite"), options.into()];
    reach::call(database, "transaction", &arguments)?.dyn_into()
}

fn ask_to_put<'a>(store: &IdbObjectStore, entries: impl IntoIterator<Item = &'a Entry>) -> Result<(), JsValue> {
    entries.into_iter().try_for_each(|Entry { key, text }| {
        store.put_with_key(&JsValue::from_str(text), &JsValue::from_str(&key.to_string())).map(|_| ())
    })
}

/// Asks to look under the keys of a swap, and to do it if all still is as it was. The answers come in the order of the
/// questions, so with the last of them all are there.
fn ask_to_swap(store: &IdbObjectStore, swap: Swap) -> Result<(), JsValue> {
    let mut asked: Vec<(Key, IdbRequest)> = Vec::new();
    for key in swap.keys() {
        asked.push((key, store.get(&JsValue::from_str(&key.to_string()))?));
    }
    let Some((_, last)) = asked.last().cloned() else { return Ok(()) };
    let store = store.clone();
    // What is thrown in here aborts the transaction, so that nothing is done by halves.
    last.set_onsuccess(Some(&once(move |_| {
        let mut found = BTreeMap::new();
        for (key, answer) in asked {
            found.extend(answer.result()?.as_string().map(|text| (key, text)));
        }
        if !swap.still_stands(&found) {
            return Ok(());
        }
        ask_to_put(&store, &swap.now)?;
        swap.dropped().try_for_each(|key| store.delete(&JsValue::from_str(&key.to_string())).map(|_| ()))
    })));
    Ok(())
}

/// The key that marks a workspace as forgotten.
fn mark(workspace: WorkspaceId) -> String {
    format!("{FORGOTTEN}{workspace}")
}

/// The keys that begin with a prefix.
fn within(prefix: &str) -> Result<IdbKeyRange, JsValue> {
    IdbKeyRange::bound(&JsValue::from_str(prefix), &JsValue::from_str(&format!("{prefix}\u{ffff}")))
}

/// Waits until the transaction is complete. Any failed request, and a lack of room that shows only at the end, aborts it,
/// so there are no other ends. It must be called in the turn in which the transaction was made.
async fn committed(transaction: &IdbTransaction) -> Result<(), StoreError> {
    let end = Promise::new(&mut |complete, abort| {
        transaction.set_oncomplete(Some(&complete));
        transaction.set_onabort(Some(&abort));
    });
    match JsFuture::from(end).await {
        Ok(_) => Ok(()),
        Err(_) => Err(transaction.error().map_or_else(
            || StoreError::Failed("the browser gave the transaction up".to_owned()),
            |reason| JsValue::from(reason).into(),
        )),
    }
}
