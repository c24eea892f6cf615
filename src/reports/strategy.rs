//! The strategy pack: annexes to a workforce strategy, chosen from a list and put together in one document.

use chrono::NaiveDate;

use super::conference;
use super::document::{Block, Report, Section, Style, Table};
use super::drafting::{AUTHOR, CONTACT, Drafting, MEETING};
use super::progress::{plan_table, rainbow_section};
use super::proposal::criteria;
use super::training::{competencies, gaps_table, matrix_table};
use super::{registers, words};
use crate::analysis::plan_status::of_plan;
use crate::analysis::training::training_map;
use crate::domain::framework::{Framework, Theme};
use crate::domain::glossary::Glossary;
use crate::domain::ids::PartId;
use crate::domain::registers::Register;
use crate::domain::report_text::{ReportKind, ReportPart, Subject};
use crate::domain::training::TrainingEvent;
use crate::domain::workspace::Workspace;

/// What can be annexed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Annex {
    /// The framework: the arcs and the two ends of the scale.
    Framework,
    /// What success looks like.
    Criteria,
    /// The rainbow of the last round that may be shared.
    Progress,
    /// The plans.
    Plan,
    /// The conference report.
    Conference,
    /// The training map with its gaps.
    Training,
    /// Strategies and plans that this one is linked to.
    RelatedStrategies,
    /// Who is consulted about what, and when.
    Consultations,
    /// What words mean.
    Glossary,
    /// Whom to turn to.
    Contacts,
}

impl Annex {
    /// All of them, in the order in which they stand in a pack.
    pub const ALL: [Self; 10] = [
        Self::Framework,
        Self::Criteria,
        Self::Progress,
        Self::Plan,
        Self::Conference,
        Self::Training,
        Self::RelatedStrategies,
        Self::Consultations,
        Self::Glossary,
        Self::Contacts,
    ];

    /// What it is called where it is chosen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Framework => "The framework",
            Self::Criteria => "Success criteria",
            Self::Progress => "Current progress",
            Self::Plan => "Delivery plan",
            Self::Conference => "Conference report",
            Self::Training => "Training map with its gaps",
            Self::RelatedStrategies => "Related strategies",
            Self::Consultations => "Consultation and commitment schedule",
            Self::Glossary => "Glossary",
            Self::Contacts => "Contacts",
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Framework => "framework",
            Self::Criteria => "criteria",
            Self::Progress => "progress",
            Self::Plan => "plan",
            Self::Conference => "conference",
            Self::Training => "training",
            Self::RelatedStrategies => "related",
            Self::Consultations => "consultations",
            Self::Glossary => "glossary",
            Self::Contacts => "contacts",
        }
    }
}

/// The part of the report in which the choice of annexes is kept.
pub fn choice_part() -> Option<ReportPart> {
    Some(ReportPart::Of(ReportKind::Strategy, PartId::parse("annexes")?))
}

/// A choice of annexes as it is kept; never empty, because nothing kept means all of them.
pub fn kept(annexes: &[Annex]) -> String {
    if annexes.is_empty() {
        return "none".to_owned();
    }
    annexes.iter().map(|annex| annex.word()).collect::<Vec<_>>().join(" ")
}

/// The annexes that were chosen; all of them before anybody chose.
pub fn chosen(open: &Workspace) -> Vec<Annex> {
    let kept = choice_part().map(|part| open.report_text(Subject::Area, &part).to_owned()).unwrap_or_default();
    let words: Vec<&str> = kept.split_whitespace().collect();
    Annex::ALL.into_iter().filter(|annex| words.is_empty() || words.contains(&annex.word())).collect()
}

/// The pack with these annexes, as of a day. The glossary is the one that Rainbow brings along.
pub fn report(
    open: &Workspace,
    framework: &Framework,
    glossary: &Glossary,
    annexes: &[Annex],
    on: NaiveDate,
) -> Report {
    let drafting = Drafting::new(open, ReportKind::Strategy, Subject::Area);
    let area = open.area().map(|area| area.name.clone()).unwrap_or_default();
    let author = drafting.detail(AUTHOR);
    let by = if author.is_empty() { String::new() } else { format!("{author}, ") };
    let mut sections = vec![Section::new("About this pack", vec![drafting.paragraph("about", ABOUT)])];
    let contact = drafting.detail(CONTACT);
    if !contact.is_empty() {
        sections.push(Section::new("Contact", vec![Block::paragraph(contact)]));
    }
    Report {
        kind: ReportKind::Strategy,
        about: Subject::Area,
        meeting: drafting.detail(MEETING),
        title: "Children and young people\u{2019}s workforce strategy: annexes".to_owned(),
        byline: format!("{by}{}", words::day(on)),
        area,
        style: Style::WithContents,
        sections,
        appendices: annexes
            .iter()
            .flat_map(|annex| annexed(open, (framework, glossary), *annex, annexes, on))
            .collect(),
    }
}

const ABOUT: &str =
    "These annexes stand behind the workforce strategy. They are drawn from what the area holds on the day above.";

fn annexed(
    open: &Workspace,
    (framework, glossary): (&Framework, &Glossary),
    annex: Annex,
    chosen: &[Annex],
    on: NaiveDate,
) -> Vec<Section> {
    let one = |blocks| vec![Section::new(annex.name(), blocks)];
    let listed = |register| match registers::table(open, register, glossary) {
        Some(table) => one(vec![Block::Table(table)]),
        None => one(vec![Block::paragraph(registers::nothing(register))]),
    };
    match annex {
        Annex::Framework => one(vec![
            Block::paragraph(format!("{}. Source: {}", framework.title, framework.source)),
            Block::Table(arcs(framework)),
        ]),
        Annex::Criteria => one(vec![Block::Table(criteria(framework))]),
        Annex::Progress => match rainbow_section(open, on) {
            Some(section) => one(section.blocks),
            None => one(vec![Block::paragraph("No round has results that can be shown here.")]),
        },
        Annex::Plan => {
            let plan = |(id, plan): (_, &crate::domain::plan::Plan)| {
                let table = plan_table(&plan.title, &of_plan(open, id, on), on);
                Section::new(format!("{}: {}", annex.name(), plan.title), vec![Block::Table(table)])
            };
            let plans: Vec<Section> = open.plans().into_iter().map(plan).collect();
            if plans.is_empty() { one(vec![Block::paragraph("There is no plan yet.")]) } else { plans }
        }
        Annex::Conference => {
            let sections = conference::sections(open, framework, !chosen.contains(&Annex::Training)).into_iter();
            let under = |section: Section| std::iter::once(Block::Heading(section.heading)).chain(section.blocks);
            one(sections.flat_map(under).collect())
        }
        Annex::Training => one(training(open, framework)),
        Annex::RelatedStrategies => listed(Register::RelatedStrategies),
        Annex::Consultations => listed(Register::Consultations),
        Annex::Glossary => listed(Register::Glossary),
        Annex::Contacts => listed(Register::Contacts),
    }
}

/// The arcs with the two ends of the scale.
fn arcs(framework: &Framework) -> Table {
    let row = |theme: &Theme| {
        vec![theme.name.clone(), theme.colour.name.clone(), theme.fragmented.clone(), theme.reformed.clone()]
    };
    let scale = &framework.scale;
    Table {
        caption: "The arcs of the rainbow".to_owned(),
        head: vec![
            "Arc".to_owned(),
            "Colour".to_owned(),
            format!("1: {}", scale.lowest),
            format!("5: {}", scale.highest),
        ],
        names: 0,
        rows: framework.themes.iter().map(row).collect(),
    }
}

fn training(open: &Workspace, framework: &Framework) -> Vec<Block> {
    let map = training_map(open, Some(framework));
    if map.matrix.events == 0 && map.gaps.is_empty() {
        return vec![Block::paragraph("No training has been mapped yet.")];
    }
    let event = |event: &TrainingEvent| {
        let professions: Vec<String> = event.professions.iter().map(str::to_owned).collect();
        let cells = [professions.join(", "), competencies(Some(framework), event).join(", "), event.lead.clone()];
        let cells = cells.into_iter().chain([event.dates.clone(), event.evaluation.clone()]);
        std::iter::once(event.title.clone()).chain(cells).collect()
    };
    let events = Table {
        caption: "Training events".to_owned(),
        head: ["Event", "For whom", "Competencies", "Lead", "When", "How impact is evaluated"]
            .map(str::to_owned)
            .to_vec(),
        names: 0,
        rows: open.training_events().into_iter().map(|(_, one)| event(one)).collect(),
    };
    let mut blocks = vec![
        Block::paragraph(format!(
            "The map holds {} and {}.",
            words::count(map.matrix.events, "training event", "training events"),
            words::count(map.gaps.len(), "gap", "gaps")
        )),
        Block::Table(matrix_table(&map.sheet, &map.matrix)),
    ];
    if !map.gaps.is_empty() {
        blocks.push(Block::Table(gaps_table(open, &map)));
    }
    blocks.push(Block::Table(events));
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ReplicaId;
    use crate::exchange::builtin;
    use crate::sample;

    fn headings(report: &Report) -> Vec<&str> {
        report.appendices.iter().map(|section| section.heading.as_str()).collect()
    }

    #[test]
    fn only_chosen_annexes_stand_in_the_pack_in_one_order_and_none_is_empty() {
        let (open, _) = sample::workspace(ReplicaId(1)).unwrap();
        let framework = builtin::framework().unwrap();
        let glossary = builtin::glossary().unwrap();
        let whole = report(&open, &framework, &glossary, &Annex::ALL, sample::today());
        let names = headings(&whole);
        assert!(names.starts_with(&["The framework", "Success criteria", "Current progress"]), "{names:?}");
        let last = ["Related strategies", "Consultation and commitment schedule", "Glossary", "Contacts"];
        assert!(names.ends_with(&last), "{names:?}");
        assert!(whole.appendices.iter().all(|section| !section.blocks.is_empty()));
        let two = report(&open, &framework, &glossary, &[Annex::Criteria, Annex::Training], sample::today());
        assert_eq!(headings(&two), ["Success criteria", "Training map with its gaps"]);
        let gaps = |annexes: &[Annex]| {
            let pack = report(&open, &framework, &glossary, annexes, sample::today());
            let is_gaps = |block: &&Block| matches!(block, Block::Table(table) if table.caption == "Gaps in training");
            pack.blocks().filter(is_gaps).count()
        };
        assert_eq!((gaps(&Annex::ALL), gaps(&[Annex::Conference])), (1, 1), "no table stands in a pack twice");
        let events = two.blocks().find_map(|block| match block {
            Block::Table(table) if table.caption == "Training events" => Some(table.rows.len()),
            _ => None,
        });
        assert_eq!(events, Some(open.training_events().len()));
        assert!(events > Some(0));
    }

    #[test]
    fn the_registers_stand_in_the_pack_as_they_are_here() {
        let (open, _) = sample::workspace(ReplicaId(1)).unwrap();
        let (framework, glossary) = (builtin::framework().unwrap(), builtin::glossary().unwrap());
        let rows = |annex| {
            let pack = report(&open, &framework, &glossary, &[annex], sample::today());
            let tables =
                pack.appendices.into_iter().flat_map(|section| section.blocks).filter_map(|block| match block {
                    Block::Table(table) => Some(table.rows),
                    _ => None,
                });
            tables.flatten().map(|row| row.into_iter().next().unwrap_or_default()).collect::<Vec<_>>()
        };
        let related: Vec<_> = open.related_strategies().into_iter().map(|(_, one)| one.name.clone()).collect();
        let roles: Vec<_> = open.contacts().into_iter().map(|(_, one)| one.role.clone()).collect();
        assert!(!related.is_empty() && !roles.is_empty());
        assert_eq!(rows(Annex::RelatedStrategies), related);
        assert_eq!(rows(Annex::Contacts), roles);
        assert_eq!(rows(Annex::Consultations).len(), open.consultations().len());
        assert_eq!(rows(Annex::Glossary).len(), open.terms(&glossary).iter().filter(|line| !line.is_hidden).count());
    }

    #[test]
    fn a_choice_is_kept_and_nothing_kept_is_everything() {
        let (mut open, _) = sample::workspace(ReplicaId(1)).unwrap();
        assert_eq!(chosen(&open), Annex::ALL);
        for choice in [vec![Annex::Plan, Annex::Training], Vec::new()] {
            open.write_report_text(crate::domain::report_text::ReportText {
                about: Subject::Area,
                part: choice_part().unwrap(),
                text: kept(&choice),
                drafted: String::new(),
                rest: crate::domain::rest::Rest::new(),
            });
            assert_eq!(chosen(&open), choice);
        }
    }
}
