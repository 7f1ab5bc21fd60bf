import {
  addDays,
  type CalendarDate,
  daysBetween,
  isWeekdayDate,
  weekStart,
} from '../calendar-date.ts';
import type { InitiativeLine } from './initiative-lines.ts';
import type {
  SampleKey,
  SamplePerson,
  SamplePhase,
  SampleProject,
  SampleTask,
} from './sample-firm.ts';
import { type ClientLine, shapes } from './work-lines.ts';

/** Projects with their plan, before hours were logged: estimates come with the hours. */
export type PlannedWork = {
  readonly projects: readonly SampleProject[];
  readonly phases: readonly SamplePhase[];
  readonly tasks: readonly SampleTask[];
  /** How much of a working day a task gets, by task; client work is 1. */
  readonly pulls: ReadonlyMap<SampleKey, number>;
};

type Plan = {
  readonly project: SampleKey;
  readonly shape: keyof typeof shapes;
  readonly startOn: CalendarDate;
  readonly weeks: number;
  readonly people: readonly string[];
  readonly pull: number;
};

/** The lines that work is made of. */
export type WorkLines = {
  readonly clients: readonly ClientLine[];
  readonly initiatives: readonly InitiativeLine[];
};

/** The projects of some lines with phases, tasks and who is on them, as they stand today. */
export function sampleWork(
  { clients, initiatives }: WorkLines,
  today: CalendarDate,
  people: readonly SamplePerson[],
): PlannedWork {
  const plans = [
    ...clients.map((line) => clientPlan(line, today)),
    ...initiatives.flatMap((line) => initiativePlan(line, today)),
  ];
  const parts = plans.map((plan) => planned(plan, today, people));
  return {
    projects: [
      ...clients.map((line) => clientProject(line, today)),
      ...initiatives.map((line) => initiativeProject(line, today)),
    ],
    phases: parts.flatMap((part) => part.phases),
    tasks: parts.flatMap((part) => part.tasks),
    pulls: new Map(
      parts.flatMap((part, index) =>
        part.tasks.map((task) => [task.key, pullOf(task, plans[index])]),
      ),
    ),
  };
}

/** Monday of the week that lies `weeks` from this one. */
export function mondayIn(weeks: number, today: CalendarDate): CalendarDate {
  return addDays(weekStart(today), weeks * 7);
}

/** Friday of a stretch of `weeks` weeks that begins in week `start`. */
export function lastFriday(start: number, weeks: number, today: CalendarDate): CalendarDate {
  return addDays(mondayIn(start + weeks - 1, today), 4);
}

function clientPlan(line: ClientLine, today: CalendarDate): Plan {
  return {
    project: line.name,
    shape: line.shape,
    startOn: mondayIn(line.start, today),
    weeks: line.weeks,
    people: unique([line.manager, ownerOf(line.manager), ...line.people]),
    pull: 1,
  };
}

function initiativePlan(line: InitiativeLine, today: CalendarDate): Plan[] {
  if (line.start === null || line.people.length === 0) return [];
  return [
    {
      project: line.name,
      shape: 'initiative',
      startOn: mondayIn(line.start, today),
      weeks: line.weeks,
      people: unique([line.manager, line.owner, ...line.people].filter((name) => name !== null)),
      pull: line.pull,
    },
  ];
}

const steeringMark = ' / steering';

function pullOf(task: SampleTask, plan: Plan | undefined): number {
  return (plan?.pull ?? 0) * (task.key.endsWith(steeringMark) ? 0.22 : 1);
}

function planned(plan: Plan, today: CalendarDate, people: readonly SamplePerson[]) {
  const phases: SamplePhase[] = [];
  const tasks: SampleTask[] = [];
  const shape = shapes[plan.shape];
  const daysOf = (share: number) => Math.round((plan.weeks * 7 * share) / 7) * 7;
  for (const [position, [name, lines]] of shape.entries()) {
    const startOn = addDays(plan.startOn, daysOf(position / shape.length));
    const endOn = addDays(plan.startOn, daysOf((position + 1) / shape.length) - 3);
    const phase = {
      key: `${plan.project} / ${name}`,
      project: plan.project,
      name,
      position,
      startOn,
      endOn,
    };
    phases.push(phase);
    for (const [index, [task, role]] of lines.entries()) {
      const span = sliceOf(startOn, endOn, index, lines.length);
      const key = `${phase.key} / ${task}`;
      tasks.push({
        key,
        project: plan.project,
        phase: phase.key,
        name: task,
        position: tasks.length + 1,
        state: stateOf(span, today),
        role,
        estimateMinutes: null,
        ...span,
        doneOn: span.dueOn < today ? span.dueOn : null,
        isMilestone: false,
        assignees: peopleOn(plan.people, role, people),
      });
    }
    tasks.push(steering(plan, phase, tasks.length + 1, today));
    tasks.push(milestone(phase, tasks.length + 2, today));
  }
  return { phases, tasks };
}

/** Tasks of a phase begin one after the other and overlap: each runs for four of its steps. */
function sliceOf(startOn: CalendarDate, endOn: CalendarDate, index: number, count: number) {
  const step = daysBetween(startOn, endOn) / (count + 3);
  return {
    startOn: toWeekday(addDays(startOn, Math.round(step * index))),
    dueOn: toWeekday(addDays(startOn, Math.round(step * (index + 4)))),
  };
}

/** What project manager and owner do themselves, over the whole phase. */
function steering(
  plan: Plan,
  phase: SamplePhase,
  position: number,
  today: CalendarDate,
): SampleTask {
  const span = { startOn: phase.startOn, dueOn: phase.endOn };
  return {
    key: `${phase.key}${steeringMark}`,
    project: phase.project,
    phase: phase.key,
    name: `Steer: ${phase.name.toLowerCase()}`,
    position,
    state: stateOf(span, today),
    role: 'manager',
    estimateMinutes: null,
    ...span,
    doneOn: phase.endOn < today ? phase.endOn : null,
    isMilestone: false,
    assignees: plan.people.slice(0, 2),
  };
}

function milestone(phase: SamplePhase, position: number, today: CalendarDate): SampleTask {
  const isReached = phase.endOn < today;
  return {
    key: `${phase.key} / done`,
    project: phase.project,
    phase: phase.key,
    name: `${phase.name} accepted`,
    position,
    state: isReached ? 'done' : 'open',
    role: null,
    estimateMinutes: null,
    startOn: phase.endOn,
    dueOn: phase.endOn,
    doneOn: isReached ? phase.endOn : null,
    isMilestone: true,
    assignees: [],
  };
}

function stateOf(
  span: { startOn: CalendarDate; dueOn: CalendarDate },
  today: CalendarDate,
): SampleTask['state'] {
  if (span.dueOn < today) return 'done';
  return span.startOn <= today ? 'started' : 'open';
}

/** Those of the project who have the role, else everybody on it but its manager and its owner. */
function peopleOn(
  names: readonly string[],
  role: string,
  people: readonly SamplePerson[],
): string[] {
  const fitting = names.filter((name) =>
    people.some((person) => person.key === name && person.role === role),
  );
  return fitting.length > 0 ? fitting : names.slice(2);
}

function clientProject(line: ClientLine, today: CalendarDate): SampleProject {
  const endOn = lastFriday(line.start, line.weeks, today);
  return {
    key: line.name,
    kind: 'client',
    name: line.name,
    purpose: `What ${line.account} bought: ${line.name.toLowerCase()}, in use and owned by their team.`,
    scope: shapes[line.shape]
      .map(([phase, tasks]) => `${phase}: ${tasks.map(([task]) => task.toLowerCase()).join(', ')}.`)
      .join('\n'),
    state: endOn < today ? 'completed' : line.start > 0 ? 'approved' : 'executing',
    stateReason: '',
    startOn: mondayIn(line.start, today),
    endOn,
    owner: ownerOf(line.manager),
    projectManager: line.manager,
    team: teamOf(line.manager),
    budget: Math.round(line.price * 0.7) * 100,
    account: line.account,
    deal: `Won: ${line.name}`,
    price: line.price * 100,
    category: null,
    businessNeed: '',
    expectedBenefit: '',
    promisedWeeklyMinutes: 0,
    priority: 2,
    goals: [],
  };
}

function initiativeProject(line: InitiativeLine, today: CalendarDate): SampleProject {
  const {
    name,
    purpose,
    scope,
    state,
    stateReason,
    category,
    businessNeed,
    expectedBenefit,
    priority,
    goals,
  } = line;
  return {
    key: name,
    kind: 'initiative',
    name,
    purpose,
    scope,
    state,
    stateReason,
    startOn: line.start === null ? null : mondayIn(line.start, today),
    endOn: line.start === null ? null : lastFriday(line.start, line.weeks, today),
    owner: line.owner,
    projectManager: line.manager,
    team: line.team,
    budget: line.budget === null ? null : line.budget * 100,
    account: null,
    deal: null,
    price: null,
    category,
    businessNeed,
    expectedBenefit,
    promisedWeeklyMinutes: line.promisedWeeklyHours * 60,
    priority,
    goals,
  };
}

function ownerOf(manager: string): string {
  const owners: Record<string, string> = {
    'Aisha Rahman': 'Tomás Rivera',
    'Clara Weiss': 'Ingrid Solheim',
  };
  return owners[manager] ?? 'Helena Brandt';
}

function teamOf(manager: string): string {
  const teams: Record<string, string> = { 'Aisha Rahman': 'engineering', 'Clara Weiss': 'design' };
  return teams[manager] ?? 'strategy';
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function toWeekday(date: CalendarDate): CalendarDate {
  return isWeekdayDate(date) ? date : toWeekday(addDays(date, -1));
}
