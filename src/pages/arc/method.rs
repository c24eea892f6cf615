//! How the figures of an arc come about.

use leptos::prelude::*;

use super::super::figures_method::FiguresMethod;
use super::super::round_choice::RoundChoice;

/// How everything on the page is counted.
#[component]
pub(super) fn Method(choice: RoundChoice) -> impl IntoView {
    view! {
        <FiguresMethod choice>
            <p class="govuk-body">
                "Each person\u{2019}s answers about the arc are averaged first, then the people. So everybody counts the same, however many statements they scored. The people of a score are those who scored at least one statement. The axes of a radar are worked out alike, each from its own statements."
            </p>
            <p class="govuk-body">
                "The mean of a statement is over the people who scored it. A bar counts answers, from the answers 1 at its left to the answers 5 at its right. \u{201c}Don\u{2019}t know\u{201d}, \u{201c}not applicable\u{201d} and unanswered statements are counted beside it and are in no mean."
            </p>
            <p class="govuk-body">
                "Statements stand in the order of their means, the lowest first. Of front line and leaders, the statement is named on which their means are furthest apart, of those that both were asked, if they are 0.2 or more apart."
            </p>
            <p class="govuk-body">
                "What children and families say, and the evidence, are counted in none of these figures. The agreed position and the target are the Trust\u{2019}s own and are not worked out."
            </p>
        </FiguresMethod>
    }
}
