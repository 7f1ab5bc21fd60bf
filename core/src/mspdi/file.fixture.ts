import { instantOf } from '../schedule/minute.ts';
import { schedule } from '../schedule/schedule.ts';
import type { MspdiProject } from './model.ts';
import { readMspdi } from './read.ts';
import { toScheduleProject } from './to-schedule.ts';

const standard = `<Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar></Calendar>`;

/** A Microsoft Project file from Monday 2026-03-02, 08:00. */
export function file(
  tasks: string,
  { more = '', settings = '', calendars = standard } = {},
): string {
  return `<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">
    <StartDate>2026-03-02T08:00:00</StartDate><CalendarUID>1</CalendarUID>${settings}
    <Calendars>${calendars}</Calendars><Tasks>${tasks}</Tasks>${more}</Project>`;
}

/** A task of so many days of eight hours. */
export function row(uid: number, fields = '', days = 1): string {
  return `<Task><UID>${uid}</UID><ID>${uid}</ID><Name>Task ${uid}</Name><OutlineLevel>1</OutlineLevel>
    <Duration>PT${days * 8}H0M0S</Duration><DurationFormat>7</DurationFormat>${fields}</Task>`;
}

/** A predecessor; `type` 0 finish to finish, 1 finish to start, 2 start to finish, 3 start to start. */
export function link(uid: number, type = 1, lag = 0, format = 7): string {
  return `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>${type}</Type>
    <LinkLag>${lag}</LinkLag><LagFormat>${format}</LagFormat></PredecessorLink>`;
}

/** A file read; throws when it is none. */
export function read(source: string | Uint8Array): MspdiProject {
  const reading = readMspdi(source);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.project;
}

/** "start finish" of each task of a file by its number. */
export function dates(text: string): Record<string, string> {
  return Object.fromEntries(
    schedule(toScheduleProject(read(text))).tasks.map(({ id, start, finish }) => [
      id,
      `${instantOf(start)} ${instantOf(finish)}`,
    ]),
  );
}
