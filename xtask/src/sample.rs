//! `cargo xtask sample`: the sample area as a workspace file, with as many responses as a test or a measurement needs.

use std::io::Write;
use std::path::PathBuf;
use std::{fs, io};

use anyhow::{Context, Result, anyhow};
use rainbow::domain::ids::ReplicaId;
use rainbow::exchange::export::{self, Extent};
use rainbow::sample;

/// What to write, and where.
pub struct Options {
    /// How many responses the second round has.
    pub responses: usize,
    /// The file to write; standard output if none is named.
    pub out: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Self { responses: sample::RESPONSES, out: None }
    }
}

/// Writes the file. It is the same every time: exported at noon of the day on which the sample is set.
pub fn run(options: &Options) -> Result<()> {
    let text = file(options.responses)?;
    match &options.out {
        Some(out) => fs::write(out, text).with_context(|| format!("{} could not be written", out.display())),
        None => io::stdout().lock().write_all(text.as_bytes()).context("the file could not be written"),
    }
}

fn file(responses: usize) -> Result<String> {
    // Whoever opens the file edits as a replica of their own; this one writes nothing.
    let (area, _) = sample::workspace_of(ReplicaId(0), responses).map_err(|fault| anyhow!("{fault}"))?;
    let noon = sample::today().and_hms_opt(12, 0, 0).context("the sample's day has no noon")?.and_utc();
    export::workspace(&area, Extent::Everything, noon).map_err(|fault| anyhow!("{fault}"))
}

#[cfg(test)]
mod tests {
    use rainbow::domain::workspace::Workspace;
    use rainbow::exchange::import::{self, Content};

    use super::*;

    #[test]
    fn the_file_opens_as_an_area_whose_second_round_has_that_many_responses() {
        let read = import::read(&file(120).unwrap()).unwrap();
        assert!(read.notices.is_empty());
        let Content::Workspace(batch) = read.content else { panic!("not a workspace") };
        let area = Workspace::from_records(batch.workspace, ReplicaId(1), batch.records.into_iter().collect());
        let counts: Vec<_> = area.rounds().into_iter().map(|(id, _)| area.gathered(id).responses.len()).collect();
        assert_eq!(counts, [38, 120]);
        assert_ne!(area.id(), sample::WORKSPACE);
    }
}
