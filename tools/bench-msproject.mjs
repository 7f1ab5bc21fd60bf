// How many tasks of Microsoft Project files get, calculated anew, the very dates stored in them.
// `npm run bench:msproject -- DIR [--json] [--all]`: each file's computed dates are forgotten, the rest
// is scheduled, and each difference is printed with its reason.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { cacheFolder, root } from './paths.mjs';

const folder = process.argv.slice(2).find((word) => !word.startsWith('--'));
if (!folder) {
  console.error('npm run bench:msproject -- DIR [--json]');
  process.exit(2);
}

const output = join(cacheFolder, 'bench-msproject');
await build({
  input: {
    compare: join(root, 'core/src/mspdi/compare.ts'),
    read: join(root, 'core/src/mspdi/read.ts'),
    minute: join(root, 'core/src/schedule/minute.ts'),
  },
  platform: 'node',
  output: { dir: output, entryFileNames: '[name].mjs', cleanDir: true },
});
const load = (name) => import(pathToFileURL(join(output, `${name}.mjs`)).href);
const { compareDates } = await load('compare');
const { readMspdi } = await load('read');
const { instantOf } = await load('minute');

const names = readdirSync(folder, { recursive: true })
  .filter((name) => /\.xml$/i.test(name))
  .sort();
const files = names.map(fileFigures);
const read = files.filter(({ skipped }) => !skipped);
const sum = (key) => read.reduce((total, file) => total + file[key], 0);
const total = {
  files: read.length,
  filesSame: read.filter(({ tasks, tasksSame }) => tasks === tasksSame).length,
  tasks: sum('tasks'),
  tasksSame: sum('tasksSame'),
};
const fields = { compared: sum('fieldsCompared'), same: sum('fieldsSame') };
const share = (part, whole) => (whole === 0 ? '' : ` (${((100 * part) / whole).toFixed(1)} %)`);
console.log(
  `\n${total.filesSame} of ${total.files} files${share(total.filesSame, total.files)}, ` +
    `${total.tasksSame} of ${total.tasks} tasks${share(total.tasksSame, total.tasks)} have the stored dates; ` +
    `${fields.same} of ${fields.compared} early, late and slack fields${share(fields.same, fields.compared)}`,
);
if (process.argv.includes('--json')) console.log(JSON.stringify({ total, fields, files }));

function fileFigures(name) {
  const reading = readMspdi(readFileSync(join(folder, name)));
  if (!reading.ok) {
    const reason = reading.reason === 'otherXml' ? `root <${reading.root}>` : reading.reason;
    console.log(`${name}: no Microsoft Project XML (${reason})`);
    return { name, skipped: reason };
  }
  const tasks = compared(reading.project);
  const same = tasks.filter(({ isSame }) => isSame).length;
  const add = (key) => tasks.reduce((sumSoFar, { fields: own }) => sumSoFar + own[key], 0);
  console.log(`${name}: ${same} of ${tasks.length}`);
  const differences = tasks.filter(({ isSame }) => !isSame);
  for (const task of differences) print(task);
  return {
    name,
    tasks: tasks.length,
    tasksSame: same,
    fieldsCompared: add('compared'),
    fieldsSame: add('same'),
    differences: differences.map(({ uid, reason }) => ({ uid, reason })),
  };
}

/** A file that cannot be scheduled counts as one in which nothing is the same. */
function compared(project) {
  try {
    return compareDates(project);
  } catch (error) {
    console.log(`  not scheduled: ${error instanceof Error ? error.message : String(error)}`);
    const none = { start: 0, finish: 0 };
    return project.tasks.map(({ fields }) => ({
      uid: fields.get('UID') ?? '',
      name: fields.get('Name') ?? '',
      stored: none,
      calculated: none,
      isSame: false,
      fields: { compared: 0, same: 0 },
      reason: 'notScheduled',
    }));
  }
}

function print({ uid, name, stored, calculated, reason }) {
  const side = ({ start, finish }) => `${instantOf(start)} – ${instantOf(finish)}`;
  console.log(
    `  ${uid} ${name}: stored ${side(stored)}, calculated ${side(calculated)}; ${reason}`,
  );
}
