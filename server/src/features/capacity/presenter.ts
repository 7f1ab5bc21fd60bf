import type { CapacityPeriod, CapacityReasonView, capacity } from '@evenkeel/contract/capacity';
import type { OutputOf } from '@evenkeel/contract/endpoint';
import { dateFromDayNumber } from '@evenkeel/core/calendar-date';
import { type CapacityReason, capacityParts } from '@evenkeel/core/capacity/breakdown';
import type { Days } from '@evenkeel/core/capacity/person-capacity';
import { referenceOf } from '../../platform/db/values.ts';
import type { FoundReasons, PersonWithCapacity } from './service.ts';

export function presentRow(
  { id, name, capacity: person }: PersonWithCapacity,
  periods: readonly Days[],
): { person: { id: typeof id; name: string }; periods: CapacityPeriod[] } {
  return {
    person: { id, name },
    periods: periods.map((days) => ({ ...written(days), ...capacityParts(person, days) })),
  };
}

export function presentReasons(found: FoundReasons): OutputOf<typeof capacity.reasons> {
  return {
    ...written(found.days),
    ...capacityParts(found.person.capacity, found.days),
    rows: found.reasons.map((reason) => presentReason(reason, found.names)),
  };
}

function presentReason(reason: CapacityReason, names: FoundReasons['names']): CapacityReasonView {
  const { minutes } = reason;
  const days = written(reason);
  if (reason.kind === 'holiday') return { kind: 'holiday', ...days, minutes, name: reason.name };
  if (reason.kind === 'leave') return { kind: 'leave', ...days, minutes, isHalf: reason.isHalf };
  const { roleId, teamId, weekMinutes } = reason.term;
  return {
    kind: 'terms',
    ...days,
    minutes,
    weekMinutes: [...weekMinutes],
    role: referenceOf(roleId, roleId === null ? null : (names.get(roleId) ?? null)),
    team: referenceOf(teamId, teamId === null ? null : (names.get(teamId) ?? null)),
  };
}

function written({ from, to }: Days) {
  return { from: dateFromDayNumber(from), to: dateFromDayNumber(to) };
}
