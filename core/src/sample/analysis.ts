import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { BoardKind } from '../strategy/analysis-board.ts';
import type { SampleKey } from './sample-firm.ts';

export type SampleInsight = {
  readonly key: SampleKey;
  readonly section: string;
  readonly name: string;
  readonly weight: number;
  readonly author: SampleKey;
  readonly notedOn: CalendarDate;
  readonly goals: readonly SampleKey[];
  readonly projects: readonly SampleKey[];
  readonly levels: Readonly<Record<string, number>>;
  /** Relative share in hundredths and growth in basis points. */
  readonly numbers: { readonly share: number; readonly growth: number } | null;
};

export type SampleBoard = {
  readonly key: SampleKey;
  readonly kind: BoardKind;
  readonly name: string;
  readonly competitors: readonly string[];
  readonly insights: readonly SampleInsight[];
};

export type SampleAction = {
  readonly name: string;
  readonly owner: SampleKey;
  readonly dueOn: CalendarDate;
  readonly doneOn: CalendarDate | null;
  readonly subject: {
    readonly table: 'goal' | 'project' | 'insight' | 'account' | 'deal';
    readonly kind: 'goal' | 'initiative' | 'client-project' | 'insight' | 'account' | 'deal';
    readonly key: SampleKey;
  } | null;
};

type Line = readonly [
  section: string,
  name: string,
  weight: number,
  author: string,
  led?: { readonly goals?: readonly string[]; readonly projects?: readonly string[] },
];

const swot: readonly Line[] = [
  ['strengths', 'Nine of ten clients would name us as a reference', 3, 'Helena Brandt'],
  [
    'strengths',
    'Advice and software from one team',
    2,
    'Tomás Rivera',
    { projects: ['Managed services'] },
  ],
  [
    'weaknesses',
    'A proposal takes nine days; others need three',
    3,
    'Tomás Rivera',
    { goals: ['lead-time'], projects: ['Proposal workbench'] },
  ],
  [
    'weaknesses',
    'Income stops the day a project ends',
    3,
    'Helena Brandt',
    { goals: ['recurring'], projects: ['Managed services'] },
  ],
  ['weaknesses', 'Two thirds of income from eight accounts', 2, 'Helena Brandt'],
  [
    'opportunities',
    'Nordic clients ask for us without being asked',
    3,
    'Ingrid Solheim',
    { goals: ['nordics'], projects: ['Enter the Nordic market'] },
  ],
  [
    'opportunities',
    'Clients must report emissions of their suppliers',
    2,
    'Greta Olsen',
    { goals: ['footprint'], projects: ['Footprint of our travel'] },
  ],
  ['threats', 'Large firms give strategy away to sell software', 2, 'Marek Novak'],
  [
    'threats',
    'Three people were offered jobs by clients this year',
    3,
    'Ingrid Solheim',
    { goals: ['retention'] },
  ],
  [
    'threats',
    'AI does the first draft of what juniors do',
    2,
    'Tomás Rivera',
    { projects: ['AI delivery playbook'] },
  ],
];

const forces: readonly Line[] = [
  ['entrants', 'Freelance networks win small briefs on price', 2, 'Marek Novak'],
  [
    'suppliers',
    'Senior developers choose where they work',
    3,
    'Aisha Rahman',
    { goals: ['retention'] },
  ],
  ['rivalry', 'Everybody claims the same; proof decides', 2, 'Ingrid Solheim'],
  [
    'buyers',
    'Purchasing asks for day rates, not for results',
    3,
    'Helena Brandt',
    { goals: ['recurring'] },
  ],
  [
    'substitutes',
    'Clients build their own digital teams',
    2,
    'Tomás Rivera',
    { projects: ['Managed services'] },
  ],
];

const canvas: readonly (readonly [string, number, number, number])[] = [
  ['Price', 5, 9, 3],
  ['Partner in the room', 8, 4, 6],
  ['Speed of a proposal', 4, 3, 8],
  ['Working software', 8, 5, 5],
  ['Report of many pages', 2, 9, 3],
  ['After the project', 7, 3, 1],
];

const offers: readonly (readonly [string, string, number, number])[] = [
  ['cows', 'Software builds', 130, 400],
  ['questions', 'Managed services', 30, 2_200],
  ['stars', 'Digital strategy', 120, 1_400],
  ['dogs', 'Classroom training', 40, -300],
];

type ActionLine = Omit<SampleAction, 'dueOn' | 'doneOn'> & {
  /** Days from today. */
  readonly due: number;
  readonly done: number | null;
};

function actionLine(
  name: string,
  owner: string,
  [due, done = null]: readonly [number, (number | null)?],
  subject: SampleAction['subject'] = null,
): ActionLine {
  return { name, owner, due, done, subject };
}

const goal = (key: string) => ({ table: 'goal', kind: 'goal', key }) as const;
const initiative = (key: string) => ({ table: 'project', kind: 'initiative', key }) as const;
const insight = (key: string) => ({ table: 'insight', kind: 'insight', key }) as const;

const actionLines: readonly ActionLine[] = [
  actionLine('Ask two people who left why they went', 'Ingrid Solheim', [-6], goal('retention')),
  actionLine('Propose an initiative for staying', 'Helena Brandt', [9], goal('retention')),
  actionLine(
    'Free Priya for two days a week',
    'Marek Novak',
    [-2],
    initiative('Proposal workbench'),
  ),
  actionLine(
    'Show the workbench to the project managers',
    'Marek Novak',
    [4],
    initiative('Proposal workbench'),
  ),
  actionLine(
    'Book the room in Copenhagen',
    'Clara Weiss',
    [11],
    initiative('Enter the Nordic market'),
  ),
  actionLine(
    'Check if the two references may be named',
    'Ingrid Solheim',
    [-1],
    initiative('Enter the Nordic market'),
  ),
  actionLine(
    'Find a project manager for the playbook',
    'Tomás Rivera',
    [6],
    initiative('AI delivery playbook'),
  ),
  actionLine('Write down the on-call rule', 'Aisha Rahman', [14], initiative('Managed services')),
  actionLine(
    'Compare our day rates with three offers we lost',
    'Marek Novak',
    [3],
    insight('forces 3'),
  ),
  actionLine(
    'Name the five accounts we depend on most',
    'Helena Brandt',
    [-9, -11],
    insight('swot 4'),
  ),
  actionLine(
    'Measure days from brief to proposal again',
    'Tomás Rivera',
    [-20, -18],
    goal('lead-time'),
  ),
  actionLine('Renew the train cards', 'Greta Olsen', [21]),
];

/** Analysis boards of the plan, with insights that led to its goals and initiatives. */
export function sampleBoards(today: CalendarDate): SampleBoard[] {
  const board = (key: string, kind: BoardKind, name: string): SampleBoard => ({
    key,
    kind,
    name,
    competitors: [],
    insights: [],
  });
  return [
    { ...board('swot', 'swot', 'Where we stand'), insights: linesOf('swot', swot, today) },
    {
      ...board('forces', 'five-forces', 'Our market'),
      insights: linesOf('forces', forces, today),
    },
    {
      ...board('canvas', 'strategy-canvas', 'Us against the others'),
      competitors: ['Northlight', 'Large firms', 'Freelancers'],
      insights: canvas.map(([name, ours, large, free], index) => ({
        ...plain(`canvas ${index}`, today),
        section: 'factors',
        name,
        levels: { Northlight: ours, 'Large firms': large, Freelancers: free },
      })),
    },
    {
      ...board('offers', 'growth-share', 'What we sell'),
      insights: offers.map(([section, name, share, growth], index) => ({
        ...plain(`offers ${index}`, today),
        section,
        name,
        numbers: { share, growth },
      })),
    },
  ];
}

/** Actions on records of every sort, some of them late. */
export function sampleActions(today: CalendarDate): SampleAction[] {
  return actionLines.map(({ name, owner, due, done, subject }) => ({
    name,
    owner,
    dueOn: addDays(today, due),
    doneOn: done === null ? null : addDays(today, done),
    subject,
  }));
}

function linesOf(board: string, lines: readonly Line[], today: CalendarDate): SampleInsight[] {
  return lines.map(([section, name, weight, author, led], index) => ({
    ...plain(`${board} ${index}`, today),
    // Found over a quarter, not in one sitting.
    notedOn: addDays(today, -200 + index * 9),
    section,
    name,
    weight,
    author,
    goals: led?.goals ?? [],
    projects: led?.projects ?? [],
  }));
}

function plain(key: string, today: CalendarDate): SampleInsight {
  return {
    key,
    section: '',
    name: '',
    weight: 2,
    author: 'Helena Brandt',
    notedOn: addDays(today, -200),
    goals: [],
    projects: [],
    levels: {},
    numbers: null,
  };
}
