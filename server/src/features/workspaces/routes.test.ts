import { identity } from '@evenkeel/contract/identity';
import { leads } from '@evenkeel/contract/leads';
import { workspaces } from '@evenkeel/contract/workspaces';
import { expect, it } from 'vitest';
import { startTestApp } from '../../test/app.ts';
import { openBrowser } from '../../test/browser.ts';
import { asOwner } from '../../test/factories.ts';

const { app, databaseUrl } = await startTestApp({ EVENKEEL_OPEN_SIGNUP: 'true' });
const password = 'kite over the lake';

function firstVisit(email: string, currency = 'EUR') {
  const workspace = { name: 'Firm', currency, timeZone: 'Asia/Tokyo', strategicShareTarget: 1_500 };
  return { workspace, owner: { name: 'Owner', email, password } };
}

it('gives a new workspace its stages, roles with rates, a team and the owner as a person', async () => {
  const browser = openBrowser(app);
  await browser.call(workspaces.setUp, { body: firstVisit('yen@example.com', 'JPY') });
  const { workspace, member } = await browser.call(identity.session);
  const found = await asOwner(databaseUrl, async (client) => ({
    stages: await client.query(
      'select name, probability, outcome from stage where workspace_id = $1 order by position',
      [workspace?.id],
    ),
    roles: await client.query(
      `select name, cost_rate::int, bill_rate::int from role where workspace_id = $1 and name = 'Partner'`,
      [workspace?.id],
    ),
    person: await client.query(
      `select p.name, t.name as team, r.name as role from person p
       join team t on t.workspace_id = p.workspace_id and t.id = p.team_id
       join role r on r.workspace_id = p.workspace_id and r.id = p.role_id where p.id = $1`,
      [member?.personId],
    ),
    changes: await client.query(
      `select distinct subject, member_id from change where workspace_id = $1 and subject = 'workspace'`,
      [workspace?.id],
    ),
  }));
  expect(
    found.stages.rows.map(({ name, probability, outcome }) => [name, probability, outcome]),
  ).toEqual([
    ['Qualified', 1_500, 'open'],
    ['Discovery', 3_500, 'open'],
    ['Proposal', 5_500, 'open'],
    ['Negotiation', 7_800, 'open'],
    ['Won', 10_000, 'won'],
    ['Lost', 0, 'lost'],
  ]);
  // Yen has no minor unit: 220 an hour is 220, not 22,000.
  expect(found.roles.rows).toEqual([{ name: 'Partner', cost_rate: 95, bill_rate: 220 }]);
  expect(found.person.rows).toEqual([{ name: 'Owner', team: 'Delivery', role: 'Partner' }]);
  expect(found.changes.rows).toEqual([{ subject: 'workspace', member_id: member?.id }]);
});

it('lets others make workspaces where the server is open, each closed to the others', async () => {
  const browser = openBrowser(app);
  await browser.call(workspaces.setUp, { body: firstVisit('other@example.com') });
  expect((await browser.call(identity.session)).workspaces).toHaveLength(1);
  const again = await openBrowser(app).refused(workspaces.setUp, {
    body: firstVisit('other@example.com'),
  });
  expect(again.code).toBe('already-exists');
});

it('refuses a weak password before anything is made', async () => {
  const visit = firstVisit('weak@example.com');
  const refused = await openBrowser(app).refused(workspaces.setUp, {
    body: { ...visit, owner: { ...visit.owner, password: '1234567890' } },
  });
  expect(refused.issues).toMatchObject([{ path: ['owner', 'password'], code: 'weak-password' }]);
});

it('leaves no login behind when the workspace cannot be made', async () => {
  const browser = openBrowser(app);
  await asOwner(databaseUrl, (client) =>
    client.query(`alter table stage add constraint broken check (name <> 'Discovery') not valid`),
  );
  await browser.refused(workspaces.setUp, { body: firstVisit('unlucky@example.com') });
  await asOwner(databaseUrl, (client) => client.query('alter table stage drop constraint broken'));
  const { rows } = await asOwner(databaseUrl, (client) =>
    client.query(`select 1 from identity."user" where email = 'unlucky@example.com'`),
  );
  expect(rows).toEqual([]);
  await browser.call(workspaces.setUp, { body: firstVisit('unlucky@example.com') });
});

it('changes settings on the version that was seen', async () => {
  const browser = openBrowser(app);
  await browser.call(identity.signIn, { body: { email: 'other@example.com', password } });
  const { version } = await browser.call(workspaces.get);
  const changed = await browser.call(workspaces.update, {
    version,
    body: { name: 'Renamed', strategicShareTarget: 3_000 },
  });
  expect(changed).toMatchObject({ name: 'Renamed', strategicShareTarget: 3_000, currency: 'EUR' });
  const stale = await browser.refused(workspaces.update, { version, body: { name: 'Late' } });
  expect(stale.code).toBe('stale-version');
  const zone = await browser.refused(workspaces.update, {
    version: changed.version,
    body: { timeZone: 'Mars/Olympus' },
  });
  expect(zone.issues).toMatchObject([{ path: ['timeZone'] }]);
});

it('ticks the steps of the checklist off from facts, and hides it for one member', async () => {
  const browser = openBrowser(app);
  await browser.call(workspaces.setUp, { body: firstVisit('steps@example.com') });
  const { workspace, member } = await browser.call(identity.session);
  const before = await browser.call(workspaces.checklist);
  expect(before.isHidden).toBe(false);
  expect(before.steps.every(({ isDone }) => !isDone)).toBe(true);
  await asOwner(databaseUrl, async (client) => {
    await client.query(
      `insert into account (workspace_id, id, number, name) values ($1, gen_random_uuid(), 1, 'Acme')`,
      [workspace?.id],
    );
    await client.query('update member set balance_seen_at = now() where id = $1', [member?.id]);
  });
  const after = await browser.call(workspaces.checklist);
  expect(after.steps.filter(({ isDone }) => isDone).map(({ step }) => step)).toEqual([
    'accounts',
    'balance',
  ]);
  await browser.call(workspaces.hideChecklist, { body: { isHidden: true } });
  expect((await browser.call(workspaces.checklist)).isHidden).toBe(true);
});

it('switches parts off for the whole firm, and folds groups for one member only (XC-04)', async () => {
  const browser = openBrowser(app);
  await browser.call(workspaces.setUp, { body: firstVisit('parts@example.com') });
  expect(await browser.call(workspaces.sidebar)).toEqual({ modulesOff: [], foldedGroups: [] });
  const { version } = await browser.call(workspaces.get);
  const changed = await browser.call(workspaces.update, {
    version,
    body: { modulesOff: ['leads', 'analysis'] },
  });
  expect(changed.modulesOff).toEqual(['leads', 'analysis']);
  const folded = await browser.call(workspaces.foldSidebar, {
    body: { foldedGroups: ['Clients', 'Clients', 'Work'] },
  });
  expect(folded).toEqual({
    modulesOff: ['leads', 'analysis'],
    foldedGroups: ['Clients', 'Work'],
  });
  const unknown = await browser.refused(workspaces.update, {
    version: changed.version,
    // Not in the contract: what a stranger to it might send.
    body: { modulesOff: ['balance' as 'leads'] },
  });
  expect(unknown.issues).toMatchObject([{ path: ['modulesOff', 0] }]);
  // What is switched off is out of sight; the records stay within reach of programs.
  expect((await browser.call(leads.list)).rows).toEqual([]);
});
