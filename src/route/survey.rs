//! The addresses of the pages about the survey and about answering it, after `survey/`.

use super::Page;
use crate::domain::ids::{DesignId, DesignStatementId, ResponseId, RoundId, StatementId, ThemeId};

/// The page of an address.
pub(super) fn parse(parts: &[&str]) -> Option<Page> {
    Some(match parts {
        [] => Page::Survey,
        ["round", id, "letter"] => Page::Letter(RoundId::parse(id)?),
        ["round", id, "paper"] => Page::Paper(RoundId::parse(id)?),
        ["round", id] => Page::RoundSettings(RoundId::parse(id)?),
        ["designs"] => Page::Designs,
        ["design", id] => Page::Design(DesignId::parse(id)?),
        ["design", id, "preview"] => Page::PreviewDesign(DesignId::parse(id)?),
        ["design", id, "open"] => Page::OpenDesigned(DesignId::parse(id)?),
        ["design", id, "new"] => Page::NewStatement(DesignId::parse(id)?, None),
        ["design", id, "new", theme] => Page::NewStatement(DesignId::parse(id)?, Some(ThemeId::parse(theme)?)),
        ["statement", id] => Page::ChangeStatement(DesignStatementId::parse(id)?),
        ["response", id] => Page::Respondent(ResponseId::parse(id)?),
        ["response", id, "check"] => Page::Check(ResponseId::parse(id)?),
        ["response", id, "theme", theme] => Page::Answer(ResponseId::parse(id)?, ThemeId::parse(theme)?),
        ["round", id, "children"] => Page::Children(RoundId::parse(id)?),
        ["round", id, "children", "group"] => Page::NewGroup(RoundId::parse(id)?),
        ["round", id, "device"] => Page::ShareDevice(RoundId::parse(id)?),
        ["child", id] => Page::Helper(ResponseId::parse(id)?),
        ["child", id, "end"] => Page::ChildEnd(ResponseId::parse(id)?),
        ["child", id, "statement", statement] => {
            Page::ChildStatement(ResponseId::parse(id)?, StatementId::parse(statement)?)
        }
        _ => return None,
    })
}

/// The address of a page; `None` of one that is not about the survey.
pub(super) fn path(page: &Page) -> Option<String> {
    Some(match page {
        Page::Survey => "survey".to_owned(),
        Page::Letter(id) => format!("survey/round/{id}/letter"),
        Page::Paper(id) => format!("survey/round/{id}/paper"),
        Page::RoundSettings(id) => format!("survey/round/{id}"),
        Page::Designs => "survey/designs".to_owned(),
        Page::Design(id) => format!("survey/design/{id}"),
        Page::PreviewDesign(id) => format!("survey/design/{id}/preview"),
        Page::OpenDesigned(id) => format!("survey/design/{id}/open"),
        Page::NewStatement(id, None) => format!("survey/design/{id}/new"),
        Page::NewStatement(id, Some(theme)) => format!("survey/design/{id}/new/{theme}"),
        Page::ChangeStatement(id) => format!("survey/statement/{id}"),
        Page::Respondent(id) => format!("survey/response/{id}"),
        Page::Check(id) => format!("survey/response/{id}/check"),
        Page::Answer(id, theme) => format!("survey/response/{id}/theme/{theme}"),
        Page::Children(id) => format!("survey/round/{id}/children"),
        Page::NewGroup(id) => format!("survey/round/{id}/children/group"),
        Page::ShareDevice(id) => format!("survey/round/{id}/device"),
        Page::Helper(id) => format!("survey/child/{id}"),
        Page::ChildEnd(id) => format!("survey/child/{id}/end"),
        Page::ChildStatement(id, statement) => format!("survey/child/{id}/statement/{statement}"),
        _ => return None,
    })
}
