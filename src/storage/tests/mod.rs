//! The stores under failures: nothing accepted is lost, and nothing is called saved that is not.

mod ending;
mod failing;
mod folding;
mod journey;
mod mirroring;
mod opening;
mod saving;
mod withdrawing;

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use uuid::Uuid;

use crate::domain::area::Area;
use crate::domain::ids::{ReplicaId, WorkspaceId};
use crate::domain::workspace::Workspace;
use crate::storage::fake::FakeStore;
use crate::storage::opening::Trouble;
use crate::storage::pair::{Pair, Saved};

const ID: WorkspaceId = WorkspaceId(Uuid::from_u128(1));

type Stores = Pair<FakeStore, FakeStore>;

fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    loop {
        if let Some(value) = one_turn(future.as_mut()) {
            return value;
        }
    }
}

/// Lets a future run until it waits for something.
fn one_turn<T>(future: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Option<T> {
    match future.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

fn stores() -> (FakeStore, FakeStore, Stores) {
    let (quick, durable) = FakeStore::two();
    let pair = Pair::new(quick.clone(), durable.clone());
    (quick, durable, pair)
}

fn begun(pair: &Stores) -> Workspace {
    let (workspace, edit) = Workspace::create(ID, ReplicaId(1), Area::named("Fenshire"));
    assert_eq!(run(pair.saving(&workspace, &edit)).saved, Saved::Durably);
    workspace
}

fn reopened(pair: &Stores, replica: u64) -> (Workspace, Vec<Trouble>) {
    let found = run(pair.open(ID, ReplicaId(replica)));
    (Workspace::from_records(ID, ReplicaId(replica), found.records), found.troubles)
}

/// Renames the area and says how that was saved.
fn rename(pair: &Stores, workspace: &mut Workspace, name: &str) -> Saved {
    let edit = workspace.set_area(Area::named(name));
    run(pair.saving(workspace, &edit)).saved
}
