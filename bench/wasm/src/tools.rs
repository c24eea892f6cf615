//! What the measuring page can call. Each tool does one thing, so that the page times that and nothing else.

use std::cell::RefCell;

use js_sys::{Array, Object, Reflect, Uint8Array};
use rainbow::analysis::lens::Lens;
use rainbow::analysis::scores::Scores;
use rainbow::domain::ids::{ReplicaId, RoundId};
use rainbow::domain::merge::Records;
use rainbow::domain::response::Gathered;
use rainbow::domain::workspace::Workspace;
use rainbow::exchange::import::{self, Content, Incoming};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::figures;

/// What the tools work on, from one call to the next.
#[derive(Default)]
struct Bench {
    /// The file's text, as the app holds it when it begins to read.
    text: String,
    /// What the last reading brought.
    incoming: Option<Incoming>,
    /// The workspace that was made of it, and its newest round with its responses. It stays for the page's life.
    open: Option<(&'static Workspace, RoundId, Gathered<'static>)>,
    /// The last counting's result.
    scores: Option<Scores>,
}

thread_local! {
    static BENCH: RefCell<Bench> = RefCell::default();
}

/// Puts the tools where the page finds them.
pub fn hold_out() {
    let tools = Object::new();
    // Takes a file's bytes, as the app does before it reads.
    hold(&tools, "load", |bench, argument| {
        let bytes = argument.dyn_into::<Uint8Array>()?.to_vec();
        bench.text = String::from_utf8(bytes).map_err(|_| "the file is not text")?;
        Ok(JsValue::UNDEFINED)
    });
    // Reads the file with every check that an import makes.
    hold(&tools, "read", |bench, _| {
        let read = import::read(&bench.text).map_err(|error| error.to_string())?;
        bench.incoming = Some(read);
        Ok(JsValue::UNDEFINED)
    });
    // Lets go of what was read, so that the next reading does not pay for it.
    hold(&tools, "drop", |bench, _| {
        bench.incoming = None;
        Ok(JsValue::UNDEFINED)
    });
    // Opens the area that was read; gives the id of its newest round.
    hold(&tools, "open", |bench, _| {
        let Some(Content::Workspace(batch)) = bench.incoming.take().map(|incoming| incoming.content) else {
            return Err("no area was read".into());
        };
        let records: Records = batch.records.into_iter().collect();
        let workspace: &'static Workspace =
            Box::leak(Box::new(Workspace::from_records(batch.workspace, ReplicaId(1), records)));
        let (round, _) = workspace.rounds().pop().ok_or("the area has no round")?;
        bench.open = Some((workspace, round, workspace.gathered(round)));
        Ok(round.to_string().into())
    });
    // Counts the newest round's responses.
    hold(&tools, "count", |bench, _| {
        let (workspace, _, gathered) = bench.open.as_ref().ok_or("no area is open")?;
        let responses = gathered.responses.values().copied();
        let groups = workspace.area().map(|area| area.staff_groups.as_slice()).unwrap_or_default();
        let survey = |hash| workspace.survey(hash).map(|survey| &**survey);
        bench.scores = Some(Scores::of(responses, survey, groups, &Lens::default()));
        Ok(JsValue::UNDEFINED)
    });
    // The same as a page does it: gathers the responses from their packs, each once, and counts them.
    hold(&tools, "gather", |bench, _| {
        let (workspace, round, _) = bench.open.as_ref().ok_or("no area is open")?;
        bench.scores = Some(Scores::of_round(workspace, *round));
        Ok(JsValue::UNDEFINED)
    });
    // The last counting's figures as JSON, to be compared with the peers'.
    hold(&tools, "figures", |bench, _| {
        let scores = bench.scores.as_ref().ok_or("nothing was counted")?;
        Ok(figures::json(scores).into())
    });
    // The page looks for the tools, and fails with a word if they are not there.
    Reflect::set(&js_sys::global(), &"rainbow".into(), &tools).ok();
}

/// Puts one tool of one argument under its name; what it fails with is thrown.
fn hold(tools: &Object, name: &str, tool: impl Fn(&mut Bench, JsValue) -> Result<JsValue, JsValue> + 'static) {
    // A closure can't throw by itself, so the page unpacks `[result, error]`.
    let called = move |argument: JsValue| {
        let outcome = BENCH.with(|bench| match bench.try_borrow_mut() {
            Ok(mut bench) => tool(&mut bench, argument),
            Err(_) => Err("a tool was called from within a tool".into()),
        });
        match outcome {
            Ok(result) => Array::of2(&result, &JsValue::NULL),
            Err(error) => Array::of2(&JsValue::UNDEFINED, &error),
        }
    };
    let function = Closure::<dyn Fn(JsValue) -> Array>::new(called).into_js_value();
    Reflect::set(tools, &name.into(), &function).ok();
}
