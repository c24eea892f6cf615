// The floor of counting: one pass over typed arrays, with the arithmetic of src/analysis/scores.rs and nothing around it.

/** What an answer adds to a person's own scores in a theme: its score in the low half, and one more score in the high half. */
const ADDS = Uint32Array.from({ length: 16 }, (_, answer) => (answer < 5 ? 0x10000 + answer + 1 : 0));

/**
 * Counts a round. `round` is what table.js makes.
 * Returns counts of eight kinds of answer by statement, and by theme the people and the sum of their means.
 */
export function count({ responses, statements, themes, answers, groupOf, notAsked, themeOf }) {
  // Which answer comes next can't be foreseen, so there is no branch on it: what was not asked counts in a place of its own.
  const places = new Uint32Array(statements * 16);
  const people = new Uint32Array(themes);
  const sums = new Float64Array(themes);
  const own = new Uint32Array(themes);
  let at = 0;
  for (let person = 0; person < responses; person += 1) {
    const group = groupOf[person] * statements;
    for (let statement = 0; statement < statements; statement += 1, at += 1) {
      const answer = answers[at] | notAsked[group + statement];
      places[statement * 16 + answer] += 1;
      own[themeOf[statement]] += ADDS[answer];
    }
    for (let theme = 0; theme < themes; theme += 1) {
      const scored = own[theme] >>> 16;
      if (scored > 0) {
        people[theme] += 1;
        sums[theme] += (own[theme] & 0xffff) / scored;
        own[theme] = 0;
      }
    }
  }
  const counts = new Uint32Array(statements * 8);
  for (let statement = 0; statement < statements; statement += 1) {
    counts.set(places.subarray(statement * 16, statement * 16 + 8), statement * 8);
  }
  return { counts, people, sums };
}
