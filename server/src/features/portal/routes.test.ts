import { accounts } from '@evenkeel/contract/accounts';
import { comments } from '@evenkeel/contract/comments';
import { portal } from '@evenkeel/contract/portal/portal';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import type { AccountId } from '@evenkeel/core/id';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

const app = await startTestApp();

type Shown = Awaited<ReturnType<typeof projectOf>>;
let firm: Client;
let shown: Shown;
let hidden: Shown;
let other: Shown;
let reader: Client;
let ownId: AccountId;

beforeAll(async () => {
  firm = await app.client();
  const own = await firm.call(accounts.create, { body: { name: 'Velden Energy' } });
  ownId = own.id;
  const foreign = await firm.call(accounts.create, { body: { name: 'Other account' } });
  shown = await projectOf('Shown', own.id);
  hidden = await projectOf('Hidden', own.id);
  other = await projectOf('Of another account', foreign.id);
  await open(shown.id);
  await open(other.id);
  reader = await app.clientUser({ of: firm, accountId: own.id });
});

async function projectOf(name: string, accountId: AccountId) {
  const project = await firm.call(projects.create, { body: { kind: 'client', name, accountId } });
  const task = await firm.call(tasks.create, {
    body: { projectId: project.id, name: `Milestone of ${name}`, isMilestone: true },
  });
  await firm.call(tasks.create, { body: { projectId: project.id, name: `Internal of ${name}` } });
  const subject = { kind: 'client-project', id: project.id } as const;
  for (const isClientVisible of [true, false]) {
    const body = `${isClientVisible ? 'Said to the client' : 'Team only'} on ${name}`;
    await firm.call(comments.create, { body: { subject, body, isClientVisible } });
  }
  await asOwner(app.databaseUrl, (client) =>
    client.query('update task set is_client_visible = true where id = $1', [task.id]),
  );
  return project;
}

function open(projectId: string): Promise<unknown> {
  return asOwner(app.databaseUrl, (client) =>
    client.query('update project set portal_opened_at = now() where id = $1', [projectId]),
  );
}

/** Runs a query under the role of client users, as `reader`. */
async function asReader(query: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(app.databaseUrl);
  await client.connect();
  try {
    await client.query('begin; set local role evenkeel_client');
    await client.query(`set local evenkeel.workspace = '${reader.member.workspaceId}'`);
    await client.query(`set local evenkeel.member = '${reader.member.memberId}'`);
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

describe('a client user', () => {
  it('sees the opened projects of their account, and no other (CL-14, U06)', async () => {
    const session = await reader.call(portal.session);
    expect(session.projects.map(({ name }) => name)).toEqual(['Shown']);
    expect(session.firm.name).toBe('Test firm');
    expect((await reader.call(portal.project, { params: { projectId: shown.id } })).name).toBe(
      'Shown',
    );
    for (const project of [hidden, other]) {
      const refused = await reader.refused(portal.project, { params: { projectId: project.id } });
      expect(refused.code).toBe('not-found');
    }
  });

  it('who was invited to one project sees that one only (U08)', async () => {
    await open(hidden.id);
    const single = await app.clientUser({
      of: firm,
      accountId: ownId,
      projectId: hidden.id,
    });
    expect((await single.call(portal.session)).projects.map(({ id }) => id)).toEqual([hidden.id]);
    await asOwner(app.databaseUrl, (client) =>
      client.query('update project set portal_opened_at = null where id = $1', [hidden.id]),
    );
    expect((await single.call(portal.session)).projects).toEqual([]);
  });

  it('is told apart from members: neither reads with the right of the other', async () => {
    expect((await firm.refused(portal.session)).code).toBe('not-allowed');
    expect((await reader.refused(projects.list)).code).toBe('not-allowed');
  });
});

describe('the database, asked as the role of client users', () => {
  it('shows only marked rows of the own account, without any condition in the query', async () => {
    expect(await asReader('select name from project')).toEqual([{ name: 'Shown' }]);
    expect(await asReader('select name from task')).toEqual([{ name: 'Milestone of Shown' }]);
    expect(await asReader('select body from comment')).toEqual([
      { body: 'Said to the client on Shown' },
    ]);
  });

  it('refuses internal columns, other tables and every write', async () => {
    for (const query of [
      'select notes from project',
      'select budget from project',
      'select due_on from task',
      'select * from deal',
      'select * from person',
      'select * from change',
      `update project set name = 'x'`,
      'delete from comment',
    ]) {
      await expect(asReader(query)).rejects.toThrow('permission denied');
    }
  });
});
