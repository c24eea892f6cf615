//! Frozen reports as they are spelled in files.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::document::ReportWire;
use super::{Rest, day, is_blank, moment, moment_text};
use crate::domain::frozen_report::FrozenReport;
use crate::exchange::problem::Fault;

/// A report as it was on a day.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FrozenReportWire {
    report: ReportWire,
    /// The day that the report speaks of.
    as_at: String,
    on: String,
    recorded: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    by: String,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&FrozenReport> for FrozenReportWire {
    fn from(frozen: &FrozenReport) -> Self {
        Self {
            report: ReportWire::from(&*frozen.report),
            as_at: frozen.as_at.to_string(),
            on: frozen.on.to_string(),
            recorded: moment_text(frozen.recorded),
            by: frozen.by.clone(),
            rest: frozen.rest.clone(),
        }
    }
}

impl TryFrom<FrozenReportWire> for FrozenReport {
    type Error = Fault;

    fn try_from(wire: FrozenReportWire) -> Result<Self, Fault> {
        Ok(Self {
            report: Arc::new(wire.report.try_into()?),
            as_at: day(&wire.as_at, "the day that it speaks of")?,
            on: day(&wire.on, "the day")?,
            recorded: moment(&wire.recorded, "the time of recording")?,
            by: wire.by,
            rest: wire.rest,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ReplicaId;
    use crate::reports::{poster, progress, summary};
    use crate::sample;
    use chrono::DateTime;

    fn frozen() -> Vec<FrozenReport> {
        let (open, _) = sample::workspace(ReplicaId(1)).unwrap();
        let (plan, round) = (open.plans()[0].0, open.rounds().pop().unwrap().0);
        let today = sample::today();
        let reports =
            [summary::report(&open, round), poster::report(&open, round), progress::report(&open, plan, today, today)];
        let frozen = |report: crate::domain::document::Report| FrozenReport {
            report: Arc::new(report.frozen()),
            as_at: today,
            on: today,
            recorded: DateTime::UNIX_EPOCH,
            by: "Workforce lead".to_owned(),
            rest: Rest::new(),
        };
        reports.into_iter().flatten().map(frozen).collect()
    }

    #[test]
    fn a_frozen_report_comes_back_from_a_file_as_it_was() {
        let all = frozen();
        assert_eq!(all.len(), 3);
        for frozen in all {
            let text = serde_json::to_string(&FrozenReportWire::from(&frozen)).unwrap();
            let wire: FrozenReportWire = serde_json::from_str(&text).unwrap();
            assert_eq!(FrozenReport::try_from(wire).unwrap(), frozen);
        }
    }

    #[test]
    fn a_colour_that_is_none_is_refused_because_it_is_written_into_the_drawing() {
        let text = serde_json::to_string(&FrozenReportWire::from(&frozen()[1])).unwrap();
        let colour = text.split("\"colour\":\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
        let hostile = text.replace(&colour, "#12345\\\"/>");
        let wire: FrozenReportWire = serde_json::from_str(&hostile).unwrap();
        assert!(FrozenReport::try_from(wire).is_err());
    }
}
