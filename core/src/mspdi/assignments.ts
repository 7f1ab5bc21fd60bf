import type { ScheduleAssignment, ScheduleResource } from '../schedule/model.ts';
import {
  type DayLengths,
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
export function assignmentOf(row: MspdiRecord, lengths: DayLengths): ScheduleAssignment[] {
  const taskId = textField(row, 'TaskUID');
  const resourceId = textField(row, 'ResourceUID');
  if (taskId === undefined || resourceId === undefined) return [];
  // Overtime adds work, not length.
  const regular = durationField(row, 'RegularWork') ?? 0;
  const work = regular > 0 ? regular : durationField(row, 'Work');
  return [
    {
      taskId,
      resourceId,
      units: numberField(row, 'Units') ?? 1,
      ...(work === undefined ? {} : { workMinutes: work }),
      ...optionalMinutes('delayMinutes', (numberField(row, 'Delay') ?? 0) / 10),
      ...optionalMinutes('levellingDelayMinutes', delayMinutes(row, lengths)),
    },
  ];
}

function optionalMinutes(name: string, minutes: number): Record<string, number> {
  return minutes === 0 ? {} : { [name]: minutes };
}
