// "What changes if we sign this?" for a firm of 100 people, 150 projects and 10,000 open tasks with
// 80,000 hours logged: the call of the preview and of comparisons of scenarios beside a plain call of
// Balance, in wall time and in processor time of the server, and from the click on the deal's page to
// the figures in a browser. `--json` ends with one line holding one JSON object.
import { readFileSync } from 'node:fs';
import { caller, databaseOf, fillWorkspace, signUp } from './bench-data.mjs';
import { findBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { startServer, temporaryFolder } from './server-process.mjs';

const firm = { deals: 2_000, tasks: 10_000, people: 100, projects: 150, entries: 80_000 };
const warmUps = 3;
const runs = 20;
const visits = 5;
/** A tick of processor time as Linux counts it for processes. */
const tickMilliseconds = 10;

ensureInstalled({ withDevelopment: true });
await ensureBuilt();
const { chromium } = await import('playwright-core');
const temporary = temporaryFolder('bench-whatif');
const server = await startServer({ dataFolder: temporary.folder });
try {
  const cookie = await signUp(server.address);
  const call = caller(server.address, cookie);
  await fillWorkspace({ dataFolder: temporary.folder, ...firm });
  const deal = await plan();
  const scenarios = await makeScenarios(call, deal);
  const compare = (ids) => call('POST', '/api/v1/scenario-comparisons', { scenarioIds: ids });
  const figures = {
    firm,
    balance: await measured(() => call('GET', '/api/v1/balance')),
    preview: await measured(() => call('GET', `/api/v1/deals/${deal}/win-preview`)),
    compareOne: await measured(() => compare(scenarios.slice(0, 1))),
    compareFour: await measured(() => compare(scenarios)),
    browser: await visited(cookie, deal),
  };
  report(figures);
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
} finally {
  await server.stop();
  temporary.remove();
}

/** Puts all tasks ahead of today, as open work of committed projects; a deal with hours to win. */
async function plan() {
  const database = await databaseOf(temporary.folder);
  try {
    await database.query(`set evenkeel.maintenance = 'on'`);
    await database.query(`set session_replication_role = 'replica'`);
    await database.query(
      `update task set state = 'open', done_on = null, typed_due_on = null,
         start_on = current_date + number % 120, due_on = current_date + number % 120 + 5 + number % 20,
         constraint_type = 'as-soon-as-possible', constraint_on = null`,
    );
    const { rows } = await database.query(
      `update deal set delivery_start_on = current_date + 7, delivery_end_on = current_date + 100
       where id = (select d.id from deal d join stage s on s.id = d.stage_id
         where s.outcome = 'open' order by d.number limit 1) returning id, workspace_id`,
    );
    const [{ id, workspace_id: workspace }] = rows;
    await database.query(
      `insert into deal_demand (workspace_id, id, deal_id, role_id, minutes)
       select $1, gen_random_uuid(), $2, id, 60000 from role where workspace_id = $1`,
      [workspace, id],
    );
    await database.query('vacuum analyze');
    return id;
  } finally {
    await database.end();
  }
}

/** Four scenarios: the deal alone, with a hire, with a project stopped, and with another target. */
async function makeScenarios(call, deal) {
  const { rows: roles } = await call('GET', '/api/v1/roles');
  const { rows: projects } = await call('GET', '/api/v1/projects?limit=1');
  const day = new Date().toISOString().slice(0, 10);
  const hire = {
    kind: 'hire',
    name: 'Somebody',
    roleId: roles[0].id,
    weeklyMinutes: 2400,
    from: day,
  };
  const win = { kind: 'win-deal', dealId: deal };
  const lists = [
    [win],
    [win, hire],
    [win, { kind: 'stop-project', projectId: projects[0].id }],
    [win, { kind: 'change-target', shareBasisPoints: 3000, toleranceBasisPoints: 200 }],
  ];
  const ids = [];
  for (const [index, changes] of lists.entries())
    ids.push((await call('POST', '/api/v1/scenarios', { name: `Scenario ${index}`, changes })).id);
  return ids;
}

async function measured(work) {
  for (let run = 0; run < warmUps; run += 1) await work();
  const times = [];
  const before = processorTime();
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  const spent = processorTime();
  return {
    ...quantiles(times),
    serverProcessor: before === null || spent === null ? null : rounded((spent - before) / runs),
  };
}

/** Processor time of the server's process (the database's apart), where the system tells it. */
function processorTime() {
  try {
    const text = readFileSync(`/proc/${server.child.pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * tickMilliseconds;
  } catch {
    return null;
  }
}

/** From the click on the deal's page to the figures. */
async function visited(cookie, deal) {
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args });
  try {
    const [name, value] = cookie.split('=');
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    await context.addCookies([{ name, value, url: server.address }]);
    const page = await context.newPage();
    const times = [];
    for (let visit = 0; visit <= visits; visit += 1) {
      await page.goto(`${server.address}/deals/${deal}`);
      const link = page.getByRole('link', { name: 'What changes if we sign this?' });
      await link.waitFor();
      const started = performance.now();
      await link.click();
      await page.getByText('Strategic share next quarter', { exact: true }).waitFor();
      if (visit > 0) times.push(performance.now() - started);
    }
    return quantiles(times);
  } finally {
    await browser.close();
  }
}

function quantiles(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
  return { p50: at(0.5), p95: at(0.95) };
}

function rounded(value) {
  return Number(value.toFixed(1));
}

function report({ balance, preview, compareOne, compareFour, browser }) {
  console.log('100 people, 150 projects, 10,000 open tasks, 80,000 hours');
  const line = (name, { p50, p95, serverProcessor = null }) => {
    const processor =
      serverProcessor === null ? '' : `, ${serverProcessor} ms of the server's processor`;
    console.log(`${name.padEnd(34)} ${p50} ms (p50), ${p95} ms (p95)${processor}`);
  };
  line('balance, to compare with', balance);
  line('preview of a deal', preview);
  line('the plan beside one scenario', compareOne);
  line('the plan beside four scenarios', compareFour);
  line('click to figures in the browser', browser);
}
