import { addDays, type CalendarDate, later, weekdaysBetween, weekStart } from '../calendar-date.ts';
import type { AllocationCertainty, AllocationEffort } from '../capacity/allocation.ts';
import { entryOf } from '../grouping.ts';
import type { SampleKey, SamplePerson, SampleProject, SampleTask } from './sample-firm.ts';

/** Planned hours of a person, or of a placeholder for a role. */
export type SampleAllocation = {
  readonly project: SampleKey;
  readonly person: SampleKey | null;
  readonly role: SampleKey | null;
  readonly skills: readonly string[];
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate;
  readonly effort: AllocationEffort;
  readonly certainty: AllocationCertainty;
  readonly note: string;
};

type Work = {
  readonly projects: readonly SampleProject[];
  readonly tasks: readonly SampleTask[];
  readonly people: readonly SamplePerson[];
};

/** Whole days and half hours are what people plan in. */
const stepMinutes = 30;

/**
 * What the projects under way ask of their people, planned since four weeks and to the end of the work,
 * as far as the day has room; one week in which somebody has too much; two places that nobody fills yet;
 * and thoughts about an initiative that is not approved.
 */
export function sampleAllocations(work: Work, today: CalendarDate): SampleAllocation[] {
  const monday = weekStart(today);
  const plain = {
    role: null,
    skills: [],
    certainty: 'confirmed',
    note: '',
  } as const;
  const week = (from: number, weeks: number) => ({
    startOn: addDays(monday, 7 * from),
    endOn: addDays(monday, 7 * (from + weeks) - 3),
  });
  return [
    ...plannedFromTasks(work, today).map((line) => ({ ...plain, ...line })),
    {
      ...plain,
      ...week(2, 1),
      project: 'Warehouse control tower',
      person: 'Samuel Adeyemi',
      effort: { by: 'day', minutesPerDay: 240 },
      note: 'Go-live week on site',
    },
    {
      ...plain,
      ...week(6, 8),
      project: 'Store replenishment',
      person: null,
      role: 'developer',
      skills: ['Data engineering'],
      effort: { by: 'day', minutesPerDay: 360 },
      note: 'Load the data of the second region',
    },
    {
      ...plain,
      ...week(3, 10),
      project: 'Tenant service',
      person: null,
      role: 'designer',
      skills: ['User research', 'Interface design'],
      effort: { by: 'day', minutesPerDay: 240 },
      certainty: 'tentative',
      note: 'If the client takes the second round',
    },
    ...['Emil Hansen', 'Karim Haddad'].map((person) => ({
      ...plain,
      ...week(4, 12),
      project: 'AI delivery playbook',
      person,
      effort: { by: 'share' as const, basisPoints: 2_000 },
      certainty: 'tentative' as const,
      note: 'One day a week once it is approved',
    })),
  ];
}

type Line = Pick<SampleAllocation, 'project' | 'person' | 'startOn' | 'endOn' | 'effort'>;

function plannedFromTasks({ projects, tasks, people }: Work, today: CalendarDate): Line[] {
  const room = new Map(people.map(({ key, weeklyMinutes }) => [key, weeklyMinutes / 5]));
  return projects
    .filter(({ state }) => state === 'approved' || state === 'executing')
    .flatMap((project) => {
      const ahead = tasks.filter((task) => task.project === project.key && task.state !== 'done');
      return [...remainingOf(ahead)].flatMap(([person, { minutes, dueOn }]) => {
        if (dueOn < today) return [];
        const startOn = weekStart(later(addDays(today, -28), project.startOn ?? today));
        const wanted = minutes / weekdaysBetween(later(startOn, today), dueOn);
        const left = room.get(person) ?? 0;
        const minutesPerDay = stepMinutes * Math.floor(Math.min(wanted, left) / stepMinutes);
        if (minutesPerDay < stepMinutes) return [];
        room.set(person, left - minutesPerDay);
        const effort = { by: 'day' as const, minutesPerDay };
        return [{ project: project.key, person, startOn, endOn: dueOn, effort }];
      });
    });
}

/** What the open tasks of a project still ask of each person, and until when. */
function remainingOf(tasks: readonly SampleTask[]) {
  const found = new Map<SampleKey, { minutes: number; dueOn: CalendarDate }>();
  for (const { assignees, estimateMinutes, dueOn } of tasks) {
    for (const person of assignees) {
      const sum = entryOf(found, person, () => ({ minutes: 0, dueOn }));
      sum.minutes += (estimateMinutes ?? 0) / assignees.length;
      sum.dueOn = later(sum.dueOn, dueOn);
    }
  }
  return found;
}
