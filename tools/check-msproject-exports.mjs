// Whether what we export for Microsoft Project opens with the dates that we show:
// `npm run check:msproject-exports [-- --keep DIR] [--planner STYLESHEET]`. Each project of the sample
// firm is exported by a running server; the file is read, its computed dates are forgotten, and what is
// calculated from the rest is compared. With the stylesheet by which GNOME Planner reads such files
// (`msp2planner.xsl` of the package planner-data, and xsltproc) another program's reading is compared too.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { signUp } from './bench-data.mjs';
import { ensureBuilt } from './build.mjs';
import { cacheFolder, root } from './paths.mjs';
import { startServer, temporaryFolder } from './server-process.mjs';

const argument = (name) => process.argv[process.argv.indexOf(`--${name}`) + 1];
const has = (name) => process.argv.includes(`--${name}`);
const temporary = temporaryFolder('msproject-exports');
const folder = has('keep') ? argument('keep') : join(temporary.folder, 'files');
mkdirSync(folder, { recursive: true });

const output = join(cacheFolder, 'check-msproject-exports');
await build({
  input: {
    compare: join(root, 'core/src/mspdi/compare.ts'),
    read: join(root, 'core/src/mspdi/read.ts'),
  },
  platform: 'node',
  output: { dir: output, entryFileNames: '[name].mjs', cleanDir: true },
});
const load = (name) => import(pathToFileURL(join(output, `${name}.mjs`)).href);
const { compareDates } = await load('compare');
const { readMspdi } = await load('read');

const total = { files: 0, filesSame: 0, tasks: 0, tasksSame: 0, readElsewhere: 0, unlike: 0 };
for (const [at, text] of (await exportedTexts()).entries()) {
  const file = join(folder, `${String(at + 1).padStart(3, '0')}.xml`);
  writeFileSync(file, text);
  compare(text, file);
}
temporary.remove();
const elsewhere = has('planner')
  ? `; Planner reads ${total.readElsewhere} tasks, ${total.unlike} otherwise`
  : '';
console.log(
  `${total.filesSame} of ${total.files} files, ${total.tasksSame} of ${total.tasks} tasks have their dates again${elsewhere}`,
);
if (total.tasksSame < total.tasks || total.unlike > 0) process.exitCode = 1;

async function exportedTexts() {
  await ensureBuilt();
  const server = await startServer({ dataFolder: temporary.folder });
  try {
    const cookie = await signUp(server.address, { firm: 'Northlight', person: 'Robin Vale' });
    const call = async (method, path) => {
      const headers = { cookie, origin: server.address };
      const response = await fetch(server.address + path, { method, headers });
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
      return response;
    };
    await call('POST', '/api/v1/sample');
    const texts = [];
    for (const kind of ['client', 'initiative']) {
      const { rows } = await (await call('GET', `/api/v1/projects?kind=${kind}&limit=200`)).json();
      for (const { id } of rows)
        texts.push(await (await call('GET', `/api/v1/projects/${id}/microsoft-project`)).text());
    }
    return texts;
  } finally {
    await server.stop();
  }
}

function compare(text, file) {
  const reading = readMspdi(text);
  const tasks = reading.ok ? compareDates(reading.project) : [];
  const different = tasks.filter(({ isSame }) => !isSame);
  for (const { name, reason } of different) console.log(`${file}: ${name}, ${reason}`);
  total.files += 1;
  total.tasks += tasks.length;
  total.tasksSame += tasks.length - different.length;
  if (reading.ok && different.length === 0) total.filesSame += 1;
  if (has('planner') && reading.ok) compareWithPlanner(reading.project.tasks, file);
}

/** Start, finish, name and the number of links of each task as Planner's stylesheet has them. */
function compareWithPlanner(rows, file) {
  const text = execFileSync('xsltproc', [argument('planner'), file], { maxBuffer: 1e9 }).toString();
  const found = text.split(/<task(?=\s)/).slice(1);
  const value = (piece, name) => new RegExp(`\\s${name}="([^"]*)"`).exec(piece)?.[1];
  const compact = (date) => `${date.replace(/[-:]/g, '')}Z`;
  const byId = new Map(found.map((piece) => [value(piece, 'id'), piece]));
  for (const { fields, element } of rows) {
    const piece = byId.get(fields.get('ID'));
    const links = element.children.filter(({ name }) => name === 'PredecessorLink').length;
    const isLike =
      piece !== undefined &&
      value(piece, 'start') === compact(fields.get('Start')) &&
      value(piece, 'end') === compact(fields.get('Finish')) &&
      (piece.match(/<predecessor\s/g) ?? []).length === links;
    total.readElsewhere += 1;
    if (!isLike) total.unlike += 1;
  }
}
