import type { Minute, ScheduleAssignment, ScheduleResource } from '../schedule/model.ts';
import {
  type DayLengths,
  dateField,
  delayMinutes,
  durationField,
  flagField,
  numberField,
  textField,
} from './fields.ts';
import type { MspdiRecord } from './model.ts';

/** A resource of the file. */
export function resourceOf(row: MspdiRecord): ScheduleResource[] {
  const id = textField(row, 'UID');
  if (id === undefined) return [];
  const name = textField(row, 'Name');
  const calendarId = textField(row, 'CalendarUID');
  const type = numberField(row, 'Type');
  const isCost = type === 2 || flagField(row, 'IsCostResource') === true;
  return [
    {
      id,
      ...(name === undefined ? {} : { name }),
      kind: isCost ? 'cost' : type === 0 ? 'material' : 'work',
      ...(calendarId === undefined || calendarId === '-1' ? {} : { calendarId }),
    },
  ];
}

/** An assignment of the file. */
export function assignmentOf(
  row: MspdiRecord,
  { lengths, blank }: { readonly lengths: DayLengths; readonly blank: Minute | undefined },
): ScheduleAssignment[] {
  const taskId = textField(row, 'TaskUID');
  const resourceId = textField(row, 'ResourceUID');
  if (taskId === undefined || resourceId === undefined) return [];
  // Overtime adds work, not length.
  const regular = durationField(row, 'RegularWork') ?? 0;
  const work = regular > 0 ? regular : durationField(row, 'Work');
  const progress = progressOf(row, blank);
  return [
    {
      taskId,
      resourceId,
      units: numberField(row, 'Units') ?? 1,
      ...(work === undefined ? {} : { workMinutes: work }),
      ...optionalMinutes('delayMinutes', (numberField(row, 'Delay') ?? 0) / 10),
      ...optionalMinutes('levellingDelayMinutes', delayMinutes(row, lengths)),
      ...(progress ? { progress } : {}),
    },
  ];
}

/** Of work that has begun: when it ended, or how much remains from when on. */
function progressOf(
  row: MspdiRecord,
  blank: Minute | undefined,
): ScheduleAssignment['progress'] | undefined {
  const known = (name: string) => {
    const date = dateField(row, name);
    return date === blank ? undefined : date;
  };
  const start = known('ActualStart');
  if (start === undefined) return undefined;
  const overtime = durationField(row, 'RemainingOvertimeWork') ?? 0;
  const remaining = durationField(row, 'RemainingWork');
  const finish = known('ActualFinish');
  if (finish !== undefined && finish >= start && (remaining ?? 0) === 0) return { finish };
  const resume = known('Resume');
  if (resume === undefined || resume < start || remaining === undefined) return undefined;
  return { resume, remainingMinutes: Math.max(0, remaining - overtime) };
}

function optionalMinutes(name: string, minutes: number): Record<string, number> {
  return minutes === 0 ? {} : { [name]: minutes };
}
