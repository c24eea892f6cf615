//! Entries of which the latest counts: how a new one comes after all others.

use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};

/// The years that a day or a moment can have, the last included. Others are slips of the pen, and those of more or less than
/// four digits could not be read as they are written.
pub const YEARS: RangeInclusive<i32> = 1900..=2199;

/// A day and a moment for an entry that is to come after all others: as given, or just after the last of them.
#[must_use]
pub fn after(
    others: impl Iterator<Item = (NaiveDate, DateTime<Utc>)>,
    on: NaiveDate,
    recorded: DateTime<Utc>,
) -> (NaiveDate, DateTime<Utc>) {
    others.fold((on, recorded), |(on, recorded), (other_on, other_recorded)| {
        let next = other_recorded.checked_add_signed(TimeDelta::milliseconds(1));
        let next = next.filter(|next| YEARS.contains(&next.year()));
        (on.max(other_on), next.map_or(recorded, |next| recorded.max(next)))
    })
}
