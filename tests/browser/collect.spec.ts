// Collecting: a thousand files at once with a bar and a way out, the same ones again, bad ones among good ones, folders,
// archives, and answers that come late.
import { mkdtempSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test, type Open } from "./support";
import { chooseFiles, createArea, download, saved, section } from "./pages";

type File = { name: string; text: string | Buffer };

/** A coordinator's area with an open round, and a way to make responses to it. */
async function coordinator(page: Page, open: Open) {
  await open(page);
  await createArea(page, "Fenshire");
  await section(page, "Survey");
  await page.getByLabel("Title").fill("Spring 2027");
  await page.getByRole("button", { name: "Open the round", exact: true }).click();
  await expect(page.getByText("The round is open.")).toBeVisible();
  await saved(page);
  await section(page, "Files");
  const area = JSON.parse((await download(page, "Export")).text).data;
  const record = (kind: string) => area.records.find((record: { kind: string }) => record.kind === kind);
  const [round, survey] = [record("round"), record("survey")];
  await section(page, "Responses");
  return (number: number, more: object = {}): File => {
    const id = `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
    const response = { id, revision: 1, sector: number % 2 ? "schools" : "health", answers: { "identity-1": 1 + (number % 5) }, ...more };
    const data = { workspace: area.workspace, round: round.id, survey: round.body.surveys[0], responses: [response] };
    expect(survey.body).toBeTruthy();
    return { name: `rainbow-response-${number}.json`, text: sealed(JSON.stringify(data)) };
  };
}

/** Data in the envelope of a file of responses. */
function sealed(data: string): string {
  const checksum = `sha256:${createHash("sha256").update(data).digest("hex")}`;
  return `{"format":"rainbow","version":1,"kind":"responses","exported":"2027-01-01T00:00:00.000Z","checksum":"${checksum}","data":${data}}`;
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, number) => number + 1);
}

/** Makes files in the page, where a person's would come from the disk, and drops them anywhere on it. `ready` is called in between. */
async function drop(page: Page, files: File[], ready: () => Promise<void> = async () => {}) {
  await page.evaluate((files) => {
    const data = new DataTransfer();
    for (const { name, text } of files) data.items.add(new File([text], name, { type: "application/json" }));
    Object.assign(window, { dropping: data });
  }, files.map(({ name, text }) => ({ name, text: text.toString() })));
  await ready();
  await page.evaluate(() => {
    const dataTransfer = (window as unknown as { dropping: DataTransfer }).dropping;
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
}

/** Has the page note every task that lasts longer than a person would put up with. */
async function watchTasks(page: Page) {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration))).observe({ type: "longtask" });
  });
}

async function longest(page: Page): Promise<number> {
  return await page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks));
}

const bySector = (page: Page) => page.getByRole("table", { name: "Responses by sector" });

test("a thousand files arrive in one step, can be cancelled, and come in once", async ({ page, open }) => {
  test.slow();
  const response = await coordinator(page, open);
  const files = upTo(1_000).map((number) => response(number));

  await drop(page, files);
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.getByRole("button", { name: "Cancel, change nothing" }).click();
  await expect(page.getByRole("heading", { name: /^(Reading|Checking) the files/ })).toBeHidden();
  await expect(page.getByText("0 responses received.")).toBeVisible();

  await drop(page, files, () => watchTasks(page));
  await expect(page.getByRole("progressbar", { name: /of 1000 files (read|checked)/ })).toBeVisible();
  await expect(page.getByText("1000 files. 1000 new responses.")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("0 responses received.")).toBeVisible();
  await page.getByRole("button", { name: "Add to Fenshire" }).click();
  await expect(page.getByText("The files were taken in. 1000 new responses.")).toBeVisible();
  await expect(bySector(page).getByRole("row", { name: /Schools/ })).toContainText("500");
  await saved(page);
  // Told and not asserted: how long a task lasts says as much of the machine as of the app.
  test.info().annotations.push({ type: "longest task", description: `${await longest(page)} ms` });

  await drop(page, files);
  await expect(page.getByText("1000 files. 1000 here already.")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("button", { name: /^Add to/ })).toBeHidden();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("0 responses received.")).toBeVisible();
});

test("good files are taken beside bad ones, and each says what it brought", async ({ page, open }) => {
  const response = await coordinator(page, open);
  const good = response(1);
  const text = good.text.toString();
  const unseen = response(7, { organisation: "Fen\u202eshire" });
  const files = [
    good,
    { name: "copy.json", text },
    { ...response(1, { revision: 2 }), name: "corrected.json" },
    { ...response(1, { revision: 2, sector: "youth" }), name: "clash.json" },
    { name: "half.json", text: text.slice(0, 300) },
    { ...response(3, { answers: { "identity-1": 6 } }), name: "six.json" },
    { ...response(4, { sector: "circus" }), name: "circus.json" },
    { ...response(5, { answers: { "identity-99": 3 } }), name: "unknown.json" },
    { name: "hand.json", text: response(6).text.toString().replace('"identity-1":2', '"identity-1":5') },
    { ...unseen, name: "unseen.json" },
    { name: "rainbow-survey-fenshire.html", text: "<!doctype html><title>Survey: Spring 2027</title>" },
    { name: "photo.png", text: Buffer.from([0x89, 0x50, 0xff, 0xfe]) },
  ];
  await chooseFiles(page, ...files);
  const row = (name: string) => page.getByRole("row", { name: new RegExp(`^${name.replaceAll(".", "\\.")}`) });
  for (const [name, says] of [
    ["rainbow-response-1.json", "1 new response."],
    ["copy.json", "1 here already."],
    ["corrected.json", "1 corrected."],
    ["clash.json", "here already with other answers"],
    ["half.json", "it ends in the middle"],
    ["six.json", "in response 1, statement identity-1, the score is 6"],
    ["circus.json", "the sector is “circus”, which is not in the area’s list"],
    ["unknown.json", "there is no such statement"],
    ["hand.json", "The content was changed after Rainbow made this file"],
    ["unseen.json", "can’t be seen"],
    ["rainbow-survey-fenshire.html", "This is the survey, not the answers. Ask for the file whose name starts rainbow-response-."],
    ["photo.png", "This is not a Rainbow file"],
  ] as const) {
    await expect(row(name)).toContainText(says);
  }
  await page.getByLabel("Leave out 1 such file").check();
  await page.getByRole("button", { name: "Add to Fenshire" }).click();
  await expect(page.getByText(/^4 responses received/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "The same response with two contents" })).toBeVisible();
  await expect(page.getByText(/clash\.json/).first()).toBeVisible();

  // One response, as it was given, with the file it came in.
  await page.getByRole("button", { name: /^Open response/ }).first().click();
  await expect(page.getByRole("heading", { name: /^Response 00000000/ })).toBeVisible();
  await expect(page.getByRole("table", { name: "Shared identity and purpose" })).toContainText("Not answered");
  await page.getByRole("button", { name: "Close the response" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("0 responses received.")).toBeVisible();
});

test("an archive and a folder are opened, and a damaged archive is named", async ({ page, open }) => {
  const response = await coordinator(page, open);
  const whole = zip(upTo(3).map((number) => response(number)));
  await chooseFiles(page, { name: "back.zip", text: whole }, { name: "cut.zip", text: whole.subarray(0, 500) });
  await expect(page.getByText("4 files, 1 of which can’t be taken. 3 new responses.")).toBeVisible();
  await expect(page.getByRole("row", { name: /^cut\.zip/ })).toContainText("This .zip file is damaged");
  await expect(page.getByRole("row", { name: /^back\.zip\/rainbow-response-2\.json/ })).toBeVisible();
  await page.getByRole("button", { name: "Add to Fenshire" }).click();
  await expect(page.getByText(/^3 responses received/)).toBeVisible();

  // An archive that says that it holds less than comes out of it.
  const bomb = zip([{ name: "bomb.json", text: " ".repeat(1_000_000) }], 10);
  await chooseFiles(page, { name: "bomb.zip", text: bomb });
  await expect(page.getByRole("row", { name: /^bomb\.zip\/bomb\.json/ })).toContainText("could not be taken out");
  await page.getByRole("button", { name: "Close" }).click();

  const folder = mkdtempSync(join(tmpdir(), "returns-"));
  for (const number of [3, 4]) writeFileSync(join(folder, `${number}.json`), response(number).text);
  writeFileSync(join(folder, ".hidden"), "x");
  await page.getByText("Choose a whole folder").click();
  await page.getByLabel("Choose a folder").setInputFiles(folder);
  await expect(page.getByText("2 files. 1 new response and 1 here already.")).toBeVisible();
  await page.getByRole("button", { name: "Cancel, change nothing" }).click();
  await expect(page.getByText(/^3 responses received/)).toBeVisible();
});

test("what comes after the closing is late until it is taken in, and the figures stand", async ({ page, open }) => {
  const response = await coordinator(page, open);
  await chooseFiles(page, ...upTo(6).map((number) => response(number)));
  await page.getByRole("button", { name: "Add to Fenshire" }).click();
  await expect(page.getByText(/^6 responses received/)).toBeVisible();
  await section(page, "Survey");
  await page.getByRole("button", { name: "Close the round" }).click();
  await expect(page.getByText("The round is closed.")).toBeVisible();

  await section(page, "Responses");
  await chooseFiles(page, ...[7, 8, 9].map((number) => response(number)));
  await expect(page.getByText("“Spring 2027” is closed, so these answers are late.")).toBeVisible();
  await page.getByRole("button", { name: "Add to Fenshire" }).click();
  await expect(page.getByRole("heading", { name: "Late: 3 responses" })).toBeVisible();
  await expect(page.getByText(/^6 responses received/)).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(page.getByText(/^6 responses received/)).toBeVisible();

  await page.getByRole("button", { name: "Take late answers in" }).click();
  await page.getByRole("button", { name: "Yes, take them in" }).click();
  await expect(page.getByText(/^9 responses received/)).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Late:/ })).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/^6 responses received/)).toBeVisible();

  await page.getByRole("button", { name: /^Withdraw response/ }).first().click();
  await expect(page.getByText("They change by this one person.", { exact: false })).toBeVisible();
});

test("a reminder says who is missing, and can be copied", async ({ page, open }) => {
  const response = await coordinator(page, open);
  await chooseFiles(page, response(1));
  await page.getByRole("button", { name: "Add to Fenshire" }).click();
  await page.getByText("The words of the reminder").click();
  await expect(page.getByText("So far 1 response has come back to the survey “Spring 2027” of Fenshire.")).toBeVisible();
  await page.getByRole("button", { name: "Copy a reminder" }).click();
  await expect(page.getByText("The reminder was copied. Paste it into an email.")).toBeVisible();
});

/** An archive of deflated files, each of which may be said to have another size. */
function zip(files: File[], size?: number): Buffer {
  const [parts, list]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, text } of files) {
    const [raw, title] = [Buffer.from(text), Buffer.from(name)];
    const packed = deflateRawSync(raw);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(size ?? raw.length, 18);
    facts.writeUInt16LE(title.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    parts.push(Buffer.from("PK\x03\x04", "latin1"), facts, title, packed);
    list.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), facts, rest, title);
    at += 30 + title.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(list).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...list, end]);
}
