// How fast the portal answers: fifty client users of one account read at once, each in turn the overview
// (with what is new since they last looked), the milestones, the files and the messages of an opened
// project. Beside it, in the same run and with as many at once, an endpoint that reads no row. `--short`
// takes two seconds instead of ten. `--json` ends with one line holding one JSON object.
import { caller, databaseOf, signUp } from './bench-data.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { startServer, temporaryFolder } from './server-process.mjs';

const readers = 50;
const seconds = process.argv.includes('--short') ? 2 : 10;
const password = 'a long password for a benchmark';

ensureInstalled({ withDevelopment: false });
await ensureBuilt();
const temporary = temporaryFolder('bench-portal');
const server = await startServer({ dataFolder: temporary.folder });
const figures = {};
try {
  const call = caller(server.address, await signUp(server.address));
  await call('POST', '/api/v1/sample');
  const projectId = await openedProject(call);
  const clients = await invite(call, projectId);
  await comeBackAfter(temporary.folder, '30 days');
  const home = `/api/v1/portal/projects/${projectId}`;
  const pages = ['overview', 'steps', 'files', 'messages'].map((name) => `${home}/${name}`);
  console.log(`${readers} client users reading at once, ${seconds} s each\n`);
  await measure('floor: /healthz', clients, ['/healthz']);
  await measure('floor: portal session', clients, ['/api/v1/portal/session']);
  for (const page of pages) await measure(page.slice(home.length + 1), clients, [page]);
  await measure('all four in turn', clients, pages);
} finally {
  await server.stop();
  temporary.remove();
}
if (process.argv.includes('--json')) console.log(JSON.stringify(figures));

/** The client project with most tasks, its portal open, half of its tasks shown. */
async function openedProject(call) {
  const { rows } = await call('GET', '/api/v1/projects?kind=client&limit=200');
  const [project] = rows
    .filter(({ account }) => account !== null)
    .toSorted((a, b) => b.figures.taskCount - a.figures.taskCount);
  const address = `/api/v1/client-projects/${project.id}/portal`;
  const { version, tasks, openedAt } = await call('GET', address);
  if (openedAt === null) await call('PATCH', address, { isOpen: true }, version);
  const taskIds = tasks.filter((_, index) => index % 2 === 0).map(({ id }) => id);
  await call('PUT', `${address}/visible`, { taskIds, isVisible: true });
  const subject = { kind: 'client-project', id: project.id };
  for (let count = 0; count < 50; count += 1)
    await call('POST', '/api/v1/comments', {
      subject,
      body: `Message ${count} to the client, about as long as people write.`,
      isClientVisible: true,
    });
  return project.id;
}

/** Fifty people at the client, each signed in and here a second time. */
async function invite(call, projectId) {
  const { account } = await call('GET', `/api/v1/client-projects/${projectId}/portal`);
  const cookies = [];
  for (let count = 0; count < readers; count += 1) {
    const email = `reader${count}@client.example`;
    const body = { email, accountId: account.id, projectId };
    const { link } = await call('POST', '/api/v1/client-users/invitations', body);
    const response = await fetch(`${server.address}/api/v1/portal-invitation/accept`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.address },
      body: JSON.stringify({
        token: link.split('#')[1],
        login: { name: `Reader ${count}`, password },
      }),
    });
    if (!response.ok) throw new Error(`accepting answered ${response.status}`);
    cookies.push(response.headers.get('set-cookie').split(';')[0]);
  }
  for (const cookie of cookies)
    await caller(server.address, cookie)('POST', `/api/v1/portal/projects/${projectId}/look`, {});
  return cookies;
}

/** Moves the visit before back, so that the overview has to tell what is new since. */
async function comeBackAfter(dataFolder, time) {
  const client = await databaseOf(dataFolder);
  try {
    await client.query('update portal_look set since = now() - $1::interval', [time]);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** Everybody reads for some seconds, one page after the other; what each answer took. */
async function measure(name, cookies, paths) {
  const taken = [];
  const until = performance.now() + seconds * 1000;
  const started = performance.now();
  await Promise.all(
    cookies.map(async (cookie) => {
      for (let turn = 0; performance.now() < until; turn += 1) {
        const began = performance.now();
        const response = await fetch(`${server.address}${paths[turn % paths.length]}`, {
          headers: { cookie },
        });
        await response.arrayBuffer();
        if (!response.ok) throw new Error(`${name} answered ${response.status}`);
        taken.push(performance.now() - began);
      }
    }),
  );
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  const found = {
    p50: at(0.5),
    p95: at(0.95),
    requestsPerSecond: taken.length / ((performance.now() - started) / 1000),
  };
  figures[name] = found;
  console.log(
    `${name.padEnd(24)} ${found.p50.toFixed(1).padStart(8)} ms p50 ${found.p95.toFixed(1).padStart(8)} ms p95 ${found.requestsPerSecond.toFixed(0).padStart(7)} requests/s`,
  );
}
