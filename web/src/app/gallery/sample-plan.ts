import { randomInteger, seededRandom } from '@evenkeel/core/random';
import { standardCalendar } from '@evenkeel/core/schedule/day-hours';
import type {
  ScheduledTask,
  ScheduleLink,
  ScheduleProject,
  ScheduleTask,
} from '@evenkeel/core/schedule/model';
import { schedule } from '@evenkeel/core/schedule/schedule';
import type { GanttLink, GanttSpan, GanttTask } from '../../ui/gantt/gantt-task.ts';

/** A plan for looking at and measuring: the engine's terms, and the same as lines of a chart. */
export type SamplePlan = {
  readonly project: ScheduleProject;
  readonly tasks: readonly GanttTask[];
  readonly links: readonly GanttLink[];
  readonly now: number;
};

const people = ['Ada Lovelace', 'Grace Hopper', 'Alan Turing', 'Kat Johnson', 'Edsger Dijkstra'];
const verbs = ['Draw', 'Agree', 'Build', 'Test', 'Write', 'Migrate', 'Review', 'Train'];
const things = ['the interface', 'the data model', 'the reports', 'roles and rights', 'the pilot'];
const phaseNames = ['Discovery', 'Design', 'Build', 'Migration', 'Pilot', 'Roll-out', 'Hand-over'];

/** 2026-01-05T08:00, a Monday, in minutes. */
const start = 20_458 * 1440 + 8 * 60;
const tasksInPhase = 12;

/** A plan of so many tasks: phases of twelve, chained, some across phases; the same each time. */
export function samplePlan(count: number): SamplePlan {
  const random = seededRandom(7);
  const tasks: ScheduleTask[] = [];
  const links: ScheduleLink[] = [];
  let phase = '';
  for (let index = 0; index < count; index += 1) {
    const place = index % (tasksInPhase + 1);
    const id = `t${index}`;
    if (place === 0) {
      phase = id;
      tasks.push({ id, name: phaseName(index), duration: { minutes: 0, unit: 'working' } });
      continue;
    }
    const isMilestone = place === tasksInPhase;
    const days = isMilestone ? 0 : randomInteger(random, 1, 8);
    tasks.push({
      id,
      name: isMilestone ? 'Approved' : taskName(index, random),
      parentId: phase,
      duration: { minutes: days * 480, unit: 'working' },
    });
    // Each waits for one of the last few; a phase for one of the phases before it.
    const back = place === 1 ? randomInteger(random, 2, 40) : randomInteger(random, 1, 3);
    const before = `t${index - back}`;
    const isTask = index - back > 0 && (index - back) % (tasksInPhase + 1) !== 0;
    if (!isTask) continue;
    const type = random() < 0.9 ? 'finishToStart' : 'startToStart';
    links.push({ id: `l${index}`, predecessorId: before, successorId: id, type });
  }
  const project: ScheduleProject = {
    start,
    calendars: [standardCalendar('standard')],
    defaultCalendarId: 'standard',
    tasks,
    links,
  };
  return { project, ...chartOf(project), now: start + 75 * 1440 + 300 };
}

function chartOf(project: ScheduleProject): Pick<SamplePlan, 'tasks' | 'links'> {
  const random = seededRandom(11);
  const parents = new Set(project.tasks.map(({ parentId }) => parentId));
  const now = start + 75 * 1440 + 300;
  const found = schedule(project).tasks;
  return {
    tasks: project.tasks.map((task, index) => {
      const dates = found[index];
      const isSummary = parents.has(task.id);
      return lineOf({ task, dates, isSummary, now, chance: random() });
    }),
    links: project.links.map((link) => ({
      id: link.id ?? '',
      from: link.predecessorId,
      to: link.successorId,
      type: link.type === 'startToStart' ? 'start-start' : 'finish-start',
      lag: '',
      isBroken: false,
    })),
  };
}

type LineInput = {
  readonly task: ScheduleTask;
  readonly dates: ScheduledTask | undefined;
  readonly isSummary: boolean;
  readonly now: number;
  readonly chance: number;
};

function lineOf({ task, dates, isSummary, now, chance }: LineInput): GanttTask {
  const span = dates ? { start: dates.start, finish: dates.finish } : null;
  const kind = kindOf(task, isSummary);
  const slip = Math.floor(chance * 4) * 1440;
  return {
    id: task.id,
    parentId: task.parentId ?? null,
    name: task.name ?? task.id,
    span,
    kind,
    progress: progressOf(span, now) * (chance < 0.1 ? 0.5 : 1),
    isCritical: dates?.isCritical ?? false,
    isLate: chance < 0.1 && isPast(span, now),
    slackUntil: isSummary ? null : slackOf(dates),
    deadline: null,
    durationMinutes: dates?.durationMinutes ?? null,
    baseline: span && { start: span.start - slip, finish: span.finish - slip },
    scenario: null,
    resources: kind === 'task' ? [people[Math.floor(chance * 5)] ?? ''] : [],
    tone: isSummary ? 'neutral' : 'client',
    points: [],
    isMovable: !isSummary,
  };
}

function progressOf(span: GanttSpan | null, now: number): number {
  if (!span) return 0;
  const part = (now - span.start) / Math.max(1, span.finish - span.start);
  return Math.min(1, Math.max(0, Math.round(part * 20) / 20));
}

function kindOf(task: ScheduleTask, isSummary: boolean): GanttTask['kind'] {
  if (isSummary) return 'summary';
  return task.duration.minutes === 0 ? 'milestone' : 'task';
}

function isPast(span: GanttSpan | null, now: number): boolean {
  return span !== null && span.finish < now;
}

function slackOf(dates: ScheduledTask | undefined): number | null {
  return dates && dates.totalSlack > 0 ? dates.lateFinish : null;
}

function phaseName(index: number): string {
  const number = Math.floor(index / (tasksInPhase + 1));
  const name = phaseNames[number % phaseNames.length] ?? '';
  const round = Math.floor(number / phaseNames.length);
  return round === 0 ? name : `${name} ${round + 1}`;
}

function taskName(index: number, random: () => number): string {
  const verb = verbs[index % verbs.length] ?? '';
  return `${verb} ${things[Math.floor(random() * things.length)] ?? ''}`;
}
