import { addDays, calendarDate, dayNumber } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import type { DependencyId, ProjectId, TaskId } from '@evenkeel/core/id';
import type {
  PlanDependency,
  PlanProject,
  PlanTask,
  SchedulePlan,
} from '@evenkeel/core/projects/schedule-plan';
import { randomInteger, seededRandom } from '@evenkeel/core/random';
import type { LiveSchedule } from '../../features/gantt/live-schedule.ts';
import type { GanttLink, GanttTask } from '../../ui/gantt/gantt-task.ts';

/** All work for looking at and measuring: its plan, and the links of its chart. */
export type SamplePortfolio = { readonly plan: SchedulePlan; readonly links: readonly GanttLink[] };

export const portfolioToday = calendarDate('2026-03-21');
const begin = calendarDate('2026-01-05');
const tasksInProject = 50;
/** So many projects hang together by links; between these groups there are none. */
const projectsInGroup = 6;

/** Projects of fifty tasks, each waiting for one of the last few, some for one of another project. */
export function samplePortfolio(count: number): SamplePortfolio {
  const random = seededRandom(5);
  const tasks: PlanTask[] = [];
  const dependencies: PlanDependency[] = [];
  const link = (from: string, to: string) => dependencies.push(dependency(from, to));
  for (let index = 0; index < count; index += 1) {
    const project = Math.floor(index / tasksInProject);
    const place = index % tasksInProject;
    tasks.push(task(index, project, randomInteger(random, 1, 8)));
    const back = randomInteger(random, 1, 3);
    if (place >= back) link(`t${index - back}`, `t${index}`);
    const isFirst = project % projectsInGroup === 0;
    if (place === 20 && !isFirst) link(`t${index - tasksInProject - 5}`, `t${index}`);
  }
  const last = Math.floor((count - 1) / tasksInProject);
  const projects = Array.from({ length: last + 1 }, (_, at) => projectOf(at));
  const plan = { calendars: [], people: [], projects, tasks, dependencies, assignments: [] };
  return { plan, links: dependencies.map(chartLink) };
}

function projectOf(at: number): PlanProject {
  return {
    // Ids of a sample: any text will do.
    id: `p${at}` as ProjectId,
    startOn: addDays(begin, (at % 8) * 7),
    endOn: null,
    createdOn: begin,
    calendarId: null,
    scheduleFrom: 'start',
    honoursConstraints: true,
    statusOn: null,
  };
}

function task(index: number, project: number, days: number): PlanTask {
  return {
    id: `t${index}` as TaskId,
    projectId: `p${project}` as ProjectId,
    phaseId: null,
    parentId: null,
    name: `Task ${index + 1}`,
    state: 'open',
    isMilestone: index % tasksInProject === tasksInProject - 1,
    estimateMinutes: null,
    startOn: null,
    dueOn: null,
    doneOn: null,
    scheduling: 'automatic',
    constraintType: 'as-soon-as-possible',
    constraintOn: null,
    constraintMinute: null,
    typedDueOn: null,
    durationMinutes: days * 480,
    splits: [],
    taskType: 'fixed-duration',
    deadlineOn: null,
    percentComplete: 0,
    actualStartOn: null,
    calendarId: null,
    priority: 500,
  };
}

function dependency(from: string, to: string): PlanDependency {
  return {
    id: `${from}-${to}` as DependencyId,
    predecessorId: from as TaskId,
    successorId: to as TaskId,
    type: 'finish-start',
    lagMinutes: 0,
    lagUnit: 'working',
    lagPercent: 0,
  };
}

function chartLink({ id, predecessorId, successorId, type }: PlanDependency): GanttLink {
  return { id, from: predecessorId, to: successorId, type, lag: '', isBroken: false };
}

/** The plan as lines of a chart: each project with its tasks below it, as the schedule of all work has them. */
export function sampleLines({ plan }: SamplePortfolio, live: LiveSchedule): GanttTask[] {
  const byProject = groupedBy(plan.tasks, ({ projectId }) => projectId);
  return plan.projects.flatMap((project, at) => {
    const below = (byProject.get(project.id) ?? []).map((one) => taskLine(one, live, at));
    const spans = below.flatMap(({ span }) => span ?? []);
    const span = {
      start: Math.min(...spans.map(({ start }) => start)),
      finish: Math.max(...spans.map(({ finish }) => finish)),
    };
    const line = {
      ...plainLine(`p${at}`, `Project ${at + 1}`, at),
      span,
      kind: 'project',
    } as const;
    return [line, ...below];
  });
}

function taskLine({ id, projectId, name, isMilestone }: PlanTask, live: LiveSchedule, at: number) {
  const insight = live.insights.get(id);
  const found = insight?.span ?? null;
  return {
    ...plainLine(id, name, at),
    ...insight,
    parentId: projectId,
    span: found && isMilestone ? { start: found.finish, finish: found.finish } : found,
    kind: isMilestone ? 'milestone' : 'task',
    isMovable: true,
  } as const;
}

function plainLine(id: string, name: string, at: number) {
  return {
    id,
    parentId: null,
    name,
    progress: 0,
    isCritical: false,
    isLate: false,
    slackUntil: null,
    deadline: null,
    durationMinutes: null,
    baseline: null,
    scenario: null,
    resources: [at % 2 === 0 ? 'Ada Lovelace' : 'Grace Hopper'],
    tone: at % 3 === 0 ? 'initiative' : 'client',
    points: [],
    isMovable: false,
  } as const;
}

/** Noon of the sample's today, in minutes since 1970. */
export const portfolioNow = dayNumber(portfolioToday) * 1440 + 720;
