//! The fields of a round's settings.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::area::Area;
use crate::domain::ids::SectorId;
use crate::domain::round::{
    Asks, LARGEST_SMALLEST_GROUP, ReturnsTo, Round, SMALLEST_GROUP, parse_minimum, parse_smallest_group,
};
use crate::reports::asking::USUAL_WHY;
use crate::ui::{
    Button, ButtonKind, Checkboxes, Choice, DateInput, Details, FieldError, Input, InputWidth, Inset, Textarea,
    error_at,
};

/// The field of the title.
pub(super) const TITLE: &str = "round-title";
const MINIMUM: &str = "round-minimum";
const CLOSES: &str = "round-closes";
const WHY: &str = "round-why";
const KEEP: &str = "round-keep-until";
const EMAIL: &str = "round-email";
const SMALLEST: &str = "round-smallest-group";

/// Something that people can be asked about themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    Sector,
    StaffGroup,
    Organisation,
}

/// What has been typed and chosen so far.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Fields {
    opened: NaiveDate,
    title: RwSignal<String>,
    minimum: RwSignal<String>,
    closes: RwSignal<Option<NaiveDate>>,
    expected: RwSignal<BTreeMap<SectorId, String>>,
    why: RwSignal<String>,
    keep_until: RwSignal<Option<NaiveDate>>,
    asks: RwSignal<Vec<About>>,
    role: RwSignal<String>,
    email: RwSignal<String>,
    smallest: RwSignal<String>,
    /// What people were told already: it can be raised and not lowered.
    told: usize,
    /// Which sectors can be expected to answer, in the order of their fields.
    sectors: StoredValue<Vec<SectorId>>,
}

impl Fields {
    /// The fields as they stand for a round.
    pub(in crate::pages) fn new(round: &Round, area: &Area) -> Self {
        let expected = round.expected.iter().map(|(sector, number)| (sector.clone(), number.to_string()));
        let Asks { sector, staff_group, organisation } = round.asks;
        let all = [(sector, About::Sector), (staff_group, About::StaffGroup), (organisation, About::Organisation)];
        let listed: Vec<_> = area.sectors.iter().map(|sector| sector.id.clone()).collect();
        // A sector that was taken off the list may have a number still.
        let former = round.expected.keys().filter(|sector| !listed.contains(sector)).cloned();
        Self {
            opened: round.opened,
            title: RwSignal::new(round.title.clone()),
            minimum: RwSignal::new(round.minimum.map(|minimum| minimum.to_string()).unwrap_or_default()),
            closes: RwSignal::new(round.closes),
            expected: RwSignal::new(expected.collect()),
            why: RwSignal::new(round.why.clone()),
            keep_until: RwSignal::new(round.keep_until),
            asks: RwSignal::new(all.into_iter().filter(|(asked, _)| *asked).map(|(_, about)| about).collect()),
            role: RwSignal::new(round.returns_to.role.clone()),
            email: RwSignal::new(round.returns_to.email.clone()),
            smallest: RwSignal::new(round.smallest_group().to_string()),
            told: round.smallest_group(),
            sectors: StoredValue::new(listed.iter().cloned().chain(former).collect()),
        }
    }

    /// Writes what was typed into a round, or says what is wrong with it. Then nothing was written.
    pub(in crate::pages) fn write(self, round: &mut Round) -> Result<(), Vec<FieldError>> {
        let typed = |field: RwSignal<String>| field.with_untracked(|text| text.trim().to_owned());
        let (title, email) = (typed(self.title), typed(self.email));
        let mut wrong = Vec::new();
        if title.is_empty() {
            wrong.push(FieldError::new(TITLE, "Enter a title for the round, such as December 2009"));
        }
        let minimum = parse_minimum(&self.minimum.get_untracked());
        if minimum.is_none() {
            wrong.push(FieldError::new(
                MINIMUM,
                "Enter the responses required as a whole number, such as 45, or leave the field empty",
            ));
        }
        let closes = self.closes.get_untracked();
        if closes.is_some_and(|closes| closes < self.opened) {
            wrong.push(FieldError::new(CLOSES, "The last day for answers must not be before the round opens"));
        }
        let mut expected = BTreeMap::new();
        for sector in self.sectors.get_value() {
            let text = self.expected.with_untracked(|all| all.get(&sector).cloned().unwrap_or_default());
            match parse_minimum(&text) {
                Some(Some(number)) => {
                    expected.insert(sector, number);
                }
                Some(None) => {}
                None => wrong.push(FieldError::new(
                    expected_id(&sector),
                    "Enter the responses expected as a whole number, such as 8, or leave the field empty",
                )),
            }
        }
        let keep_until = self.keep_until.get_untracked();
        if keep_until.is_some_and(|keep| keep < closes.unwrap_or(self.opened)) {
            wrong.push(FieldError::new(KEEP, "Answers must be kept at least until the last day for answers"));
        }
        if !email.is_empty() && !is_address(&email) {
            wrong.push(FieldError::new(EMAIL, "Enter an email address, such as workforce@council.example"));
        }
        let smallest = self.smallest.with_untracked(|text| parse_smallest_group(text, self.told));
        if smallest.is_none() {
            let range = format!("from {} to {LARGEST_SMALLEST_GROUP}", self.told);
            wrong.push(FieldError::new(SMALLEST, format!("Enter the smallest group as a whole number {range}")));
        }
        let Some(minimum) = minimum.filter(|_| wrong.is_empty()) else { return Err(wrong) };
        let asked = |about| self.asks.with_untracked(|asks| asks.contains(&about));
        round.title = title;
        round.minimum = minimum;
        round.closes = closes;
        round.expected = expected;
        round.why = typed(self.why);
        round.keep_until = keep_until;
        round.asks = Asks {
            sector: asked(About::Sector),
            staff_group: asked(About::StaffGroup),
            organisation: asked(About::Organisation),
        };
        round.returns_to = ReturnsTo { role: typed(self.role), email };
        round.smallest_group = smallest.flatten();
        Ok(())
    }
}

/// Whether a text may be an email address. Whether it is one, only a letter to it would show.
fn is_address(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !host.contains('@'))
        && !text.contains(char::is_whitespace)
}

fn expected_id(sector: &SectorId) -> String {
    format!("round-expected-{sector}")
}

/// The fields that everybody fills in.
#[component]
pub(in crate::pages) fn Essentials(
    /// What has been typed.
    fields: Fields,
    /// What is wrong.
    errors: RwSignal<Vec<FieldError>>,
) -> impl IntoView {
    let Fields { title, minimum, closes, .. } = fields;
    view! {
        <Input
            id=TITLE
            label="Title of the round"
            hint="Such as December 2009"
            width=InputWidth::Chars20
            error=error_at(errors, TITLE)
            value=title
            on_change=move |text| title.set(text)
        />
        <Input
            id=MINIMUM
            label="Responses required (optional)"
            hint="How many responses the round needs before its results can be relied on: a whole number, such as 45"
            width=InputWidth::Chars5
            numeric=true
            error=error_at(errors, MINIMUM)
            value=minimum
            on_change=move |text| minimum.set(text)
        />
        <DateInput
            id=CLOSES
            label="Last day for answers (optional)"
            hint="People are told this day. The round stays open until you close it."
            error=error_at(errors, CLOSES)
            value=closes
            on_change=move |day| closes.set(day)
        />
    }
}

/// The other fields.
#[component]
pub(super) fn More(
    /// What has been typed.
    fields: Fields,
    /// The area, for its sectors.
    area: Area,
    /// What is wrong.
    errors: RwSignal<Vec<FieldError>>,
    /// Whether the round is closed: what may have been shared of it stays as it is.
    #[prop(optional)]
    closed: bool,
) -> impl IntoView {
    let Fields { expected, why, keep_until, asks, role, email, smallest, told, sectors, .. } = fields;
    let number = |sector: SectorId| {
        let (read, write) = (sector.clone(), sector.clone());
        view! {
            <Input
                id=expected_id(&sector)
                label=area.sector_name(&sector).to_owned()
                width=InputWidth::Chars5
                numeric=true
                error=error_at(errors, expected_id(&sector))
                value=Signal::derive(move || expected.with(|all| all.get(&read).cloned().unwrap_or_default()))
                on_change=move |text: String| {
                    expected.update(|all| {
                        all.insert(write.clone(), text);
                    });
                }
            />
        }
    };
    let numbers = sectors.get_value().into_iter().map(number).collect_view();
    let about = vec![
        Choice::new(About::Sector, "Their sector"),
        Choice::new(About::StaffGroup, "Their staff group"),
        Choice::new(About::Organisation, "Their organisation, in their own words"),
    ];
    view! {
        <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">"Responses expected from each sector (optional)"</legend>
            <div class="govuk-hint">"What comes back is measured against these numbers. Leave a field empty where you expect no certain number."</div>
            <div class="app-numbers">{numbers}</div>
        </fieldset>
        <Textarea
            id=WHY
            label="Why you ask, and what happens with the answers (optional)"
            hint="People read it before they answer. Leave it empty for the usual words."
            rows=6
            value=why
            on_change=move |text| why.set(text)
        />
        <Details summary="The usual words">
            <Inset>{USUAL_WHY}</Inset>
            <Button kind=ButtonKind::Link on_press=move |()| why.set(USUAL_WHY.to_owned())>
                "Start from the usual words"
            </Button>
        </Details>
        {if closed {
            view! {
                <p class="govuk-body">
                    {format!("Results that stand for fewer than {told} people are not shared. The round is closed, so this stays as it is.")}
                </p>
            }
            .into_any()
        } else {
            view! {
                <Input
                    id=SMALLEST
                    label="Smallest group whose results are shared"
                    hint=format!(
                        "{SMALLEST_GROUP} people or more. People are told this number before they answer, so it can be raised later and not lowered."
                    )
                    width=InputWidth::Chars5
                    numeric=true
                    error=error_at(errors, SMALLEST)
                    value=smallest
                    on_change=move |text| smallest.set(text)
                />
            }
            .into_any()
        }}
        <DateInput
            id=KEEP
            label="Individual answers are kept until (optional)"
            hint="After that day you delete them. Rainbow does not do it for you."
            error=error_at(errors, KEEP)
            value=keep_until
            on_change=move |day| keep_until.set(day)
        />
        <Checkboxes
            id="round-asks"
            legend="What are people asked about themselves?"
            hint="They can always leave it out. Without sector and staff group you can\u{2019}t see who is missing."
            choices=about
            values=asks
            on_change=move |chosen| asks.set(chosen)
        />
        <Input
            id="round-role"
            label="Who collects the responses (optional)"
            hint="A role, such as Workforce project officer"
            value=role
            on_change=move |text| role.set(text)
        />
        <Input
            id=EMAIL
            label="Email address for responses (optional)"
            error=error_at(errors, EMAIL)
            value=email
            on_change=move |text| email.set(text)
        />
    }
}
