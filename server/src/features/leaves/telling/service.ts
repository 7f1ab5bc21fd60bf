import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { LeaveState } from '@evenkeel/core/capacity/leave';
import type { LeaveId, PersonId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';
import { notify } from '../../notifications/service.ts';
import { leaveDays } from './policy.ts';
import * as repository from './repository.ts';

/** A leave as others hear of it. */
type ToldLeave = {
  readonly id: LeaveId;
  readonly version: number;
  readonly person_id: PersonId;
  readonly person_name: string;
  readonly manager_id: PersonId | null;
  readonly start_on: CalendarDate;
  readonly end_on: CalendarDate;
  readonly is_half: boolean;
  readonly note: string;
  readonly state: LeaveState;
  readonly reason: string;
};

const path = '/people/leave';

/** Asks those who decide for a decision. */
export async function tellOfRequest(scope: Scope, leave: ToldLeave): Promise<void> {
  await notify(scope, {
    topic: 'leave',
    key: `leave:${leave.id}:${leave.start_on}:${leave.end_on}:${leave.is_half}`,
    title: `${leave.person_name} asks for leave ${leaveDays(leave)}`,
    body: leave.note,
    path,
    to: { members: await repository.listDeciders(scope, leave.manager_id) },
  });
}

/**
 * Tells whose leave it is what was decided, and those who planned confirmed hours on these days that
 * they will not be worked (U11).
 */
export async function tellOfDecision(scope: Scope, leave: ToldLeave): Promise<void> {
  const key = `leave:${leave.id}:${leave.state}:${leave.version}`;
  const words: Record<LeaveState, string> = {
    requested: 'is open again',
    approved: 'is approved',
    refused: 'is refused',
  };
  await notify(scope, {
    topic: 'leave',
    key,
    title: `Your leave ${leaveDays(leave)} ${words[leave.state]}`,
    body: leave.reason,
    path,
    to: { people: [leave.person_id] },
  });
  if (leave.state !== 'approved') return;
  await notify(scope, {
    topic: 'clash',
    key: `${key}:clash`,
    title: `${leave.person_name} will be on leave ${leaveDays(leave)}, with hours planned`,
    body: 'Plan these hours anew: they stand on days that will not be worked.',
    path: '/planner',
    to: {
      people: await repository.listManagersOn(scope, {
        personId: leave.person_id,
        from: leave.start_on,
        to: leave.end_on,
      }),
    },
  });
}
