import type { Constraint } from '../schedule/model.ts';
import { dateField, flagField, numberField, textField } from './fields.ts';
import { childrenNamed, type MspdiProject, type MspdiRecord, recordOf } from './model.ts';

/** What of a file's tasks is known of: its own, without ghosts of other projects where those count as abroad. */
export type KnownTasks = {
  readonly own: ReadonlySet<string>;
  /** Ghosts that count as abroad although the file holds them. */
  readonly ghosts: ReadonlySet<string>;
};

/** The tasks of a file by `UID`; ghosts of other projects are among them, or (`withoutGhosts`) abroad. */
export function knownTasks(
  { tasks }: Pick<MspdiProject, 'tasks'>,
  { withoutGhosts = false } = {},
): KnownTasks {
  const uids = (rows: readonly MspdiRecord[]) =>
    new Set(rows.flatMap((row) => textField(row, 'UID') ?? []));
  const ghosts = tasks.filter((row) => flagField(row, 'ExternalTask') === true);
  return { own: uids(tasks), ghosts: withoutGhosts ? uids(ghosts) : new Set() };
}

/** Links of one task to tasks of other projects that are not known of. */
export function linksAbroad(row: MspdiRecord, known: KnownTasks): MspdiRecord[] {
  return childrenNamed(row.element, 'PredecessorLink')
    .map(recordOf)
    .filter((link) => {
      const uid = textField(link, 'PredecessorUID') ?? '';
      const isCross = flagField(link, 'CrossProject') === true;
      return known.ghosts.has(uid) || (isCross && !known.own.has(uid));
    });
}

/**
 * What another project asks of a task: no earlier than where it stands. The other project's dates are
 * nowhere in the file but in what they moved. So it is with tasks that wait for another project's, and
 * with an inserted project, which has a start of its own. Null for all others, and for what has begun,
 * was put by hand or has a constraint of its own.
 */
export function heldFromAbroad(row: MspdiRecord, known: KnownTasks): Constraint | null {
  const links = linksAbroad(row, known);
  const isInserted = flagField(row, 'IsSubproject') === true;
  const isFree =
    (numberField(row, 'ConstraintType') ?? 0) === 0 &&
    flagField(row, 'Manual') !== true &&
    dateField(row, 'ActualStart') === undefined;
  if (!isFree || !(isInserted || links.length > 0)) return null;
  const isByStart =
    isInserted || links.some((link) => [1, 3].includes(numberField(link, 'Type') ?? 1));
  const date = dateField(row, isByStart ? 'Start' : 'Finish');
  if (date === undefined) return null;
  return { type: isByStart ? 'startNoEarlierThan' : 'finishNoEarlierThan', date };
}
