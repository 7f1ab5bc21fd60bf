import { addDays, type CalendarDate, monthEnd, monthOf, weekStart } from '../calendar-date.ts';
import type { RecurrenceRule } from '../projects/recurrence.ts';
import type { SampleKey, SamplePhase, SampleTask } from './sample-firm.ts';

/** A task of the sample that comes again: its first time, and how it goes on. */
export type SampleRecurrence = {
  readonly key: SampleKey;
  readonly project: SampleKey;
  readonly rule: RecurrenceRule;
  readonly leadDays: number;
  readonly task: SampleTask;
};

/** What is done again and again: a status each Friday for a client, a look at the figures each month. */
export function sampleRecurrences(
  phases: readonly SamplePhase[],
  today: CalendarDate,
): SampleRecurrence[] {
  const friday = addDays(weekStart(today), 4);
  return lines.map(({ project, name, rule, minutes, assignee }) => {
    const own = phases.filter((phase) => phase.project === project);
    const phase = own.find(({ endOn }) => endOn >= today) ?? own.at(-1);
    const dueOn = rule.frequency === 'monthly' ? monthEnd(monthOf(today)) : friday;
    const key = `${project} / ${name}`;
    return {
      key,
      project,
      rule,
      leadDays: 7,
      task: {
        key,
        project,
        phase: phase?.key ?? '',
        name,
        position: 900,
        state: 'open',
        role: 'manager',
        estimateMinutes: minutes,
        startOn: dueOn,
        dueOn,
        doneOn: null,
        isMilestone: false,
        assignees: [assignee],
      },
    };
  });
}

const lines = [
  {
    project: 'Claims portal',
    name: 'Write the weekly status',
    rule: { frequency: 'weekly', interval: 1, weekdays: [5] },
    minutes: 60,
    assignee: 'Aisha Rahman',
  },
  {
    project: 'Managed services',
    name: 'Look at the month’s figures',
    rule: { frequency: 'monthly', interval: 1, monthDay: 31 },
    minutes: 90,
    assignee: 'Aisha Rahman',
  },
] as const;
