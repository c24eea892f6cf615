// Browser profiles with work in them, made once a run through Rainbow's own pages and copied for every measure.
import { newFolder, remove, start } from "./browser.mjs";
import { csv, planRows, strategyActions, trainingEvents } from "./tables.mjs";

/**
 * A profile with a response begun, one with an area of 50,000 responses beside an empty area, one with an area of 10,000
 * responses, one with a plan of 500 rows, one with 300 training events, and one with all that a strategy pack holds; each is made
 * when the first measure asks for it. `clear` removes those that were.
 */
export function profiles(site, built) {
  const made = new Map();
  const once = (make) => () => {
    if (!made.has(make)) made.set(make, make(site, built));
    return made.get(make);
  };
  async function clear() {
    for (const profile of made.values()) await remove((await profile).folder);
  }
  return { draft: once(withDraft), areas: once(withAreas), many: once(withMany), plan: once(withPlan), training: once(withTraining), pack: once(withPack), clear };
}

/** The address is that of the response's first theme. */
function withDraft(site) {
  return prepared(async (page) => {
    await createArea(page, site);
    await section(page, "Survey");
    await page.getByLabel("Title").fill("Spring");
    await page.getByRole("button", { name: "Open the round" }).click();
    await page.getByRole("button", { name: "Answer the survey" }).click();
    await page.getByLabel("Leaders and managers").check();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("group").first().waitFor();
  });
}

async function withAreas(site, built) {
  const folder = await newFolder();
  const { context, close } = await start(folder);
  const page = context.pages()[0];
  const full = await openFile(page, site, `${built}/fifty-thousand.json`, "50000");
  await createArea(page, site);
  const empty = page.url();
  await close();
  return { folder, addresses: { ours: full, floor: empty } };
}

/** The address is that of the area's overview. */
function withMany(site, built) {
  return prepared((page) => openFile(page, site, `${built}/ten-thousand.json`, "10000"));
}

/** The address is that of a plan of 500 rows, brought in as a table. */
function withPlan(site) {
  return prepared(async (page) => {
    await createArea(page, site);
    const cells = ({ label, text, lead, due, milestones }) => [label, text, lead, due, milestones[0].text];
    await importPlan(page, csv(["No", "Action", "Lead", "Target date", "Milestones"], planRows(), cells));
  });
}

/** The address is that of a training map of 300 events, brought in as a table. */
function withTraining(site) {
  return prepared(async (page) => {
    await createArea(page, site);
    await importTraining(page);
  });
}

/**
 * The address is that of the sample's overview, with a strategy of 62 actions and 300 training events brought in: an area with
 * something in every annex of a strategy pack.
 */
function withPack(site) {
  return prepared(async (page) => {
    await page.goto(site);
    await page.getByRole("button", { name: "Try it with sample data" }).click();
    await overview(page);
    const address = page.url();
    const cells = ({ label, text, output, lead, due, progress, rag }) => [label, text, output, lead, due, progress, rag];
    const heads = ["No", "Action", "Output", "Responsibility", "Timeframe", "Progress to date", "RAG"];
    await importPlan(page, csv(heads, strategyActions(), cells));
    await importTraining(page);
    return address;
  });
}

/** A profile in which `make` did something; the address is what that gives, or where it ended. */
async function prepared(make) {
  const folder = await newFolder();
  const { context, close } = await start(folder);
  const page = context.pages()[0];
  const given = await make(page);
  await saved(page);
  const address = given ?? page.url();
  await close();
  return { folder, address };
}

/** Brings a plan in, in an area that is open, and stays at its table. */
async function importPlan(page, table) {
  await section(page, "Plans");
  await page.getByRole("button", { name: "Import a plan" }).click();
  await choose(page, "A long plan.csv", table);
  await page.getByRole("button", { name: "Add to this plan" }).click();
  await page.getByRole("treegrid").waitFor();
}

/** Brings the training events in, in an area that is open, and stays at their map. */
async function importTraining(page) {
  await section(page, "Exercises");
  await page.getByRole("link", { name: "Training map" }).click();
  await page.getByRole("link", { name: "Import training events" }).click();
  const cells = ({ title, lead, professions, competencies, dates, method, evaluation }) => [title, lead, professions, competencies, dates, method, evaluation];
  const heads = ["Course", "Lead", "Professions", "Competencies", "Dates", "Delivery method", "Evaluation"];
  await choose(page, "Training.csv", csv(heads, trainingEvents(), cells));
  await page.getByRole("button", { name: "Add these events" }).click();
  await page.getByRole("table", { name: "Training events by profession and arc" }).waitFor();
}

async function choose(page, name, text) {
  await page.getByLabel("Choose a CSV file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

async function section(page, name) {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).click();
}

/** Opens an area's file and gives the address of its overview. */
async function openFile(page, site, file, responses) {
  await page.goto(site);
  await page.getByLabel("Choose files").setInputFiles(file);
  await page.getByRole("button", { name: /^Open / }).click({ timeout: 120_000 });
  await page.getByText(`${responses} responses received`).waitFor({ timeout: 120_000 });
  await saved(page);
  return page.url();
}

async function createArea(page, site) {
  await page.goto(site);
  await page.getByLabel("Name of the area").fill("Measured");
  await page.getByRole("button", { name: "Create the area" }).click();
  await overview(page);
}

async function overview(page) {
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  await saved(page);
}

async function saved(page) {
  await page.getByRole("banner").getByText("Saved on this device").waitFor({ timeout: 120_000 });
}
