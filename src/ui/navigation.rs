//! Navigation: the app's sections, always in the same order.
//!
//! Keeps WCAG 1.3.1 and 4.1.2 (a labelled nav landmark; the current section is `aria-current="page"`, not only a
//! line under it; the phone's menu button says whether it is open), 2.1.1 Keyboard and 3.2.3 Consistent navigation.

use leptos::prelude::*;

/// A section's name and where it starts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NavItem {
    /// The section's name.
    pub label: String,
    /// Where it starts.
    pub href: String,
}

/// The list of sections: a row on wide screens; on narrow ones a list behind a "Menu" button.
#[component]
pub fn Navigation(
    /// The landmark's name.
    #[prop(default = "Main".to_owned(), into)]
    label: String,
    /// The sections in order.
    #[prop(into)]
    items: Signal<Vec<NavItem>>,
    /// The `href` of the section that the present page belongs to; matches no item when it belongs to none.
    #[prop(into)]
    current: Signal<String>,
) -> impl IntoView {
    const LIST_ID: &str = "navigation-list";
    let open = RwSignal::new(false);
    let link = move |NavItem { label, href }: NavItem| {
        let is_current = {
            let href = href.clone();
            Memo::new(move |_| current.with(|current| *current == href))
        };
        view! {
            <li
                class="govuk-service-navigation__item"
                class=("govuk-service-navigation__item--active", move || is_current.get())
            >
                <a
                    class="govuk-service-navigation__link"
                    href=href
                    aria-current=move || is_current.get().then_some("page")
                    on:click=move |_| open.set(false)
                >
                    {label}
                </a>
            </li>
        }
    };
    view! {
        <nav class="govuk-service-navigation app-navigation" aria-label=label>
            <div class="govuk-width-container">
                <button
                    type="button"
                    class="govuk-service-navigation__toggle app-navigation__toggle"
                    aria-controls=LIST_ID
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    "Menu"
                </button>
                <ul
                    class="govuk-service-navigation__list app-navigation__list"
                    class=("app-navigation__list--open", move || open.get())
                    id=LIST_ID
                >
                    <For each=move || items.get() key=NavItem::clone children=link />
                </ul>
            </div>
        </nav>
    }
}
