import { bytes, type Endpoint } from '@evenkeel/contract/endpoint';
import type { ProjectId, UploadId } from '@evenkeel/core/id';
import { fileNameUnlike, rowsAsCsv } from '@evenkeel/core/portal/export-tables';
import type { Database } from '../../../platform/db/database.ts';
import type { PortalScope } from '../../../platform/db/scope.ts';
import type { ZipEntry } from '../../../platform/files/zip.ts';
import type { Route } from '../../../platform/http/implement.ts';
import { readBytes } from '../../files/service.ts';
import { listProjectFiles } from '../files/service.ts';
import { requirePortalProject } from '../service.ts';

/** All files of an archive together stay below this many bytes: what is over is named in its place. */
const mostBytes = 3 * 1024 ** 3;
/** Most pages of a list that goes on, and most records that have a page each. */
const mostPages = 200;
const ofProject = '/api/v1/portal/projects/:projectId';

type Answers = Map<string, unknown>;

/** What `exportProject` found; its files are read after the call was answered. */
export type PortalExport = { readonly name: string; readonly entries: readonly ZipEntry[] };

/**
 * What the pages of a project show to the reader: the answer of each of the portal's own endpoints that
 * reads something of a project, so that an export can hold no more and no less than the pages.
 */
export async function exportProject(
  { routes, database }: { readonly routes: readonly Route[]; readonly database: Database },
  scope: PortalScope,
  projectId: ProjectId,
): Promise<PortalExport> {
  const project = await requirePortalProject(scope, projectId);
  const answers: Answers = new Map();
  for (const route of routes.filter(({ endpoint }) => isList(endpoint)))
    answers.set(nameOf(route.endpoint), await wholeAnswer(route, scope, { projectId }));
  for (const route of routes.filter(({ endpoint }) => isOne(endpoint)))
    await addEach(answers, route, scope, projectId);
  const files = await listProjectFiles(scope, projectId);
  const { entries, leftOut } = fileEntries(files, (contentId) =>
    readBytes(database, scope.workspaceId, contentId),
  );
  return {
    name: `${project.name} ${scope.today}.zip`,
    entries: [...answerEntries(answers, { exportedAt: scope.now, leftOut }), ...entries],
  };
}

/** Reads something of a project, whatever page asks for it; nothing that asks about one thing in particular. */
function isList({ permission, method, path, query, output }: Endpoint): boolean {
  const rest = path.startsWith(ofProject) ? path.slice(ofProject.length) : null;
  return (
    permission === 'client' &&
    method === 'GET' &&
    output !== bytes &&
    query.safeParse({}).success &&
    rest !== null &&
    /^(\/[a-z-]+)?$/.test(rest)
  );
}

/** Reads one record of a list: `/reports/:id` of `/reports`. */
function isOne({ permission, method, path, output }: Endpoint): boolean {
  const rest = path.startsWith(ofProject) ? path.slice(ofProject.length) : '';
  return (
    permission === 'client' && method === 'GET' && output !== bytes && /^\/[a-z-]+\/:id$/.test(rest)
  );
}

function nameOf({ path }: Endpoint): string {
  return path.slice(ofProject.length + 1).split('/')[0] || 'project';
}

type Key = { readonly projectId: ProjectId; readonly id?: string };

/** An answer with all of its pages. What its schema does not name is left out, as in the answer itself. */
async function wholeAnswer(route: Route, scope: PortalScope, key: Key): Promise<unknown> {
  const first = await answerOf(route, scope, key);
  if (!hasMore(first)) return first;
  const rows = [...first.rows];
  let page: unknown = first;
  for (let count = 1; count < mostPages && hasMore(page); count += 1) {
    page = await answerOf(route, scope, key, rows.at(-1)?.createdAt);
    if (isPage(page)) rows.push(...page.rows);
  }
  return { ...first, rows, hasMore: hasMore(page) };
}

async function answerOf(route: Route, scope: PortalScope, key: Key, before?: string) {
  const { endpoint } = route;
  // The handlers of the portal's endpoints are those that take a portal's scope (`isList`, `isOne`).
  const handler = route.handler as unknown as (call: object) => Promise<unknown>;
  const answer = await handler({
    params: key,
    query: endpoint.query.parse({ limit: '200', ...(before === undefined ? {} : { before }) }),
    body: {},
    version: 0,
    scope,
    request: { id: 'export', address: '', headers: {} },
    reply: { header: () => undefined },
  });
  return endpoint.output.parse(answer);
}

async function addEach(answers: Answers, route: Route, scope: PortalScope, projectId: ProjectId) {
  const name = nameOf(route.endpoint);
  const list = answers.get(name);
  const whole = [];
  for (const { id } of (isPage(list) ? list.rows : []).slice(0, mostPages))
    whole.push(await answerOf(route, scope, { projectId, id }));
  answers.set(name, { rows: whole });
}

type Page = { readonly rows: readonly { readonly id: string; readonly createdAt: string }[] };

function isPage(answer: unknown): answer is Page {
  return typeof answer === 'object' && answer !== null && 'rows' in answer;
}

function hasMore(answer: unknown): answer is Page {
  return isPage(answer) && 'hasMore' in answer && answer.hasMore === true;
}

type Told = { readonly exportedAt: Date; readonly leftOut: readonly string[] };

function answerEntries(answers: Answers, { exportedAt, leftOut }: Told): ZipEntry[] {
  const whole = {
    exportedAt: exportedAt.toISOString(),
    ...Object.fromEntries(answers),
    ...(leftOut.length > 0 ? { filesLeftOut: leftOut } : {}),
  };
  const tables = [...answers].flatMap(([name, answer]) => {
    const csv = rowsAsCsv(answer);
    return csv === null ? [] : [{ name: `${name}.csv`, bytes: [Buffer.from(csv, 'utf8')] }];
  });
  const json = Buffer.from(`${JSON.stringify(whole, null, 2)}\n`, 'utf8');
  return [{ name: 'project.json', bytes: [json] }, ...tables];
}

type ExportedFile = {
  readonly name: string;
  readonly content_id: UploadId;
  readonly byte_size: number;
};

function fileEntries(
  files: readonly ExportedFile[],
  read: (contentId: UploadId) => AsyncIterable<Uint8Array>,
): { readonly entries: readonly ZipEntry[]; readonly leftOut: readonly string[] } {
  const taken = new Set<string>();
  const entries: ZipEntry[] = [];
  const leftOut: string[] = [];
  let total = 0;
  for (const { name, content_id: contentId, byte_size: byteSize } of files) {
    if (total + byteSize > mostBytes) {
      leftOut.push(name);
      continue;
    }
    total += byteSize;
    const unlike = fileNameUnlike(taken, name);
    taken.add(unlike);
    entries.push({ name: `files/${unlike}`, bytes: lazily(() => read(contentId)) });
  }
  return { entries, leftOut };
}

/** Begins to read when the archive comes to it. */
async function* lazily(open: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* open();
}
