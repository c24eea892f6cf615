// Lays a round of a Rainbow file out as tables for the peers' countings. Nothing of this is timed.

const KINDS = "12345dn.";

/** The tables of one round of an area's file: `typed` for typed.js, `rows` for d3.js, and the names for the figures. */
export function tables(file, roundId) {
  const bodies = (kind) => file.data.records.filter((record) => record.kind === kind && record.body);
  const round = bodies("round").find((record) => record.id === roundId).body;
  const survey = bodies("survey").find((record) => record.body.hash === round.surveys.at(-1)).body;
  const { framework, questionnaire } = survey.content;
  const area = bodies("area")[0].body;
  const asksAll = questionnaire.statements;
  const asks = (theme) => asksAll.some((statement) => statement.theme === theme);
  const themeNames = framework.themes.map((theme) => theme.id).filter(asks);
  const packs = bodies("pack").map((record) => record.body).filter((pack) => pack.round === roundId);
  const responses = packs.flatMap((pack) => pack.responses);

  const withins = new Map(area.staff_groups.map((group) => [group.id, group.within]));
  const groupNames = [...new Set(responses.map((response) => response.staff_group))];
  const isAsked = (statement, group) => {
    const audience = statement.audience ?? [];
    return group === undefined || audience.length === 0 || audience.includes(group) || audience.includes(withins.get(group));
  };
  const askedOf = groupNames.map((group) => asksAll.map((statement) => isAsked(statement, group)));
  const codes = responses.map((response) => Uint8Array.from(response.answers, (answer) => KINDS.indexOf(answer)));
  const groups = responses.map((response) => groupNames.indexOf(response.staff_group));
  const themeOf = asksAll.map((statement) => themeNames.indexOf(statement.theme));

  const answers = new Uint8Array(responses.length * asksAll.length);
  codes.forEach((row, person) => answers.set(row, person * asksAll.length));
  return {
    names: { statements: asksAll.map((statement) => statement.id), themes: themeNames, responses: responses.length },
    typed: {
      responses: responses.length,
      statements: asksAll.length,
      themes: themeNames.length,
      answers,
      groupOf: Uint8Array.from(groups),
      // 8 where it was not asked, so that with any answer it makes one of the eight places that are not looked at.
      notAsked: Uint8Array.from(askedOf.flat(), (asked) => (asked ? 0 : 8)),
      themeOf: Uint8Array.from(themeOf),
    },
    rows: {
      statements: asksAll.length,
      themes: themeNames.map((_, theme) => themeOf.flatMap((of, statement) => (of === theme ? [statement] : []))),
      people: codes.map((row, person) => ({ answers: row, asked: askedOf[groups[person]] })),
    },
  };
}

/** A peer's result in the form of Rainbow's figures. */
export function figures(names, { counts, people, sums }) {
  const statements = names.statements.map((id, at) => [id, [...counts.subarray(at * 8, at * 8 + 8)]]);
  const themes = names.themes.map((id, at) => [id, { people: people[at], mean: people[at] > 0 ? sums[at] / people[at] : null }]);
  return { responses: names.responses, statements: Object.fromEntries(statements), themes: Object.fromEntries(themes) };
}

/** Throws unless two figures are the same: counts exactly, means but for the rounding of sums made in another order. */
export function expectSame(ours, theirs, whose) {
  const differ = (what) => {
    throw new Error(`${whose} counts ${what} differently, so the times would not be of the same work`);
  };
  const exactly = ({ responses, statements }) => JSON.stringify([responses, Object.entries(statements).sort()]);
  if (exactly(ours) !== exactly(theirs)) differ("the answers");
  for (const [id, { people, mean }] of Object.entries(ours.themes)) {
    const their = theirs.themes[id];
    if (!their || their.people !== people || !(Math.abs(their.mean - mean) < 1e-9)) differ(`the theme ${id}`);
  }
}
