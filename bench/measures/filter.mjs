// A filter of the breakdown: from choosing it to the frame that shows the page redrawn, with 10,000 responses.
import { measured } from "./choices.mjs";

/** Choices a turn: each is a sample. */
const CHOICES = 4;
/** What is chosen in turn. Every choice leaves other people or other statements than the one before. */
const FILTERS = [
  ["Staff group", "Leaders and managers"],
  ["Perspective", "Team perspective"],
  ["Staff group", "Front-line staff and their managers"],
  ["Perspective", "All perspectives"],
  ["Break down by", "Staff group"],
  ["Sector", "Schools"],
  ["Sector", "All sectors"],
  ["Break down by", "Sector"],
];

export async function prepare({ profiles }) {
  const profile = await profiles.many();
  const address = profile.address.replace(/overview$/, "breakdown");
  const ready = "All 10000 responses.";
  return measured({ profile, address, ready, filters: FILTERS, choices: CHOICES, name: "filter" });
}
