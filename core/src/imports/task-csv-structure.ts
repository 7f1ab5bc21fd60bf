import { nameKey } from './name-match.ts';
import { type LinkCell, parseLinks } from './task-cell.ts';
import type { ListedLink } from './task-list.ts';
import { missingLink } from './task-mspdi-links.ts';
import { choice, option, settle, type TaskNotes } from './task-notes.ts';
import { cellOf, cellsOf, type ReadRow, type TaskRow } from './task-row.ts';

/** Rows with the key of the task above: named by key, second key or name, or told by their level. */
export function parentsOfRows(read: readonly ReadRow[]): ReadRow[] {
  const keys = keyIndex(read);
  const above: { readonly level: number; readonly key: string }[] = [];
  return read.map(({ row, task }) => {
    const level = Number(cellOf(row, 'level'));
    const hasLevel = cellOf(row, 'level') !== '' && Number.isFinite(level);
    if (hasLevel) while ((above.at(-1)?.level ?? -1) >= level) above.pop();
    const byLevel = hasLevel ? (above.at(-1)?.key ?? null) : null;
    if (hasLevel) above.push({ level, key: task.key });
    const [first] = cellsOf(row, 'parent');
    if (first === undefined) return { row, task: { ...task, parentKey: byLevel } };
    // Several columns may name it, by id and by key; an older Jira has epics apart from parents.
    const named = cellsOf(row, 'parent').flatMap((word) => keys.get(nameKey(word)) ?? []);
    return { row, task: { ...task, parentKey: named[0] ?? first } };
  });
}

/** Every word by which a row can be named, the surest first: key, second key, name. */
function keyIndex(read: readonly ReadRow[]): Map<string, string> {
  const keys = new Map<string, string>();
  const add = (word: string, key: string) => {
    if (word !== '' && !keys.has(nameKey(word))) keys.set(nameKey(word), key);
  };
  for (const { task } of read) add(task.key, task.key);
  for (const { row, task } of read) add(cellOf(row, 'otherKey'), task.key);
  for (const { task } of read) add(task.name, task.key);
  return keys;
}

/** Whether a row is what Jira holds others together with. */
export function isEpic(row: TaskRow): boolean {
  return /^(epic|epos|initiative)$/i.test(cellOf(row, 'type'));
}

/** Epics can be the phases of a project; then what is part of them lies in their phase. */
export function phasesOfEpics(read: readonly ReadRow[], notes: TaskNotes): ReadRow[] {
  const epics = read.filter(({ row }) => isEpic(row));
  if (epics.length === 0) return [...read];
  const answer = settle(
    notes,
    {
      key: 'epics',
      code: 'meaning',
      title: 'Epics',
      message: 'They hold other tasks together, as phases do here.',
      options: [
        option('use', 'Make them phases', 'phases'),
        option('use', 'Make them tasks with sub-tasks', 'tasks'),
      ],
      standard: choice('use', 'phases'),
    },
    epics.length,
  );
  if (answer.target !== 'phases') return [...read];
  const names = new Map(epics.map(({ task }) => [task.key, task.name]));
  const parents = new Map(read.map(({ task }) => [task.key, task.parentKey]));
  return read.flatMap(({ row, task }) => {
    if (names.has(task.key)) return [];
    const epic = epicAbove(task.key, parents, names);
    const isDirect = task.parentKey !== null && names.has(task.parentKey);
    const phase = epic === null ? task.phase : (names.get(epic) ?? task.phase);
    return [{ row, task: { ...task, phase, parentKey: isDirect ? null : task.parentKey } }];
  });
}

function epicAbove(
  key: string,
  parents: ReadonlyMap<string, string | null>,
  names: ReadonlyMap<string, string>,
): string | null {
  const seen = new Set<string>();
  for (
    let at = parents.get(key) ?? null;
    at !== null && !seen.has(at);
    at = parents.get(at) ?? null
  ) {
    if (names.has(at)) return at;
    seen.add(at);
  }
  return null;
}

/** Links from the columns of what a task waits for and of what it blocks. */
export function linksOfRows(read: readonly ReadRow[], notes: TaskNotes): ListedLink[] {
  const index = keyIndex(read);
  const words = new Set(
    read.flatMap(({ row, task }) => [task.key, task.name, cellOf(row, 'otherKey')]),
  );
  const links = new Map<string, ListedLink>();
  for (const { row, task } of read) {
    for (const { field, cell } of linkCells(row, words)) {
      const other = index.get(nameKey(cell.key));
      if (other === undefined || other === task.key) missingLink(notes, row.number, cell.key);
      else addLink(links, { row: row.number, field, cell, task: task.key, other });
    }
  }
  return [...links.values()];
}

const linkFields = ['predecessors', 'successors'] as const;

type NamedLink = {
  readonly row: number;
  readonly field: (typeof linkFields)[number];
  readonly cell: LinkCell;
  readonly task: string;
  readonly other: string;
};

function linkCells(row: TaskRow, words: ReadonlySet<string>): Pick<NamedLink, 'field' | 'cell'>[] {
  return linkFields.flatMap((field) =>
    cellsOf(row, field)
      .flatMap((text) => parseLinks(text, words))
      .map((cell) => ({ field, cell })),
  );
}

function addLink(
  links: Map<string, ListedLink>,
  { row, field, cell, task, other }: NamedLink,
): void {
  const [predecessorKey, successorKey] = field === 'predecessors' ? [other, task] : [task, other];
  const { key: _, ...kind } = cell;
  const pair = `${predecessorKey} ${successorKey}`;
  if (!links.has(pair)) links.set(pair, { predecessorKey, successorKey, row, ...kind });
}
