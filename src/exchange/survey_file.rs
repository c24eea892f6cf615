//! The survey file: a copy of Rainbow's own page that carries a survey, which the app opens when it starts from it.

use super::carrying::{self, Carrying, escaped};
use super::problem::Fault;

/// The id of the element that holds the survey in a page.
pub const ELEMENT: &str = "survey";

/// What a survey file says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The name of the area that asks.
    pub area: String,
    /// The title of the round.
    pub round: String,
    /// Whom to ask for the hosted link, such as "the Workforce project officer, workforce@example.org".
    pub ask: String,
    /// The survey, as [`export::survey`](super::export::survey) makes it.
    pub survey: String,
}

/// The page with this in the place of what it carried before.
///
/// # Errors
/// If the page has no such place, or more than one, or if the survey's text could end the element that holds it.
pub fn fill(page: &str, carried: &Carried) -> Result<String, Fault> {
    let title = format!("Survey: {}, {}", carried.round, carried.area);
    let without_scripts = without_scripts(carried);
    carrying::fill(page, &Carrying { element: ELEMENT, title, without_scripts, content: &carried.survey })
}

/// What the file says where scripts don't run.
fn without_scripts(carried: &Carried) -> String {
    let (area, round, ask) = (escaped(&carried.area), escaped(&carried.round), escaped(&carried.ask));
    format!(
        "<h1>Survey: {round}, {area}</h1>\n\
         <p>This file is a survey for people who work with children in {area}. It asks how well everybody works together. \
         The questions are in this file, and your answers stay on your computer until you send them back.</p>\n\
         <p>On a computer: save this file, then open it in an up-to-date Edge, Chrome, Firefox or Safari. If you see only these \
         words there, JavaScript is turned off: turn it on for this page, or open it in another browser.</p>\n\
         <p>On a phone or tablet: this file will most likely not open. Ask {ask} for the link to the survey instead.</p>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><title>Rainbow</title><body><!-- carried -->\n<noscript>Rainbow</noscript>\n<!-- /carried --><p>It starts</p>";

    fn carried(survey: &str) -> Carried {
        Carried {
            area: "Fenshire </title><b>".to_owned(),
            round: "Spring & <!-- summer".to_owned(),
            ask: "whoever sent it".to_owned(),
            survey: survey.to_owned(),
        }
    }

    #[test]
    fn a_survey_stands_in_the_page_once_and_replaces_the_one_before() {
        let first = fill(PAGE, &carried("{\"kind\": 1}")).unwrap();
        assert!(first.contains("<title>Survey: Spring &amp; &lt;!-- summer, Fenshire &lt;/title&gt;&lt;b&gt;</title>"));
        assert!(first.contains("<script type=\"application/json\" id=\"survey\">\n{\"kind\": 1}\n</script>"));
        assert!(first.contains("On a phone or tablet") && !first.contains("<noscript>Rainbow</noscript>"));
        let second = fill(&first, &carried("{\"kind\": 2}")).unwrap();
        assert_eq!(second, fill(PAGE, &carried("{\"kind\": 2}")).unwrap());
    }

    #[test]
    fn no_text_can_end_the_element_that_holds_the_survey() {
        assert!(fill(PAGE, &carried("{\"a\": \"</script>\"}")).is_err());
    }

    #[test]
    fn a_page_without_one_place_for_it_is_refused() {
        for page in ["<p>", "<!-- carried -->", &format!("{PAGE}{PAGE}")] {
            assert!(fill(page, &carried("{}")).is_err(), "{page}");
        }
    }

    #[test]
    fn the_page_of_rainbow_has_a_place_for_a_survey() {
        fill(include_str!("../../index.html"), &carried("{}")).unwrap();
    }
}
