// The made-up tables that are measured: a long plan, the actions of a strategy and a training map, and all of them as CSV.

/** How many rows a long plan has. */
const PLAN_ROWS = 500;

/** The rows of a plan, each with a milestone, as both tables of a long plan show them. */
export function planRows() {
  return Array.from({ length: PLAN_ROWS }, (_, at) => ({
    label: String(at + 1),
    text: `Agree with all partners who does what in district ${at + 1}, and write it down for those who join`,
    lead: `Lead ${(at % 7) + 1}`,
    due: `${["Jan", "Mar", "Jun", "Sep", "Dec"][at % 5]}-${30 + (at % 4)}`,
    milestones: [{ text: `Meeting ${at + 1} held`, reached: false }],
  }));
}

/** How many training events a long training map has. */
const TRAINING_EVENTS = 300;

/** The events of a long training map: 40 professions, each event for three of them in two arcs, led by one of nine. */
export function trainingEvents() {
  const profession = (at) => `Profession ${(at % 40) + 1}`;
  return Array.from({ length: TRAINING_EVENTS }, (_, at) => ({
    title: `Course ${at + 1}: what everyone who works with children needs to know`,
    lead: `Service ${(at % 9) + 1}`,
    professions: [at, at * 7 + 3, at * 13 + 5].map(profession).join("; "),
    competencies: `${(at % 7) + 1}; ${((at * 3) % 8) + 1}`,
    dates: `${(at % 28) + 1} ${["May", "September", "November", "February"][at % 4]} ${2008 + (at % 3)}`,
    method: ["Joint day", "E-learning", "Briefing", "Two-day course"][at % 4],
    evaluation: `Those who came are asked on the day and again after three months what they do otherwise since, and their managers are asked the same; the figures go to the group that plans training, which looks ${["every spring", "every autumn"][at % 2]} at what was asked for most, at whom no course has reached yet, and at what each place has cost beside what it has changed for children and their families`,
  }));
}

/** How many actions a strategy has. */
const STRATEGY_ACTIONS = 62;

/** The actions of a strategy, each with an output and as many words as people write about one. */
export function strategyActions() {
  return Array.from({ length: STRATEGY_ACTIONS }, (_, at) => ({
    label: `${(at % 6) + 1}.${Math.floor(at / 6) + 1}`,
    text: `Agree with all partners in district ${at + 1} how families are met the first time, so that nobody has to tell their story twice, and write down who does what`,
    output: `A page that all agencies of district ${at + 1} have signed, with the names of those who train others to use it`,
    lead: `Lead ${(at % 7) + 1} and partners`,
    due: `${["January", "March", "June", "September", "December"][at % 5]} ${2013 + (at % 3)}`,
    progress: `The group of district ${at + 1} met twice. A first version was tried by two teams, who asked for plainer words and a shorter form. It is being changed and goes to all teams after the summer; ${(at % 5) + 2} of them have said which of their people will be trained to use it, and the schools are asked next. What it costs to print and to train is met by the partners in equal parts until the end of the year.`,
    rag: ["Green", "Amber", "Red", ""][at % 4],
  }));
}

/** A table as CSV: its heads, then for each row its cells. */
export function csv(heads, rows, cells) {
  const cell = (text) => `"${text.replaceAll('"', '""')}"`;
  return [heads, ...rows.map(cells)].map((row) => row.map(cell).join(",")).join("\n");
}
