//! Who leads an item of a plan, read off how it was written: several leads share one field, as "SB/GF" or "DV and Connexions".

/// What stands between two leads in one field.
const BETWEEN: [char; 5] = ['/', ',', ';', '+', '\n'];

/// The most letters that initials have.
const INITIALS: usize = 4;

/// The leads that are named in what was written, in their order, each once. "And" stands between two leads where one of them is
/// given by initials: "DV and Connexions" are two, "Early Years and Childcare Manager" is one.
pub fn leads(written: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for part in written.split(BETWEEN) {
        let part = part.replace('&', " & ");
        let words: Vec<&str> = part.split_whitespace().collect();
        let mut lead: Option<String> = None;
        let mut add = |lead: String| {
            if !found.iter().any(|other| is_same(other, &lead)) {
                found.push(lead);
            }
        };
        for words in words.split(|word| *word == "&" || word.eq_ignore_ascii_case("and")) {
            let next = words.join(" ");
            lead = match lead {
                _ if next.is_empty() => lead,
                Some(before) if are_initials(&before) || are_initials(&next) => {
                    add(before);
                    Some(next)
                }
                Some(before) => Some(format!("{before} and {next}")),
                None => Some(next),
            };
        }
        lead.into_iter().for_each(&mut add);
    }
    found
}

fn are_initials(lead: &str) -> bool {
    lead.len() <= INITIALS && lead.chars().all(|letter| letter.is_ascii_uppercase())
}

/// Whether somebody is named among the leads of what was written.
pub fn is_led_by(written: &str, lead: &str) -> bool {
    leads(written).iter().any(|other| is_same(other, lead))
}

/// Whether two ways of writing a lead mean the same one: capitals and spaces make no difference.
pub fn is_same(one: &str, other: &str) -> bool {
    let plain = |lead: &str| lead.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    plain(one) == plain(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn several_leads_share_one_field() {
        let cases: [(&str, &[&str]); 12] = [
            ("SB/GF", &["SB", "GF"]),
            ("DV and Connexions", &["DV", "Connexions"]),
            ("SB, GF and DV", &["SB", "GF", "DV"]),
            ("SB / sb", &["SB"]),
            ("Head  of\tService", &["Head of Service"]),
            ("Workforce & Finance", &["Workforce and Finance"]),
            ("Early Years and Childcare Manager", &["Early Years and Childcare Manager"]),
            ("Anderson Road and Sandwell and DV", &["Anderson Road and Sandwell", "DV"]),
            ("SB&GF", &["SB", "GF"]),
            ("and", &[]),
            (" / , ", &[]),
            ("", &[]),
        ];
        for (written, expected) in cases {
            assert_eq!(leads(written), expected, "{written}");
        }
        assert!(is_led_by("SB/GF", "gf") && !is_led_by("SBX/GF", "SB"));
    }

    proptest! {
        #[test]
        fn whoever_is_found_in_a_field_leads_it(written in "[A-Za-z/,&; \n]{0,40}") {
            for lead in leads(&written) {
                prop_assert!(is_led_by(&written, &lead));
                prop_assert_eq!(leads(&lead), vec![lead]);
            }
        }
    }
}
