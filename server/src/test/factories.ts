import { createHash, randomBytes } from 'node:crypto';
import type { AccountId, MemberId, ProjectId, UserId, WorkspaceId } from '@evenkeel/core/id';
import pg from 'pg';
import type { Actor } from '../platform/db/scope.ts';
import { newId } from '../platform/ids.ts';

export type TestMember = {
  readonly workspaceId: WorkspaceId;
  readonly memberId: MemberId;
  readonly userId: UserId;
  readonly token: string;
};

/** A new workspace with stages, two roles and one team: what set-up leaves behind. */
export async function createWorkspace(ownerUrl: string, name = 'Test firm'): Promise<WorkspaceId> {
  const id = newId<WorkspaceId>();
  await asOwner(ownerUrl, async (client) => {
    await client.query(
      `insert into workspace (id, name, currency, time_zone) values ($1, $2, 'EUR', 'Europe/Berlin')`,
      [id, name],
    );
    await client.query(
      `insert into calendar (workspace_id, id, name, week, is_default)
       values ($1, $2, 'Working days', standard_week(), true)`,
      [id, newId()],
    );
    const pipelineId = newId();
    await client.query(
      `insert into pipeline (workspace_id, id, name, position, is_default) values ($1, $2, 'Sales', 0, true)`,
      [id, pipelineId],
    );
    const stages = [
      ['Qualified', 1500, 'open'],
      ['Proposal', 5500, 'open'],
      ['Won', 10_000, 'won'],
      ['Lost', 0, 'lost'],
    ] as const;
    for (const [index, [stage, probability, outcome]] of stages.entries()) {
      await client.query(
        `insert into stage (workspace_id, id, pipeline_id, name, position, probability, outcome, quiet_after_days)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          newId(),
          pipelineId,
          stage,
          index,
          probability,
          outcome,
          outcome === 'open' ? 21 : null,
        ],
      );
    }
    for (const role of ['Consultant', 'Designer']) {
      await client.query(
        `insert into role (workspace_id, id, name, cost_rate, bill_rate) values ($1, $2, $3, 6000, 12000)`,
        [id, newId(), role],
      );
    }
    await client.query(`insert into team (workspace_id, id, name) values ($1, $2, 'Delivery')`, [
      id,
      newId(),
    ]);
  });
  return id;
}

/** A member of a workspace with an API token that narrows nothing. */
export async function createMember(
  ownerUrl: string,
  workspaceId: WorkspaceId,
  role: Actor['role'] = 'owner',
): Promise<TestMember> {
  const member = {
    workspaceId,
    memberId: newId<MemberId>(),
    userId: newId<UserId>(),
    token: `evenkeel_${randomBytes(24).toString('base64url')}`,
  };
  const email = `${member.userId}@example.com`;
  await asOwner(ownerUrl, async (client) => {
    await client.query(`insert into identity."user" (id, name, email) values ($1, $2, $3)`, [
      member.userId,
      `Test ${role}`,
      email,
    ]);
    await client.query(
      `insert into member (workspace_id, id, user_id, name, email, role) values ($1, $2, $3, $4, $5, $6)`,
      [workspaceId, member.memberId, member.userId, `Test ${role}`, email, role],
    );
    await insertToken(client, member);
  });
  return member;
}

/** Lets a client user look at an account, or at one project of it. */
export async function grantAccess(
  ownerUrl: string,
  member: TestMember,
  access: { readonly accountId: AccountId; readonly projectId?: ProjectId },
): Promise<void> {
  await asOwner(ownerUrl, (client) =>
    client.query(
      `insert into client_access (workspace_id, id, member_id, account_id, project_id)
       values ($1, $2, $3, $4, $5)`,
      [member.workspaceId, newId(), member.memberId, access.accountId, access.projectId ?? null],
    ),
  );
}

async function insertToken(client: pg.Client, member: TestMember): Promise<void> {
  const hash = createHash('sha256').update(member.token).digest('hex');
  const id = newId();
  await client.query(
    `insert into api_token (workspace_id, id, member_id, name, scopes) values ($1, $2, $3, 'test', '{admin}')`,
    [member.workspaceId, id, member.memberId],
  );
  await client.query(
    `insert into identity.proof (hash, workspace_id, subject, subject_id) values ($1, $2, 'api_token', $3)`,
    [hash, member.workspaceId, id],
  );
}

/** Runs statements as the database's owner, past row-level security. */
export async function asOwner<T>(
  ownerUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query(`set evenkeel.maintenance = 'on'`);
    return await work(client);
  } finally {
    await client.end();
  }
}
