//! A report as it is spelled in files: its words, tables and what its pictures are drawn from.

use serde::{Deserialize, Serialize};

use super::{id, is_blank, maybe_id};
use crate::domain::document::{
    ArcFigure, Block, Entry, Figure, Paragraph, Picture, Report, Score, Section, SeriesFigure, Style, Table,
};
use crate::domain::ids::{PlanId, RoundId};
use crate::domain::report_text::{ReportKind, Subject};
use crate::domain::round::TenthScore;
use crate::exchange::problem::Fault;

/// A report about a plan, a round or, where neither is named, the area.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct ReportWire {
    /// Which report it is, such as progress or summary.
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    plan: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    round: Option<String>,
    area: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    meeting: String,
    title: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    byline: String,
    #[serde(default)]
    style: StyleWire,
    sections: Vec<SectionWire>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    appendices: Vec<SectionWire>,
}

#[derive(Clone, Copy, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
enum StyleWire {
    #[default]
    Numbered,
    WithContents,
    Plain,
    Poster,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct SectionWire {
    heading: String,
    blocks: Vec<BlockWire>,
}

/// One thing in a section, by what it is.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
enum BlockWire {
    Paragraph(String),
    Heading(String),
    List(Vec<EntryWire>),
    Table(TableWire),
    Rainbow(RainbowWire),
    Radar(RadarWire),
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct EntryWire {
    #[serde(default, skip_serializing_if = "is_blank")]
    label: String,
    text: String,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct TableWire {
    caption: String,
    head: Vec<String>,
    /// Which column names its row, counted from 0.
    names: usize,
    rows: Vec<Vec<String>>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct RainbowWire {
    caption: String,
    lowest: String,
    highest: String,
    arcs: Vec<ArcWire>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ArcWire {
    key: String,
    name: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    short: String,
    /// Such as #c8102e.
    colour: String,
    figure: ScoreWire,
    /// Such as 4.0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    target: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    previous: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct RadarWire {
    caption: String,
    name: String,
    axes: Vec<String>,
    series: Vec<SeriesWire>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct SeriesWire {
    name: String,
    colour: String,
    /// One an axis.
    points: Vec<ScoreWire>,
}

/// A mean such as 3.2 with the people behind it, or why there is none.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
enum ScoreWire {
    Mean(String, usize),
    TooFew,
    NoAnswers,
    NotAsked,
}

impl From<&Report> for ReportWire {
    fn from(report: &Report) -> Self {
        let (plan, round) = match report.about {
            Subject::Area => (None, None),
            Subject::Plan(plan) => (Some(plan.to_string()), None),
            Subject::Round(round) => (None, Some(round.to_string())),
        };
        let style = match report.style {
            Style::Numbered => StyleWire::Numbered,
            Style::WithContents => StyleWire::WithContents,
            Style::Plain => StyleWire::Plain,
            Style::Poster => StyleWire::Poster,
        };
        Self {
            kind: report.kind.word().to_owned(),
            plan,
            round,
            area: report.area.clone(),
            meeting: report.meeting.clone(),
            title: report.title.clone(),
            byline: report.byline.clone(),
            style,
            sections: report.sections.iter().map(SectionWire::from).collect(),
            appendices: report.appendices.iter().map(SectionWire::from).collect(),
        }
    }
}

impl TryFrom<ReportWire> for Report {
    type Error = Fault;

    fn try_from(wire: ReportWire) -> Result<Self, Fault> {
        let plan = maybe_id(wire.plan.as_ref(), PlanId::parse, "the plan")?;
        let round = maybe_id(wire.round.as_ref(), RoundId::parse, "the round")?;
        let sections = |all: Vec<SectionWire>| all.into_iter().map(Section::try_from).collect::<Result<_, Fault>>();
        Ok(Self {
            kind: id(&wire.kind, ReportKind::of_word, "the report")?,
            about: match (plan, round) {
                (Some(plan), _) => Subject::Plan(plan),
                (None, Some(round)) => Subject::Round(round),
                (None, None) => Subject::Area,
            },
            area: wire.area,
            meeting: wire.meeting,
            title: wire.title,
            byline: wire.byline,
            style: match wire.style {
                StyleWire::Numbered => Style::Numbered,
                StyleWire::WithContents => Style::WithContents,
                StyleWire::Plain => Style::Plain,
                StyleWire::Poster => Style::Poster,
            },
            sections: sections(wire.sections)?,
            appendices: sections(wire.appendices)?,
        })
    }
}

impl From<&Section> for SectionWire {
    fn from(section: &Section) -> Self {
        Self { heading: section.heading.clone(), blocks: section.blocks.iter().map(BlockWire::from).collect() }
    }
}

impl TryFrom<SectionWire> for Section {
    type Error = Fault;

    fn try_from(wire: SectionWire) -> Result<Self, Fault> {
        let blocks = wire.blocks.into_iter().map(Block::try_from).collect::<Result<_, Fault>>()?;
        Ok(Self { heading: wire.heading, blocks })
    }
}

impl From<&Block> for BlockWire {
    fn from(block: &Block) -> Self {
        match block {
            Block::Paragraph(paragraph) => Self::Paragraph(paragraph.text.clone()),
            Block::Heading(words) => Self::Heading(words.clone()),
            Block::List(entries) => {
                let entry = |entry: &Entry| EntryWire { label: entry.label.clone(), text: entry.text.clone() };
                Self::List(entries.iter().map(entry).collect())
            }
            Block::Table(table) => Self::Table(TableWire {
                caption: table.caption.clone(),
                head: table.head.clone(),
                names: table.names,
                rows: table.rows.clone(),
            }),
            Block::Figure(Figure { picture: Picture::Rainbow { arcs, lowest, highest }, caption }) => {
                let (lowest, highest) = (lowest.clone(), highest.clone());
                let arcs = arcs.iter().map(ArcWire::from).collect();
                Self::Rainbow(RainbowWire { caption: caption.clone(), lowest, highest, arcs })
            }
            Block::Figure(Figure { picture: Picture::Radar { name, axes, series }, caption }) => {
                let one = |one: &SeriesFigure| SeriesWire {
                    name: one.name.clone(),
                    colour: one.colour.clone(),
                    points: one.points.iter().copied().map(ScoreWire::from).collect(),
                };
                Self::Radar(RadarWire {
                    caption: caption.clone(),
                    name: name.clone(),
                    axes: axes.clone(),
                    series: series.iter().map(one).collect(),
                })
            }
        }
    }
}

impl TryFrom<BlockWire> for Block {
    type Error = Fault;

    fn try_from(wire: BlockWire) -> Result<Self, Fault> {
        Ok(match wire {
            BlockWire::Paragraph(text) => Self::Paragraph(Paragraph::fixed(text)),
            BlockWire::Heading(words) => Self::Heading(words),
            BlockWire::List(entries) => {
                let entry = |EntryWire { label, text }: EntryWire| Entry { label, text };
                Self::List(entries.into_iter().map(entry).collect())
            }
            BlockWire::Table(TableWire { caption, head, names, rows }) => {
                Self::Table(Table { caption, head, names, rows })
            }
            BlockWire::Rainbow(RainbowWire { caption, lowest, highest, arcs }) => {
                let arcs = arcs.into_iter().map(ArcFigure::try_from).collect::<Result<_, Fault>>()?;
                Self::Figure(Figure { picture: Picture::Rainbow { arcs, lowest, highest }, caption })
            }
            BlockWire::Radar(RadarWire { caption, name, axes, series }) => {
                let series = series.into_iter().map(SeriesFigure::try_from).collect::<Result<_, Fault>>()?;
                Self::Figure(Figure { picture: Picture::Radar { name, axes, series }, caption })
            }
        })
    }
}

impl From<&ArcFigure> for ArcWire {
    fn from(arc: &ArcFigure) -> Self {
        Self {
            key: arc.key.clone(),
            name: arc.name.clone(),
            short: arc.short.clone(),
            colour: arc.colour.clone(),
            figure: arc.figure.into(),
            target: arc.target.map(|target| target.to_string()),
            previous: arc.previous.map(|previous| previous.to_string()),
        }
    }
}

impl TryFrom<ArcWire> for ArcFigure {
    type Error = Fault;

    fn try_from(wire: ArcWire) -> Result<Self, Fault> {
        let place = |text: Option<String>, field| text.map(|text| place(&text, field)).transpose();
        Ok(Self {
            key: wire.key,
            name: wire.name,
            short: wire.short,
            colour: colour(wire.colour)?,
            figure: wire.figure.try_into()?,
            target: place(wire.target, "a target")?,
            previous: place(wire.previous, "an earlier score")?,
        })
    }
}

impl TryFrom<SeriesWire> for SeriesFigure {
    type Error = Fault;

    fn try_from(wire: SeriesWire) -> Result<Self, Fault> {
        let points = wire.points.into_iter().map(Score::try_from).collect::<Result<_, Fault>>()?;
        Ok(Self { name: wire.name, colour: colour(wire.colour)?, points })
    }
}

impl From<Score> for ScoreWire {
    fn from(score: Score) -> Self {
        match score {
            Score::Mean { mean, people } => Self::Mean(mean.to_string(), people),
            Score::TooFew => Self::TooFew,
            Score::NoAnswers => Self::NoAnswers,
            Score::NotAsked => Self::NotAsked,
        }
    }
}

impl TryFrom<ScoreWire> for Score {
    type Error = Fault;

    fn try_from(wire: ScoreWire) -> Result<Self, Fault> {
        Ok(match wire {
            ScoreWire::Mean(mean, people) => Self::Mean { mean: place(&mean, "a mean")?, people },
            ScoreWire::TooFew => Self::TooFew,
            ScoreWire::NoAnswers => Self::NoAnswers,
            ScoreWire::NotAsked => Self::NotAsked,
        })
    }
}

fn place(text: &str, field: &str) -> Result<TenthScore, Fault> {
    let wrong =
        || Fault::at("", format!("{field} is \u{201c}{}\u{201d}, which is not from 1.0 to 5.0", super::shown(text)));
    TenthScore::parse(text).ok_or_else(wrong)
}

/// A colour, which is written into drawings as it stands.
fn colour(text: String) -> Result<String, Fault> {
    let digits = text.strip_prefix('#').unwrap_or_default();
    if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        Ok(text)
    } else {
        Err(Fault::at(
            "",
            format!("a colour is \u{201c}{}\u{201d}, which is not one such as #1f4e8c", super::shown(&text)),
        ))
    }
}
