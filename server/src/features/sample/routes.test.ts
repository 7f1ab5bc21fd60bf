import { accounts } from '@evenkeel/contract/accounts';
import { deals } from '@evenkeel/contract/deals';
import { pipelines } from '@evenkeel/contract/pipelines';
import { portfolioChoices } from '@evenkeel/contract/portfolio-choices';
import { sample } from '@evenkeel/contract/sample';
import { northlight } from '@evenkeel/core/sample/northlight';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

const app = await startTestApp();
const owner = await app.client();
/** A slow machine that does much else besides takes a minute and a half. */
const loading = 300_000;

describe('the sample firm', () => {
  beforeAll(async () => {
    const admin = await app.client({ role: 'admin', workspaceOf: owner });
    expect((await admin.refused(sample.load)).code).toBe('not-allowed');
    await owner.call(sample.load);
  }, loading);

  test('fills an empty workspace once, whole, and only for its owner', async () => {
    const counted = await asOwner(app.databaseUrl, async (client) => {
      const { rows } = await client.query<Record<string, string>>(
        `select (select count(*) from deal where workspace_id = $1) as deals,
                (select count(*) from task where workspace_id = $1 and side = 'ours'
                   and not exists (select from approval a where a.task_id = task.id)
                   and not exists (select from satisfaction s where s.follow_up_id = task.id)) as tasks,
                (select count(*) from time_entry where workspace_id = $1) as entries,
                (select count(*) from change where workspace_id = $1 and source = 'sample') as changes`,
        [owner.member.workspaceId],
      );
      return rows[0];
    });
    const { rows } = await sql<{
      today: string;
    }>`select to_char(now() at time zone 'Europe/Berlin', 'YYYY-MM-DD') as today`.execute(
      app.app.database.kysely,
    );
    const firm = northlight(rows[0]?.today as never);
    expect(counted).toMatchObject({
      deals: String(firm.deals.length),
      tasks: String(firm.tasks.length),
      entries: String(firm.timeEntries.length),
    });
    expect(Number(counted?.['changes'])).toBeGreaterThan(firm.timeEntries.length);
    expect((await owner.call(accounts.list)).total).toBe(firm.accounts.length);
    expect((await owner.refused(sample.load)).code).toBe('wrong-state');
    const [choice] = (await owner.call(portfolioChoices.list)).rows;
    expect(choice?.outcome?.status, 'there is a portfolio to decide on').toBe('optimal');
    const [toMail] = await asOwner(app.databaseUrl, async (client) => {
      const found = await client.query<{ letters: number; told: number }>(
        `select (select count(*)::int from contact_letter where workspace_id = $1 and mailed_at is null) as letters,
                (select count(*)::int from notification where workspace_id = $1 and mailed_at is null) as told`,
        [owner.member.workspaceId],
      );
      return found.rows;
    });
    expect(toMail, 'nothing is written to people who are made up').toEqual({ letters: 0, told: 0 });
  });

  test('sells through two pipelines; most open deals have lines, and people who decide (CR-05, CR-24)', async () => {
    const { rows } = await owner.call(pipelines.list);
    expect(rows.map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['Sales', true],
      ['Care and renewals', false],
    ]);
    const open = await asOwner(app.databaseUrl, async (client) => {
      const found = await client.query<Record<string, number>>(
        `select count(*)::int as deals,
                count(*) filter (where exists (select from deal_line l where l.deal_id = d.id))::int as lined,
                count(*) filter (where exists (select from deal_stakeholder h where h.deal_id = d.id))::int as decided,
                count(*) filter (where d.value <> (select coalesce(sum(l.quantity * l.unit_price), d.value)
                  from deal_line l where l.deal_id = d.id))::int as uneven
         from deal d join stage s on s.workspace_id = d.workspace_id and s.id = d.stage_id
         where d.workspace_id = $1 and s.outcome = 'open'`,
        [owner.member.workspaceId],
      );
      return found.rows[0];
    });
    const share = (part: string) => (open?.[part] ?? 0) / (open?.['deals'] ?? 1);
    expect(share('lined')).toBeGreaterThan(0.5);
    expect(share('decided')).toBeGreaterThan(0.3);
    expect(open?.['uneven']).toBe(0);
  });

  test('stays inside its workspace', async () => {
    const stranger = await app.client();
    expect((await stranger.call(deals.list)).total).toBe(0);
  });
});
