import { readMspdi } from '../mspdi/read.ts';
import {
  isJira,
  mappedTaskColumns,
  recogniseTaskColumns,
  type TaskColumn,
  type TaskColumnMapping,
  type TaskTable,
  taskMappingIssues,
} from './task-columns.ts';
import { readTaskTable } from './task-csv.ts';
import type { TaskList, TaskListFormat } from './task-list.ts';
import { readMspdiTasks } from './task-mspdi.ts';
import type { TaskNotes } from './task-notes.ts';
import { noTaskOwn, type TaskOwn } from './task-own.ts';
import { readTrelloTasks } from './task-trello.ts';
import { parseBoard } from './task-trello-board.ts';

/** What the first characters of a file say that it is; `table` for what must be cut into cells. */
export type FileNature = 'mspdi' | 'trello' | 'table' | 'mpp' | 'other-xml' | 'other-json';

/** Tells files of tasks apart by how they begin. */
export function natureOf(bytes: Uint8Array, text: string): FileNature {
  // A compound file of Microsoft Office: Project's own .mpp, which only Project reads.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11) return 'mpp';
  const head = text.slice(0, 4_000).trimStart();
  if (head.startsWith('{') || head.startsWith('['))
    return parseBoard(text) ? 'trello' : 'other-json';
  if (!head.startsWith('<')) return 'table';
  return /<(?:\w+:)?Project[\s>]/.test(head) ? 'mspdi' : 'other-xml';
}

/** A file whose nature is known: a table with its columns, or the text of the others. */
export type OpenTaskFile = { readonly own: TaskOwn } & (
  | { readonly format: 'mspdi'; readonly source: Uint8Array }
  | { readonly format: 'trello'; readonly source: string }
  | {
      readonly format: 'jira' | 'csv';
      readonly table: TaskTable;
      readonly columns: readonly TaskColumn[];
    }
);

/** A table with its columns as recognised, or as somebody mapped them. */
export function openTable(
  table: TaskTable,
  mapping: readonly TaskColumnMapping[] | null,
  own: TaskOwn = noTaskOwn,
): OpenTaskFile & { readonly table: TaskTable } {
  const columns = mapping
    ? mappedTaskColumns(table, mapping, own.fields)
    : recogniseTaskColumns(table, own.fields);
  return { format: isJira(table.header) ? 'jira' : 'csv', table, columns, own };
}

/** What still keeps a file from being read, in words. */
export function taskFileIssues(file: OpenTaskFile): string[] {
  return 'columns' in file ? taskMappingIssues(file.columns, file.own.fields) : [];
}

/** The tasks of a file; problems and questions go into the notes. */
export function readTaskList(file: OpenTaskFile, notes: TaskNotes): TaskList {
  switch (file.format) {
    case 'mspdi': {
      const reading = readMspdi(file.source);
      if (!reading.ok) throw new RangeError(`no Microsoft Project XML: ${reading.reason}`);
      return readMspdiTasks(reading.project, notes, file.own);
    }
    case 'trello': {
      const board = parseBoard(file.source);
      if (!board) throw new RangeError('no board of Trello');
      return withReport(readTrelloTasks(board, notes, file.own));
    }
    case 'jira':
    case 'csv':
      return withReport(readTaskTable(file.table, file, notes));
  }
}

/** How formats are called. */
export const taskFormatWords: Readonly<Record<TaskListFormat, string>> = {
  mspdi: 'Microsoft Project XML',
  trello: 'Trello board',
  jira: 'Jira CSV',
  csv: 'CSV',
};

function withReport(list: TaskList): TaskList {
  const sum = (of: (task: TaskList['tasks'][number]) => number) =>
    list.tasks.reduce((total, task) => total + of(task), 0);
  const read = [
    { what: 'Phases', count: list.phases.length },
    { what: 'Tasks', count: list.tasks.length },
    { what: 'Links', count: list.links.length },
    { what: 'People', count: list.people.length },
    { what: 'Assignments', count: sum(({ assignments }) => assignments.length) },
    { what: 'Tags', count: new Set(list.tasks.flatMap(({ tags }) => tags)).size },
    { what: 'Checklist items', count: sum(({ checklist }) => checklist.length) },
    { what: 'Comments', count: sum(({ comments }) => comments.length) },
    { what: 'Values of your own fields', count: sum(({ own }) => Object.keys(own).length) },
  ].filter(({ count }) => count > 0);
  return { ...list, report: { ...list.report, read } };
}
