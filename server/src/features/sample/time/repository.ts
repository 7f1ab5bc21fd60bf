import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

/** What people can do, and how well. */
export async function insertSkills(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const skills = firm.skills.map((skill) => ({ ...skill, id: newId() }));
  await insertRows(
    scope,
    'skill',
    skills.map(({ id, name }) => ({ ...common(id), name })),
  );
  await insertRows(
    scope,
    'person_skill',
    skills.flatMap(({ id, people }) =>
      people.map(({ person, level }) => ({
        ...common(newId()),
        person_id: need(ids, 'person', person),
        skill_id: id,
        level,
      })),
    ),
  );
}

/** Weeks that were submitted; whoever loads the sample approved them. */
export async function insertTimesheets(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  await insertRows(
    scope,
    'timesheet',
    firm.timesheets.map((sheet) => ({
      ...common(newId()),
      person_id: need(ids, 'person', sheet.person),
      week_start: sheet.week,
      state: sheet.state,
      note: sheet.note,
      reason: sheet.reason,
      submitted_at: `${sheet.submittedOn}T15:00:00Z`,
      decided_at: sheet.decidedOn && `${sheet.decidedOn}T08:30:00Z`,
      decided_by: sheet.decidedOn && scope.actor.memberId,
    })),
  );
}
