import {
  flagField,
  isElapsedFormat,
  isPercentFormat,
  numberField,
  textField,
} from '../mspdi/fields.ts';
import { childrenNamed, type MspdiRecord, recordOf } from '../mspdi/model.ts';
import type { DependencyType } from '../projects/dependency.ts';
import type { ListedLink } from './task-list.ts';
import { option, raiseProblem, type TaskNotes } from './task-notes.ts';

type LinkedRow = { readonly key: string; readonly row: number; readonly record: MspdiRecord };

/** Links between tasks that come in; the others are raised, each with its row. */
export function linksOf(
  rows: readonly LinkedRow[],
  keys: ReadonlySet<string>,
  notes: TaskNotes,
): ListedLink[] {
  const seen = new Set<string>();
  return rows.flatMap((row) =>
    childrenNamed(row.record.element, 'PredecessorLink').flatMap((element) => {
      const link = recordOf(element);
      const predecessorKey = textField(link, 'PredecessorUID') ?? '';
      const isAbroad = flagField(link, 'CrossProject') === true;
      if (isAbroad || !keys.has(predecessorKey) || !keys.has(row.key)) {
        missingLink(notes, row.row, isAbroad ? 'another file' : predecessorKey);
        return [];
      }
      // One link between two tasks, as in Microsoft Project itself; doubled ones are slips of a writer.
      const pair = `${predecessorKey} ${row.key}`;
      if (seen.has(pair)) return [];
      seen.add(pair);
      return [{ predecessorKey, successorKey: row.key, row: row.row, ...kindOf(link) }];
    }),
  );
}

const types: readonly DependencyType[] = [
  'finish-finish',
  'finish-start',
  'start-finish',
  'start-start',
];

function kindOf(
  link: MspdiRecord,
): Pick<ListedLink, 'type' | 'lagMinutes' | 'lagUnit' | 'lagPercent'> {
  const type = types[numberField(link, 'Type') ?? 1] ?? 'finish-start';
  const amount = numberField(link, 'LinkLag') ?? 0;
  const format = numberField(link, 'LagFormat');
  const isElapsed = isElapsedFormat(format);
  if (!isPercentFormat(format)) {
    const lagMinutes = Math.round(amount / 10);
    return { type, lagMinutes, lagUnit: isElapsed ? 'elapsed' : 'working', lagPercent: 0 };
  }
  const lagPercent = Math.min(1000, Math.max(-1000, Math.round(amount)));
  return { type, lagMinutes: 0, lagUnit: isElapsed ? 'elapsed-percent' : 'percent', lagPercent };
}

/** Says that one end of a link is not there. */
export function missingLink(notes: TaskNotes, row: number, value: string): void {
  raiseProblem(
    notes,
    { row, field: 'Predecessors', value },
    {
      key: 'link-missing',
      code: 'link-missing',
      title: 'Links to tasks that do not come in',
      message:
        'One end is missing in the file, is left out, became a phase, or lies in another file.',
      options: [option('empty', 'Leave these links out')],
    },
  );
}
