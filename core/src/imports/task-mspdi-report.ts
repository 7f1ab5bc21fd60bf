import {
  durationField,
  flagField,
  isElapsedFormat,
  numberField,
  textField,
} from '../mspdi/fields.ts';
import { childrenNamed, type MspdiProject, type MspdiRecord } from '../mspdi/model.ts';
import { toScheduleProject } from '../mspdi/to-schedule.ts';
import type { LeftOut, TaskList, TaskListReport } from './task-list.ts';
import { hasStrayValue, type PlanField } from './task-mspdi-own.ts';

type Carried = Pick<TaskList, 'tasks' | 'links' | 'people' | 'baselines'> & {
  readonly phases: number;
  readonly fields: readonly PlanField[];
};

/** Everything that a Microsoft Project file holds: what was read, and what has no place here. */
export function mspdiReport(mspdi: MspdiProject, carried: Carried): TaskListReport {
  const assigned = carried.tasks.reduce((sum, task) => sum + task.assignments.length, 0);
  const read = [
    { what: 'Phases', count: carried.phases },
    { what: 'Tasks', count: carried.tasks.filter(({ isMilestone }) => !isMilestone).length },
    { what: 'Milestones', count: carried.tasks.filter(({ isMilestone }) => isMilestone).length },
    { what: 'Links', count: carried.links.length },
    { what: 'People', count: carried.people.length },
    { what: 'Assignments', count: assigned },
    { what: 'Deadlines', count: carried.tasks.filter((task) => task.deadlineOn !== null).length },
    {
      what: 'Constraints',
      count: carried.tasks.filter((task) => task.schedule?.constraintOn != null).length,
    },
    {
      what: 'Pauses within tasks',
      count: carried.tasks.reduce((sum, task) => sum + (task.schedule?.splits.length ?? 0), 0),
    },
    { what: 'Baselines', count: carried.baselines.length },
    {
      what: 'Values of your own fields',
      count: carried.tasks.reduce((sum, { own }) => sum + Object.keys(own).length, 0),
    },
  ].filter(({ count }) => count > 0);
  return {
    read,
    left: [...leftParts(mspdi, carried.fields), ...leftFields(mspdi, carried.fields)],
  };
}

function leftParts(mspdi: MspdiProject, fields: readonly PlanField[]): LeftOut[] {
  const name = (record: MspdiRecord) => textField(record, 'Name') ?? '';
  const named = mspdi.resources.filter((resource) => textField(resource, 'Name') !== undefined);
  const isCost = (resource: MspdiRecord) =>
    numberField(resource, 'Type') === 2 || flagField(resource, 'IsCostResource') === true;
  const isMaterial = (resource: MspdiRecord) =>
    numberField(resource, 'Type') === 0 && !isCost(resource);
  const calendars = mspdi.calendars.filter((own) => flagField(own, 'IsBaseCalendar') === true);
  const external = mspdi.tasks.filter((task) => flagField(task, 'ExternalTask') === true);
  const uneven = unevenTasks(mspdi);
  const byClock = mspdi.tasks.filter(
    (task) =>
      flagField(task, 'Summary') !== true && isElapsedFormat(numberField(task, 'DurationFormat')),
  );
  return [
    left(
      'Material resources',
      named.filter(isMaterial).map(name),
      'Only people are assigned here.',
    ),
    left('Cost resources', named.filter(isCost).map(name), 'Only people are assigned here.'),
    left(
      'Calendars',
      calendars.map(name),
      'Dates follow the calendar of the project here; days off of a person are entered as leave.',
    ),
    left('Tasks of other files', external.map(name), 'A link to another file leads nowhere here.'),
    left(
      'Splits of tasks under way',
      uneven.split.map(name),
      'What was moved of work under way goes on here where its dates say.',
    ),
    left('Work spread unevenly', uneven.contoured.map(name), 'Work is spread evenly here.'),
    left(
      'Delays of assignments',
      uneven.delayed.map(name),
      'Everybody on a task begins with it here.',
    ),
    left(
      'Durations by the clock',
      byClock.map(name),
      'They are as many working days here as they span.',
    ),
    left(
      'Own field definitions',
      fields.filter(({ into }) => into === null).map(({ name }) => name),
      'Add fields of your own for tasks in the settings, and they can go there.',
    ),
  ].filter(({ count }) => count > 0);
}

/** Tasks whose rest was moved, with work spread unevenly by a person or a contour, with people who begin later. */
function unevenTasks(mspdi: MspdiProject): {
  readonly split: readonly MspdiRecord[];
  readonly contoured: readonly MspdiRecord[];
  readonly delayed: readonly MspdiRecord[];
} {
  const paused = new Set(
    toScheduleProject(mspdi).tasks.flatMap(({ id, splits }) => (splits ? [id] : [])),
  );
  const tasksOf = (isMeant: (assignment: MspdiRecord) => boolean) =>
    new Set(mspdi.assignments.filter(isMeant).map((own) => textField(own, 'TaskUID')));
  const contoured = tasksOf((own) => (numberField(own, 'WorkContour') ?? 0) > 0);
  const delayed = tasksOf((own) => (numberField(own, 'Delay') ?? 0) > 0);
  const uid = (task: MspdiRecord) => textField(task, 'UID') ?? '';
  const tasks = mspdi.tasks.filter((task) => durationField(task, 'Duration') !== undefined);
  return {
    split: tasks.filter((task) => isSplit(task) && !paused.has(uid(task))),
    contoured: tasks.filter((task) => contoured.has(uid(task)) && !paused.has(uid(task))),
    delayed: tasks.filter((task) => delayed.has(uid(task))),
  };
}

function isSplit(task: MspdiRecord): boolean {
  const [stop, resume] = [textField(task, 'Stop'), textField(task, 'Resume')];
  return stop !== undefined && resume !== undefined && resume.slice(0, 10) > stop.slice(0, 10);
}

/** Fields that are carried, or follow from what is carried and are worked out anew. */
const known = new Set(
  (
    'UID GUID ID Name Type IsNull CreateDate WBS OutlineNumber OutlineLevel Priority Start Finish Duration ' +
    'DurationFormat Work Stop Resume ResumeValid EffortDriven Recurring OverAllocated Estimated Milestone Summary ' +
    'DisplayAsSummary Critical IsSubproject IsSubprojectReadOnly ExternalTask EarlyStart EarlyFinish LateStart ' +
    'LateFinish StartVariance FinishVariance WorkVariance FreeSlack TotalSlack StartSlack FinishSlack ' +
    'PercentComplete PercentWorkComplete ActualStart ActualFinish ActualDuration ActualWork RegularWork ' +
    'RemainingDuration RemainingWork ConstraintType CalendarUID ConstraintDate Deadline Active Manual ManualStart ' +
    'ManualFinish ManualDuration StartText FinishText DurationText FreeformDurationFormat Hyperlink ' +
    'HyperlinkAddress Notes LevelAssignments LevelingCanSplit LevelingDelayFormat HideBar Rollup EarnedValueMethod ' +
    'IsPublished CommitmentType FixedCostAccrual CV BCWS BCWP ACWP ActualWorkProtected ActualOvertimeWorkProtected ' +
    'IgnoreResourceCalendar cbarid PhysicalPercentComplete'
  ).split(' '),
);

/** What people know some of them by. */
const words: Readonly<Record<string, string>> = {
  Cost: 'Costs of tasks',
  FixedCost: 'Fixed costs',
  ActualCost: 'Actual costs',
  RemainingCost: 'Remaining costs',
  LevelingDelay: 'Levelling delays',
  OvertimeWork: 'Overtime',
  ExtendedAttribute: 'Values of own fields',
  OutlineCode: 'Outline codes',
  TimephasedData: 'Day by day figures',
  Contact: 'Contacts of tasks',
  SubprojectName: 'Inserted projects',
};
const nested = ['OutlineCode', 'TimephasedData'];
const lacking = /^(0|0\.0*|-1|PT0H0M0S|false|NA)?$/i;

/** Fields of tasks with a value that says something, and no place here. */
function leftFields(mspdi: MspdiProject, fields: readonly PlanField[]): LeftOut[] {
  const found = new Map<string, string[]>();
  const add = (field: string, example: string) => {
    const examples = found.get(field);
    if (examples) examples.push(example);
    else found.set(field, [example]);
  };
  for (const task of mspdi.tasks) {
    const name = textField(task, 'Name') ?? '';
    for (const [field, text] of task.fields)
      if (!known.has(field) && !lacking.test(text.trim())) add(field, name);
    for (const field of nested) if (childrenNamed(task.element, field).length > 0) add(field, name);
    if (hasStrayValue(task, fields)) add('ExtendedAttribute', name);
  }
  return [...found].map(([field, names]) =>
    left(words[field] ?? field, names, 'There is no such field on tasks here.'),
  );
}

function left(what: string, values: readonly string[], why: string): LeftOut {
  const examples = values.filter((value) => value !== '').slice(0, 5);
  return { what, count: values.length, why, examples };
}
