import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { api } from '@evenkeel/contract';
import { accounts } from '@evenkeel/contract/accounts';
import { analysisBoards } from '@evenkeel/contract/analysis';
import { deals } from '@evenkeel/contract/deals';
import { decisions } from '@evenkeel/contract/decisions';
import { delayNotices } from '@evenkeel/contract/delay-notices';
import { deliverables } from '@evenkeel/contract/deliverables';
import { duplicates } from '@evenkeel/contract/duplicates';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import { goals } from '@evenkeel/contract/goals';
import { handOffs } from '@evenkeel/contract/hand-offs';
import { imports } from '@evenkeel/contract/imports';
import { initiatives } from '@evenkeel/contract/initiatives';
import { levelling } from '@evenkeel/contract/levelling';
import { people } from '@evenkeel/contract/people';
import { plans } from '@evenkeel/contract/plans';
import { portfolioChoices } from '@evenkeel/contract/portfolio-choices';
import { projects } from '@evenkeel/contract/projects';
import { taskImports } from '@evenkeel/contract/task-imports';
import { tasks } from '@evenkeel/contract/tasks';
import { handOffStates } from '@evenkeel/core/deals/hand-off';
import type { Member } from './member.ts';

const routeTables = join(import.meta.dirname, '..', 'web', 'src', 'app');

/** The paths of the app's route tables as they stand there: pages of a visitor, pages inside. */
function readRoutes(): { readonly open: string[]; readonly inside: string[] } {
  const read = (file: string) => pathsIn(readFileSync(join(routeTables, file), 'utf8'));
  return {
    open: read('public-pages.ts'),
    inside: [
      'router.tsx',
      'client-pages.ts',
      'strategy-pages.ts',
      'relationship-pages.ts',
      'settings-pages.ts',
    ].flatMap(read),
  };
}

/** The address of every page of the portal, with a project and a report of it. */
export function portalAddresses(ids: {
  readonly projectId: string;
  readonly reportId: string;
}): string[] {
  const paths = pathsIn(readFileSync(join(routeTables, 'portal-pages.ts'), 'utf8'));
  return paths.map((path) =>
    path.replace('$projectId', ids.projectId).replace('$reportId', ids.reportId),
  );
}

function pathsIn(text: string): string[] {
  return [...text.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path);
}

/** The address of every page that needs no session. */
export function openAddresses(): string[] {
  return readRoutes().open;
}

/** An address for every page inside, with real records; where a page has several faces, each. */
export async function insideAddresses(member: Member): Promise<string[]> {
  const ids = await recordIds(member);
  const addresses: string[] = [];
  for (const route of readRoutes().inside) addresses.push(...(await addressesOf(route)));
  async function addressesOf(route: string): Promise<string[]> {
    if (route.includes('$kind/')) return comparisonAddresses(member);
    const [parameter] = /\$\w+/.exec(route) ?? [];
    if (parameter === undefined) return [route];
    const found = ids.get(parameter) ?? (await firstOfItsKind(member, route));
    if (found.length === 0) throw new Error(`${route}: no record to show for ${parameter}`);
    // The faces differ on the record's own page; the pages below it are alike.
    const shown = route.endsWith(parameter) ? found : found.slice(0, 1);
    return shown.map((id) => route.replace(parameter, id));
  }
  const [begun = ''] = ids.get('$importId') ?? [];
  const steps = ['step=choices', 'step=confirm', 'view=problems', 'view=changes'];
  return [...addresses, ...steps.map((step) => `/import/${begun}?${step}`)];
}

/** The address of every page of a record, with something in it that is no id. */
export function wrongAddresses(): string[] {
  return readRoutes()
    .inside.filter((route) => route.includes('$'))
    .map((route) => route.replaceAll(/\$\w+/g, 'xyz'));
}

/** A levelling that has come to its end, so that its page stands still. */
async function levelOnce(member: Member): Promise<string> {
  const { id } = await member.call(levelling.create, { body: { maxSchedules: 10 } });
  const deadline = performance.now() + 45_000;
  while (performance.now() < deadline) {
    const { state } = await member.call(levelling.get, { params: { id } });
    if (state !== 'queued' && state !== 'running') return id;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('The levelling came to no end.');
}

/** Two records that are probably one, side by side. */
async function comparisonAddresses(member: Member): Promise<string[]> {
  const [pair] = (await member.call(duplicates.list)).rows;
  if (pair === undefined) throw new Error('The sample firm has duplicates.');
  return [`/accounts/duplicates/${pair.kind}/${pair.first.id}/${pair.second.id}`];
}

/** The first record that the API lists under the name that the page has: `/kpis/$kpiId`. */
async function firstOfItsKind(member: Member, route: string): Promise<string[]> {
  const path = `/api/v1/${route.split('/')[1]}`;
  const endpoints: Endpoint[] = Object.values(api).flatMap((noun) => Object.values(noun));
  const list = endpoints.find((endpoint) => endpoint.method === 'GET' && endpoint.path === path);
  if (list === undefined) return [];
  // What has no parameters and an address like this one answers with a list of records.
  const { rows } = (await member.call(list)) as { readonly rows: readonly { id: string }[] };
  return idsOf(rows).slice(0, 1);
}

async function recordIds(member: Member): Promise<Map<string, string[]>> {
  const { rows: dealRows } = await member.call(deals.list, { query: { outcome: 'open' } });
  const { rows: wonRows } = await member.call(deals.list, { query: { outcome: 'won' } });
  const { rows: planRows } = await member.call(plans.list);
  const { rows: goalRows } = await member.call(goals.list);
  const { rows: initiativeRows } = await member.call(initiatives.list);
  const { rows: accountRows } = await member.call(accounts.list);
  await proposeHandOffs(member);
  const { rows: handOffRows } = await member.call(handOffs.list, {
    query: { state: handOffStates.join(',') },
  });
  const { rows: projectRows } = await member.call(projects.list, { query: { kind: 'client' } });
  const { rows: taskRows } = await member.call(tasks.list);
  const { rows: personRows } = await member.call(people.list);
  const stateOf = (row: { readonly state: string }) => row.state;
  const kindOf = (row: { readonly project: { readonly kind: string } }) => row.project.kind;
  return new Map([
    ['$dealId', [...idsOf(dealRows).slice(0, 1), ...idsOf(wonRows).slice(0, 1)]],
    ['$planId', idsOf(oneOfEach(planRows, stateOf))],
    ['$goalId', idsOf(goalRows).slice(0, 1)],
    // The first of them has a preview: what is approved already has none.
    ['$initiativeId', idsOf(oneOfEach(proposedFirst(initiativeRows), stateOf))],
    ['$accountId', idsOf(accountRows).slice(0, 1)],
    ['$handOffId', idsOf(oneOfEach(handOffRows, stateOf))],
    ['$delayNoticeId', idsOf((await member.call(delayNotices.list)).rows).slice(0, 1)],
    ['$decisionId', idsOf((await member.call(decisions.list)).rows).slice(0, 1)],
    ['$deliverableId', idsOf((await member.call(deliverables.list)).rows).slice(0, 1)],
    ['$projectId', idsOf(projectRows).slice(0, 1)],
    ['$taskId', idsOf(oneOfEach(taskRows, kindOf))],
    ['$personId', idsOf(personRows).slice(0, 1)],
    ['$importId', [await beginImport(member)]],
    ['$taskImportId', [await beginTaskImport(member)]],
    ['$runId', [await levelOnce(member)]],
    ['$portfolioChoiceId', idsOf((await member.call(portfolioChoices.list)).rows).slice(0, 1)],
    ['$boardId', idsOf((await member.call(analysisBoards.list)).rows).slice(0, 1)],
  ]);
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

function proposedFirst<Row extends { readonly state: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => Number(b.state === 'proposed') - Number(a.state === 'proposed'));
}

/** The first row of each sort. */
function oneOfEach<Row>(rows: readonly Row[], sortOf: (row: Row) => string): Row[] {
  const first = new Map<string, Row>();
  for (const row of rows) if (!first.has(sortOf(row))) first.set(sortOf(row), row);
  return [...first.values()];
}

/** Wins two deals of the sample firm: one hand-off waits, the other goes back to sales. */
async function proposeHandOffs(member: Member): Promise<void> {
  const { rows: stages } = await member.call(deals.stages);
  const won = stages.find(({ outcome }) => outcome === 'won');
  const { rows } = await member.call(deals.list, { query: { outcome: 'open' } });
  const [waiting, returned] = rows.filter(({ account }) => account !== null).slice(-2);
  if (won === undefined || waiting === undefined || returned === undefined)
    throw new Error('No deals to win.');
  for (const { id, version } of [waiting, returned])
    await member.call(deals.move, {
      params: { id },
      version,
      body: { stageId: won.id, contractSignedOn: returned.openedOn },
    });
  const { handOff } = await member.call(deals.get, { params: { id: returned.id } });
  if (handOff === null) throw new Error('No hand-off was proposed.');
  const { version } = await member.call(handOffs.get, { params: { id: handOff.id } });
  await member.call(handOffs.return, {
    params: { id: handOff.id },
    version,
    body: { reason: 'The hours of design are missing.' },
  });
}

/** An import that has questions: a sector and an account that are not there yet, a wrong number. */
async function beginImport(member: Member): Promise<string> {
  const { id } = await member.call(imports.create);
  const text = [
    'account,sector,year_established,revenue,employees',
    'Harbour Works,technolgy,1996,1100.04,2822',
    'Harbour Works,technology,1996,1100.04,2822',
    'Dune & Sons,retail,1888,many,12',
  ].join('\n');
  await member.call(imports.addFile, {
    params: { id },
    query: { name: 'accounts.csv' },
    body: Buffer.from(text),
  });
  return id;
}

/** A list of tasks with a question: a day that is none. */
async function beginTaskImport(member: Member): Promise<string> {
  const { id } = await member.call(taskImports.create, { body: { projectId: null } });
  const text = ['Name,Start,Due,Effort', 'Draw the map,2027-03-01,soon,8 h', 'Walk it,,,'].join(
    '\n',
  );
  await member.call(taskImports.putFile, {
    params: { id },
    query: { name: 'tasks.csv' },
    body: Buffer.from(text),
  });
  return id;
}
