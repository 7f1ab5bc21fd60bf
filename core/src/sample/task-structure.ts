import { earlier, later } from '../calendar-date.ts';
import { groupedBy } from '../grouping.ts';
import type { DependencyType } from '../projects/dependency.ts';
import type { SampleKey, SamplePhase, SampleProject, SampleTask } from './sample-firm.ts';

export type SampleChecklistItem = {
  readonly task: SampleKey;
  readonly name: string;
  readonly isDone: boolean;
};
export type SampleDependency = {
  readonly predecessor: SampleKey;
  readonly successor: SampleKey;
  readonly type: DependencyType;
  readonly lagMinutes: number;
};

/** How the tasks of the sample hang together. */
export type SampleStructure = {
  /** Tasks that only hold others; the hours stay on their parts. */
  readonly umbrellas: readonly SampleTask[];
  readonly parents: ReadonlyMap<SampleKey, SampleKey>;
  /** What must have happened at a milestone, by task. */
  readonly acceptances: ReadonlyMap<SampleKey, string>;
  readonly checklistItems: readonly SampleChecklistItem[];
  readonly dependencies: readonly SampleDependency[];
};

/** Tasks that people of the sample take together, by phase and the names of the parts. */
const umbrellaLines = [
  { phase: 'Build', name: 'First increment', parts: ['Design the screens', 'Build the core'] },
  { phase: 'Build', name: 'Second increment', parts: ['Connect the systems', 'Load the data'] },
  {
    phase: 'Configure',
    name: 'Set up and fill',
    parts: ['Configure the workflows', 'Move the data'],
  },
  { phase: 'Shape', name: 'Prototype and test', parts: ['Prototype', 'Test the prototype'] },
  {
    phase: 'Understand',
    name: 'Facts and figures',
    parts: ['Analyse the market', 'Benchmark the peers'],
  },
] as const;

const checklistLines: Readonly<Record<string, readonly string[]>> = {
  'Go live': [
    'Operations have the runbook',
    'Old system is read-only',
    'Sponsor has said yes in writing',
    'Support rota is filled for two weeks',
  ],
  'Test with users': [
    'Eight users invited',
    'Tasks written',
    'Recordings agreed',
    'Findings ranked',
  ],
  'Write the acceptance tests': [
    'One for each scope line',
    'Agreed with the client',
    'Data prepared',
  ],
  'Hold the board workshop': [
    'Room and catering',
    'Options sent a week ahead',
    'Minutes within two days',
  ],
  'Teach the firm': [
    'Half-day for each team',
    'Recording for who is away',
    'Questions answered in the wiki',
  ],
  'Train the key users': ['Two per site', 'Exercises in their own data', 'Certificates'],
};

const acceptanceLines: Readonly<Record<string, string>> = {
  Discover: 'The client’s sponsor has signed the scope with its limits, and the backlog covers it.',
  Build: 'Every acceptance test passes on the client’s own data; no open defect of class 1 or 2.',
  Launch: 'In daily use at every site for ten working days, and the closing report is signed.',
  Prepare: 'Working agreement and acceptance tests are agreed in writing.',
  Configure: 'Key users have carried a day’s work through the system without us.',
  'Hand over': 'The client runs it alone; the acceptance protocol is signed.',
  Understand: 'The board agrees that this is where the firm stands.',
  Decide: 'The board has decided and named who is responsible for each step.',
  Design: 'Material is agreed with the sponsor of each group.',
  Teach: 'Every participant has finished, and the evaluation is presented.',
  Research: 'Findings are played back to the client and confirmed.',
  Shape: 'The next step is agreed by those who have to live with it.',
  'Roll out': 'The team works by the blueprint without our coaching.',
  Spread: 'The firm works by it; the measure is taken a quarter later.',
};

/** Parts, checklists, acceptance and dependencies of the work of the sample. */
export function sampleStructure(work: {
  readonly projects: readonly SampleProject[];
  readonly phases: readonly SamplePhase[];
  readonly tasks: readonly SampleTask[];
}): SampleStructure {
  const byPhase = groupedBy(work.tasks, (task) => task.phase);
  const live = new Set(
    work.projects.filter(({ state }) => state !== 'completed').map(({ key }) => key),
  );
  const umbrellas = work.phases
    .filter((phase) => live.has(phase.project))
    .flatMap((phase) => umbrellasOf(phase, byPhase.get(phase.key) ?? []));
  return {
    umbrellas: umbrellas.map(({ task }) => task),
    parents: new Map(
      umbrellas.flatMap(({ task, parts }) => parts.map((part) => [part.key, task.key] as const)),
    ),
    acceptances: new Map(
      work.tasks.flatMap((task) => {
        const text = acceptanceLines[lastPart(task.phase)];
        return task.isMilestone && text !== undefined ? [[task.key, text] as const] : [];
      }),
    ),
    checklistItems: work.tasks.flatMap((task) =>
      (checklistLines[task.name] ?? []).map((name, index, all) => ({
        task: task.key,
        name,
        isDone: task.state === 'done' || (task.state === 'started' && index < all.length / 2),
      })),
    ),
    dependencies: dependenciesOf(work, byPhase),
  };
}

function umbrellasOf(phase: SamplePhase, tasks: readonly SampleTask[]) {
  return umbrellaLines.flatMap((line) => {
    const parts = tasks.filter((task) => line.parts.some((name) => name === task.name));
    const [first] = parts;
    if (lastPart(phase.key) !== line.phase || !first || parts.length < line.parts.length) return [];
    const isDone = parts.every(({ state }) => state === 'done');
    const dueOn = parts.map((part) => part.dueOn).reduce(later);
    const task: SampleTask = {
      ...first,
      key: `${phase.key} / ${line.name}`,
      name: line.name,
      position: first.position - 0.5,
      state: isDone ? 'done' : parts.every(({ state }) => state === 'open') ? 'open' : 'started',
      role: null,
      estimateMinutes: null,
      startOn: parts.map((part) => part.startOn).reduce(earlier),
      dueOn,
      doneOn: isDone ? dueOn : null,
      assignees: [],
    };
    return [{ task, parts }];
  });
}

/** Each phase ends when its work does, the next begins after its milestone; one wait reaches further. */
function dependenciesOf(
  work: { readonly projects: readonly SampleProject[]; readonly phases: readonly SamplePhase[] },
  byPhase: ReadonlyMap<SampleKey, readonly SampleTask[]>,
): SampleDependency[] {
  const phases = groupedBy(work.phases, (phase) => phase.project);
  const within = [...phases.values()].flatMap((own) =>
    own.flatMap((phase, index) => {
      const tasks = byPhase.get(phase.key) ?? [];
      const gate = tasks.find((task) => task.isMilestone);
      const ends = tasks.filter((task) => !task.isMilestone && !task.key.endsWith(' / steering'));
      const next = (byPhase.get(own[index + 1]?.key ?? '') ?? [])[0];
      if (!gate) return [];
      return [
        ...ends.map((task) => waits(gate.key, task.key)),
        ...(next ? [waits(next.key, gate.key)] : []),
      ];
    }),
  );
  return [
    ...within,
    // Work that other work needs, of the other kind; and one that is planned to start too early.
    waits(
      'Store replenishment / Launch / Train the team',
      'Managed services / Build / Build the first version',
    ),
    waits('Claims portal / Build / Load the data', 'Claims portal / Build / Connect the systems'),
    {
      ...waits(
        'Warehouse control tower / Launch / Train the team',
        'Warehouse control tower / Launch / Test with users',
      ),
      type: 'start-start',
      lagMinutes: 960,
    },
  ];
}

function waits(successor: SampleKey, predecessor: SampleKey): SampleDependency {
  return { predecessor, successor, type: 'finish-start', lagMinutes: 0 };
}

function lastPart(key: SampleKey): string {
  return key.slice(key.lastIndexOf(' / ') + 3);
}
