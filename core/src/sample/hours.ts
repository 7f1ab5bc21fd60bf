import {
  addDays,
  type CalendarDate,
  earlier,
  isWeekdayDate,
  later,
  weekdaysBetween,
} from '../calendar-date.ts';
import { allocate } from '../money.ts';
import { type Random, randomChoice } from '../random.ts';
import { normalQuantile } from '../schedule/uncertainty/normal.ts';
import type { SampleKey, SamplePerson, SampleTask, SampleTimeEntry } from './sample-firm.ts';
import { mondayIn, type PlannedWork } from './work.ts';

const notes = [
  '',
  '',
  '',
  'with the client',
  'workshop',
  'review',
  'follow-up',
  'prepared and sent',
] as const;
const quarterHour = 15;

/** Weeks from one to before another, counted from this one: the last year is from -52 to now. */
export type WeekSpan = { readonly from: number; readonly to: number };

/** Every hour logged in some weeks before today: each person splits a day among the tasks they are on. */
export function sampleHours(
  work: PlannedWork,
  people: readonly SamplePerson[],
  context: { today: CalendarDate; random: Random; weeks: WeekSpan },
): SampleTimeEntry[] {
  const kinds = new Map(work.projects.map((project) => [project.key, project.kind]));
  const entries: SampleTimeEntry[] = [];
  const first = mondayIn(context.weeks.from, context.today);
  const end = earlier(mondayIn(context.weeks.to, context.today), context.today);
  for (const person of people) {
    const own = work.tasks.filter((task) => task.assignees.includes(person.key));
    for (let day = first; day < end; day = addDays(day, 1)) {
      if (!isWeekdayDate(day) || day < person.joinedOn || isAway(context.random)) continue;
      const active = own.filter((task) => task.startOn <= day && day <= task.dueOn);
      const parts = splitDay(active, { person, random: context.random, pulls: work.pulls });
      for (const [task, minutes] of parts) {
        entries.push({
          person: person.key,
          project: task.project,
          task: task.key,
          on: day,
          minutes,
          note: randomChoice(context.random, notes),
          isBillable: kinds.get(task.project) === 'client',
        });
      }
    }
  }
  return entries;
}

/**
 * Estimates that fit what was logged: done tasks came out over or under by factors that differ by role,
 * tasks under way need more until they are due, later ones are planned at half a day a day.
 */
export function withEstimates(
  tasks: readonly SampleTask[],
  entries: readonly SampleTimeEntry[],
  context: { today: CalendarDate; random: Random; pulls: ReadonlyMap<SampleKey, number> },
): SampleTask[] {
  const logged = new Map<SampleKey, number>();
  for (const entry of entries)
    logged.set(entry.task, (logged.get(entry.task) ?? 0) + entry.minutes);
  return tasks.map((task) => {
    if (task.isMilestone) return task;
    const spent = logged.get(task.key) ?? 0;
    const drift = driftOf(task, context.random());
    const from = later(task.startOn, context.today);
    const daily =
      170 * Math.max(1, task.assignees.length) * shareAhead(context.pulls.get(task.key) ?? 1);
    const ahead = task.state === 'done' ? 0 : weekdaysBetween(from, task.dueOn) * daily;
    const estimate = task.state === 'done' ? spent / drift : spent + ahead * drift;
    return { ...task, estimateMinutes: Math.max(60, Math.round(estimate / 30) * 30) };
  });
}

/** How far the estimates of each role are off: what the firm could learn from its past. */
const habits: Readonly<Record<SampleKey, number>> = {
  developer: 1.22,
  designer: 0.95,
  consultant: 1.04,
  partner: 0.9,
};

/** Logarithms of ratios are normal; the share is kept off the far ends. */
function driftOf({ role }: SampleTask, share: number): number {
  const habit = habits[role ?? ''] ?? 1.02;
  return habit * Math.exp(0.2 * normalQuantile(0.02 + 0.96 * share));
}

/** Work that got next to nothing so far has it all ahead; the rest goes on as it went. */
function shareAhead(pull: number): number {
  return pull < 0.1 ? 0.6 : pull;
}

function splitDay(
  tasks: readonly SampleTask[],
  context: { person: SamplePerson; random: Random; pulls: ReadonlyMap<SampleKey, number> },
): [SampleTask, number][] {
  const { person, random, pulls } = context;
  const weights = tasks.map((task) => (pulls.get(task.key) ?? 0) * (0.5 + random()));
  const pull = Math.min(
    1,
    weights.reduce((sum, weight) => sum + weight, 0),
  );
  const quarters = Math.round(
    ((person.weeklyMinutes / 5) * (0.78 + random() * 0.2) * Math.max(pull, 0.1)) / quarterHour,
  );
  if (tasks.length === 0 || quarters === 0) return [];
  return allocate(quarters, weights).flatMap((count, index) => {
    const task = tasks[index];
    return task && count > 0 ? [[task, count * quarterHour] as [SampleTask, number]] : [];
  });
}

function isAway(random: Random): boolean {
  return random() < 0.09;
}
