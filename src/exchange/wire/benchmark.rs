//! Benchmarks as they are spelled in files: as the record of one that was taken in, and as a file of its own.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Rest, day, id, is_blank, moment, moment_text, shown};
use crate::domain::benchmark::{Benchmark, BenchmarkFigure, Given, Permission};
use crate::domain::ids::{RecordId, RoundId, ThemeId};
use crate::domain::record::{Body, Record};
use crate::domain::round::{LARGEST_SMALLEST_GROUP, SMALLEST_GROUP, TenthScore};
use crate::exchange::problem::Fault;

/// The `data` of a benchmark file.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BenchmarkFileWire {
    /// The same in every file of one area; it tells nothing of the area.
    id: String,
    #[serde(flatten)]
    benchmark: BenchmarkWire,
}

/// The figures that an area gave away.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BenchmarkWire {
    framework: String,
    framework_version: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    region: String,
    /// The month in which the round was opened, such as 2009-12.
    month: String,
    made: String,
    responses: u32,
    /// The fewest people that a figure stands for, 5 to 50.
    smallest_group: u32,
    /// By theme that was asked.
    themes: BTreeMap<String, FigureWire>,
    /// The role of who allowed the figures to leave the area.
    permitted_by: String,
    permitted_on: String,
    #[serde(flatten)]
    rest: Rest,
}

/// The figure of a theme; empty where it is too few to show.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct FigureWire {
    /// From "1.0" to "5.0".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mean: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    people: Option<u32>,
}

/// That an area gave its figures away.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GivenWire {
    benchmark: String,
    round: String,
    permitted_by: String,
    permitted_on: String,
    made: String,
    #[serde(flatten)]
    rest: Rest,
}

impl BenchmarkFileWire {
    /// Spells a benchmark as a file.
    pub fn spell(id: RecordId, benchmark: &Benchmark) -> Self {
        Self { id: id.to_string(), benchmark: benchmark.into() }
    }

    /// Reads the record that the file brings: the same one from every copy of it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(self) -> Result<Record, Fault> {
        let id = id(&self.id, RecordId::parse, "the id")?;
        let benchmark = Benchmark::try_from(self.benchmark)?;
        Ok(Record { id, stamp: benchmark.stamp(id), body: Body::Benchmark(benchmark) })
    }
}

impl From<&Benchmark> for BenchmarkWire {
    fn from(benchmark: &Benchmark) -> Self {
        let figure = |figure: &BenchmarkFigure| match figure {
            BenchmarkFigure::Mean(mean, people) => FigureWire { mean: Some(mean.to_string()), people: Some(*people) },
            BenchmarkFigure::TooFew => FigureWire { mean: None, people: None },
        };
        Self {
            framework: benchmark.framework.0.clone(),
            framework_version: benchmark.framework.1.clone(),
            region: benchmark.region.clone(),
            month: benchmark.month.format("%Y-%m").to_string(),
            made: moment_text(benchmark.made),
            responses: benchmark.responses,
            smallest_group: benchmark.smallest_group,
            themes: benchmark.themes.iter().map(|(theme, one)| (theme.to_string(), figure(one))).collect(),
            permitted_by: benchmark.permission.by.clone(),
            permitted_on: benchmark.permission.on.to_string(),
            rest: benchmark.rest.clone(),
        }
    }
}

impl TryFrom<BenchmarkWire> for Benchmark {
    type Error = Fault;

    fn try_from(wire: BenchmarkWire) -> Result<Self, Fault> {
        let smallest = wire.smallest_group;
        let is_group = |people: u32| usize::try_from(people).is_ok_and(|people| people >= SMALLEST_GROUP);
        if !is_group(smallest) || usize::try_from(smallest).is_ok_and(|people| people > LARGEST_SMALLEST_GROUP) {
            return Err(Fault::at(
                "",
                format!("its figures are said to stand for {smallest} people or more, which can\u{2019}t be"),
            ));
        }
        let themes = wire.themes.iter().map(|(theme, figure)| {
            let read = figure_of(figure, smallest, wire.responses).map_err(|fault| fault.within(&shown(theme)))?;
            Ok((id(theme, ThemeId::parse, "a theme")?, read))
        });
        Ok(Self {
            themes: themes.collect::<Result<_, Fault>>()?,
            framework: (wire.framework, wire.framework_version),
            region: wire.region,
            month: month(&wire.month)?,
            made: moment(&wire.made, "when it was made")?,
            responses: wire.responses,
            smallest_group: smallest,
            permission: permission(wire.permitted_by, &wire.permitted_on)?,
            rest: wire.rest,
        })
    }
}

/// Reads a figure: no mean stands for fewer people than the file says, or for more than responded.
fn figure_of(figure: &FigureWire, smallest: u32, responses: u32) -> Result<BenchmarkFigure, Fault> {
    let (Some(mean), Some(people)) = (&figure.mean, figure.people) else {
        let is_empty = figure.mean.is_none() && figure.people.is_none();
        return if is_empty {
            Ok(BenchmarkFigure::TooFew)
        } else {
            Err(Fault::at("", "half of its figure is missing"))
        };
    };
    let mean = id(mean, TenthScore::parse, "the mean")?;
    if people < smallest {
        return Err(Fault::at("", format!("its figure stands for {people} people, which are too few to be shown")));
    }
    if people > responses {
        return Err(Fault::at("", format!("its figure stands for {people} people, and {responses} responded")));
    }
    Ok(BenchmarkFigure::Mean(mean, people))
}

/// Reads a month such as 2009-12.
fn month(text: &str) -> Result<NaiveDate, Fault> {
    let none =
        || Fault::at("", format!("the month is \u{201c}{}\u{201d}, which is not one such as 2009-12", shown(text)));
    day(&format!("{text}-01"), "the month").map_err(|_| none())
}

fn permission(by: String, on: &str) -> Result<Permission, Fault> {
    if by.trim().is_empty() {
        return Err(Fault::at("", "it does not say who allowed the figures to leave their area"));
    }
    Ok(Permission { by, on: day(on, "the day of the permission")? })
}

impl From<&Given> for GivenWire {
    fn from(given: &Given) -> Self {
        Self {
            benchmark: given.benchmark.to_string(),
            round: given.round.to_string(),
            permitted_by: given.permission.by.clone(),
            permitted_on: given.permission.on.to_string(),
            made: moment_text(given.made),
            rest: given.rest.clone(),
        }
    }
}

impl TryFrom<GivenWire> for Given {
    type Error = Fault;

    fn try_from(wire: GivenWire) -> Result<Self, Fault> {
        Ok(Self {
            benchmark: id(&wire.benchmark, RecordId::parse, "the benchmark")?,
            round: id(&wire.round, RoundId::parse, "the round")?,
            permission: permission(wire.permitted_by, &wire.permitted_on)?,
            made: moment(&wire.made, "when it was made")?,
            rest: wire.rest,
        })
    }
}
