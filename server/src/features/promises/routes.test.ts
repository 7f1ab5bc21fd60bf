import { handOffs } from '@evenkeel/contract/hand-offs';
import { projects } from '@evenkeel/contract/projects';
import { promises } from '@evenkeel/contract/promises';
import { calendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import { describe, expect, test } from 'vitest';
import { startTestApp } from '../../test/app.ts';
import { sellingFirm, wonDeal } from '../hand-offs/selling-firm.fixture.ts';

const app = await startTestApp();
const firm = await sellingFirm(app);
const { manager, paula } = firm;
const day = calendarDate;

async function handedOff(name: string): Promise<ProjectId> {
  const { id, version } = await wonDeal(firm, name);
  const accepted = await manager.call(handOffs.accept, {
    params: { id },
    version,
    body: { projectManagerId: paula },
  });
  if (!accepted.project) throw new Error('no project');
  return accepted.project.id;
}

const tell = (id: ProjectId, on: string, more: object = {}) =>
  manager.call(promises.tell, {
    params: { id },
    body: {
      subject: { kind: 'client-project', id },
      what: 'date',
      day: day(on),
      wording: 'Everything runs',
      channel: 'meeting',
      toldTo: ['Ida Berg'],
      ...more,
    },
  });

describe('the promise ledger (B08, CL-24)', () => {
  test('begins with what was sold: the days, the price and the scope, each with its source', async () => {
    const projectId = await handedOff('Told at the sale');
    const { rows } = await manager.call(promises.list, { query: { projectId } });
    const price = rows.find(({ what }) => what === 'amount');
    expect(price).toMatchObject({ amount: 4_800_000, channel: 'quote', state: 'open', number: 1 });
    const end = rows.find(
      ({ subject, what }) => subject.kind === 'client-project' && what === 'date',
    );
    const project = await manager.call(projects.get, { params: { id: projectId } });
    expect(end).toMatchObject({ day: project.endOn, channel: 'quote', isCurrent: true });
    expect(rows.every(({ source }) => source !== null)).toBe(true);
  });

  test('keeps every version: what did we tell them, when, and by which way', async () => {
    const projectId = await handedOff('Told again');
    await tell(projectId, '2026-10-01');
    const again = await tell(projectId, '2026-10-08', { channel: 'e-mail' });
    expect(again).toMatchObject({
      isCurrent: true,
      earlierDay: '2026-10-01',
      toldTo: ['Ida Berg'],
    });
    const query = { projectId, subjectKind: 'client-project', what: 'date' };
    const all = await manager.call(promises.list, { query: { ...query, versions: 'all' } });
    expect(all.rows.map((row) => [row.day, row.channel]).slice(0, 2)).toEqual([
      ['2026-10-08', 'e-mail'],
      ['2026-10-01', 'meeting'],
    ]);
    const current = await manager.call(promises.list, { query });
    expect(current.rows.map((row) => row.day)).toEqual(['2026-10-08']);
    const byMail = await manager.call(promises.list, {
      query: { ...query, versions: 'all', channel: 'meeting' },
    });
    expect(byMail.rows).toHaveLength(1);
  });

  test('builds again what the portal showed at any moment, byte for byte', async () => {
    const projectId = await handedOff('As of');
    const served: { at: string; bytes: string }[] = [];
    for (const on of ['2026-10-01', '2026-10-08', '2026-10-20']) {
      const { toldAt } = await tell(projectId, on);
      const now = await manager.call(promises.asOf, {
        params: { id: projectId },
        query: { at: toldAt },
      });
      served.push({ at: toldAt, bytes: JSON.stringify(now.rows) });
    }
    for (const { at, bytes } of served) {
      const query = { at: at as never };
      const again = await manager.call(promises.asOf, { params: { id: projectId }, query });
      expect(JSON.stringify(again.rows)).toBe(bytes);
    }
    expect(served.at(-1)?.bytes).toContain('2026-10-08');
  });

  test('counts the promise-kept rate over the rows found, as counted by hand', async () => {
    const projectId = await handedOff('Counted');
    await tell(projectId, '2020-01-10');
    const { rows, rate } = await manager.call(promises.list, { query: { projectId } });
    const count = (state: string) => rows.filter((row) => row.state === state).length;
    expect(rate).toMatchObject({
      kept: count('kept'),
      broken: count('broken'),
      open: count('open'),
    });
    expect(rate.broken).toBeGreaterThan(0);
    const broken = await manager.call(promises.list, { query: { projectId, state: 'broken' } });
    expect(broken.rows.every(({ state }) => state === 'broken')).toBe(true);
  });

  test('takes no promise about a record of another project, and none without its day', async () => {
    const projectId = await handedOff('Own');
    const other = await handedOff('Other');
    const body = {
      subject: { kind: 'client-project' as const, id: other },
      what: 'date' as const,
      day: day('2026-10-01'),
      wording: 'Not ours',
      channel: 'meeting' as const,
    };
    const refused = await manager.refused(promises.tell, { params: { id: projectId }, body });
    expect(refused.code).toBe('invalid-input');
    const { day: _, ...dayless } = body;
    await manager.refused(promises.tell, { params: { id: other }, body: dayless });
  });
});
