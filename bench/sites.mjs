// The pages that are measured, as files in memory: Rainbow's site, the SurveyJS page, the hand-written one, and the figures.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { planRows } from "./tables.mjs";

const PACKAGES = "node_modules";
const PAGES = "bench/pages";

/** Every site by its name. `built` is the folder of what was built for this run. */
export async function sites(built) {
  const themes = await questions();
  return {
    ours: await folder("dist/site"),
    peer: new Map([
      ["index.html", filled(await text(`${PAGES}/surveyjs/index.html`), surveyJson(themes))],
      ...(await files(`${PAGES}/surveyjs`, ["survey.js"])),
      ...(await files(`${PACKAGES}/survey-core`, ["survey.core.min.js", "survey-core.min.css"])),
      ...(await files(`${PACKAGES}/survey-js-ui`, ["survey-js-ui.min.js"])),
    ]),
    floor: new Map([
      ["index.html", filled(await text(`${PAGES}/hand-written/index.html`), themes)],
      ...(await files(`${PAGES}/hand-written`, ["page.css", "page.js"])),
    ]),
    planByHand: new Map([
      ["index.html", filled(await text(`${PAGES}/plan-by-hand/index.html`), planRows())],
      ...(await files(`${PAGES}/plan-by-hand`, ["page.js"])),
      // The same look, so that laying the table out costs the same.
      ["rainbow.css", await stylesheet()],
    ]),
    figures: new Map([
      ...(await folder(`${PAGES}/figures`)),
      ["d3-array.js", await readFile(`${PACKAGES}/d3-array/dist/d3-array.min.js`)],
      ...(await files(built, ["tools.js", "tools.wasm", "ten-thousand.json"])),
    ]),
  };
}

async function stylesheet() {
  const name = (await readdir("dist/site")).find((name) => name.endsWith(".css"));
  return readFile(join("dist/site", name));
}

/** The text of the questionnaire's first statement, by which a page shows that it is ready. */
export async function firstStatement() {
  return (await questions())[0].statements[0].text;
}

/** The questionnaire, a theme at a time, as the peers' pages need it. */
async function questions() {
  const framework = JSON.parse(await text("data/framework.json"));
  const { statements } = JSON.parse(await text("data/questionnaire.json"));
  const practices = new Map(framework.practices.map((practice) => [practice.id, practice.name]));
  const plain = ({ id, practice, text, at_1, at_5 }) => ({ id, practice: practices.get(practice), text, at_1, at_5 });
  return framework.themes
    .map(({ id, name }) => ({ id, name, statements: statements.filter(({ theme }) => theme === id).map(plain) }))
    .filter((theme) => theme.statements.length > 0);
}

/** The same in SurveyJS's own form: a page a theme, a panel a practice, seven radios in a row a statement. */
function surveyJson(themes) {
  const question = ({ id, text, at_1, at_5 }) => ({
    type: "radiogroup",
    name: id,
    title: text,
    description: `1 means: ${at_1} 5 means: ${at_5}`,
    colCount: 0,
    choices: [1, 2, 3, 4, 5, { value: "d", text: "Don't know" }, { value: "n", text: "Not applicable" }],
  });
  const page = ({ id, name, statements }) => {
    const elements = [];
    for (const [practice, members] of grouped(statements)) {
      const asked = members.map(question);
      if (practice) elements.push({ type: "panel", name: practice, title: practice, elements: asked });
      else elements.push(...asked);
    }
    return { name: id, title: name, elements };
  };
  return { title: "Standard questionnaire", showProgressBar: true, pages: themes.map(page) };
}

function grouped(statements) {
  const groups = new Map();
  for (const one of statements) groups.set(one.practice, [...(groups.get(one.practice) ?? []), one]);
  return groups;
}

/** A page with data in its place, in a form that can't end the script that holds it. */
function filled(page, data) {
  return page.replace("<!-- questions -->", () => JSON.stringify(data).replaceAll("<", "\\u003c"));
}

async function files(folder, names) {
  return Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))]));
}

async function folder(path) {
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const contents = await Promise.all(names.map((name) => readFile(name)));
  return new Map(names.map((name, at) => [name.slice(path.length + 1).replaceAll("\\", "/"), contents[at]]));
}

async function text(path) {
  return readFile(path, "utf8");
}
