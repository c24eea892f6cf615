//! The store on localStorage: small and quick, it outlives a closed tab and tells other tabs of every write.

use std::collections::BTreeMap;

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

use super::{panic, reach};
use crate::domain::ids::WorkspaceId;
use crate::storage::store::{Entry, Key, Small, Store, StoreError, Swap, Which};

/// The store on localStorage.
///
/// All its work is done at the first poll: a write has reached the browser before the caller's turn ends, which is what
/// lets a click outlive the tab it was made in. Keys that are not Rainbow's are never touched: pages opened from files
/// can share one localStorage.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalStore;

/// The browser's localStorage.
///
/// # Errors
/// [`StoreError::Denied`] where the browser lets this page have none; another once the app has panicked.
pub(super) fn storage() -> Result<Storage, StoreError> {
    panic::unless_stopped()?;
    let window = web_sys::window().ok_or(StoreError::Denied)?;
    window.local_storage().ok().flatten().ok_or(StoreError::Denied)
}

fn kept(storage: &Storage) -> Result<Vec<Key>, StoreError> {
    let length = storage.length()?;
    let mut keys = Vec::new();
    for index in 0..length {
        let name = storage.key(index)?;
        keys.extend(name.as_deref().and_then(Key::parse));
    }
    Ok(keys)
}

impl Store for LocalStore {
    async fn keys(&self) -> Result<Vec<Key>, StoreError> {
        kept(&storage()?)
    }

    async fn read(&self, which: Which) -> Result<Vec<Entry>, StoreError> {
        let storage = storage()?;
        let mut entries = Vec::new();
        for key in kept(&storage)?.into_iter().filter(|key| which.includes(key)) {
            // Another tab may have dropped the entry since its key was listed.
            let text = storage.get_item(&key.to_string())?;
            entries.extend(text.map(|text| Entry { key, text }));
        }
        Ok(entries)
    }

    async fn put(&self, entries: Vec<Entry>) -> Result<(), StoreError> {
        let storage = storage()?;
        for entry in entries {
            storage.set_item(&entry.key.to_string(), &entry.text)?;
        }
        Ok(())
    }

    async fn swap(&self, swaps: Vec<Swap>) -> Result<(), StoreError> {
        let storage = storage()?;
        for swap in swaps {
            let mut found = BTreeMap::new();
            for key in swap.keys() {
                found.extend(storage.get_item(&key.to_string())?.map(|text| (key, text)));
            }
            if !swap.still_stands(&found) {
                continue;
            }
            if let Some(entry) = &swap.now {
                storage.set_item(&entry.key.to_string(), &entry.text)?;
            }
            for key in swap.dropped() {
                storage.remove_item(&key.to_string())?;
            }
        }
        Ok(())
    }

    async fn forget(&self, workspace: WorkspaceId) -> Result<(), StoreError> {
        let storage = storage()?;
        for key in kept(&storage)?.into_iter().filter(|key| key.workspace == workspace) {
            storage.remove_item(&key.to_string())?;
        }
        Ok(())
    }
}

impl Small for LocalStore {
    async fn used(&self) -> Result<usize, StoreError> {
        let storage = storage()?;
        let mut used = 0_usize;
        for key in kept(&storage)? {
            let name = key.to_string();
            // Asked for by name, the text stays with the browser: only its length is wanted.
            let text = reach::call(&storage, "getItem", &[JsValue::from_str(&name)])?;
            let units = text.dyn_ref::<JsString>().map_or(0, JsString::length);
            used = used.saturating_add(name.len()).saturating_add(usize::try_from(units).unwrap_or(usize::MAX));
        }
        Ok(used)
    }
}
