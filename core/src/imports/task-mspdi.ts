import { type KnownTasks, knownTasks } from '../mspdi/external-links.ts';
import { durationField, flagField, numberField, textField } from '../mspdi/fields.ts';
import { childrenNamed, type MspdiProject, type MspdiRecord, recordOf } from '../mspdi/model.ts';
import { toScheduleProject } from '../mspdi/to-schedule.ts';
import type { PlanSplit } from '../projects/schedule-splits.ts';
import { type ListedAssignment, type ListedTask, listedTask, type TaskList } from './task-list.ts';
import { linksOf } from './task-mspdi-links.ts';
import {
  assignmentsOf,
  baselinesOf,
  clamp,
  dayField,
  nameOf,
  peopleOf,
  workOf,
} from './task-mspdi-parts.ts';
import { mspdiReport } from './task-mspdi-report.ts';
import { scheduleOf } from './task-mspdi-schedule.ts';
import { choice, leaveOut, option, raiseProblem, settle, type TaskNotes } from './task-notes.ts';

/** Tasks, links, people and kept plans of a Microsoft Project file; the rest is named in the report. */
export function readMspdiTasks(mspdi: MspdiProject, notes: TaskNotes): TaskList {
  const record = { element: mspdi.root, fields: mspdi.fields };
  for (const fault of mspdi.faults.slice(0, 20)) damaged(notes, fault);
  const rows = outlined(mspdi.tasks.filter((row) => isTask(row, notes)));
  const phases = phasesOf(rows, notes);
  const people = peopleOf(mspdi.resources);
  const assignments = assignmentsOf(mspdi.assignments, new Set(people.map(({ key }) => key)));
  const dayMinutes = numberField(record, 'MinutesPerDay') ?? 480;
  const isFromFinish = flagField(record, 'ScheduleFromStart') === false;
  const known = isFromFinish ? null : knownTasks(mspdi, { withoutGhosts: true });
  const pauses = pausesByTask(mspdi);
  const tasks = rows
    .filter(({ key }) => !phases.has(key))
    .map((row) =>
      taskOf(row, {
        phases,
        dayMinutes,
        known,
        notes,
        assignments: assignments.get(row.key) ?? [],
        splits: pauses.get(row.key) ?? [],
      }),
    );
  const keys = new Set(tasks.map(({ key }) => key));
  const links = linksOf(rows, keys, notes);
  const baselines = baselinesOf(rows.filter(({ key }) => keys.has(key)));
  return {
    format: 'mspdi',
    // The same over all copies of one plan.
    source: ['mspdi', textField(record, 'GUID')?.slice(0, 8)].filter(Boolean).join('/'),
    project: {
      name: textField(record, 'Title') ?? baseName(textField(record, 'Name') ?? ''),
      notes: textField(record, 'Subject') ?? '',
      startOn: dayField(record, 'StartDate'),
      endOn: isFromFinish ? dayField(record, 'FinishDate') : null,
      statusOn: dayField(record, 'StatusDate'),
      scheduleFrom: isFromFinish ? 'finish' : 'start',
      honoursConstraints: flagField(record, 'HonorConstraints') !== false,
    },
    phases: [...phases.values()],
    tasks,
    links,
    people,
    baselines,
    report: mspdiReport(mspdi, { tasks, links, people, baselines, phases: phases.size }),
  };
}

/** A task's row with its place in the outline. */
export type OutlinedRow = {
  readonly key: string;
  readonly row: number;
  readonly record: MspdiRecord;
  readonly parentKey: string | null;
  /** Key of the topmost row above it, or its own. */
  readonly topKey: string;
  readonly isSummary: boolean;
};

function isTask(row: MspdiRecord, notes: TaskNotes): boolean {
  const isBlank = flagField(row, 'IsNull') === true || textField(row, 'UID') === undefined;
  // The project's own summary is the project.
  if (isBlank || textField(row, 'UID') === '0') return false;
  if (flagField(row, 'ExternalTask') === true) return false;
  if (flagField(row, 'Active') !== false) return true;
  const answer = settle(
    notes,
    {
      key: 'inactive',
      code: 'meaning',
      title: 'Tasks that are switched off',
      message:
        'In Microsoft Project they are inactive: they stand in the plan and count for nothing.',
      options: [leaveOut, option('keep', 'Take them in like the others')],
    },
    1,
  );
  return answer.action === 'keep';
}

function outlined(records: readonly MspdiRecord[]): OutlinedRow[] {
  const above: { readonly level: number; readonly key: string }[] = [];
  const rows = records.map((record, index) => {
    const key = textField(record, 'UID') ?? '';
    const level = numberField(record, 'OutlineLevel') ?? 1;
    while ((above.at(-1)?.level ?? -1) >= level) above.pop();
    const parentKey = above.at(-1)?.key ?? null;
    above.push({ level, key });
    const number = numberField(record, 'ID') ?? index + 1;
    return { key, row: number, record, parentKey, topKey: above[0]?.key ?? key, isSummary: false };
  });
  const parents = new Set(rows.map(({ parentKey }) => parentKey));
  return rows.map((row) => ({ ...row, isSummary: parents.has(row.key) }));
}

/** Top summary tasks that become phases, by key. A phase can have no links, so none is lost by default. */
function phasesOf(rows: readonly OutlinedRow[], notes: TaskNotes): Map<string, string> {
  const tops = rows.filter(({ parentKey, isSummary }) => parentKey === null && isSummary);
  if (tops.length === 0) return new Map();
  const linked = new Set(rows.flatMap(({ record }) => predecessors(record)));
  const isLinked = tops.some(
    ({ key, record }) => linked.has(key) || predecessors(record).length > 0,
  );
  const answer = settle(
    notes,
    {
      key: 'outline',
      code: 'meaning',
      title: 'Summary tasks at the top',
      message: isLinked
        ? 'Some of them have links. As phases they would lose these.'
        : 'They have no links of their own, so they can be the phases of the project.',
      options: [
        option('use', 'Make them phases', 'phases'),
        option('use', 'Make them tasks with sub-tasks', 'tasks'),
      ],
      standard: choice('use', isLinked ? 'tasks' : 'phases'),
    },
    tops.length,
  );
  if (answer.target !== 'phases') return new Map();
  return new Map(tops.map(({ key, record }) => [key, textField(record, 'Name') ?? `Phase ${key}`]));
}

function predecessors(record: MspdiRecord): string[] {
  return childrenNamed(record.element, 'PredecessorLink').flatMap(
    (link) => recordOf(link).fields.get('PredecessorUID') ?? [],
  );
}

type TaskContext = {
  readonly phases: ReadonlyMap<string, string>;
  readonly dayMinutes: number;
  /** For tasks that wait for another file's; null in a plan counted from its finish. */
  readonly known: KnownTasks | null;
  readonly notes: TaskNotes;
  readonly assignments: readonly ListedAssignment[];
  readonly splits: readonly PlanSplit[];
};

/** Where tasks pause, by their key: read from time-phased work as the engine reads it. */
function pausesByTask(mspdi: MspdiProject): Map<string, readonly PlanSplit[]> {
  const { tasks } = toScheduleProject(mspdi);
  return new Map(tasks.flatMap(({ id, splits }) => (splits ? [[id, splits] as const] : [])));
}

function taskOf(
  row: OutlinedRow,
  { phases, dayMinutes, known, notes, assignments, splits }: TaskContext,
): ListedTask {
  const { record, key, isSummary } = row;
  const isEmpty = durationField(record, 'Duration') === 0;
  const isMilestone = !isSummary && (flagField(record, 'Milestone') === true || isEmpty);
  const isPhase = row.parentKey !== null && phases.has(row.parentKey);
  return {
    ...listedTask(key, row.row, nameOf(record, row.row, notes)),
    notes: notesOf(record).slice(0, 20_000),
    parentKey: isPhase ? null : row.parentKey,
    phase: phases.get(row.topKey) ?? null,
    startOn: dayField(record, 'Start'),
    dueOn: dayField(record, 'Finish'),
    deadlineOn: dayField(record, 'Deadline'),
    estimateMinutes: isSummary ? null : workOf(record),
    isMilestone,
    ...progressOf(record, isSummary),
    schedule: scheduleOf(record, { isSummary, isMilestone, dayMinutes, known, splits }),
    assignments,
  };
}

type TaskProgress = Pick<ListedTask, 'state' | 'doneOn' | 'actualStartOn' | 'percentComplete'>;

function progressOf(record: MspdiRecord, isSummary: boolean): TaskProgress {
  const percentComplete = clamp(numberField(record, 'PercentComplete') ?? 0, 0, 100);
  const actualFinish = dayField(record, 'ActualFinish');
  const actualStartOn = isSummary ? null : dayField(record, 'ActualStart');
  if (percentComplete === 100 && (actualFinish !== null || isSummary))
    return {
      state: 'done',
      doneOn: actualFinish ?? dayField(record, 'Finish'),
      actualStartOn,
      percentComplete: 100,
    };
  const isStarted = actualStartOn !== null || percentComplete > 0;
  return {
    state: isStarted ? 'started' : 'open',
    doneOn: null,
    actualStartOn,
    percentComplete: Math.min(percentComplete, 99),
  };
}

function notesOf(record: MspdiRecord): string {
  const address = textField(record, 'HyperlinkAddress');
  const words = textField(record, 'Hyperlink');
  const link = address === undefined ? '' : [words, address].filter(Boolean).join(': ');
  return [textField(record, 'Notes') ?? '', link].filter((part) => part !== '').join('\n\n');
}

function damaged(notes: TaskNotes, fault: string): void {
  raiseProblem(
    notes,
    { row: 0, field: null, value: fault },
    {
      key: 'file-damaged',
      code: 'file-damaged',
      title: 'The file is damaged',
      message: 'What could be read was read. Compare the number of tasks with the other program.',
      options: [option('keep', 'Go on with what was read')],
    },
  );
}

function baseName(file: string): string {
  return file.replace(/\.(xml|mpp|mpt)$/i, '');
}
