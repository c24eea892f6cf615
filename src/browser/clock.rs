//! The time now, and the time as clocks show it where the browser is.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use js_sys::Date;
use wasm_bindgen::JsValue;

/// The moment now, to the millisecond.
pub fn now() -> DateTime<Utc> {
    #[expect(clippy::cast_possible_truncation, reason = "a whole number of milliseconds, at most 8.64e15")]
    let milliseconds = Date::now() as i64;
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default()
}

/// Today's date where the browser is.
pub fn today() -> NaiveDate {
    local(now()).date_naive()
}

/// A moment as clocks showed or will show it where the browser is, summer time included.
pub fn local(moment: DateTime<Utc>) -> DateTime<FixedOffset> {
    let date = Date::new(&JsValue::from_str(&moment.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)));
    #[expect(clippy::cast_possible_truncation, reason = "minutes, at most a day's; not a number becomes 0")]
    let minutes_west = date.get_timezone_offset() as i32;
    let here = FixedOffset::west_opt(minutes_west.saturating_mul(60));
    moment.with_timezone(&here.unwrap_or(chrono::Offset::fix(&Utc)))
}
