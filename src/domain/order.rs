//! Order keys: where a thing stands among its neighbours, so that one can be put between two without renumbering others.

/// Digits of a key, in order.
const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// A fraction between 0 and 1 in base 36, without the leading "0.": keys sort as texts do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrderKey(String);

impl OrderKey {
    /// The key spelled `text`; `None` unless it is made of 0-9 and a-z and does not end in 0.
    pub fn parse(text: &str) -> Option<Self> {
        let spelled = !text.is_empty() && text.bytes().all(|byte| DIGITS.contains(&byte));
        (spelled && !text.ends_with('0')).then(|| Self(text.to_owned()))
    }

    /// The key as it is spelled in files.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A key between two neighbours; `None` is the start or the end of the list. Neighbours in the wrong order, or equal
    /// ones, give a key just after `before`.
    pub fn between(before: Option<&Self>, after: Option<&Self>) -> Self {
        let low = before.map_or("", |key| key.as_str());
        let high = after.map(Self::as_str).filter(|high| *high > low);
        Self(midpoint(low.as_bytes(), high.map(str::as_bytes)))
    }
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

    #[test]
    fn keys_are_made_before_after_and_between() {
        let first = OrderKey::between(None, None);
        let last = OrderKey::between(Some(&first), None);
        let middle = OrderKey::between(Some(&first), Some(&last));
        let start = OrderKey::between(None, Some(&first));
        assert!(start < first && first < middle && middle < last);
    }

    #[test]
    fn a_long_list_keeps_its_keys_short_enough_to_read_back() {
        let mut key = OrderKey::between(None, None);
        for _ in 0..500 {
            let next = OrderKey::between(Some(&key), None);
            assert!(next > key);
            assert_eq!(OrderKey::parse(next.as_str()), Some(next.clone()));
            key = next;
        }
    }

    proptest! {
        #[test]
        fn between_is_between(a in "[0-9a-z]{0,6}[1-9a-z]", b in "[0-9a-z]{0,6}[1-9a-z]") {
            let (a, b) = (OrderKey::parse(&a).unwrap(), OrderKey::parse(&b).unwrap());
            let (low, high) = if a < b { (a, b) } else { (b, a) };
            prop_assume!(low != high);
            let middle = OrderKey::between(Some(&low), Some(&high));
            prop_assert!(low < middle && middle < high, "{low:?} {middle:?} {high:?}");
            prop_assert!(OrderKey::parse(middle.as_str()).is_some());
        }
    }
}
