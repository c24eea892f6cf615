//! The frame around every page: the way past it, the header with its slots, and the footer.
//!
//! Keeps WCAG 2.4.1 Bypass blocks (the skip link), 1.3.1 (banner and contentinfo landmarks) and 3.2.3
//! Consistent navigation (the frame is the same on every page and does not move with the page's width).

use leptos::prelude::*;

use super::focus::focus_element;
use super::page::MAIN_ID;

/// The product's name, the area's name, a slot for what the app has to say about saving, and one for the navigation.
#[component]
pub fn Header(
    /// The product's name, which is also the link home.
    #[prop(into)]
    product: String,
    /// Where the product's name leads.
    #[prop(into)]
    home: Signal<String>,
    /// The name of what is open now; empty when nothing is.
    #[prop(into)]
    area: Signal<String>,
    /// What stands at the right, such as whether the work is saved.
    #[prop(optional, into)]
    status: ViewFn,
    /// The navigation beneath the bar.
    #[prop(optional, into)]
    navigation: ViewFn,
) -> impl IntoView {
    view! {
        <header class="app-header">
            <div class="app-header__bar">
                <div class="govuk-width-container app-header__inner">
                    <a class="app-header__product" href=move || home.get()>
                        {product}
                    </a>
                    <Show when=move || area.with(|area| !area.is_empty())>
                        <span class="app-header__area">{move || area.get()}</span>
                    </Show>
                    <div class="app-header__status">{status.run()}</div>
                </div>
            </div>
            <div class="app-stripe" aria-hidden="true"></div>
            {navigation.run()}
        </header>
    }
}

/// The first thing the Tab key reaches: the way past the header to the page.
#[component]
pub fn SkipLink() -> impl IntoView {
    view! {
        <a
            class="govuk-skip-link"
            href=format!("#{MAIN_ID}")
            on:click=move |event| {
                // The fragment names the app's page, so following the link would leave it.
                event.prevent_default();
                if let Some(main) = document().get_element_by_id(MAIN_ID) {
                    focus_element(&main);
                    main.scroll_into_view();
                }
            }
        >
            "Skip to main content"
        </a>
    }
}

/// What stands under every page.
#[component]
pub fn Footer(
    /// The words and links.
    children: Children,
) -> impl IntoView {
    view! {
        <footer class="app-footer">
            <div class="govuk-width-container">{children()}</div>
        </footer>
    }
}
