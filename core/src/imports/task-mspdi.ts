import { type KnownTasks, knownTasks } from '../mspdi/external-links.ts';
import { durationField, flagField, numberField, textField } from '../mspdi/fields.ts';
import { childrenNamed, type MspdiProject, type MspdiRecord, recordOf } from '../mspdi/model.ts';
import { toScheduleProject } from '../mspdi/to-schedule.ts';
import { pausesByTask } from '../mspdi/uneven-work.ts';
import type { PlanSplit } from '../projects/schedule-splits.ts';
import { clockBookOf } from '../schedule/clock-book.ts';
import type { WorkClock } from '../schedule/work-clock.ts';
import { type ListedAssignment, type ListedTask, listedTask, type TaskList } from './task-list.ts';
import { linksOf } from './task-mspdi-links.ts';
import { ownOfTask, type PlanField, planFields } from './task-mspdi-own.ts';
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
import { noTaskOwn, ownPeople, type TaskOwn } from './task-own.ts';

/** Tasks, links, people and kept plans of a Microsoft Project file; the rest is named in the report. */
export function readMspdiTasks(
  mspdi: MspdiProject,
  notes: TaskNotes,
  own: TaskOwn = noTaskOwn,
): TaskList {
  const record = { element: mspdi.root, fields: mspdi.fields };
  for (const fault of mspdi.faults.slice(0, 20)) damaged(notes, fault);
  const rows = outlined(mspdi.tasks.filter((row) => isTask(row, notes)));
  const phases = phasesOf(rows, notes);
  const fields = planFields(mspdi, { own, notes });
  const resources = peopleOf(mspdi.resources);
  const assignments = assignmentsOf(mspdi.assignments, new Set(resources.map(({ key }) => key)));
  const dayMinutes = numberField(record, 'MinutesPerDay') ?? 480;
  const isFromFinish = flagField(record, 'ScheduleFromStart') === false;
  const known = isFromFinish ? null : knownTasks(mspdi, { withoutGhosts: true });
  const hours = hoursOf(mspdi);
  const tasks = rows
    .filter(({ key }) => !phases.has(key))
    .flatMap((row) =>
      taskOf(row, {
        phases,
        fields,
        own,
        dayMinutes,
        known,
        notes,
        assignments: assignments.get(row.key) ?? [],
        ...hours(row.key),
      }),
    );
  const filled = {
    ...own,
    fields: own.fields.filter(({ id }) => fields.some(({ into }) => into?.id === id)),
  };
  const named = new Set(tasks.flatMap((task) => ownPeople(task, filled)));
  const people = [...resources, ...[...named].map((name) => ({ key: name, name, email: null }))];
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
    own: filled,
    report: mspdiReport(mspdi, { tasks, links, people, baselines, fields, phases: phases.size }),
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
  readonly fields: readonly PlanField[];
  readonly own: TaskOwn;
  readonly dayMinutes: number;
  /** For tasks that wait for another file's; null in a plan counted from its finish. */
  readonly known: KnownTasks | null;
  readonly notes: TaskNotes;
  readonly assignments: readonly ListedAssignment[];
  readonly splits: readonly PlanSplit[];
  readonly clock: WorkClock | null;
};

/** Where a task pauses, read from time-phased work, and by which hours it is worked, as the engine reads it. */
function hoursOf(mspdi: MspdiProject): (key: string) => Pick<TaskContext, 'splits' | 'clock'> {
  const project = toScheduleProject(mspdi);
  const book = clockBookOf(project, []);
  const tasks = new Map(project.tasks.map((task) => [task.id, task]));
  const pauses = pausesByTask(project, mspdi.assignments);
  return (key) => {
    const task = tasks.get(key);
    return { splits: [...(pauses.get(key) ?? [])], clock: task ? book.ofTask(task) : null };
  };
}

function taskOf(row: OutlinedRow, context: TaskContext): ListedTask[] {
  const own = ownOfTask(row, context.fields, context);
  return own === null ? [] : [{ ...plannedTask(row, context), own }];
}

function plannedTask(
  row: OutlinedRow,
  { phases, dayMinutes, known, notes, assignments, splits, clock }: TaskContext,
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
    schedule: scheduleOf(record, { isSummary, isMilestone, dayMinutes, known, splits, clock }),
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
