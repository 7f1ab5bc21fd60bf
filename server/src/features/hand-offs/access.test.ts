import { handOffs } from '@evenkeel/contract/hand-offs';
import { people } from '@evenkeel/contract/people';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { describe, expect, test } from 'vitest';
import { startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';
import { sellingFirm, wonDeal } from './selling-firm.fixture.ts';

const app = await startTestApp();
const firm = await sellingFirm(app);
const { manager, paula } = firm;

describe('who accepts a hand-off', () => {
  test('is a manager, or the one who becomes project manager', async () => {
    const member = await app.client({ role: 'member', workspaceOf: manager });
    const { id, version } = await wonDeal(firm, 'By its manager');
    const accept = { params: { id }, version, body: { projectManagerId: paula } };
    expect(await member.refused(handOffs.accept, accept)).toMatchObject({ code: 'not-allowed' });
    expect((await member.call(handOffs.get, { params: { id } })).canAccept).toBe(false);
    await asOwner(app.databaseUrl, (client) =>
      client.query('update member set person_id = $1 where workspace_id = $2 and id = $3', [
        paula,
        member.member.workspaceId,
        member.member.memberId,
      ]),
    );
    expect(await member.call(handOffs.accept, accept)).toMatchObject({ state: 'accepted' });
    const viewer = await app.client({ role: 'viewer', workspaceOf: manager });
    expect(
      (await viewer.call(handOffs.list, { query: { state: 'accepted' } })).total,
    ).toBeGreaterThan(0);
    expect((await viewer.refused(handOffs.accept, accept)).status).toBe(403);
  });

  test('names people of this firm and days in order', async () => {
    const { id, version } = await wonDeal(firm, 'Checked');
    const stranger = await app.client();
    const foreign = await stranger.call(people.create, { body: { name: 'Foreign' } });
    const wrong = await manager.refused(handOffs.accept, {
      params: { id },
      version,
      body: { projectManagerId: foreign.id },
    });
    expect(wrong.issues[0]).toMatchObject({ path: ['projectManagerId'], code: 'unknown' });
    const backwards = await manager.refused(handOffs.accept, {
      params: { id },
      version,
      body: { projectManagerId: paula, endOn: calendarDate('2026-05-01') },
    });
    expect(backwards.issues[0]).toMatchObject({ path: ['endOn'], code: 'too-early' });
  });

  test('is never somebody of another workspace', async () => {
    const stranger = await app.client();
    const { id } = await wonDeal(firm, 'Secret');
    const params = { id };
    expect((await stranger.call(handOffs.list)).rows).toEqual([]);
    for (const refusal of [
      await stranger.refused(handOffs.get, { params }),
      await stranger.refused(handOffs.accept, {
        params,
        version: 1,
        body: { projectManagerId: paula },
      }),
      await stranger.refused(handOffs.return, { params, version: 1, body: { reason: 'x' } }),
      await stranger.refused(handOffs.propose, { params, version: 1 }),
    ]) {
      expect(refusal.status).toBe(404);
    }
  });
});
