import { nameKey } from './name-match.ts';
import { listParts, parseFlag, parsePeople } from './task-cell.ts';
import { isJira, type TaskColumn, type TaskTable } from './task-columns.ts';
import { isEpic, linksOfRows, parentsOfRows, phasesOfEpics } from './task-csv-structure.ts';
import {
  type LeftOut,
  type ListedComment,
  type ListedStep,
  type ListedTask,
  listedTask,
  type TaskList,
} from './task-list.ts';
import { leaveOut, option, type TaskNotes } from './task-notes.ts';
import { ownCellsOf, ownPeople, type TaskOwn } from './task-own.ts';
import {
  cellOf,
  cellsOf,
  dayOf,
  effortOf,
  fittingText,
  orderedDays,
  percentOf,
  type ReadRow,
  raiseRow,
  stateOf,
  type TaskRow,
} from './task-row.ts';

/** The tasks of a table whose columns are mapped. A row without any cell counts for nothing. */
export function readTaskTable(
  table: TaskTable,
  { columns, own }: { readonly columns: readonly TaskColumn[]; readonly own: TaskOwn },
  notes: TaskNotes,
): TaskList {
  const filled = {
    ...own,
    fields: own.fields.filter(({ id }) => columns.some(({ field }) => field === id)),
  };
  const keys = new Map<string, number>();
  const authors = authorsOf(table);
  const read = table.rows.flatMap((cells, at): ReadRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const row: TaskRow = { number: at + 2, cells, columns, notes, isSkipped: false };
    const task = readRow(row, { keys, authors, own: filled });
    return task === null || row.isSkipped ? [] : [{ row, task }];
  });
  const placed = phasesOfEpics(parentsOfRows(read), notes);
  const tasks = placed.map(({ task }) => task);
  const links = linksOfRows(placed, notes);
  const people = new Set([
    ...tasks.flatMap((task) => task.assignments.map(({ personKey }) => personKey)),
    ...tasks.flatMap((task) => ownPeople(task, filled)),
  ]);
  return {
    format: isJira(table.header) ? 'jira' : 'csv',
    source: 'csv',
    project: {
      name: '',
      notes: '',
      startOn: null,
      endOn: null,
      statusOn: null,
      scheduleFrom: 'start',
      honoursConstraints: true,
    },
    phases: [...new Set(tasks.flatMap(({ phase }) => phase ?? []))],
    tasks,
    links,
    people: [...people].map((key) => ({
      key,
      name: key.includes('@') ? nameOfAddress(key) : key,
      email: key.includes('@') ? key : null,
    })),
    baselines: [],
    own: filled,
    report: { read: [], left: unmapped(columns) },
  };
}

type RowContext = {
  /** How often each key has stood so far. */
  readonly keys: Map<string, number>;
  readonly authors: ReadonlyMap<string, string>;
  readonly own: TaskOwn;
};

function readRow(row: TaskRow, { keys, authors, own }: RowContext): ListedTask | null {
  const name = nameOf(row);
  if (name === null) return null;
  const key = keyOf(row, name, keys);
  if (key === null) return null;
  const days = orderedDays(row, dayOf(row, 'startOn'), dayOf(row, 'dueOn'));
  const percent = percentOf(row);
  const state = stateOf(row, percent);
  const isMilestone =
    parseFlag(cellOf(row, 'milestone')) || /^(milestone|meilenstein)$/i.test(cellOf(row, 'type'));
  const doneOn = dayOf(row, 'doneOn');
  const duration = effortOf(row, 'duration');
  return {
    ...listedTask(key, row.number, name),
    notes: fittingText(row, 'Notes', { text: cellsOf(row, 'notes').join('\n\n'), most: 20_000 }),
    // What is the name of an epic of Jira is no phase of its own.
    phase: isEpic(row) ? null : phaseOf(row),
    startOn: isMilestone ? null : days.startOn,
    dueOn: days.dueOn ?? (isMilestone ? days.startOn : null),
    deadlineOn: dayOf(row, 'deadlineOn'),
    estimateMinutes: effortOf(row, 'estimate'),
    isMilestone,
    state,
    doneOn: state === 'done' ? doneOn : null,
    percentComplete: state === 'done' ? 100 : Math.min(percent, 99),
    schedule: duration === null || isMilestone ? null : lasting(duration, days),
    assignments: assignmentsOf(row),
    tags: [...new Set(cellsOf(row, 'tags').flatMap(listParts))].map((tag) => tag.slice(0, 50)),
    checklist: cellsOf(row, 'checklist').flatMap(stepsOf),
    comments: cellsOf(row, 'comments').map((text) => commentOf(text, authors)),
    own: ownCellsOf(row, own),
  };
}

/** A duration without two days: the task runs as long from where it begins. */
function lasting(
  durationMinutes: number,
  days: { readonly startOn: ListedTask['startOn']; readonly dueOn: ListedTask['dueOn'] },
): ListedTask['schedule'] {
  if (days.startOn !== null && days.dueOn !== null) return null;
  const end = { type: 'finish-no-earlier-than', on: days.dueOn } as const;
  const start = { type: 'start-no-earlier-than', on: days.startOn } as const;
  const none = { type: 'as-soon-as-possible', on: null } as const;
  const bound = days.startOn === null ? (days.dueOn === null ? none : end) : start;
  return {
    scheduling: 'automatic',
    constraintType: bound.type,
    constraintOn: bound.on,
    constraintMinute: null,
    durationMinutes,
    splits: [],
    taskType: 'fixed-duration',
    isEffortDriven: false,
    priority: 500,
  };
}

function nameOf(row: TaskRow): string | null {
  const text = cellOf(row, 'name').replace(/\s+/gu, ' ');
  if (text !== '') return fittingText(row, 'Name', { text, most: 300 });
  const answer = raiseRow(row, 'Name', {
    value: '',
    draft: {
      key: 'name-missing',
      code: 'name-missing',
      title: 'Tasks without a name',
      message: 'The row names no task.',
      options: [leaveOut, option('correct', 'Call them by their row')],
    },
  });
  return answer.action === 'skip' ? null : `Row ${row.number}`;
}

/** The other program's id; without one the name, counted where it stands more than once. */
function keyOf(row: TaskRow, name: string, keys: Map<string, number>): string | null {
  const given = cellOf(row, 'key') || cellOf(row, 'otherKey');
  const key = (given || `name:${nameKey(name)}`).slice(0, 300);
  const count = (keys.get(key) ?? 0) + 1;
  keys.set(key, count);
  if (count === 1) return key;
  if (given === '') return `${key}#${count}`;
  const answer = raiseRow(row, 'Key', {
    value: given,
    draft: {
      key: 'key-twice',
      code: 'key-twice',
      title: 'Keys that stand twice',
      message: 'An earlier row has the same key.',
      options: [
        option('first', 'Take the first row'),
        option('keep', 'Take both, the later under a key of its own'),
      ],
    },
  });
  return answer.action === 'keep' ? `${key}#${count}` : null;
}

function phaseOf(row: TaskRow): string | null {
  const phase = cellOf(row, 'phase').replace(/\s+/gu, ' ').slice(0, 300);
  return phase === '' ? null : phase;
}

/** People by name; an address in a column of its own stands for the one person of the row. */
function assignmentsOf(row: TaskRow): ListedTask['assignments'] {
  const emails = cellsOf(row, 'email').flatMap(listParts);
  const named = cellsOf(row, 'people').flatMap(parsePeople);
  const all = emails.length > 0 ? emails.map((name) => ({ name, units: 10_000 })) : named;
  const seen = new Set<string>();
  return all.flatMap(({ name, units }) => {
    const personKey = name.slice(0, 200);
    if (seen.has(nameKey(personKey))) return [];
    seen.add(nameKey(personKey));
    return [{ personKey, units }];
  });
}

/** `[x] Book room` on lines of its own, or parted by semicolons. */
function stepsOf(text: string): ListedStep[] {
  return text
    .split(/[\n;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const match = /^(?:[-*]\s*)?(?:\[([ xX✓]?)\]\s*)?(.*)$/u.exec(line);
      const isDone = /[xX✓]/.test(match?.[1] ?? '');
      return { name: (match?.[2] ?? line).slice(0, 300), isDone };
    });
}

/** Jira writes `date;author;text` into each of its columns of comments, the author often by id. */
function commentOf(text: string, authors: ReadonlyMap<string, string>): ListedComment {
  const match = /^([^;\n]{6,40});([^;\n]{0,128});([\s\S]*)$/.exec(text);
  const isDated = match !== null && /\d/.test(match[1] ?? '');
  if (!isDated) return { author: '', at: '', text };
  const [, at = '', written = '', said = ''] = match;
  const isId = /^(\d+:)?[0-9a-f-]{20,}$/i.test(written);
  const author = authors.get(written) ?? (isId ? '' : written);
  return { author, at: at.trim(), text: said.trim() };
}

/** Names of Jira's people by their ids, from the columns that hold both, such as Assignee and Assignee Id. */
function authorsOf({ header, rows }: TaskTable): Map<string, string> {
  const names = new Map<string, string>();
  for (const [at, name] of header.entries()) {
    const ids = header.indexOf(`${name} Id`);
    if (name === '' || ids === -1) continue;
    for (const row of rows) {
      const [id, person] = [(row[ids] ?? '').trim(), (row[at] ?? '').trim()];
      if (id !== '' && person !== '') names.set(id, person);
    }
  }
  return names;
}

function unmapped(columns: readonly TaskColumn[]): LeftOut[] {
  const left = new Map<string, LeftOut>();
  for (const { header, field, filled, samples } of columns) {
    if (field !== null || filled === 0) continue;
    const what = header || 'Column without a header';
    const before = left.get(what);
    const why = 'No field is chosen for this column.';
    left.set(what, {
      what,
      count: (before?.count ?? 0) + filled,
      why,
      examples: before?.examples ?? samples,
    });
  }
  return [...left.values()];
}

/** `anna.berg@…` as Anna Berg. */
function nameOfAddress(address: string): string {
  return (address.split('@')[0] ?? address)
    .split(/[._-]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
}
