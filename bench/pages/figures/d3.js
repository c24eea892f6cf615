// The peer of counting: the same figures as people get them from d3-array, by rollup, sum and mean over rows.
/* global d3 */

/** Counts a round. `round` is what table.js makes; the result has the shape of typed.js. */
export function count({ statements, themes, people: rows }) {
  const counts = new Uint32Array(statements * 8);
  for (let statement = 0; statement < statements; statement += 1) {
    const asked = rows.filter((row) => row.asked[statement]);
    const found = d3.rollup(asked, (said) => said.length, (row) => row.answers[statement]);
    for (const [answer, count] of found) counts[statement * 8 + answer] = count;
  }
  const people = new Uint32Array(themes.length);
  const sums = new Float64Array(themes.length);
  themes.forEach((members, theme) => {
    // d3.mean passes over what is undefined, and gives undefined when nothing is left.
    const score = (row) => (statement) =>
      row.asked[statement] && row.answers[statement] < 5 ? row.answers[statement] + 1 : undefined;
    const means = rows.map((row) => d3.mean(members, score(row)));
    people[theme] = d3.count(means);
    sums[theme] = d3.sum(means);
  });
  return { counts, people, sums };
}
