import type { ScheduledTask, ScheduleProject } from '../schedule/model.ts';
import { calendarElement } from './calendar-elements.ts';
import { type ExportedField, fieldDefinitions, fieldsWithRoom } from './custom-fields.ts';
import { branch, dateText, durationText, fieldElements } from './element.ts';
import { exportedCalendars } from './exported-calendars.ts';
import { type ExportedClocks, exportedClocks } from './exported-clocks.ts';
import { doneFields, doneOf, timephasedWork } from './exported-work.ts';
import type { MspdiElement } from './model.ts';
import { taskElements } from './task-elements.ts';

/** A row of the exported outline: a phase, a summary or a task. */
export type ExportedRow = {
  /** The engine's id of a task; anything else unique for a row that only holds others together. */
  readonly id: string;
  readonly name: string;
  readonly notes: string;
  /** 1 at the top; a row belongs to the nearest one before it that stands higher. */
  readonly level: number;
  readonly isMilestone: boolean;
  /** Minutes of work. */
  readonly workMinutes: number | null;
};

/** Somebody in the file. */
export type ExportedPerson = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly calendarId: string | null;
};

/** Somebody on a task; 1 is all of their time. */
export type ExportedAssignment = {
  readonly taskId: string;
  readonly personId: string;
  readonly units: number;
  readonly workMinutes: number;
};

/** A kept plan; the file has room for eleven. */
export type ExportedBaseline = {
  readonly rows: ReadonlyMap<
    string,
    {
      readonly start: number;
      readonly finish: number;
      readonly durationMinutes: number;
      readonly workMinutes: number;
    }
  >;
};

/** Everything that goes into a Microsoft Project file. */
export type ExportedProject = {
  readonly name: string;
  readonly notes: string;
  readonly currency: string;
  readonly rows: readonly ExportedRow[];
  readonly problem: ScheduleProject;
  readonly scheduled: ReadonlyMap<string, ScheduledTask>;
  readonly people: readonly ExportedPerson[];
  readonly assignments: readonly ExportedAssignment[];
  readonly baselines: readonly ExportedBaseline[];
  /** The firm's own fields of tasks; the file has room for thirty. */
  readonly fields: readonly ExportedField[];
  /** The stretches of tasks that pause, by the engine's id. */
  readonly parts: ReadonlyMap<
    string,
    readonly { readonly start: number; readonly finish: number }[]
  >;
};

/** The root of a Microsoft Project file, for `writeMspdi`. Numbers in it count from 1 in the order given. */
export function mspdiOf(project: ExportedProject): MspdiElement {
  const { problem, scheduled } = project;
  const fields = fieldsWithRoom(project.fields);
  const calendarUids = numbered(problem.calendars.map(({ id }) => id));
  const taskUids = numbered(project.rows.map(({ id }) => id));
  const personUids = numbered(project.people.map(({ id }) => id));
  const clocks = exportedClocks(project);
  const finish = Math.max(problem.start, ...[...scheduled.values()].map((task) => task.finish));
  return branch('Project', [
    ...projectFields(project, { finish, calendarUid: calendarUids.get(problem.defaultCalendarId) }),
    ...fieldDefinitions(fields),
    branch(
      'Calendars',
      exportedCalendars(problem.calendars, project.people, problem.defaultCalendarId).map(
        (calendar) => calendarElement(calendar, (id) => calendarUids.get(id)),
      ),
    ),
    branch('Tasks', taskElements({ ...project, fields }, { taskUids, calendarUids, clocks })),
    branch(
      'Resources',
      project.people.map((person, at) => personElement(person, at + 1, calendarUids)),
    ),
    branch(
      'Assignments',
      [...project.assignments, ...ownerless(project)].flatMap((own, at) =>
        assignmentElement(own, { uid: at + 1, taskUids, personUids, project, clocks }),
      ),
    ),
  ]);
}

function projectFields(
  { name, notes, currency, problem }: ExportedProject,
  { finish, calendarUid }: { readonly finish: number; readonly calendarUid: number | undefined },
): MspdiElement[] {
  return fieldElements({
    SaveVersion: 14,
    Name: `${name}.xml`,
    Title: name,
    Subject: notes === '' ? undefined : notes,
    ScheduleFromStart: problem.finish === undefined,
    StartDate: dateText(problem.start),
    FinishDate: dateText(problem.finish ?? finish),
    CriticalSlackLimit: 0,
    CurrencyCode: currency,
    CalendarUID: calendarUid ?? 1,
    DefaultStartTime: '08:00:00',
    DefaultFinishTime: '17:00:00',
    MinutesPerDay: 480,
    MinutesPerWeek: 2400,
    DaysPerMonth: 20,
    DefaultTaskType: 1,
    HonorConstraints: problem.options?.constraintsWinOverLinks ?? true,
    SplitsInProgressTasks: true,
    StatusDate: problem.statusDate === undefined ? undefined : dateText(problem.statusDate),
    NewTasksAreManual: false,
  });
}

function personElement(
  person: ExportedPerson,
  uid: number,
  calendars: ReadonlyMap<string, number>,
): MspdiElement {
  const calendar = person.calendarId === null ? undefined : calendars.get(person.calendarId);
  return branch(
    'Resource',
    fieldElements({
      UID: uid,
      ID: uid,
      Name: person.name,
      Type: 1,
      IsNull: false,
      EmailAddress: person.email ?? undefined,
      MaxUnits: 1,
      CalendarUID: calendar ?? -1,
    }),
  );
}

/** The resource number of work that nobody does, in files of Microsoft Project. */
const nobody = -65_535;

/** Tasks that pause and that nobody is on: where they pause stands on the work of nobody. */
function ownerless({ parts, assignments, problem }: ExportedProject): ExportedAssignment[] {
  const staffed = new Set(assignments.map(({ taskId }) => taskId));
  const lengths = new Map(problem.tasks.map(({ id, duration }) => [id, duration.minutes]));
  return [...parts.keys()]
    .filter((taskId) => !staffed.has(taskId))
    .map((taskId) => ({ taskId, personId: '', units: 1, workMinutes: lengths.get(taskId) ?? 0 }));
}

function assignmentElement(
  own: ExportedAssignment,
  places: {
    readonly uid: number;
    readonly taskUids: ReadonlyMap<string, number>;
    readonly personUids: ReadonlyMap<string, number>;
    readonly project: ExportedProject;
    readonly clocks: ExportedClocks;
  },
): MspdiElement[] {
  const { uid, project, clocks } = places;
  const task = places.taskUids.get(own.taskId);
  const person = own.personId === '' ? nobody : places.personUids.get(own.personId);
  if (task === undefined || person === undefined) return [];
  const dates = project.scheduled.get(own.taskId);
  const clock = clocks.ofAssignment(own);
  const all = clocks.ofAll(own.taskId);
  const done = dates && clock ? doneOf(clocks.task(own.taskId), dates, { own: clock, all }) : null;
  const parts = project.parts.get(own.taskId) ?? [];
  const minutes = own.workMinutes;
  return [
    branch('Assignment', [
      ...fieldElements({
        UID: uid,
        TaskUID: task,
        ResourceUID: person,
        Finish: dates && dateText(done?.finish ?? dates.finish),
        Start: dates && dateText(dates.start),
        Units: own.units,
        Work: durationText(minutes),
        ...doneFields(done, minutes),
      }),
      ...(dates && clock ? timephasedWork({ uid, minutes, done, parts, dates, clock }) : []),
    ]),
  ];
}

function numbered(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, at) => [id, at + 1]));
}
