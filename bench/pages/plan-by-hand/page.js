// The floor of a plan's table: the same rows, cells and keys as Rainbow's, in nothing but the browser's own calls, with each
// change written to storage. It keeps no history, undoes nothing and draws nothing that did not change.
"use strict";

const body = document.querySelector("tbody");
const filter = document.querySelector("#filter-lead");
const rows = new Map();
let next = 0;

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function cell(column, ...children) {
  const made = element(column === "text" ? "th" : "td", column === "text" ? "govuk-table__header" : "govuk-table__cell", ...children);
  made.dataset.column = column;
  made.tabIndex = -1;
  return made;
}

function tick(className, checked, changed) {
  const made = element("input", className);
  made.type = "checkbox";
  made.checked = checked;
  made.addEventListener("change", () => changed(made.checked));
  return made;
}

function draw(item) {
  const row = element("tr", "govuk-table__row");
  row.dataset.id = item.id;
  const link = element("a", "govuk-link", item.text || "(no words)");
  link.href = `#${item.id}`;
  const steps = item.milestones.map((step) =>
    element("li", "", element("label", "app-plan__step", tick("app-grid__tick", step.reached, (on) => {
      step.reached = on;
      save(item);
      draw(item);
    }), element("span", "", step.text))));
  row.append(
    cell("choose", tick("app-grid__tick", item.chosen, (on) => { item.chosen = on; })),
    cell("label", item.label),
    cell("text", element("span", "app-plan__item", link)),
    cell("lead", item.lead),
    cell("due", item.due),
    cell("milestones", element("ul", "app-plan__steps", ...steps)),
    cell("arcs", element("span", "app-plan__none", "No arc")),
    cell("progress", element("span", "app-plan__none", "Nothing reported yet")),
    cell("rag", element("strong", "govuk-tag govuk-tag--grey", "Not set")),
  );
  const before = rows.get(item.id)?.row;
  if (before) before.replaceWith(row);
  rows.set(item.id, { item, row });
  return row;
}

function save(item) {
  localStorage.setItem(`plan/${item.id}`, JSON.stringify(item));
}

function added(item) {
  return { id: next++, label: "", text: "", lead: "", due: "", milestones: [], chosen: false, ...item };
}

for (const item of globalThis.plan) body.append(draw(added(item)));
for (const lead of new Set(globalThis.plan.map((item) => item.lead))) filter.append(new Option(lead, lead));

filter.addEventListener("change", () => {
  for (const { item, row } of rows.values()) row.hidden = filter.value !== "" && item.lead !== filter.value;
});

document.querySelector("#delete").addEventListener("click", () => {
  for (const { item, row } of [...rows.values()]) {
    if (!item.chosen) continue;
    row.remove();
    rows.delete(item.id);
    localStorage.removeItem(`plan/${item.id}`);
  }
});

body.addEventListener("keydown", (event) => {
  const at = event.target.closest("[data-column]");
  const row = event.target.closest("tr");
  if (!event.altKey || event.target !== at) return;
  event.preventDefault();
  if (event.key === "Enter") {
    const item = added({});
    row.after(draw(item));
    save(item);
    const field = element("textarea", "govuk-textarea app-grid__field");
    rows.get(item.id).row.querySelector("[data-column=text]").replaceChildren(field);
    field.focus();
    field.addEventListener("keydown", (pressed) => {
      if (pressed.key !== "Escape") return;
      draw(item);
      rows.get(item.id).row.querySelector("[data-column=text]").focus();
    });
  } else if (event.key === "ArrowDown" && row.nextElementSibling) {
    row.nextElementSibling.after(row);
    save(rows.get(Number(row.dataset.id)).item);
    at.focus();
  }
});
