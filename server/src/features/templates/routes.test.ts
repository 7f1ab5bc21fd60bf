import { roles } from '@evenkeel/contract/people';
import { templates } from '@evenkeel/contract/templates';
import { describe, expect, test } from 'vitest';
import { type Actor, withScope } from '../../platform/db/scope.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { seedTemplates } from './service.ts';

const app = await startTestApp();

function actorOf({ member }: Client): Actor {
  return {
    workspaceId: member.workspaceId,
    memberId: member.memberId,
    userId: member.userId,
    role: 'owner',
    personId: null,
    name: 'Owner',
    email: 'owner@example.com',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    tokenScopes: null,
    sessionId: null,
  };
}

describe('the templates of a new workspace', () => {
  test('are nine, for both kinds of work, with the roles of the firm (PM-22, ST-04)', async () => {
    const owner = await app.client();
    await withScope(app.app.database, actorOf(owner), seedTemplates);
    const { rows } = await owner.call(templates.list);
    expect(rows).toHaveLength(9);
    const client = await owner.call(templates.list, { query: { kind: 'client' } });
    expect(client.rows.map((row) => row.name)).toEqual([
      'Campaign',
      'Software build',
      'Software implementation',
      'Strategy',
      'Training',
    ]);
    const known = new Set((await owner.call(roles.list)).rows.map((role) => role.id));
    const used = rows.flatMap((row) =>
      row.outline.phases.flatMap((phase) => phase.tasks.flatMap((task) => task.roleId ?? [])),
    );
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((id) => !known.has(id))).toEqual([]);
  });
});
