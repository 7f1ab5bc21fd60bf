// How long Balance takes to calculate: 24 people, two years, 30 projects, made up by a fixed seed.
// `--json` ends with one line holding one JSON object of the figures.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { cacheFolder, root } from './paths.mjs';

const size = { people: 24, projects: 30, months: 24 };
const warmUps = 5;
const runs = 40;

const output = join(cacheFolder, 'bench-balance');
const entry = (name) => join(root, 'core/src/balance', `${name}.ts`);
await build({
  input: {
    balance: entry('balance'),
    preview: entry('preview'),
    firm: entry('random-firm.fixture'),
    rows: entry('rows'),
  },
  platform: 'node',
  output: { dir: output, entryFileNames: '[name].mjs', cleanDir: true },
});
const load = (name) => import(pathToFileURL(join(output, `${name}.mjs`)).href);
const { balance } = await load('balance');
const { preview } = await load('preview');
const { randomFirm } = await load('firm');
const { loadRows } = await load('rows');

const firm = randomFirm(1, size);
const addition = {
  project: { ...firm.projects[0], id: 'zz', kind: 'client', isCommitted: true },
  tasks: firm.tasks.slice(0, 20).map((task) => ({ ...task, id: `zz${task.id}`, projectId: 'zz' })),
  dealId: null,
};
const figures = {
  ...size,
  rows: loadRows(firm, firm).length,
  balance: measured(() => balance(firm)),
  preview: measured(() => preview(firm, addition)),
};

const line = ({ p50, p99 }) => `${p50.toFixed(1)} ms (p50), ${p99.toFixed(1)} ms (p99)`;
console.log(
  `${size.people} people, ${size.months} months, ${size.projects} projects: ${figures.rows} rows`,
);
console.log(`balance   ${line(figures.balance)}`);
console.log(`preview   ${line(figures.preview)}`);
if (process.argv.includes('--json')) console.log(JSON.stringify(figures));

function measured(work) {
  for (let run = 0; run < warmUps; run += 1) work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (share) => Number(times[Math.min(runs - 1, Math.floor(runs * share))].toFixed(2));
  return { p50: at(0.5), p99: at(0.99) };
}
