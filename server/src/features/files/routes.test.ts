import { createHash, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { accounts } from '@evenkeel/contract/accounts';
import { deals } from '@evenkeel/contract/deals';
import { addressOf } from '@evenkeel/contract/endpoint';
import { files, largestFile, uploads } from '@evenkeel/contract/files';
import { contracts } from '@evenkeel/contract/quotes';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import { workspaces } from '@evenkeel/contract/workspaces';
import type { FileId, UploadId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { restoreBackup } from '../../platform/db/backup/restore-backup.ts';
import { writeBackup } from '../../platform/db/backup/write-backup.ts';
import { openStores } from '../../platform/files/open-stores.ts';
import { startS3 } from '../../platform/files/s3.fixture.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { createBareDatabase } from '../../test/database.ts';
import { asOwner } from '../../test/factories.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { emptyTrash } from '../trash/jobs.ts';
import { forgetContents, moveContents } from './jobs.ts';

const app = await startTestApp();
const day = 24 * 60 * 60 * 1000;
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
let owner: Client;
let subject: SubjectRef;

beforeAll(async () => {
  owner = await app.client();
  const account = await owner.call(accounts.create, { body: { name: 'Harbour Foods' } });
  subject = { kind: 'account', id: account.id };
});

async function send(client: Client, content: Buffer): Promise<UploadId> {
  const upload = await client.call(uploads.begin, { body: { byteSize: content.length } });
  for (let position = 0; position < upload.partCount; position += 1) {
    await putPart(client, upload, position, content);
  }
  return upload.id;
}

function putPart(
  client: Client,
  upload: { readonly id: UploadId; readonly partSize: number },
  position: number,
  content: Buffer,
) {
  const from = position * upload.partSize;
  return client.call(uploads.putPart, {
    params: { id: upload.id, position },
    body: Buffer.from(content.subarray(from, from + upload.partSize)),
    headers: { 'content-type': 'application/octet-stream' },
  });
}

async function add(client: Client, name: string, content: Buffer, on = subject) {
  const uploadId = await send(client, content);
  return client.call(files.create, { body: { uploadId, subject: on, name } });
}

function download(client: Client, id: FileId, inline = false) {
  return app.app.http.inject({
    method: 'GET',
    url: addressOf(files.content.path, { params: { id }, query: { inline } }),
    headers: { authorization: `Bearer ${client.member.token}` },
  });
}

describe('a file', () => {
  test('is sent in parts, hangs on its record and comes back byte for byte (PM-14, CL-19)', async () => {
    const content = randomBytes(2.5 * 1024 * 1024);
    const file = await add(owner, 'Angebot “März” 2026.pdf', content);
    expect(file).toMatchObject({
      name: 'Angebot “März” 2026.pdf',
      byteSize: content.length,
      imageType: null,
      author: { name: 'Test owner' },
      subject: { kind: 'account', name: 'Harbour Foods' },
    });
    const viewer = await app.client({ role: 'viewer', workspaceOf: owner });
    const list = { query: { subjectKind: subject.kind, subjectId: subject.id } };
    expect((await viewer.call(files.list, list)).rows).toContainEqual(file);
    const response = await download(viewer, file.id);
    expect(response.rawPayload.equals(content)).toBe(true);
    expect(response.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(content.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `attachment; filename="Angebot _M_rz_ 2026.pdf"; filename*=UTF-8''Angebot%20%E2%80%9CM%C3%A4rz%E2%80%9D%202026.pdf`,
    });
  });

  test('hangs on a contract: what was signed stands with its terms (CR-06)', async () => {
    const deal = await owner.call(deals.create, { body: { name: 'Tide tables' } });
    const contract = await owner.call(contracts.create, { params: { dealId: deal.id }, body: {} });
    const on: SubjectRef = { kind: 'contract', id: contract.id };
    const file = await add(owner, 'Signed.pdf', randomBytes(1_000), on);
    expect(file.subject).toMatchObject({ kind: 'contract', name: 'Contract of Tide tables' });
    const { rows } = await owner.call(files.list, {
      query: { subjectKind: 'contract', subjectId: contract.id },
    });
    expect(rows.map(({ name }) => name)).toEqual(['Signed.pdf']);
  });

  test('is shown in place only when its content is a picture, whatever its name says', async () => {
    const image = await add(owner, 'plan.bin', picture);
    expect(image.imageType).toBe('image/png');
    const shown = await download(owner, image.id, true);
    expect(shown.headers).toMatchObject({ 'content-type': 'image/png' });
    expect(String(shown.headers['content-disposition'])).toMatch(/^inline/);
    const page = await add(owner, 'picture.png', Buffer.from('<script>alert(1)</script>'));
    const kept = await download(owner, page.id, true);
    expect(kept.headers).toMatchObject({ 'content-type': 'application/octet-stream' });
    expect(String(kept.headers['content-disposition'])).toMatch(/^attachment/);
  });

  test('may be empty', async () => {
    const file = await add(owner, 'empty.txt', Buffer.alloc(0));
    expect((await download(owner, file.id)).rawPayload.length).toBe(0);
  });

  test('is refused when the workspace does not take its type, under any name it gets (CL-19)', async () => {
    const refused = await owner.call(uploads.begin, { body: { byteSize: 0 } });
    const draft = { uploadId: refused.id, subject, name: 'Setup.EXE' };
    const program = await owner.refused(files.create, { body: draft });
    expect(program.issues[0]).toMatchObject({
      path: ['name'],
      code: 'file-type',
      message: expect.stringContaining('.exe are not taken here'),
    });
    const file = await add(owner, 'notes.txt', Buffer.from('notes'));
    const renamed = await owner.refused(files.update, {
      params: { id: file.id },
      version: file.version,
      body: { name: 'notes.bat' },
    });
    expect(renamed.issues[0]?.code).toBe('file-type');
    const { version } = await owner.call(workspaces.get);
    const only = { fileEndingsRule: 'only' as const, fileEndings: ['pdf'] };
    const changed = await owner.call(workspaces.update, { version, body: only });
    const text = await owner.refused(files.create, { body: { ...draft, name: 'notes.txt' } });
    expect(text.issues[0]?.message).toBe('Only files that end in .pdf are taken here.');
    await owner.call(files.create, { body: { ...draft, name: 'notes.pdf' } });
    const all = { fileEndingsRule: 'refuse' as const, fileEndings: [] };
    await owner.call(workspaces.update, { version: changed.version, body: all });
  });

  test('is refused when it is too large, is not whole, or has a name that is a path', async () => {
    const large = await owner.refused(uploads.begin, { body: { byteSize: largestFile + 1 } });
    expect(large.issues[0]).toMatchObject({
      path: ['byteSize'],
      message: 'is more than the 200 MB that a file may hold',
    });
    const content = randomBytes(1024 * 1024 + 10);
    const upload = await owner.call(uploads.begin, { body: { byteSize: content.length } });
    await putPart(owner, upload, 0, content);
    const draft = { uploadId: upload.id, subject, name: 'half.bin' };
    const half = await owner.refused(files.create, { body: draft });
    expect(half.code).toBe('wrong-state');
    const cut = await owner.refused(uploads.putPart, {
      params: { id: upload.id, position: 1 },
      body: Buffer.from(content.subarray(0, 9)),
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(cut.detail).toContain('10 were expected');
    await putPart(owner, upload, 1, content);
    const path = await owner.refused(files.create, { body: { ...draft, name: '../etc/passwd' } });
    expect(path.issues[0]?.path).toEqual(['name']);
    await owner.call(files.create, { body: draft });
    const again = await owner.refused(files.create, { body: draft });
    expect(again.code).toBe('wrong-state');
  });

  test('that somebody else is sending cannot be touched', async () => {
    const member = await app.client({ role: 'member', workspaceOf: owner });
    const uploadId = await send(owner, Buffer.from('mine'));
    const taken = await member.refused(files.create, { body: { uploadId, subject, name: 'x' } });
    expect(taken.code).toBe('not-found');
  });

  test('is renamed, deleted and taken back; its bytes go 30 days later', async () => {
    const file = await add(owner, 'draft.txt', Buffer.from('some words'));
    const renamed = await owner.call(files.update, {
      params: { id: file.id },
      version: file.version,
      body: { name: 'final.txt' },
    });
    expect(renamed.name).toBe('final.txt');
    await owner.call(files.remove, { params: { id: file.id } });
    const search = { query: { search: 'final.txt' } };
    expect((await owner.call(files.list, search)).rows).toEqual([]);
    await owner.call(files.restore, { params: { id: file.id } });
    expect((await owner.call(files.list, search)).rows).toHaveLength(1);
    await owner.call(files.remove, { params: { id: file.id } });
    const counts = await asOwner(app.databaseUrl, async (client) => {
      const count = async () =>
        (await client.query(`select count(*)::int as n from file_part`)).rows[0].n as number;
      const before = await count();
      await emptyTrash(client, new Date(Date.now() + 31 * day));
      return { before, after: await count() };
    });
    expect(counts.after).toBeLessThan(counts.before);
    expect((await owner.refused(files.restore, { params: { id: file.id } })).code).toBe(
      'not-found',
    );
  });

  test('is in the backup, and back after it is restored', async () => {
    const content = randomBytes(1.2 * 1024 * 1024);
    const file = await add(owner, 'kept.bin', content);
    const folder = temporaryFolder('files-backup');
    const path = join(folder, 'with-files.backup');
    await writeBackup({ url: app.databaseUrl, path, onTable: () => {} });
    const target = await createBareDatabase();
    try {
      await restoreBackup({ url: target.url, path, replace: false, onTable: () => {} });
      const hash = await asOwner(target.url, async (client) => {
        const { rows } = await client.query<{ content: Buffer }>(
          `select p.content from file f join file_part p on p.content_id = f.content_id
           where f.id = $1 order by p.position`,
          [file.id],
        );
        return createHash('sha256')
          .update(Buffer.concat(rows.map((row) => row.content)))
          .digest('hex');
      });
      expect(hash).toBe(createHash('sha256').update(content).digest('hex'));
    } finally {
      await target.drop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('bytes outside the database', () => {
  test.each(['disk', 's3'] as const)(
    'are moved to %s, read back as they were, held against their checksum, and forgotten (CL-19)',
    async (name) => {
      const s3 = await startS3();
      const stores = openStores({
        fileStore: name,
        fileFolder: temporaryFolder('files'),
        s3: s3.options,
      });
      // The running server reads where the worker puts.
      Object.assign(app.app.database, { stores });
      const content = randomBytes(1.5 * 1024 * 1024);
      const file = await add(owner, `${name}.bin`, content);
      const move = () => asOwner(app.databaseUrl, (client) => moveContents(client, stores));
      while ((await move()) > 0);
      const contentId = await asOwner(app.databaseUrl, async (client) => {
        const left = await client.query(
          'select from file_part p join file f using (workspace_id, content_id) where f.id = $1',
          [file.id],
        );
        expect(left.rowCount).toBe(0);
        const { rows } = await client.query<{ key: string; sha256: string }>(
          `select f.workspace_id || '/' || f.content_id as key, c.sha256 from file f
           join file_content c on c.workspace_id = f.workspace_id and c.id = f.content_id where f.id = $1`,
          [file.id],
        );
        expect(rows[0]?.sha256).toBe(createHash('sha256').update(content).digest('hex'));
        return rows[0]?.key ?? '';
      });
      expect((await download(owner, file.id)).rawPayload.equals(content)).toBe(true);
      await stores.find(name).put(`${contentId}/1`, randomBytes(0.5 * 1024 * 1024));
      await expect(download(owner, file.id)).rejects.toThrow();
      await owner.call(files.remove, { params: { id: file.id } });
      await asOwner(app.databaseUrl, async (client) => {
        await emptyTrash(client, new Date(Date.now() + 31 * day));
        await emptyTrash(client, new Date(Date.now() + 33 * day));
        await forgetContents(client, stores);
      });
      await expect(stores.find(name).get(`${contentId}/0`)).rejects.toThrow();
      await s3.close();
    },
  );
});
