//! An area within its region: its own figures that may be shared beside how those of other areas spread. No area is named
//! and none is ranked.

use super::disclosure::{Shareable, Shown};
use crate::domain::benchmark::{Benchmark, BenchmarkFigure, Permission};
use crate::domain::framework::Framework;
use crate::domain::ids::{RoundId, ThemeId};
use crate::domain::rest::Rest;
use crate::domain::round::TenthScore;
use crate::domain::workspace::Workspace;

/// The fewest other areas whose figures make a spread. Of fewer, their coordinators would know each other's.
pub const FEWEST_AREAS: usize = 3;

/// The area within its region.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// How many other areas gave figures.
    pub areas: usize,
    /// By theme, in the order of the framework.
    pub themes: Vec<RegionTheme>,
}

/// A theme in the region.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionTheme {
    /// Which theme.
    pub theme: ThemeId,
    /// Its name.
    pub name: String,
    /// Its name in a few words.
    pub short: String,
    /// Its colour, `#rrggbb`.
    pub colour: String,
    /// The area's own figure.
    pub own: Shown,
    /// How many other areas have a figure here.
    pub areas: usize,
    /// How these spread, 1 to 5; `None` while they are fewer than [`FEWEST_AREAS`].
    pub spread: Option<AreaSpread>,
}

/// How the means of other areas spread, each 1 to 5, every area counting the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AreaSpread {
    /// The lowest.
    pub lowest: f64,
    /// The one in the middle, or the mean of the two in the middle, to a tenth.
    pub median: f64,
    /// The highest.
    pub highest: f64,
}

impl Region {
    /// The area within its region, by the framework that it uses.
    pub fn of(workspace: &Workspace, framework: &Framework) -> Self {
        let own = latest_shared(workspace).map(|(_, figures)| figures);
        let others: Vec<&Benchmark> =
            workspace.benchmarks().into_iter().map(|(_, one)| one).filter(|one| one.measures_with(framework)).collect();
        let themes = framework.themes.iter().map(|theme| {
            let figures = others.iter().filter_map(|one| match one.themes.get(&theme.id)? {
                BenchmarkFigure::Mean(mean, _) => Some(mean.tenths()),
                BenchmarkFigure::TooFew => None,
            });
            let figures: Vec<u8> = figures.collect();
            RegionTheme {
                theme: theme.id.clone(),
                name: theme.name.clone(),
                short: theme.short.clone(),
                colour: theme.colour.hex.clone(),
                own: own.as_ref().map_or(Shown::NotAsked, |own| own.theme(&theme.id)),
                areas: figures.len(),
                spread: AreaSpread::of(figures),
            }
        });
        Self { areas: others.len(), themes: themes.collect() }
    }
}

impl AreaSpread {
    /// How means spread, in tenths; `None` if they are fewer than [`FEWEST_AREAS`].
    fn of(mut tenths: Vec<u8>) -> Option<Self> {
        tenths.sort_unstable();
        if tenths.len() < FEWEST_AREAS {
            return None;
        }
        let half = tenths.len() / 2;
        let upper = *tenths.get(half)?;
        let lower = if tenths.len().is_multiple_of(2) { *tenths.get(half.checked_sub(1)?)? } else { upper };
        let middle = (u16::from(lower) + u16::from(upper)).div_ceil(2);
        let of = |tenths: u16| f64::from(tenths) / 10.0;
        Some(Self { lowest: of((*tenths.first()?).into()), median: of(middle), highest: of((*tenths.last()?).into()) })
    }
}

/// The latest round whose figures may be shared and which has responses, with its figures.
pub fn latest_shared(workspace: &Workspace) -> Option<(RoundId, Shareable)> {
    workspace.rounds().iter().rev().find_map(|(id, _)| {
        let figures = Shareable::of_round(workspace, *id).ok().filter(|figures| figures.responses > 0)?;
        Some((*id, figures))
    })
}

/// What the area gives away of a closed round; `None` if the round is not here.
pub fn benchmark(
    workspace: &Workspace,
    (round, figures): (RoundId, &Shareable),
    region: &str,
    permission: Permission,
    made: chrono::DateTime<chrono::Utc>,
) -> Option<Benchmark> {
    let (opened, framework) = (workspace.round(round)?.opened, &workspace.survey_of(round)?.framework);
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let themes = framework.themes.iter().filter_map(|theme| {
        let figure = match figures.theme(&theme.id) {
            Shown::Mean { mean, people } => BenchmarkFigure::Mean(tenths(mean)?, number(people)),
            Shown::TooFew => BenchmarkFigure::TooFew,
            Shown::NoAnswers | Shown::NotAsked => return None,
        };
        Some((theme.id.clone(), figure))
    });
    Some(Benchmark {
        framework: (framework.id.clone(), framework.version.clone()),
        region: region.trim().to_owned(),
        month: chrono::Datelike::with_day(&opened, 1)?,
        made,
        responses: number(figures.responses),
        smallest_group: number(figures.smallest_group),
        themes: themes.collect(),
        permission,
        rest: Rest::new(),
    })
}

/// A mean as a place on the scale.
fn tenths(mean: f64) -> Option<TenthScore> {
    TenthScore::parse(&format!("{mean:.1}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{RecordId, ReplicaId};
    use crate::domain::record::{Body, Record};
    use crate::exchange::builtin;
    use proptest::prelude::*;
    use std::sync::{Arc, LazyLock};
    use uuid::Uuid;

    static SAMPLE: LazyLock<Workspace> = LazyLock::new(|| crate::sample::workspace_of(ReplicaId(1), 6).unwrap().0);

    fn framework() -> Framework {
        builtin::framework().unwrap()
    }

    /// The benchmark of an area whose every theme has this mean, in tenths, made in this second.
    fn given(area: u128, tenths: u8, second: i64) -> Record {
        let (round, figures) = latest_shared(&SAMPLE).unwrap();
        let permission = Permission { by: "Director".to_owned(), on: crate::sample::today() };
        let made = chrono::DateTime::from_timestamp(second, 0).unwrap();
        let mut one = benchmark(&SAMPLE, (round, &figures), "", permission, made).unwrap();
        let mean = BenchmarkFigure::Mean(TenthScore::from_tenths(tenths).unwrap(), 6);
        one.themes = framework().themes.iter().map(|theme| (theme.id.clone(), mean)).collect();
        let id = RecordId(Uuid::from_u128(area));
        Record { id, stamp: one.stamp(id), body: Body::Benchmark(one) }
    }

    fn region_of(records: &[Record]) -> Region {
        let mut sample = SAMPLE.clone();
        for record in records {
            sample.take_in("Import", [Arc::new(record.clone())]);
        }
        Region::of(&sample, &framework())
    }

    #[test]
    fn three_other_areas_make_a_spread_and_two_do_not() {
        let two = [given(1, 22, 1), given(2, 35, 1)];
        let region = region_of(&two);
        assert_eq!(region.areas, 2);
        assert!(region.themes.iter().all(|theme| theme.areas == 2 && theme.spread.is_none()));
        let [low, high] = two;
        let region = region_of(&[low.clone(), high.clone(), given(3, 30, 1)]);
        assert_eq!(region.themes[0].spread, Some(AreaSpread { lowest: 2.2, median: 3.0, highest: 3.5 }));
        let region = region_of(&[low, high, given(3, 30, 1), given(4, 31, 1)]);
        assert_eq!(region.themes[0].spread.unwrap().median, 3.1, "the middle of 3.0 and 3.1, rounded up");
    }

    #[test]
    fn of_one_area_the_file_that_was_made_last_counts() {
        let others = [given(2, 30, 1), given(3, 30, 1)];
        for lowest in [15, 45] {
            let files = [given(1, lowest, 9), given(1, 20, 1), given(1, 25, 4)];
            let region = region_of(&[&files[..], &others[..]].concat());
            assert_eq!(region.areas, 3);
            let spread = region.themes[0].spread.unwrap();
            let ends = [spread.lowest, spread.highest].map(|end| end * 10.0);
            assert!(ends.contains(&f64::from(lowest)), "{ends:?}");
        }
    }

    #[test]
    fn what_measures_with_another_framework_is_not_put_beside_it() {
        let mut other = given(3, 30, 1);
        if let Body::Benchmark(one) = &mut other.body {
            one.framework.1 = "2012".to_owned();
        }
        assert_eq!(region_of(&[given(1, 22, 1), other]).areas, 1);
    }

    #[test]
    fn the_areas_own_benchmark_holds_what_may_be_shared_and_nothing_else() {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let (round, figures) = latest_shared(&sample).unwrap();
        let permission = Permission { by: "Director".to_owned(), on: crate::sample::today() };
        let made = chrono::DateTime::UNIX_EPOCH;
        let one = benchmark(&sample, (round, &figures), " North ", permission, made).unwrap();
        assert_eq!((one.region.as_str(), one.responses, one.month.to_string()), ("North", 54, "2009-12-01".to_owned()));
        for (theme, figure) in &one.themes {
            let Shown::Mean { mean, people } = figures.theme(theme) else { panic!("{theme}") };
            assert_eq!(*figure, BenchmarkFigure::Mean(tenths(mean).unwrap(), u32::try_from(people).unwrap()));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(12) })]
        #[test]
        fn files_give_the_same_region_in_any_order_and_however_often(
            all in prop::collection::vec((1..5_u128, 10..50_u8, 1..4_i64), 1..6),
            again in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
        ) {
            // One area makes one file in a moment.
            let mut all = all;
            all.sort();
            all.dedup_by_key(|(area, _, second)| (*area, *second));
            let records: Vec<Record> = all.iter().map(|(area, tenths, second)| given(*area, *tenths, *second)).collect();
            let mut others: Vec<Record> = records.iter().rev().cloned().collect();
            others.extend(again.iter().map(|at| records[at.index(records.len())].clone()));
            prop_assert_eq!(region_of(&records), region_of(&others));
        }
    }
}
