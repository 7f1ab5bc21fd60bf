import { sumOf } from '../grouping.ts';
import { type OutlineTask, type ProjectKind, plainTask } from './template.ts';

/** Roles that the templates of a new workspace speak of, by the names a new workspace gives them. */
export type RoleName = 'Partner' | 'Project manager' | 'Consultant' | 'Designer' | 'Developer';

type DefaultTask = Omit<OutlineTask, 'roleId'> & { readonly roleName: RoleName | null };

type DefaultPhase = {
  readonly name: string;
  readonly startShare: number;
  readonly endShare: number;
  readonly tasks: readonly DefaultTask[];
};

/** A template of a new workspace, whose roles are named and not yet found. */
export type DefaultTemplate = {
  readonly kind: ProjectKind;
  readonly name: string;
  readonly durationWeekdays: number;
  readonly phases: readonly DefaultPhase[];
};

/** The hours that work of a kind usually takes of each role, when none were sold. */
type UsualHours = Partial<Record<RoleName, number>>;

const quarterHour = 15;

/** A client project's template; its tasks share the usual hours of their role by weight. */
export function clientTemplate(
  name: string,
  durationWeekdays: number,
  hours: UsualHours,
  phases: readonly DefaultPhase[],
): DefaultTemplate {
  return { kind: 'client', name, durationWeekdays, phases: withHours(phases, hours) };
}

/** An initiative's template; its tasks share the usual hours of their role by weight. */
export function initiativeTemplate(
  name: string,
  durationWeekdays: number,
  hours: UsualHours,
  phases: readonly DefaultPhase[],
): DefaultTemplate {
  return { kind: 'initiative', name, durationWeekdays, phases: withHours(phases, hours) };
}

/** Estimates in whole quarters of an hour. */
function withHours(phases: readonly DefaultPhase[], hours: UsualHours): DefaultPhase[] {
  const tasks = phases.flatMap((phase) => phase.tasks);
  const estimate = ({ roleName, weight }: DefaultTask): number | null => {
    const usual = roleName === null ? undefined : hours[roleName];
    if (usual === undefined || weight === 0) return null;
    const ofRole = tasks.filter((one) => one.roleName === roleName);
    const all = sumOf(ofRole, (one) => one.weight);
    return Math.max(1, Math.round((usual * 60 * weight) / all / quarterHour)) * quarterHour;
  };
  return phases.map((phase) => ({
    ...phase,
    tasks: phase.tasks.map((task) => ({ ...task, estimateMinutes: estimate(task) })),
  }));
}

/** `from` and `to` in hundredths of the project's length. */
export function phase(
  name: string,
  from: number,
  to: number,
  tasks: readonly DefaultTask[],
): DefaultPhase {
  return { name, startShare: from * 100, endShare: to * 100, tasks };
}

/** @param weight its share of the hours of its role; days in hundredths of the project's length. */
export function task(
  name: string,
  roleName: RoleName,
  weight: number,
  [from, to]: readonly [number, number],
): DefaultTask {
  return {
    ...plainTask,
    name,
    roleName,
    weight,
    startShare: from * 100,
    endShare: to * 100,
    isMilestone: false,
  };
}

/** A task with the points that are easily forgotten. */
export function checked(task: DefaultTask, ...checklist: readonly string[]): DefaultTask {
  return { ...task, checklist };
}

/** @param acceptance what must have happened for it to count as reached (PM-06). */
export function milestone(name: string, at: number, acceptance: string): DefaultTask {
  const share = at * 100;
  const days = { startShare: share, endShare: share };
  return { ...plainTask, name, roleName: null, weight: 0, isMilestone: true, ...days, acceptance };
}
