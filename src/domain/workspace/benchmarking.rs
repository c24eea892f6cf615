//! Benchmarks of a workspace: those taken in from other areas, and when its own were given away.

use super::{Edit, EditError, Workspace};
use crate::domain::benchmark::{Benchmark, Given};
use crate::domain::ids::RecordId;
use crate::domain::record::{Body, Kind};

impl Workspace {
    /// The benchmarks of other areas, the latest round first.
    pub fn benchmarks(&self) -> Vec<(RecordId, &Benchmark)> {
        let mut found: Vec<_> = self
            .bodies(&Kind::Benchmark)
            .filter_map(|(id, body)| match body {
                Body::Benchmark(benchmark) if !self.gives_as(id) => Some((id, benchmark)),
                _ => None,
            })
            .collect();
        found.sort_by_key(|(id, benchmark)| (std::cmp::Reverse(benchmark.month), *id));
        found
    }

    /// When this area's figures were given away, the latest first.
    pub fn given(&self) -> Vec<&Given> {
        let mut given: Vec<_> = self
            .bodies(&Kind::BenchmarkGiven)
            .filter_map(|(id, body)| match body {
                Body::BenchmarkGiven(given) => Some((id, given)),
                _ => None,
            })
            .collect();
        given.sort_by_key(|(id, given)| (std::cmp::Reverse(given.made), *id));
        given.into_iter().map(|(_, given)| given).collect()
    }

    /// Whether this is an id that this area's own benchmarks carry.
    pub fn gives_as(&self, id: RecordId) -> bool {
        self.given().iter().any(|given| given.benchmark == id)
    }

    /// Records that the area's figures were given away.
    pub fn give_benchmark(&mut self, entry: RecordId, given: Given) -> Edit {
        self.put("Make a benchmark file", [(entry, Body::BenchmarkGiven(given))])
    }

    /// Removes the benchmark of another area; undo brings it back.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if it is not here.
    pub fn remove_benchmark(&mut self, id: RecordId) -> Result<Edit, EditError> {
        match self.body(id) {
            Some(Body::Benchmark(_)) => Ok(self.put("Remove a benchmark", [(id, Body::Deleted(Kind::Benchmark))])),
            _ => Err(EditError::NotHere("the benchmark")),
        }
    }
}
