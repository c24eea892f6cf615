//! Other tabs of the same browser: telling them, hearing from them, and knowing which are open.

use std::collections::BTreeSet;

use gloo_events::EventListener;
use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageEvent;

use super::local_store::storage;
use super::{ids, panic, reach};
use crate::domain::ids::{ReplicaId, TabId, WorkspaceId};
use crate::storage::store::Key;

/// The localStorage key of a ping. It is none of [`Key`]'s, so no store ever reads it.
const PING: &str = "rainbow-ping";

/// What the text of a ping begins with that tells of a removed workspace.
const FORGOTTEN: &str = "forgotten ";

/// The sessionStorage key of the tab's name.
const TAB: &str = "rainbow-tab";

/// What the names of all tabs' locks begin with; the replica and the tab follow.
const LOCK: &str = "rainbow/";

/// Calls back whenever another tab has written an entry to localStorage, for as long as this page lives. Entries that
/// another tab dropped are not reported.
pub fn on_change(callback: impl Fn(Key) + 'static) {
    on_written(move |name, _| {
        if let Some(key) = Key::parse(name) {
            callback(key);
        }
    });
}

/// What one tab tells the others that no entry of localStorage says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ping {
    /// Something of a workspace has changed which lives in IndexedDB alone.
    Changed(WorkspaceId),
    /// A workspace was removed from this device.
    Forgotten(WorkspaceId),
}

impl Ping {
    fn text(self) -> String {
        match self {
            Self::Changed(workspace) => workspace.to_string(),
            Self::Forgotten(workspace) => format!("{FORGOTTEN}{workspace}"),
        }
    }

    fn read(text: &str) -> Option<Self> {
        match text.strip_prefix(FORGOTTEN) {
            Some(workspace) => WorkspaceId::parse(workspace).map(Self::Forgotten),
            None => WorkspaceId::parse(text).map(Self::Changed),
        }
    }
}

/// Tells other tabs.
///
/// Where localStorage is full or denied, they hear nothing and see the change when they are next opened. Nothing is lost
/// by that: each tab writes under keys of its own.
pub fn ping(ping: Ping) {
    if let Ok(storage) = storage()
        && storage.set_item(PING, &ping.text()).is_ok()
    {
        // Writing the same text again would not be heard, so it must not stay.
        storage.remove_item(PING).ok();
    }
}

/// Calls back whenever another tab has pinged, for as long as this page lives.
pub fn on_ping(callback: impl Fn(Ping) + 'static) {
    on_written(move |name, text| {
        if name == PING
            && let Some(ping) = Ping::read(text)
        {
            callback(ping);
        }
    });
}

/// Shows other tabs that this one is alive, until it is closed, by holding a Web Lock named after its replica and
/// its tab.
///
/// Gives `true` once the lock is held. Before that another tab may take this one for dead; what is written meanwhile is
/// safe all the same, for the reason that `storage::fold` gives. Gives `false` where the browser has no locks; no tab then
/// takes any other for dead.
pub async fn stay_alive(replica: ReplicaId, tab: TabId) -> bool {
    let Some(locks) = reach::navigator_part("locks") else { return false };
    let mut refused = JsValue::UNDEFINED;
    let granted = Promise::new(&mut |granted, _| {
        let hold = Closure::once_into_js(move |_lock: JsValue| {
            granted.call0(&JsValue::NULL).ok();
            // The lock is held until this promise settles, which it never does.
            Promise::new(&mut |_, _| {})
        });
        let name = JsValue::from_str(&format!("{LOCK}{replica}/{tab}"));
        refused = reach::call(&locks, "request", &[name, hold]).unwrap_or(JsValue::FALSE);
    });
    // What `request` returned settles only when the lock was refused.
    let first = Promise::race(&Array::of2(&granted, &refused));
    JsFuture::from(first).await.is_ok_and(|answer| answer.is_undefined())
}

/// The replicas and tabs that are alive, this one included; `None` where that can't be known.
pub async fn alive() -> Option<(BTreeSet<ReplicaId>, BTreeSet<TabId>)> {
    let locks = reach::navigator_part("locks")?;
    let snapshot = reach::answer(&locks, "query", &[]).await.ok()?;
    let mut alive = (BTreeSet::new(), BTreeSet::new());
    for state in ["held", "pending"] {
        let locks = Reflect::get(&snapshot, &JsValue::from_str(state)).ok()?;
        for lock in Array::from(&locks).iter() {
            let name = Reflect::get(&lock, &JsValue::from_str("name")).ok()?.as_string()?;
            let names = name.strip_prefix(LOCK).and_then(|names| names.split_once('/'));
            if let Some((replica, tab)) = names {
                alive.0.extend(ReplicaId::parse(replica));
                alive.1.extend(TabId::parse(tab));
            }
        }
    }
    Some(alive)
}

/// The name of this tab: the same when it is loaded again, another for every other tab but one that was duplicated from
/// it. Where the browser keeps nothing for a tab, it is another one each time, and nothing can be undone across reloads.
pub fn this_tab() -> TabId {
    let fresh = || TabId(ids::new_uuid());
    let Some(Ok(Some(storage))) = web_sys::window().map(|window| window.session_storage()) else { return fresh() };
    let kept = storage.get_item(TAB).ok().flatten();
    kept.as_deref().and_then(TabId::parse).unwrap_or_else(|| {
        let tab = fresh();
        storage.set_item(TAB, &tab.to_string()).ok();
        tab
    })
}

/// Calls back with the key and the new text of every write that another tab makes to localStorage, until the app panics.
fn on_written(callback: impl Fn(&str, &str) + 'static) {
    let Some(window) = web_sys::window() else { return };
    EventListener::new(&window, "storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>().filter(|_| !panic::is_stopped()) else { return };
        if let (Some(name), Some(text)) = (event.key(), event.new_value()) {
            callback(&name, &text);
        }
    })
    .forget();
}
