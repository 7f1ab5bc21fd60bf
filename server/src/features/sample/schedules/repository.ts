import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import type { SampleBaseline } from '@evenkeel/core/sample/schedules';
import { sql } from 'kysely';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

/** Holidays and leave, a deadline, what is held by hand, and kept plans. */
export async function insertSchedules(
  scope: Scope,
  { schedules }: SampleFirm,
  ids: Ids,
): Promise<void> {
  await insertHolidays(scope, schedules.holidays);
  await insertRows(
    scope,
    'leave',
    schedules.leaves.map((leave) => ({
      ...common(newId()),
      person_id: need(ids, 'person', leave.person),
      start_on: leave.startOn,
      end_on: leave.endOn,
      note: leave.note,
      is_half: false,
      state: 'approved',
      reason: '',
    })),
  );
  for (const [task, day] of schedules.deadlines) {
    await sql`update task set deadline_on = ${day}
      where id = ${need(ids, 'task', task)}::uuid`.execute(scope.tx);
  }
  for (const task of schedules.byHand) {
    await sql`update task set scheduling = 'manual', constraint_type = 'as-soon-as-possible',
      constraint_on = null, typed_due_on = null
      where id = ${need(ids, 'task', task)}::uuid`.execute(scope.tx);
  }
  for (const [task, splits] of schedules.pauses) {
    await sql`update task set splits = ${JSON.stringify(splits)}::jsonb
      where id = ${need(ids, 'task', task)}::uuid`.execute(scope.tx);
  }
  for (const { task, person, units } of schedules.shares) {
    await sql`update assignment set units = ${units}
      where task_id = ${need(ids, 'task', task)}::uuid
        and person_id = ${need(ids, 'person', person)}::uuid`.execute(scope.tx);
  }
  for (const baseline of schedules.baselines) await insertBaseline(scope, baseline, ids);
}

async function insertHolidays(
  scope: Scope,
  holidays: SampleFirm['schedules']['holidays'],
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from calendar where workspace_id = ${scope.workspaceId} and is_default limit 1`.execute(
    scope.tx,
  );
  const calendar = rows[0];
  if (!calendar) return;
  await insertRows(
    scope,
    'calendar_exception',
    holidays.map((holiday) => ({
      ...common(newId()),
      calendar_id: calendar.id,
      name: holiday.name,
      start_on: holiday.startOn,
      end_on: holiday.endOn,
      hours: [],
      is_yearly: holiday.isYearly,
    })),
  );
}

async function insertBaseline(scope: Scope, baseline: SampleBaseline, ids: Ids): Promise<void> {
  const id = newId();
  const days = baseline.tasks.flatMap((task) => [task.startOn, task.dueOn]).toSorted();
  await insertRows(scope, 'baseline', [
    {
      ...common(id),
      project_id: need(ids, 'project', baseline.project),
      name: baseline.name,
      taken_at: `${baseline.takenOn}T08:00:00Z`,
      member_id: scope.actor.memberId,
      start_on: days.at(0) ?? null,
      finish_on: days.at(-1) ?? null,
    },
  ]);
  const kept = JSON.stringify(
    baseline.tasks.map(({ task, startOn, dueOn }) => [need(ids, 'task', task), startOn, dueOn]),
  );
  await sql`
    insert into baseline_task (workspace_id, baseline_id, task_id, name, start_on, due_on,
      duration_minutes, estimate_minutes, is_milestone)
    select task.workspace_id, ${id}, task.id, task.name,
      case when task.start_on is not null then (d->>1)::date end, (d->>2)::date, null,
      task.estimate_minutes, task.is_milestone
    from jsonb_array_elements(${kept}::jsonb) d join task
      on task.workspace_id = ${scope.workspaceId} and task.id = (d->>0)::uuid`.execute(scope.tx);
}
