import { type DateInference, type DateOrder, inferDateOrder, parseDate } from './date-order.ts';
import { headerKey } from './kinds.ts';
import { editDistance, toleratedSlips } from './name-match.ts';

/** Places into which a column of a task list can go. `many`: several columns, or several values in one. */
export const taskFields = {
  key: field(
    'Key',
    'text',
    'issue key|key|task id|id|identifier|number|uid|wbs|task number|nr|no|ref',
  ),
  otherKey: field('Second key', 'text', 'issue id|unique id|guid'),
  name: field(
    'Name',
    'text',
    'summary|task name|name|title|task|subject|work item|card name|aufgabe|titel|vorgangsname|bezeichnung|description of task|content|tache|tarea|attivita',
  ),
  notes: field('Notes', 'text', 'description|notes|details|beschreibung|notizen|card description'),
  phase: field(
    'Phase',
    'text',
    'phase|section|section column|group|list|list name|column|bucket|bucket name|milestone group|epic name|stage|module|version',
  ),
  parent: field(
    'Part of',
    'text',
    'parent key|parent|parent id|parent task|parent issue|subtask of|epic link|epic key|parent link|part of',
  ),
  level: field('Outline level', 'number', 'outline level|level|indent|ebene'),
  status: field('Status', 'text', 'status|state|progress status|zustand|stand|task status'),
  done: field('Done', 'flag', 'done|completed|complete|is done|erledigt|closed|finished'),
  percent: field(
    'Percent complete',
    'number',
    'percent complete|complete|percent|progress|fortschritt|percent abgeschlossen|abgeschlossen|percentage complete|percent done',
  ),
  people: field(
    'People',
    'text',
    'assignee|assigned to|assignees|owner|responsible|resource names|ressourcennamen|resources|resource|members|person|people|zustandig|verantwortlich|bearbeiter|assignee name|assign',
    true,
  ),
  email: field('E-mail of the person', 'text', 'assignee email|email|e mail|owner email', true),
  startOn: field(
    'Start',
    'date',
    'start date|start|begin|begin date|planned start|target start|start on|anfang|beginn|starttermin|from',
  ),
  dueOn: field(
    'Due',
    'date',
    'due date|due|finish|end date|end|finish date|planned end|target end|due on|date due|fallig|falligkeitsdatum|ende|termin|faellig am|to|target date',
  ),
  deadlineOn: field('Deadline', 'date', 'deadline|latest finish|stichtag|must be done by'),
  doneOn: field(
    'Done on',
    'date',
    'resolved|completed at|completion date|done on|actual finish|resolution date',
  ),
  estimate: field(
    'Estimated effort',
    'effort',
    'original estimate|estimate|work|effort|estimated hours|estimated time|hours|aufwand|arbeit|planned hours|time estimate|estimation',
  ),
  duration: field('Duration', 'effort', 'duration|dauer|length|days'),
  milestone: field('Milestone', 'flag', 'milestone|is milestone|meilenstein'),
  type: field('Type', 'text', 'issue type|type|task type|work type|vorgangsart'),
  tags: field(
    'Tags',
    'text',
    'labels|tags|label|tag|components|component|sprint|fix version|fix versions|categories|category',
    true,
  ),
  predecessors: field(
    'Waits for',
    'text',
    'predecessors|predecessor|depends on|blocked by|dependencies|inward issue link blocks|vorganger|waits for|waiting on',
    true,
  ),
  successors: field(
    'Blocks',
    'text',
    'outward issue link blocks|blocks|blocking|successors|nachfolger|successor',
    true,
  ),
  checklist: field(
    'Checklist',
    'text',
    'checklist|checklist items|checklists|sub items|to dos',
    true,
  ),
  comments: field('Comments', 'text', 'comment|comments|kommentar|kommentare', true),
} as const satisfies Readonly<Record<string, TaskField>>;

/** A place into which a column can go. */
export type TaskFieldKey = keyof typeof taskFields;

/** How the cells of a field are read. */
export type TaskField = {
  readonly label: string;
  readonly type: 'text' | 'date' | 'number' | 'effort' | 'flag';
  readonly synonyms: readonly string[];
  readonly isMany: boolean;
};

/** In which unit a column of effort is written; a unit beside the number goes before it. */
export const effortUnits = ['seconds', 'minutes', 'hours', 'days', 'weeks'] as const;
/** In which unit a column of effort is written. */
export type EffortUnit = (typeof effortUnits)[number];

/** How one column goes in: to a field, or nowhere. */
export type TaskColumnMapping = {
  readonly field: string | null;
  readonly dateOrder: DateOrder | null;
  readonly unit: EffortUnit | null;
};

/** A column of a task list: what it was taken for, what its cells say, and how it goes in. */
export type TaskColumn = TaskColumnMapping & {
  readonly header: string;
  readonly filled: number;
  readonly samples: readonly string[];
  readonly dates: DateInference;
};

/** A table of tasks, cut into cells. */
export type TaskTable = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Keys of the fields, in the order in which they are offered. */
// The object's own keys.
export const taskFieldKeys = Object.keys(taskFields) as TaskFieldKey[];

/** Whether a text is the key of a field. */
export function isTaskField(text: string | null): text is TaskFieldKey {
  return text !== null && text in taskFields;
}

/** Whether a table is an export of Jira: by columns that only Jira names so. */
export function isJira(header: readonly string[]): boolean {
  const keys = new Set(header.map(headerKey));
  return keys.has('issue key') && (keys.has('issue type') || keys.has('summary'));
}

/** What the columns are taken for, with what their cells say about dates and units. */
export function recogniseTaskColumns(table: TaskTable): TaskColumn[] {
  const fields = assignFields(table.header);
  return table.header.map((header, at) =>
    columnWith(table, at, { header, field: fields[at] ?? null }),
  );
}

/** The columns with the mapping a person gave; a column that went elsewhere before is read anew. */
export function mappedTaskColumns(
  table: TaskTable,
  mapping: readonly TaskColumnMapping[],
): TaskColumn[] {
  return table.header.map((header, at) => {
    const given = mapping[at];
    const column = columnWith(table, at, { header, field: given?.field ?? null });
    return {
      ...column,
      dateOrder: given?.dateOrder ?? column.dateOrder,
      unit: column.unit === null ? null : (given?.unit ?? column.unit),
    };
  });
}

/** What keeps a mapping from being used, in words; empty when nothing does. */
export function taskMappingIssues(columns: readonly TaskColumn[]): string[] {
  const issues: string[] = [];
  const of = (key: TaskFieldKey) => columns.filter(({ field: own }) => own === key);
  if (of('name').length === 0) issues.push('Say which column holds the names of the tasks.');
  for (const key of taskFieldKeys)
    if (!taskFields[key].isMany && of(key).length > 1)
      issues.push(`Only one column can be “${taskFields[key].label}”.`);
  for (const { header, field: own, dateOrder, dates } of columns)
    if (
      isTaskField(own) &&
      taskFields[own].type === 'date' &&
      dateOrder === null &&
      dates.state === 'ambiguous'
    )
      issues.push(
        `Say how the dates of “${header}” are written: ${dates.example} can be two days.`,
      );
  return issues;
}

function columnWith(
  table: TaskTable,
  at: number,
  { header, field: own }: { readonly header: string; readonly field: string | null },
): TaskColumn {
  const cells = table.rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
  const type = isTaskField(own) ? taskFields[own].type : 'text';
  const dates = settledOrder(inferDateOrder(type === 'date' ? cells : cells.slice(0, 200)), cells);
  return {
    header,
    field: own,
    filled: cells.length,
    samples: [...new Set(cells.slice(0, 50))].slice(0, 3).map((cell) => cell.slice(0, 120)),
    dates,
    dateOrder: dates.state === 'certain' || dates.state === 'mostly' ? dates.order : null,
    unit: type === 'effort' ? unitOf(header, own) : null,
  };
}

/** Where all orders read the same days, as with months by name, there is nothing to choose. */
function settledOrder(dates: DateInference, cells: readonly string[]): DateInference {
  if (dates.state !== 'ambiguous') return dates;
  const [order, ...others] = dates.orders;
  const isSame =
    order !== undefined &&
    cells.every((cell) =>
      others.every((other) => parseDate(cell, other) === parseDate(cell, order)),
    );
  return isSame ? { state: 'certain', order, evidence: null } : dates;
}

/** Jira writes seconds; a header may name the unit; else hours, and days for durations. */
function unitOf(header: string, own: string | null): EffortUnit {
  const key = header.toLowerCase();
  const named = effortUnits.find((unit) => key.includes(unit.slice(0, -1)));
  if (named) return named;
  if (/original estimate|remaining estimate|time spent/.test(headerKey(header))) return 'seconds';
  return own === 'duration' ? 'days' : 'hours';
}

type Guess = { readonly column: number; readonly field: TaskFieldKey; readonly likeness: number };

/** Each field to the likeliest column; several columns only where the field takes many. */
function assignFields(header: readonly string[]): (TaskFieldKey | null)[] {
  const guesses: Guess[] = header.flatMap((name, column) =>
    taskFieldKeys.map((key) => ({ column, field: key, likeness: likeness(name, taskFields[key]) })),
  );
  guesses.sort((a, b) => b.likeness - a.likeness || a.column - b.column);
  const fields: (TaskFieldKey | null)[] = header.map(() => null);
  const taken = new Set<TaskFieldKey>();
  for (const { column, field: key, likeness: score } of guesses) {
    if (score < 70 || fields[column] !== null) continue;
    if (taken.has(key) && !taskFields[key].isMany) continue;
    taken.add(key);
    fields[column] = key;
  }
  return fields;
}

/** 0 to 100: the header itself, or a slip away from it; earlier names of a field count more. */
function likeness(header: string, { synonyms, label }: TaskField): number {
  // Jira puts the relation of a link into brackets, which `headerKey` leaves out.
  const key = headerKey(header.replace(/[()[\]]/g, ' ').replace(/%/g, ' percent '));
  if (key === '') return 0;
  const names = [...synonyms, headerKey(label)];
  const rank = names.indexOf(key);
  if (rank >= 0) return 100 - Math.min(rank, 20);
  return names.some((name) => isNear(key, name)) ? 72 : 0;
}

function isNear(key: string, name: string): boolean {
  const limit = Math.min(1, toleratedSlips(name.length));
  return name.length > 5 && editDistance(key, name, limit) <= limit;
}

function field(
  label: string,
  type: TaskField['type'],
  synonyms: string,
  isMany = false,
): TaskField {
  return { label, type, synonyms: synonyms.split('|'), isMany };
}
