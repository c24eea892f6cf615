// Browser profiles with work in them, made once a run through Rainbow's own pages and copied for every measure.
import { newFolder, remove, start } from "./browser.mjs";
import { planRows, trainingEvents } from "./sites.mjs";

/**
 * A profile with a response begun, one with an area of 50,000 responses beside an empty area, and one with an area of
 * 10,000 responses, one with a plan of 500 rows, and one with 300 training events; each is made when the first measure asks for it. `clear` removes those that were.
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
  return { draft: once(withDraft), areas: once(withAreas), many: once(withMany), plan: once(withPlan), training: once(withTraining), clear };
}

/** The address is that of the response's first theme. */
async function withDraft(site) {
  const folder = await newFolder();
  const { context, close } = await start(folder);
  const page = context.pages()[0];
  await createArea(page, site);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Survey" }).click();
  await page.getByLabel("Title").fill("Spring");
  await page.getByRole("button", { name: "Open the round" }).click();
  await page.getByRole("button", { name: "Answer the survey" }).click();
  await page.getByLabel("Leaders and managers").check();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("group").first().waitFor();
  await saved(page);
  const address = page.url();
  await close();
  return { folder, address };
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
async function withMany(site, built) {
  const folder = await newFolder();
  const { context, close } = await start(folder);
  const address = await openFile(context.pages()[0], site, `${built}/ten-thousand.json`, "10000");
  await close();
  return { folder, address };
}

/** The address is that of a plan of 500 rows, brought in as a table. */
async function withPlan(site) {
  const folder = await newFolder();
  const { context, close } = await start(folder);
  const page = context.pages()[0];
  await createArea(page, site);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Plans" }).click();
  await page.getByRole("button", { name: "Import a plan" }).click();
  const cells = ({ label, text, lead, due, milestones }) => [label, `"${text}"`, lead, due, milestones[0].text].join(",");
  const csv = ["No,Action,Lead,Target date,Milestones", ...planRows().map(cells)].join("\n");
  await page.getByLabel("Choose a CSV file").setInputFiles({ name: "A long plan.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByRole("button", { name: "Add to this plan" }).click();
  await page.getByRole("treegrid").waitFor();
  await saved(page);
  const address = page.url();
  await close();
  return { folder, address };
}

/** The address is that of a training map of 300 events, brought in as a table. */
async function withTraining(site) {
  const folder = await newFolder();
  const { context, close } = await start(folder);
  const page = context.pages()[0];
  await createArea(page, site);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Exercises" }).click();
  await page.getByRole("link", { name: "Training map" }).click();
  await page.getByRole("link", { name: "Import training events" }).click();
  const cells = ({ title, lead, professions, competencies, dates, method }) => [title, lead, professions, competencies, dates, method].join(",");
  const csv = ["Course,Lead,Professions,Competencies,Dates,Delivery method", ...trainingEvents().map(cells)].join("\n");
  await page.getByLabel("Choose a CSV file").setInputFiles({ name: "Training.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByRole("button", { name: "Add these events" }).click();
  await page.getByRole("table", { name: "Training events by profession and arc" }).waitFor();
  await saved(page);
  const address = page.url();
  await close();
  return { folder, address };
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
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  await saved(page);
}

async function saved(page) {
  await page.getByRole("banner").getByText("Saved on this device").waitFor({ timeout: 120_000 });
}
