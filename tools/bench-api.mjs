// How fast the API answers: Balance for a firm of 100 people with 80,000 hours, then twenty calls in a
// workspace of 10,000 deals and 100,000 tasks, then the same calls with ten times the rows. `--short`
// stops before the last, `--large` does only that. `--json` ends with one line holding one JSON object.
import { caller, databaseOf, fillWorkspace, signUp } from './bench-data.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { startServer, temporaryFolder } from './server-process.mjs';

const firm = { deals: 2_000, tasks: 10_000, people: 100, projects: 150, entries: 80_000 };
const sizes = [
  { deals: 10_000, tasks: 100_000 },
  { deals: 100_000, tasks: 1_000_000 },
];
const isShort = process.argv.includes('--short');
const isLarge = process.argv.includes('--large');
const warmUps = 2;
const mostRuns = isShort ? 30 : 100;
/** A slow call is asked less often, so that the whole comes to its end. */
const fewestRuns = 5;
const secondsForEach = isShort ? 2 : 4;
const loadSeconds = isShort ? 2 : 6;
const connections = 8;

ensureInstalled({ withDevelopment: false });
await ensureBuilt();
const figures = {};
if (!isLarge) await withWorkspace(benchFirm);
await withWorkspace(async (place) => {
  for (const size of isLarge ? sizes.slice(1) : isShort ? sizes.slice(0, 1) : sizes)
    await benchSize(place, size);
});
if (process.argv.includes('--json')) console.log(JSON.stringify(figures));

async function withWorkspace(bench) {
  const temporary = temporaryFolder('bench-api');
  const server = await startServer({ dataFolder: temporary.folder });
  try {
    const call = caller(server.address, await signUp(server.address));
    await bench({ call, dataFolder: temporary.folder });
  } finally {
    await server.stop();
    temporary.remove();
  }
}

async function benchFirm({ call, dataFolder }) {
  console.log('\n100 people, 10,000 tasks, 80,000 hours');
  await fillWorkspace({ dataFolder, ...firm });
  const read = { name: 'balance', run: () => call('GET', balanceAddress()) };
  figures['firm of 100 people'] = { endpoints: await measureAll([read]) };
}

async function benchSize({ call, dataFolder }, size) {
  const name = `${size.deals.toLocaleString('en')} deals, ${size.tasks.toLocaleString('en')} tasks`;
  const started = performance.now();
  await fillWorkspace({ dataFolder, ...size });
  console.log(`\n${name} (filled in ${((performance.now() - started) / 1000).toFixed(0)} s)`);
  const database = await databaseOf(dataFolder);
  try {
    const endpoints = [...floors(call, database), ...(await calls(call))];
    const measured = await measureAll(endpoints);
    const throughput = await load(endpoints.filter(({ isWrite }) => !isWrite));
    console.log(`${connections} connections, reads mixed   ${throughput.toFixed(0)} requests/s`);
    figures[name] = {
      endpoints: measured,
      requestsPerSecond: Number(throughput.toFixed(1)),
    };
  } finally {
    await database.end();
  }
}

/** What nothing costs less than here: a request that does nothing, a query that reads one row. */
function floors(call, database) {
  return [
    { name: 'floor: /healthz', run: () => call('GET', '/healthz') },
    { name: 'floor: a bare select', run: () => database.query('select 1') },
    {
      name: 'floor: select of 200 deals',
      run: () => database.query('select * from deal order by number limit 200'),
    },
  ];
}

async function measureAll(endpoints) {
  const measured = {};
  for (const endpoint of endpoints) {
    const found = await measure(endpoint);
    measured[endpoint.name] = found;
    console.log(
      `${endpoint.name.padEnd(28)} ${found.p50.toFixed(1).padStart(8)} ms p50 ${found.p99.toFixed(1).padStart(8)} ms p99 (${found.runs})`,
    );
  }
  return measured;
}

/** The twenty calls that a day of work is made of. Writes clean up behind themselves. */
async function calls(call) {
  const first = async (path) => (await call('GET', path)).rows[0];
  const deal = await first('/api/v1/deals?limit=1');
  const account = await first('/api/v1/accounts?limit=1');
  const project = await first('/api/v1/projects?limit=1');
  const { rows: stages } = await call('GET', '/api/v1/stages');
  const read = (name, path) => ({
    name,
    isWrite: false,
    run: () => call('GET', path),
  });
  return [
    read('session', '/api/v1/session'),
    read('deals, first 200', '/api/v1/deals?limit=200'),
    read('deals, next 5,000', '/api/v1/deals?limit=5000'),
    read('deals by value', '/api/v1/deals?limit=200&sort=-value'),
    read('deals by account', '/api/v1/deals?limit=200&sort=account'),
    read('deals, searched', '/api/v1/deals?limit=200&search=abc'),
    read('deals of a stage', `/api/v1/deals?limit=200&stageId=${stages[0].id}`),
    read('deal', `/api/v1/deals/${deal.id}`),
    read('history of a deal', `/api/v1/changes?root=deal&rootId=${deal.id}`),
    read('stages', '/api/v1/stages'),
    read('accounts', '/api/v1/accounts?limit=200'),
    read('account', `/api/v1/accounts/${account.id}`),
    read('projects', '/api/v1/projects?limit=200'),
    read('project', `/api/v1/projects/${project.id}`),
    read('tasks of a project', `/api/v1/tasks?projectId=${project.id}&limit=200`),
    read('search, a common word', '/api/v1/search?query=task'),
    read('search, a rare word', '/api/v1/search?query=abcd'),
    read('people', '/api/v1/people?limit=200'),
    read('week of time', '/api/v1/time-week'),
    read('balance', balanceAddress()),
    {
      name: 'move a deal',
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

async function measure({ run }) {
  const times = [];
  const end = performance.now() + secondsForEach * 1000;
  const isEnough = () =>
    times.length >= mostRuns || (times.length >= fewestRuns && performance.now() > end);
  for (let turn = 0; !isEnough(); turn += 1) {
    const started = performance.now();
    const own = await run(turn);
    const time = typeof own === 'number' ? own : performance.now() - started;
    if (turn >= warmUps) times.push(time);
  }
  times.sort((a, b) => a - b);
  const at = (share) =>
    Number(times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(2));
  return { p50: at(0.5), p99: at(0.99), runs: times.length };
}

/** Requests a second with several connections asking for small answers all the time. */
async function load(endpoints) {
  const small = endpoints.filter(
    ({ name }) => !/floor|5,000|balance|search|by account|week of time/.test(name),
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
