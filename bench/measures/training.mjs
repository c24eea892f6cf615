// A filter of the training map: from choosing it to the frame that shows the map redrawn, with 300 events for 40 professions.
import { measured } from "./choices.mjs";
import { trainingEvents } from "../tables.mjs";

/** Choices a turn: each is a sample. */
const CHOICES = 6;
/** What is chosen in turn. Every choice leaves other events or other cells than the one before. */
const FILTERS = [
  ["Lead", "Service 3"],
  ["Delivery method", "E-learning"],
  ["Lead", "All leads"],
  ["Delivery method", "All methods"],
  ["Profession", "Profession 7"],
  ["Profession", "All professions"],
  ["When", "April 2009 to March 2010"],
  ["Arc", "Integrated working practices"],
  ["Arc", "All arcs"],
  ["When", "At any time"],
];

export async function prepare({ profiles }) {
  const profile = await profiles.training();
  const ready = `All ${trainingEvents().length} events.`;
  return measured({ profile, address: profile.address, ready, filters: FILTERS, choices: CHOICES, name: "training, filter" });
}
