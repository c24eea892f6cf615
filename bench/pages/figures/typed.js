// The floor of counting: one pass over typed arrays, with the arithmetic of src/analysis/scores.rs and nothing around it.

/**
 * Counts a round. `round` is what table.js makes.
 * Returns counts of eight kinds of answer by statement, and by theme the people and the sum of their means.
 */
export function count({ responses, statements, themes, answers, groupOf, asked, themeOf }) {
  const counts = new Uint32Array(statements * 8);
  const people = new Uint32Array(themes);
  const sums = new Float64Array(themes);
  const given = new Uint32Array(themes);
  const scored = new Uint32Array(themes);
  let at = 0;
  for (let person = 0; person < responses; person += 1) {
    const group = groupOf[person] * statements;
    given.fill(0);
    scored.fill(0);
    for (let statement = 0; statement < statements; statement += 1, at += 1) {
      if (asked[group + statement] === 0) continue;
      const answer = answers[at];
      counts[statement * 8 + answer] += 1;
      if (answer < 5) {
        const theme = themeOf[statement];
        given[theme] += answer + 1;
        scored[theme] += 1;
      }
    }
    for (let theme = 0; theme < themes; theme += 1) {
      if (scored[theme] > 0) {
        people[theme] += 1;
        sums[theme] += given[theme] / scored[theme];
      }
    }
  }
  return { counts, people, sums };
}
