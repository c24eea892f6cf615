//! Order keys: where a thing stands among its neighbours, so that one can be put between two without renumbering others.
//!
//! Two people who put things into the same gap without knowing of each other give them equal keys, and ids decide which
//! comes first. Something can still be put between those two: its key goes on, after a full stop, with a fraction that
//! lies between their ids. So there is always a key between two neighbours, and no other thing is ever moved to make room,
//! which could meet a move of that thing made elsewhere.

use std::cmp::Ordering;

use super::ids::RecordId;

/// Digits of a fraction, in order.
const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// Parts a key. It sorts before every digit, so that places sort part by part when they sort as texts.
const PART: char = '.';

/// A fraction between 0 and 1 in base 36, without the leading "0."; where it had to come between equal ones, further
/// fractions follow, each after a full stop.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OrderKey(String);

/// Where one thing stands: its key, and then its id. No two things have the same place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(String);

/// The [`Place`] of one thing, read off where its key stands: for sorting many, of which no place is to be kept. The order is
/// that of the places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing<'a> {
    key: &'a OrderKey,
    id: RecordId,
}

impl Ord for Standing<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let (here, there) = (self.key.as_str(), other.key.as_str());
        let goes_on = |short: &str, long: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with(PART));
        match here.cmp(there) {
            Ordering::Equal => self.id.cmp(&other.id),
            // One key goes on between ids: what follows is to be compared with the id of the other.
            Ordering::Less if goes_on(here, there) => self.key.place(self.id).cmp(&other.key.place(other.id)),
            Ordering::Greater if goes_on(there, here) => self.key.place(self.id).cmp(&other.key.place(other.id)),
            order => order,
        }
    }
}

impl PartialOrd for Standing<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl OrderKey {
    /// The key spelled `text`; `None` unless each part between full stops is made of 0-9 and a-z and does not end in 0.
    pub fn parse(text: &str) -> Option<Self> {
        text.split(PART).all(is_fraction).then(|| Self(text.to_owned()))
    }

    /// The key as it is spelled in files.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The place of the thing of this id if it has this key.
    pub fn place(&self, id: impl Into<RecordId>) -> Place {
        // The 1 at the end keeps an id from ending in 0, as fractions must: below such a one there is no room.
        Place(format!("{}{PART}{}1", self.0, id.into().0.as_simple()))
    }

    /// The same for sorting.
    pub fn standing(&self, id: impl Into<RecordId>) -> Standing<'_> {
        Standing { key: self, id: id.into() }
    }

    /// A key with which anything stands between two neighbours, whatever its id; `None` is the start or the end of the
    /// list. Neighbours in the wrong order, or one given twice, give a key after `before`.
    pub fn between(before: Option<&Place>, after: Option<&Place>) -> Self {
        let after = after.filter(|after| before.is_none_or(|before| before < *after));
        let mut low = before.map_or("", |place| &place.0).split(PART);
        let mut high = after.map(|place| place.0.split(PART));
        let mut key = String::new();
        // Two places differ in some part, if only in their ids, and there the key comes between them.
        loop {
            let floor = low.next().unwrap_or_default();
            let ceiling = high.as_mut().map(|parts| parts.next().unwrap_or_default());
            if ceiling != Some(floor) {
                key.push_str(&midpoint(floor.as_bytes(), ceiling.map(str::as_bytes)));
                return Self(key);
            }
            key.push_str(floor);
            key.push(PART);
        }
    }
}

fn is_fraction(text: &str) -> bool {
    let spelled = !text.is_empty() && text.bytes().all(|byte| DIGITS.contains(&byte));
    spelled && !text.ends_with('0')
}

/// A fraction strictly between `low` and `high` (`None` is 1), with as few digits as it takes.
fn midpoint(low: &[u8], high: Option<&[u8]>) -> String {
    let mut key = String::new();
    let mut high = high;
    let at_end = high.is_none();
    for place in 0.. {
        let floor = low.get(place).map_or(0, |digit| value(*digit));
        let ceiling = high.map_or(DIGITS.len(), |high| high.get(place).map_or(0, |digit| value(*digit)));
        if ceiling > floor.saturating_add(1) {
            // At the end of the list one step is enough: lists mostly grow at their end, and small steps keep keys short.
            let appending = at_end && !low.is_empty();
            key.push(digit(if appending { floor.saturating_add(1) } else { floor.midpoint(ceiling) }));
            break;
        }
        key.push(digit(floor));
        if ceiling > floor {
            // The key is now below `high` whatever follows; it only has to come out above `low`.
            high = None;
        }
    }
    key
}

fn value(digit: u8) -> usize {
    DIGITS.iter().position(|candidate| *candidate == digit).unwrap_or(0)
}

fn digit(value: usize) -> char {
    char::from(DIGITS.get(value).copied().unwrap_or(b'z'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn place(key: &OrderKey, id: u128) -> Place {
        key.place(RecordId(Uuid::from_u128(id)))
    }

    #[test]
    fn keys_are_made_before_after_and_between() {
        let first = OrderKey::between(None, None);
        let last = OrderKey::between(Some(&place(&first, 1)), None);
        let middle = OrderKey::between(Some(&place(&first, 1)), Some(&place(&last, 2)));
        let start = OrderKey::between(None, Some(&place(&first, 1)));
        assert_eq!([&start, &first, &middle, &last].map(OrderKey::as_str), ["9", "i", "ii", "j"]);
    }

    #[test]
    fn a_long_list_keeps_its_keys_short_enough_to_read_back() {
        let mut key = OrderKey::between(None, None);
        for _ in 0..500 {
            let next = OrderKey::between(Some(&place(&key, 1)), None);
            assert!(place(&next, 0) > place(&key, 1));
            assert_eq!(OrderKey::parse(next.as_str()), Some(next.clone()));
            key = next;
        }
        assert!(key.as_str().len() < 20, "{key:?}");
    }

    #[test]
    fn between_equal_keys_the_key_goes_on_between_the_ids() {
        let key = OrderKey::parse("i").unwrap();
        let (a, b) = (place(&key, 0x10 << 120), place(&key, 0x20 << 120));
        let between = OrderKey::between(Some(&a), Some(&b));
        assert_eq!(between.as_str(), "i.1i");
        // Two more, put there by people who did not know of each other, and one between those.
        let (c, d) = (place(&between, 1), place(&between, 2));
        let within = OrderKey::between(Some(&c), Some(&d));
        assert!(a < c && c < place(&within, 9) && place(&within, 9) < d && d < b, "{within:?}");
    }

    #[test]
    fn keys_that_leave_no_room_are_refused() {
        for bad in ["", "0", "a0", ".", "a.", ".a", "a..b", "a.b0", "A", "a b"] {
            assert_eq!(OrderKey::parse(bad), None, "{bad}");
        }
    }

    /// Keys that are often equal, or equal in their first part.
    fn key() -> impl Strategy<Value = OrderKey> {
        "[0-2]{0,2}[1-9a-z](\\.[0-2]{0,2}[1-2]){0,2}".prop_map(|text| OrderKey::parse(&text).unwrap())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        #[test]
        fn things_are_sorted_as_their_places_are(
            a in (key(), any::<u128>()), b in (key(), any::<u128>()), equal in any::<bool>(), high in any::<bool>(),
        ) {
            let b = (if equal { a.0.clone() } else { b.0 }, b.1);
            // Ids that begin as keys do.
            let id = |id: u128| RecordId(Uuid::from_u128(if high { id } else { (id % 3) << 124 }));
            let sorted = a.0.standing(id(a.1)).cmp(&b.0.standing(id(b.1)));
            prop_assert_eq!(sorted, a.0.place(id(a.1)).cmp(&b.0.place(id(b.1))));
        }

        #[test]
        fn between_is_between_whatever_the_keys_and_ids(
            a in (key(), 0..40_u128), b in (key(), 0..40_u128), equal in any::<bool>(), id in any::<u128>(),
        ) {
            prop_assume!(a.1 != b.1);
            let (a, b) = (place(&a.0, a.1), place(if equal { &a.0 } else { &b.0 }, b.1));
            let (low, high) = if a < b { (a, b) } else { (b, a) };
            for (before, after) in [(Some(&low), Some(&high)), (None, Some(&low)), (Some(&high), None)] {
                let key = OrderKey::between(before, after);
                let put = place(&key, id);
                prop_assert!(before.is_none_or(|before| *before < put), "{before:?} {put:?}");
                prop_assert!(after.is_none_or(|after| put < *after), "{put:?} {after:?}");
                prop_assert_eq!(OrderKey::parse(key.as_str()), Some(key));
            }
        }
    }
}
