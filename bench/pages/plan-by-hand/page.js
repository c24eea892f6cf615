// The floor of a plan's table: the same rows, cells, columns and keys as Rainbow's, in nothing but the browser's own calls, with
// each change written to storage and said, and the plan's figures kept right. It keeps no history, undoes nothing and draws
// nothing that did not change.
"use strict";

/** The columns: the head of each, how wide it is at least, and its share of the room that is left. */
const COLUMNS = [
  ["Choose", "5em", 0],
  ["No", "3.5em", 0],
  ["Action", "14em", 5],
  ["Lead", "8.5em", 2],
  ["Target date", "8em", 2],
  ["Milestones", "10em", 3],
  ["Arcs", "8em", 2],
  ["Progress", "12em", 4],
  ["RAG", "6.5em", 0],
];

const at = (id) => document.getElementById(id);
const body = document.querySelector("tbody");
const filter = at("filter-lead");
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
    cell("choose", tick("app-grid__tick", item.chosen, (on) => {
      item.chosen = on;
      showBulk();
    })),
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

/** Says what was done, and the figures of the plan as it is then. */
function tell(done) {
  at("said").textContent = done;
  at("figures").textContent = `${rows.size} actions, none overdue.`;
}

function showBulk() {
  const count = [...rows.values()].filter(({ item }) => item.chosen).length;
  at("chosen").textContent = `${count} ${count === 1 ? "row" : "rows"} chosen`;
  at("bulk").hidden = count === 0;
}

function added(item) {
  return { id: next++, label: "", text: "", lead: "", due: "", milestones: [], chosen: false, ...item };
}

const table = document.querySelector("table");
table.style.setProperty("--grid-columns", COLUMNS.map(([, least, share]) => `minmax(${least}, ${share}fr)`).join(" "));
table.style.setProperty("--grid-least", `calc(${COLUMNS.map(([, least]) => least).join(" + ")})`);
for (const [head] of COLUMNS) document.querySelector("thead tr").append(element("th", "govuk-table__header", head));
for (const item of globalThis.plan) body.append(draw(added(item)));
for (const lead of new Set(globalThis.plan.map((item) => item.lead))) filter.append(new Option(lead, lead));
tell("");

filter.addEventListener("change", () => {
  for (const { item, row } of rows.values()) row.hidden = filter.value !== "" && item.lead !== filter.value;
});

at("do").addEventListener("click", () => {
  if (at("deed").value !== "Delete") return;
  for (const { item, row } of [...rows.values()]) {
    if (!item.chosen) continue;
    row.remove();
    rows.delete(item.id);
    localStorage.removeItem(`plan/${item.id}`);
  }
  showBulk();
  tell("Done for the chosen rows.");
});

body.addEventListener("keydown", (event) => {
  const cell = event.target.closest("[data-column]");
  const row = event.target.closest("tr");
  if (!event.altKey || event.target !== cell) return;
  event.preventDefault();
  if (event.key === "Enter") {
    const item = added({});
    row.after(draw(item));
    save(item);
    tell("A row was added.");
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
    cell.focus();
    tell("The row was moved down.");
  }
});
