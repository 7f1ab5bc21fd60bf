import { addDays, type CalendarDate, weekStart } from '../calendar-date.ts';
import { weekdayAt } from '../projects/outline-dates.ts';
import type { SampleKey, SampleProject, SampleTask } from './sample-firm.ts';

/** A plan as it was kept on a day. */
export type SampleBaseline = {
  readonly project: SampleKey;
  readonly name: string;
  readonly takenOn: CalendarDate;
  readonly tasks: readonly {
    readonly task: SampleKey;
    readonly startOn: CalendarDate;
    readonly dueOn: CalendarDate;
  }[];
};

/** What the live schedule of the sample has beside its tasks. */
export type SampleSchedules = {
  readonly holidays: readonly {
    readonly name: string;
    readonly startOn: CalendarDate;
    readonly endOn: CalendarDate;
    readonly isYearly: boolean;
  }[];
  readonly leaves: readonly {
    readonly person: SampleKey;
    readonly startOn: CalendarDate;
    readonly endOn: CalendarDate;
    readonly note: string;
  }[];
  readonly deadlines: ReadonlyMap<SampleKey, CalendarDate>;
  /** Tasks that somebody holds where they are, whatever happens around them. */
  readonly byHand: readonly SampleKey[];
  /** Tasks that pause, in working minutes: after how many, and for how many. */
  readonly pauses: ReadonlyMap<
    SampleKey,
    readonly { readonly afterMinutes: number; readonly gapMinutes: number }[]
  >;
  /** Who gives a task less than all of their time, in basis points. */
  readonly shares: readonly {
    readonly task: SampleKey;
    readonly person: SampleKey;
    readonly units: number;
  }[];
  readonly baselines: readonly SampleBaseline[];
};

/** How far work that is still ahead has slipped since the plan was kept, in weekdays. */
const slips: Readonly<Record<SampleKey, number>> = {
  'Claims portal': 6,
  'Warehouse control tower': 3,
};

/** Holidays, leave, a deadline at risk and kept plans. */
export function sampleSchedules(
  work: { readonly projects: readonly SampleProject[]; readonly tasks: readonly SampleTask[] },
  today: CalendarDate,
): SampleSchedules {
  const year = Number(today.slice(0, 4));
  const yearly = (name: string, monthDay: string) => ({
    name,
    // A day of every year.
    startOn: `${year - 2}-${monthDay}` as CalendarDate,
    endOn: `${year - 2}-${monthDay}` as CalendarDate,
    isYearly: true,
  });
  const monday = weekStart(today);
  return {
    holidays: [
      yearly('New Year’s Day', '01-01'),
      yearly('Labour Day', '05-01'),
      yearly('Christmas Day', '12-25'),
      yearly('St Stephen’s Day', '12-26'),
    ],
    leaves: [
      {
        person: 'Sofia Lindqvist',
        startOn: addDays(monday, 14),
        endOn: addDays(monday, 18),
        note: 'Holiday',
      },
      {
        person: 'Pavel Horak',
        startOn: addDays(monday, 35),
        endOn: addDays(monday, 46),
        note: 'Parental leave',
      },
    ],
    deadlines: deadlinesOf(work.tasks, today),
    byHand: ['Store replenishment / Launch / Train the team'],
    // Two groups of the client's people are trained, a week apart.
    pauses: new Map([
      ['Claims portal / Launch / Train the team', [{ afterMinutes: 3_840, gapMinutes: 2_400 }]],
    ]),
    shares: [{ task: 'Claims portal / Launch / Go live', person: 'Samuel Adeyemi', units: 5_000 }],
    baselines: work.projects.flatMap((project) => baselinesOf(project, work.tasks, today)),
  };
}

/** Of one project that runs, the last milestone must be reached two days before it can be. */
function deadlinesOf(
  tasks: readonly SampleTask[],
  today: CalendarDate,
): Map<SampleKey, CalendarDate> {
  const ahead = tasks.filter(
    (task) => task.project === 'Claims portal' && task.isMilestone && task.dueOn > today,
  );
  const last = ahead.at(-1);
  return new Map(last ? [[last.key, weekdayAt(last.dueOn, -2)]] : []);
}

function baselinesOf(
  { key, name, startOn }: SampleProject,
  tasks: readonly SampleTask[],
  today: CalendarDate,
): SampleBaseline[] {
  const slip = slips[key] ?? slips[name];
  if (slip === undefined || startOn === null) return [];
  const own = tasks.filter((task) => task.project === key);
  const kept = (back: number) =>
    own.map((task) => ({
      task: task.key,
      startOn: task.startOn > today ? weekdayAt(task.startOn, -back) : task.startOn,
      dueOn: task.dueOn > today ? weekdayAt(task.dueOn, -back) : task.dueOn,
    }));
  return [
    { project: key, name: 'As signed', takenOn: addDays(startOn, -3), tasks: kept(slip) },
    {
      project: key,
      name: 'After the change request',
      takenOn: addDays(today, -20),
      tasks: kept(2),
    },
  ];
}
