import type { CalendarDate } from '../calendar-date.ts';
import { groupedBy } from '../grouping.ts';
import { dateField, durationField, flagField, numberField, textField } from '../mspdi/fields.ts';
import { childrenNamed, type MspdiRecord, recordOf } from '../mspdi/model.ts';
import { dayOfMinute } from '../schedule/minute.ts';
import type { ListedAssignment, ListedBaseline, ListedPerson } from './task-list.ts';
import { option, raiseProblem, type TaskNotes } from './task-notes.ts';

/** Who works, of the file's resources. */
export function peopleOf(resources: readonly MspdiRecord[]): ListedPerson[] {
  return resources.flatMap((resource) => {
    const key = textField(resource, 'UID');
    const name = textField(resource, 'Name');
    if (key === undefined || name === undefined || !isPerson(resource)) return [];
    return [{ key, name, email: textField(resource, 'EmailAddress') ?? null }];
  });
}

/** Only who works counts: material and money are named in the report. */
function isPerson(resource: MspdiRecord): boolean {
  return (
    flagField(resource, 'IsNull') !== true &&
    numberField(resource, 'Type') !== 0 &&
    numberField(resource, 'Type') !== 2 &&
    flagField(resource, 'IsCostResource') !== true
  );
}

/** Who is on which task, by the task's key. */
export function assignmentsOf(
  assignments: readonly MspdiRecord[],
  people: ReadonlySet<string>,
): Map<string, ListedAssignment[]> {
  const byTask = new Map<string, ListedAssignment[]>();
  for (const record of assignments) {
    const [taskKey, personKey] = [textField(record, 'TaskUID'), textField(record, 'ResourceUID')];
    if (taskKey === undefined || personKey === undefined || !people.has(personKey)) continue;
    const units = clamp(Math.round((numberField(record, 'Units') ?? 1) * 10_000), 1, 10_000);
    const own = byTask.get(taskKey) ?? [];
    if (own.some((other) => other.personKey === personKey)) continue;
    byTask.set(taskKey, [...own, { personKey, units }]);
  }
  return byTask;
}

type BaselineTask = ListedBaseline['tasks'][number];

/** Baseline 0 to 10, each with the tasks that have dates in it. */
export function baselinesOf(
  rows: readonly { readonly key: string; readonly record: MspdiRecord }[],
): ListedBaseline[] {
  const kept = rows.flatMap(({ key, record }) =>
    childrenNamed(record.element, 'Baseline').flatMap((element) => {
      const baseline = recordOf(element);
      const number = numberField(baseline, 'Number') ?? 0;
      const task = baselineTask(key, baseline);
      return task.startOn === null && task.dueOn === null ? [] : [{ number, task }];
    }),
  );
  return [...groupedBy(kept, ({ number }) => number)]
    .sort(([a], [b]) => a - b)
    .map(([number, own]) => ({
      name: number === 0 ? 'Baseline' : `Baseline ${number}`,
      tasks: own.map(({ task }) => task),
    }));
}

function baselineTask(taskKey: string, baseline: MspdiRecord): BaselineTask {
  const duration = durationField(baseline, 'Duration');
  return {
    taskKey,
    startOn: dayField(baseline, 'Start'),
    dueOn: dayField(baseline, 'Finish'),
    durationMinutes: duration === undefined ? null : Math.round(duration),
    estimateMinutes: workOf(baseline),
  };
}

/** Minutes of work; null when there is none. */
export function workOf(record: MspdiRecord): number | null {
  const work = durationField(record, 'Work') ?? 0;
  return work <= 0 ? null : Math.round(work);
}

/** The day of an instant; null when there is none. */
export function dayField(record: MspdiRecord, name: string): CalendarDate | null {
  const instant = dateField(record, name);
  return instant === undefined ? null : dayOfMinute(instant);
}

/** A whole number within bounds. */
export function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value)));
}

/** The name of a task; one without is called by its row, one too long for here is cut. */
export function nameOf(record: MspdiRecord, row: number, notes: TaskNotes): string {
  const name = (textField(record, 'Name') ?? '').replace(/\s+/gu, ' ');
  if (name !== '' && name.length <= 300) return name;
  const isMissing = name === '';
  raiseProblem(
    notes,
    { row, field: 'Name', value: name },
    {
      key: isMissing ? 'name-missing' : 'text-too-long/Name',
      code: isMissing ? 'name-missing' : 'text-too-long',
      title: isMissing ? 'Tasks without a name' : 'Name: too long',
      message: isMissing ? 'Others may be tied to them.' : 'Here at most 300 characters have room.',
      options: [
        isMissing ? option('correct', 'Call them by their row') : option('cut', 'Cut them off'),
      ],
    },
  );
  return isMissing ? `Row ${row}` : `${name.slice(0, 299)}…`;
}
