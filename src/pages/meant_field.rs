//! How a date that was written is meant, where Rainbow understands it wrongly: the choice, and its fields.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::plan::Meant;
use crate::ui::{Choice, DateInput, FieldError, Select, error_at};

/// The field of the way.
const WAY: &str = "date-meant";

/// The field of the day that is meant.
const DAY: &str = "date-meant-day";

/// How a date is meant, as it is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    By,
    Ongoing,
    Recurring,
    Dependent,
    Undated,
}

impl Way {
    const ALL: [(Self, &'static str); 5] = [
        (Self::By, "By the end of a day"),
        (Self::Ongoing, "On-going, with no last day"),
        (Self::Recurring, "Again and again"),
        (Self::Dependent, "When something else has happened"),
        (Self::Undated, "No day at all"),
    ];

    fn of(meant: Meant) -> Self {
        match meant {
            Meant::By(_) => Self::By,
            Meant::Ongoing => Self::Ongoing,
            Meant::Recurring => Self::Recurring,
            Meant::Dependent => Self::Dependent,
            Meant::Undated => Self::Undated,
        }
    }
}

/// What has been chosen so far.
#[derive(Clone, Copy)]
pub struct MeantChoice {
    way: RwSignal<Option<Way>>,
    day: RwSignal<Option<NaiveDate>>,
}

impl MeantChoice {
    /// The choice as it stands.
    pub fn of(meant: Option<Meant>) -> Self {
        let day = match meant {
            Some(Meant::By(day)) => Some(day),
            _ => None,
        };
        Self { way: RwSignal::new(meant.map(Way::of)), day: RwSignal::new(day) }
    }

    /// What is wrong with what was chosen.
    pub fn problems(self) -> Vec<FieldError> {
        let missing = self.way.get_untracked() == Some(Way::By) && self.day.get_untracked().is_none();
        missing.then(|| FieldError::new(DAY, "Enter the day that is meant")).into_iter().collect()
    }

    /// What was chosen for words as they are now. `before` is how the words stood and how they were meant: that goes with the
    /// words that it was said of, so what is left over from other words counts no more.
    pub fn for_words(self, written: &str, (words, meant): (&str, Option<Meant>)) -> Option<Meant> {
        let chosen = self.way.get_untracked().and_then(|way| {
            Some(match way {
                Way::By => Meant::By(self.day.get_untracked()?),
                Way::Ongoing => Meant::Ongoing,
                Way::Recurring => Meant::Recurring,
                Way::Dependent => Meant::Dependent,
                Way::Undated => Meant::Undated,
            })
        });
        chosen.filter(|_| written == words || chosen != meant)
    }
}

/// The fields.
#[component]
pub fn MeantFields(
    /// What has been chosen.
    choice: MeantChoice,
    /// What is wrong.
    errors: RwSignal<Vec<FieldError>>,
) -> impl IntoView {
    let MeantChoice { way, day } = choice;
    let ways = Way::ALL.map(|(way, words)| Choice::new(way, words)).to_vec();
    view! {
        <Select
            id=WAY
            label="How is this date meant?"
            hint="Only where Rainbow understands it wrongly. It holds for the words as they stand."
            blank="As it is understood above"
            choices=ways
            value=way
            on_choose=move |chosen| way.set(chosen)
        />
        <Show when=move || way.get() == Some(Way::By)>
            <DateInput
                id=DAY
                label="The last day that is meant"
                error=error_at(errors, DAY)
                value=day
                on_change=move |chosen| day.set(chosen)
            />
        </Show>
    }
}
