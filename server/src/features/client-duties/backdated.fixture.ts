import type { ClientDutyId } from '@evenkeel/core/id';
import type { Client, TestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

/** States of a duty with the moment at which each began, the first of them `asked`. */
export type DutyPast = readonly (readonly [state: string, at: string])[];

/** Lets a duty have had these states, and its agreed day, as the change record tells them. */
export async function backdateDuty(
  app: TestApp,
  firm: Client,
  { id, dueOn, states }: { id: ClientDutyId; dueOn: string; states: DutyPast },
): Promise<void> {
  await asOwner(app.databaseUrl, async (database) => {
    await database.query(`select set_config('evenkeel.workspace', $1, false)`, [
      firm.member.workspaceId,
    ]);
    await database.query(
      `update change set after = after || jsonb_build_object('state_since', $2::text)
       where subject = 'client_duty' and subject_id = $1 and action = 'create'`,
      [id, states[0]?.[1]],
    );
    await database.query('update client_duty set due_on = $2 where id = $1', [id, dueOn]);
    for (const [state, at] of states.slice(1)) {
      await database.query('update client_duty set state = $2, state_since = $3 where id = $1', [
        id,
        state,
        at,
      ]);
    }
  });
}
