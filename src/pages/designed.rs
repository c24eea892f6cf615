//! What the pages about a survey design have in common: its framework, the survey it would make, and what stands when it is gone.

use leptos::prelude::*;

use super::missing::Missing;
use crate::analysis::answering::{Questions, minutes};
use crate::domain::area::Area;
use crate::domain::framework::Framework;
use crate::domain::ids::{DesignId, StaffGroupId};
use crate::domain::survey::{Questionnaire, Statement, Survey};
use crate::domain::workspace::Workspace;
use crate::exchange::builtin;
use crate::exchange::wire::survey::freeze;
use crate::reports::words;
use crate::route::Page as Place;
use crate::ui::Page;

/// The framework of a design; `None` if the design is not here.
pub(super) fn framework(open: &Workspace, design: DesignId) -> Option<Framework> {
    open.design(design)?;
    Some(open.design_framework(design, builtin::framework().ok()?))
}

/// What a design asks as it stands now; `None` if it is not here.
pub(super) fn questionnaire(open: &Workspace, design: DesignId) -> Option<Questionnaire> {
    let framework = framework(open, design)?;
    let statements = open.design_statements(design);
    Some(open.design(design)?.questionnaire(&framework, statements.into_iter().map(|(_, one)| one)))
}

/// The survey that a design makes when it is frozen as it stands now.
///
/// # Errors
/// Why there is none, as the end of a sentence: the design is not here, asks nothing, or does not fit its framework.
pub(super) fn survey(open: &Workspace, design: DesignId) -> Result<Survey, String> {
    let gone = || "the survey design is no longer here".to_owned();
    let framework = framework(open, design).ok_or_else(gone)?;
    let questionnaire = questionnaire(open, design).ok_or_else(gone)?;
    if questionnaire.statements.is_empty() {
        return Err("the survey design asks nothing yet".to_owned());
    }
    freeze(&framework, &questionnaire).map_err(|fault| fault.to_string())
}

/// How many statements each staff group is asked and about how many minutes that takes, in the area's order. Last comes
/// whoever does not say, who is asked everything.
pub(super) fn lengths(survey: &Survey, area: &Area) -> Vec<(Option<StaffGroupId>, String, usize, usize)> {
    let groups = area.staff_groups.iter().map(|group| (Some(group.id.clone()), group.name.clone()));
    let unsaid = (None, "Anybody who does not say".to_owned());
    let length = |(group, name): (Option<StaffGroupId>, String)| {
        let count = Questions::of(survey, group.as_ref(), &area.staff_groups).count();
        (group, name, count, minutes(count))
    };
    groups.chain([unsaid]).map(length).collect()
}

/// Who a statement is meant for, if it isn't meant for everybody.
pub(super) fn audience_words(statement: &Statement, area: &Area) -> Option<String> {
    let names: Vec<_> = statement.audience.iter().map(|group| area.staff_group_name(group).to_lowercase()).collect();
    (!names.is_empty()).then(|| format!("Asked only of {}", words::list(&names)))
}

/// What stands in place of a design that is not here.
#[component]
pub(super) fn DesignNotHere() -> impl IntoView {
    view! {
        <Page>
            <Missing
                heading="This survey design is not here"
                why="It was deleted, or the file that it came in was taken back. Surveys that were handed out with it stay as they are."
                to=Place::Designs
                go="Go to survey designs"
            />
        </Page>
    }
}
