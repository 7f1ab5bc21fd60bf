import { accounts } from '@evenkeel/contract/accounts';
import { portalQuestions } from '@evenkeel/contract/portal/questions';
import { projects } from '@evenkeel/contract/projects';
import { questions } from '@evenkeel/contract/questions';
import type { ProjectId } from '@evenkeel/core/id';
import { beforeAll, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

const app = await startTestApp();
let firm: Client;
let reader: Client;
let stranger: Client;
let projectId: ProjectId;

async function sql(query: string, values: readonly unknown[]): Promise<void> {
  await asOwner(app.databaseUrl, (client) => client.query(query, [...values]));
}

beforeAll(async () => {
  firm = await app.client();
  const account = await firm.call(accounts.create, { body: { name: 'Velden Energy' } });
  const other = await firm.call(accounts.create, { body: { name: 'Other account' } });
  const body = { kind: 'client', name: 'Till', accountId: account.id } as const;
  ({ id: projectId } = await firm.call(projects.create, { body }));
  await sql(`update project set portal_opened_at = now(), state = 'executing' where id = $1`, [
    projectId,
  ]);
  reader = await app.clientUser({ of: firm, accountId: account.id });
  stranger = await app.clientUser({ of: firm, accountId: other.id });
});

test('the state of a project calls for questions, which are taken up, edited and published (CL-10)', async () => {
  const { expected } = await firm.call(questions.list, { query: { projectId } });
  expect(expected.map(({ rule }) => rule)).toEqual(['silence', 'nothing-next']);
  const [silence, nothing] = expected;
  if (!silence || !nothing) return expect.fail();
  const taken = await firm.call(questions.draft, { body: { projectId, key: silence.key } });
  expect(taken).toMatchObject({ state: 'drafted', answer: silence.answer });
  await firm.call(questions.dismissExpected, { body: { projectId, key: nothing.key } });
  expect((await firm.call(questions.list, { query: { projectId } })).expected).toEqual([]);
  expect((await reader.call(portalQuestions.list, { params: { projectId } })).rows).toEqual([]);

  const edited = await firm.call(questions.update, {
    params: { id: taken.id },
    version: taken.version,
    body: { answer: 'Well: the design is done.' },
  });
  const params = { id: taken.id };
  const published = await firm.call(questions.publish, { params, version: edited.version });
  expect(published.publishedAt).not.toBeNull();
  const { rows } = await reader.call(portalQuestions.list, { params: { projectId } });
  expect(rows).toMatchObject([
    { question: 'How is the project progressing?', answer: 'Well: the design is done.' },
  ]);
  expect(JSON.stringify(rows)).not.toContain(silence.because);
  // It is heard by then, so nobody wonders any more.
  expect((await firm.call(questions.list, { query: { projectId } })).expected).toEqual([]);
});

test('a client asks; the answer is theirs to read once it is published, and no other account’s', async () => {
  const params = { projectId };
  await reader.call(portalQuestions.ask, { params, body: { question: 'May we see the design?' } });
  const asked = (await firm.call(questions.list, { query: { projectId } })).rows.find(
    ({ state }) => state === 'asked',
  );
  if (!asked) return expect.fail();
  expect(asked.askedBy?.id).toBe(reader.member.memberId);
  const empty = await firm.refused(questions.publish, {
    params: { id: asked.id },
    version: asked.version,
  });
  expect(empty.code).toBe('invalid-input');
  const written = await firm.call(questions.update, {
    params: { id: asked.id },
    version: asked.version,
    body: { answer: 'On Monday.' },
  });
  const waiting = await reader.call(portalQuestions.list, { params });
  expect(waiting.rows.find(({ id }) => id === asked.id)?.answer).toBeNull();
  await firm.call(questions.publish, { params: { id: asked.id }, version: written.version });
  const { rows } = await reader.call(portalQuestions.list, { params });
  expect(rows.find(({ id }) => id === asked.id)?.answer).toBe('On Monday.');
  expect((await stranger.refused(portalQuestions.list, { params })).code).toBe('not-found');
  const refused = await stranger.refused(portalQuestions.ask, {
    params,
    body: { question: 'Hm?' },
  });
  expect(refused.code).toBe('not-found');
});
