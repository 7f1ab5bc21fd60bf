// How fast the API answers in a workspace of 10,000 deals and 100,000 tasks, and how much slower the
// same calls become with ten times the rows. `--short` stops before the second, `--large` begins with
// it. `--json` ends with one line holding one JSON object.
import { fillWorkspace, signUp } from './bench-data.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { startServer, temporaryFolder } from './server-process.mjs';

const sizes = [
  { deals: 10_000, tasks: 100_000 },
  { deals: 100_000, tasks: 1_000_000 },
];
const isShort = process.argv.includes('--short');
const isLarge = process.argv.includes('--large');
const warmUps = 5;
const runs = isShort ? 20 : 60;
const loadSeconds = isShort ? 2 : 6;
const connections = 8;

ensureInstalled({ withDevelopment: false });
await ensureBuilt();
const temporary = temporaryFolder('bench-api');
const server = await startServer({ dataFolder: temporary.folder });
const figures = {};
try {
  const cookie = await signUp(server.address);
  const call = caller(server.address, cookie);
  for (const [index, size] of sizes.slice(isLarge ? 1 : 0, isShort ? 1 : 2).entries()) {
    console.log(
      `\n${size.deals.toLocaleString('en')} deals, ${size.tasks.toLocaleString('en')} tasks`,
    );
    await fillWorkspace({ dataFolder: temporary.folder, ...size });
    const endpoints = await calls(call);
    const chosen =
      index === 0
        ? endpoints
        : endpoints.filter(({ isList, name }) => isList || name.startsWith('baseline'));
    const measured = {};
    for (const endpoint of chosen) {
      measured[endpoint.name] = await measure(endpoint);
      const { p50, p99 } = measured[endpoint.name];
      console.log(
        `${endpoint.name.padEnd(26)} ${p50.toFixed(1).padStart(8)} ms p50 ${p99.toFixed(1).padStart(8)} ms p99`,
      );
    }
    const throughput = await load(endpoints.filter(({ isWrite }) => !isWrite));
    console.log(`${connections} connections, reads mixed   ${throughput.toFixed(0)} requests/s`);
    figures[`${size.deals} deals, ${size.tasks} tasks`] = {
      endpoints: measured,
      requestsPerSecond: Number(throughput.toFixed(1)),
    };
  }
} finally {
  await server.stop();
  temporary.remove();
}
if (process.argv.includes('--json')) console.log(JSON.stringify(figures));

/** The twenty calls that a day of work is made of. Writes clean up behind themselves. */
async function calls(call) {
  const first = async (path) => (await call('GET', path)).rows[0];
  const deal = await first('/api/v1/deals?limit=1');
  const account = await first('/api/v1/accounts?limit=1');
  const project = await first('/api/v1/projects?limit=1');
  const { rows: stages } = await call('GET', '/api/v1/stages');
  const read = (name, path, isList = false) => ({
    name,
    isList,
    isWrite: false,
    run: () => call('GET', path),
  });
  return [
    // What a request costs on this machine before it does anything: compare the others with it.
    read('baseline: /healthz', '/healthz'),
    read('session', '/api/v1/session'),
    read('deals, first 200', '/api/v1/deals?limit=200', true),
    read('deals, next 5,000', '/api/v1/deals?limit=5000', true),
    read('deals by value', '/api/v1/deals?limit=200&sort=-value', true),
    read('deals by account', '/api/v1/deals?limit=200&sort=account', true),
    read('deals, searched', '/api/v1/deals?limit=200&search=abc', true),
    read('deals of a stage', `/api/v1/deals?limit=200&stageId=${stages[0].id}`, true),
    read('deal', `/api/v1/deals/${deal.id}`),
    read('history of a deal', `/api/v1/changes?root=deal&rootId=${deal.id}`),
    read('stages', '/api/v1/stages'),
    read('accounts', '/api/v1/accounts?limit=200', true),
    read('account', `/api/v1/accounts/${account.id}`),
    read('projects', '/api/v1/projects?limit=200', true),
    read('project', `/api/v1/projects/${project.id}`),
    read('tasks of a project', `/api/v1/tasks?projectId=${project.id}&limit=200`, true),
    read('search', '/api/v1/search?query=task', true),
    read('people', '/api/v1/people?limit=200', true),
    read('week of time', '/api/v1/time-week', false),
    read('balance', balanceAddress(), true),
    {
      name: 'move a deal',
      isList: false,
      isWrite: true,
      run: async (turn) => {
        const { version } = await call('GET', `/api/v1/deals/${deal.id}`);
        const started = performance.now();
        await call(
          'POST',
          `/api/v1/deals/${deal.id}/move`,
          { stageId: stages[turn % 2].id },
          version,
        );
        return performance.now() - started;
      },
    },
    {
      name: 'add a deal',
      isList: false,
      isWrite: true,
      run: (turn) =>
        call('POST', '/api/v1/deals', {
          name: `New deal ${turn}`,
          accountId: account.id,
          value: 100_000,
        }),
    },
  ];
}

function balanceAddress() {
  const month = (shift) => {
    const day = new Date();
    day.setUTCDate(1);
    day.setUTCMonth(day.getUTCMonth() + shift);
    return day.toISOString().slice(0, 7);
  };
  return `/api/v1/balance?from=${month(-4)}&to=${month(4)}`;
}

function caller(address, cookie) {
  return async (method, path, body, version) => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        cookie,
        origin: address,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(version ? { 'if-match': `"${version}"` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return JSON.parse(text);
  };
}

async function measure({ run }) {
  const times = [];
  for (let turn = 0; turn < warmUps + runs; turn += 1) {
    const started = performance.now();
    const own = await run(turn);
    const time = typeof own === 'number' ? own : performance.now() - started;
    if (turn >= warmUps) times.push(time);
  }
  times.sort((a, b) => a - b);
  const at = (share) =>
    Number(times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(2));
  return { p50: at(0.5), p99: at(0.99) };
}

/** Requests a second with several connections asking for small answers all the time. */
async function load(endpoints) {
  const small = endpoints.filter(
    ({ name }) => !/baseline|5,000|balance|searched|search$|by account/.test(name),
  );
  const end = performance.now() + loadSeconds * 1000;
  let count = 0;
  await Promise.all(
    Array.from({ length: connections }, async (_, worker) => {
      for (let turn = worker; performance.now() < end; turn += 1) {
        await small[turn % small.length].run(turn);
        count += 1;
      }
    }),
  );
  return count / loadSeconds;
}
