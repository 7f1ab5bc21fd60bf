import { addDays, daysBetween } from '@evenkeel/core/calendar-date';
import { reminderDays, reminderDue } from '@evenkeel/core/waits/duty';
import type { Scope } from '../../../platform/db/scope.ts';
import { notify } from '../../notifications/service.ts';
import { tellDue } from '../telling/service.ts';
import * as repository from './repository.ts';

const weekDays = 7;

/**
 * Reminds clients of what we need from them, before it is due and after (CL-05), and tells who runs the
 * project of what is overdue: once, and again for each week. Returns how many were told.
 */
export async function remindOfDuties(scope: Scope): Promise<number> {
  const [earliest] = reminderDays;
  let told = 0;
  for (const duty of await repository.listDueDuties(scope, addDays(scope.today, -earliest))) {
    told += await remindClient(scope, duty);
    told += await tellManager(scope, duty);
  }
  return told;
}

/** Nothing is kept as sent while nobody can hear it, as long as the portal is closed. */
async function remindClient(scope: Scope, duty: repository.DueDuty): Promise<number> {
  const past = daysBetween(duty.due_on, scope.today);
  const day = reminderDue(past, duty.reminded_day);
  if (day === null) return 0;
  const told = await tellDue(scope, duty, { day, isOverdue: past > 0 });
  if (told > 0) await repository.setReminded(scope, duty.id, day);
  return told;
}

async function tellManager(scope: Scope, duty: repository.DueDuty): Promise<number> {
  const late = daysBetween(duty.due_on, scope.today);
  if (late <= 0) return 0;
  const since = late === 1 ? 'since yesterday' : `for ${late} days`;
  return notify(scope, {
    topic: 'due',
    key: `client-duty-overdue:${duty.id}:${duty.due_on}:${Math.floor(late / weekDays)}`,
    to: { people: [duty.project_manager_id ?? duty.owner_id] },
    title: `${duty.contact_name} is late ${since} with: ${duty.task_name}`,
    body: duty.project_name,
    subject: { kind: 'task', id: duty.task_id },
    path: `/client-projects/${duty.project_id}/client/needs`,
  });
}
