import type { Constraint } from '../schedule/model.ts';
import { dateField, flagField, numberField, textField } from './fields.ts';
import { childrenNamed, type MspdiProject, type MspdiRecord, recordOf } from './model.ts';

/** Links of one task to tasks of other projects that the file does not hold. */
export function linksAbroad(row: MspdiRecord, known: ReadonlySet<string>): MspdiRecord[] {
  return childrenNamed(row.element, 'PredecessorLink')
    .map(recordOf)
    .filter(
      (link) =>
        flagField(link, 'CrossProject') === true &&
        !known.has(textField(link, 'PredecessorUID') ?? ''),
    );
}

/** The tasks of a file by `UID`, for `linksAbroad`. */
export function knownTasks({ tasks }: Pick<MspdiProject, 'tasks'>): ReadonlySet<string> {
  return new Set(tasks.flatMap((row) => textField(row, 'UID') ?? []));
}

/**
 * What another project asks of a task: no earlier than where it stands. The other project's dates are
 * nowhere in the file but in what they moved. Null for tasks that wait for no such task, have begun,
 * were put by hand or have a constraint of their own.
 */
export function heldFromAbroad(row: MspdiRecord, known: ReadonlySet<string>): Constraint | null {
  const links = linksAbroad(row, known);
  const isFree =
    (numberField(row, 'ConstraintType') ?? 0) === 0 &&
    flagField(row, 'Manual') !== true &&
    dateField(row, 'ActualStart') === undefined;
  if (links.length === 0 || !isFree) return null;
  const isByStart = links.some((link) => [1, 3].includes(numberField(link, 'Type') ?? 1));
  const date = dateField(row, isByStart ? 'Start' : 'Finish');
  if (date === undefined) return null;
  return { type: isByStart ? 'startNoEarlierThan' : 'finishNoEarlierThan', date };
}
