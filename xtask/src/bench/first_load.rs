//! Bytes of the first load, beside what a page needs to show a survey with SurveyJS.

use std::fs;

use anyhow::{Context, Result};

use crate::site::FirstLoad;
use crate::size::Size;
use crate::{dist, project, table};

/// SurveyJS's own minified bundles for a page without a framework, by the part of the table that they belong to.
const SURVEYJS: &[(&str, &str)] = &[
    ("js", "survey-core/survey.core.min.js"),
    ("js", "survey-js-ui/survey-js-ui.min.js"),
    ("css", "survey-core/survey-core.min.css"),
];

/// Prints the table.
///
/// # Errors
/// When a bundle of SurveyJS is not in `node_modules`.
pub(crate) fn print(load: &FirstLoad) -> Result<()> {
    let packages = project::root().join("node_modules");
    let mut theirs: Vec<(&str, Size)> = Vec::new();
    for (part, name) in SURVEYJS {
        let bytes = fs::read(packages.join(name)).with_context(|| format!("node_modules/{name} can't be read"))?;
        theirs.push((part, Size::of(&bytes)?));
    }
    let rows = dist::parts(load)?
        .into_iter()
        .map(|(part, ours)| {
            let their: Size =
                theirs.iter().filter(|(name, _)| part == "total" || *name == part).map(|(_, size)| *size).sum();
            vec![
                part.to_owned(),
                table::number(ours.raw),
                table::number(ours.gzip),
                table::number(their.raw),
                table::number(their.gzip),
                ratio(ours.gzip, their.gzip),
            ]
        })
        .collect::<Vec<_>>();
    let title = format!(
        "First load in bytes: Rainbow's site beside SurveyJS (survey-core {}, survey-js-ui {}), which shows a survey and no more",
        version("survey-core")?,
        version("survey-js-ui")?
    );
    table::print(&title, &["part", "Rainbow raw", "gzip", "SurveyJS raw", "gzip", "gzip ratio"], &rows);
    Ok(())
}

fn version(package: &str) -> Result<String> {
    let path = project::root().join("node_modules").join(package).join("package.json");
    let json: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(&path).with_context(|| format!("{} can't be read", path.display()))?)?;
    let version = json.get("version").and_then(serde_json::Value::as_str);
    Ok(version.context("a package without a version")?.to_owned())
}

/// Ours over theirs with two decimals, rounded down; a dash where they have no such part.
fn ratio(ours: usize, theirs: usize) -> String {
    match (ours * 100).checked_div(theirs) {
        Some(hundredths) => format!("{}.{:02}", hundredths / 100, hundredths % 100),
        None => "-".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::ratio;

    #[test]
    fn a_ratio_has_two_decimals() {
        assert_eq!(ratio(307, 100), "3.07");
        assert_eq!(ratio(1, 3), "0.33");
        assert_eq!(ratio(5, 0), "-");
    }
}
