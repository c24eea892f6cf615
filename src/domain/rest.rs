//! What a newer Rainbow wrote and this one does not understand.

use std::collections::BTreeMap;

/// Fields that a newer Rainbow wrote and this one doesn't know. They are carried along untouched.
pub type Rest = BTreeMap<String, serde_json::Value>;
