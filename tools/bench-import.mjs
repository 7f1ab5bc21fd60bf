// How long an import takes from its files to the last row: deals of an 8,800-row file with 85 accounts,
// and of one with 200,000 rows and 20,000 accounts. Made-up files, the same each time. `--short` stops
// before the second. `--json` ends with one line holding one JSON object.
import { caller, signUp } from './bench-data.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { startServer, temporaryFolder } from './server-process.mjs';

const sizes = [
  { deals: 8_800, accounts: 85 },
  { deals: 200_000, accounts: 20_000 },
];
const stages = ['Prospecting', 'Engaging', 'Won', 'Lost'];
const people = 40;
const pollMilliseconds = 100;

ensureInstalled({ withDevelopment: false });
await ensureBuilt();
const temporary = temporaryFolder('bench-import');
const server = await startServer({ dataFolder: temporary.folder });
const figures = {};
try {
  const cookie = await signUp(server.address);
  const call = caller(server.address, cookie);
  for (const size of process.argv.includes('--short') ? sizes.slice(0, 1) : sizes) {
    const found = await importOf(call, cookie, size);
    figures[`${size.deals} deals`] = found;
    const { phases } = found;
    console.log(
      `${size.deals.toLocaleString('en')} deals, ${size.accounts.toLocaleString('en')} accounts: ${found.records.toLocaleString('en')} records in ${seconds(found.milliseconds)}, ${found.recordsPerSecond.toLocaleString('en')} records/s`,
    );
    for (const [name, milliseconds] of Object.entries(phases))
      console.log(`  ${name.padEnd(9)} ${seconds(milliseconds)}`);
  }
} finally {
  await server.stop();
  temporary.remove();
}
if (process.argv.includes('--json')) console.log(JSON.stringify(figures));

async function importOf(call, cookie, size) {
  const { id } = await call('POST', '/api/v1/imports');
  const phases = {};
  const timed = async (name, work) => {
    const started = performance.now();
    const found = await work();
    phases[name] = Math.round(performance.now() - started);
    return found;
  };
  await timed('read', async () => {
    for (const [name, text] of Object.entries(files(size))) await addFile(cookie, id, name, text);
  });
  await timed('preview', () => call('GET', `/api/v1/imports/${id}/preview`));
  const ended = await timed('write', async () => {
    await call('POST', `/api/v1/imports/${id}/run`);
    return untilEnded(call, id);
  });
  if (ended.state !== 'done') throw new Error(`the import ended as ${ended.state}`);
  const records = Object.values(ended.counts).reduce((sum, { create }) => sum + create, 0);
  const milliseconds = Object.values(phases).reduce((sum, time) => sum + time, 0);
  return {
    records,
    milliseconds,
    recordsPerSecond: Math.round((records * 1000) / milliseconds),
    phases,
  };
}

async function untilEnded(call, id) {
  for (;;) {
    const found = await call('GET', `/api/v1/imports/${id}`);
    if (found.state !== 'running') return found;
    await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
  }
}

async function addFile(cookie, id, name, text) {
  const response = await fetch(
    `${server.address}/api/v1/imports/${id}/files?name=${encodeURIComponent(name)}`,
    {
      method: 'PUT',
      headers: { cookie, origin: server.address, 'content-type': 'application/octet-stream' },
      body: text,
    },
  );
  if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
}

/** The two files in the columns of the published sales data. */
function files({ deals, accounts }) {
  const account = (n) => `Firm ${deals}-${n % accounts}`;
  const day = (n) => new Date(Date.UTC(2025, 0, 1 + (n % 400))).toISOString().slice(0, 10);
  const accountLines = Array.from(
    { length: accounts },
    (_, n) => `${account(n)},Sector ${n % 9},${1950 + (n % 70)},${100 + n}.5,${10 + n},Norway,`,
  );
  const dealLines = Array.from({ length: deals }, (_, n) => {
    const stage = stages[n % stages.length];
    const isClosed = stage === 'Won' || stage === 'Lost';
    const value = stage === 'Won' ? 500 + (n % 9000) : isClosed ? 0 : '';
    return `D${deals}-${n},Person ${n % people},Product ${n % 7},${account(n)},${stage},${day(n)},${isClosed ? day(n + 60) : ''},${value}`;
  });
  return {
    'accounts.csv': `account,sector,year_established,revenue,employees,office_location,subsidiary_of\n${accountLines.join('\n')}\n`,
    'sales_pipeline.csv': `opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n${dealLines.join('\n')}\n`,
  };
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
