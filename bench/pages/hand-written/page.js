// The floor: the same statements, a theme a page, with every answer kept in localStorage and IndexedDB at every click.
"use strict";

const themes = JSON.parse(document.getElementById("themes").textContent);
const total = themes.reduce((sum, theme) => sum + theme.statements.length, 0);
const PLACE = "answers/";
const answers = new Map();
for (let at = 0; at < localStorage.length; at += 1) {
  const key = localStorage.key(at);
  if (key.startsWith(PLACE)) answers.set(key.slice(PLACE.length), localStorage.getItem(key));
}

const byId = (id) => document.getElementById(id);
const choices = ["1", "2", "3", "4", "5", "Don't know", "Not applicable"];

const database = new Promise((resolve, reject) => {
  const request = indexedDB.open("hand-written", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("answers");
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

let saving = 0;
async function save(statement, answer) {
  answers.set(statement, answer);
  saving += 1;
  byId("status").textContent = "Saving…";
  try {
    localStorage.setItem(PLACE + statement, answer);
    const transaction = (await database).transaction("answers", "readwrite", { durability: "strict" });
    transaction.objectStore("answers").put(answer, statement);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    saving -= 1;
    if (saving === 0) byId("status").textContent = "Saved on this device";
  } catch (error) {
    saving -= 1;
    byId("status").textContent = `Not saved: ${error.message}`;
  }
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function radio(statement, choice) {
  const input = element("input", { type: "radio", name: statement.id, value: choice });
  input.checked = answers.get(statement.id) === choice;
  const end = { 1: "low", 5: "high" }[choice];
  if (end) input.setAttribute("aria-describedby", `${statement.id}-${end}`);
  return element("label", {}, input, choice);
}

function question(statement) {
  const { id } = statement;
  const radios = choices.map((choice) => radio(statement, choice));
  const low = element("p", { id: `${id}-low` }, `1 means: ${statement.at_1}`);
  const high = element("p", { id: `${id}-high` }, `5 means: ${statement.at_5}`);
  const fieldset = element(
    "fieldset",
    { id },
    element("legend", {}, statement.text),
    element("div", { className: "row" }, low, element("div", { className: "scores" }, ...radios.slice(0, 5)), high),
    element("div", { className: "apart" }, ...radios.slice(5)),
  );
  fieldset.setAttribute("aria-describedby", `${id}-low ${id}-high`);
  return fieldset;
}

function showProgress() {
  byId("progress").textContent = `${answers.size} of ${total} answered`;
}

function link(id, theme) {
  byId(id).hidden = !theme;
  if (theme) byId(id).href = `#${theme.id}`;
}

function show() {
  const found = themes.findIndex((theme) => `#${theme.id}` === location.hash);
  const at = Math.max(found, 0);
  const theme = themes[at];
  byId("place").textContent = `Theme ${at + 1} of ${themes.length}`;
  byId("theme").textContent = theme.name;
  const parts = [];
  let practice;
  for (const statement of theme.statements) {
    if (statement.practice !== practice) {
      practice = statement.practice;
      if (practice) parts.push(element("h2", {}, practice));
    }
    parts.push(question(statement));
  }
  byId("questions").replaceChildren(...parts);
  link("previous", themes[at - 1]);
  link("next", themes[at + 1]);
  showProgress();
}

byId("questions").addEventListener("change", (event) => {
  save(event.target.name, event.target.value);
  showProgress();
});
addEventListener("hashchange", () => {
  show();
  byId("theme").focus();
});
show();

/** What only the durable store still has, as after a crash, is put back. */
async function restore() {
  const store = (await database).transaction("answers").objectStore("answers");
  const [keys, values] = [store.getAllKeys(), store.getAll()];
  await new Promise((resolve) => {
    values.onsuccess = resolve;
  });
  const lost = keys.result.map((key, at) => [key, values.result[at]]).filter(([key]) => !answers.has(key));
  for (const [key, answer] of lost) answers.set(key, answer);
  if (lost.length > 0) show();
}
restore();
