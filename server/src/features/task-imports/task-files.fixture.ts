import { readFileSync } from 'node:fs';
import { imports } from '@evenkeel/contract/imports';
import { taskImports } from '@evenkeel/contract/task-imports';
import type { ImportId, ProjectId } from '@evenkeel/core/id';
import type { Client } from '../../test/app.ts';

const folders = {
  'website.xml': '../../../../core/src/mspdi/sample-files/website.xml',
  'jira.csv': './sample-files/jira.csv',
  'plan.csv': './sample-files/plan.csv',
  'trello.json': './sample-files/trello.json',
} as const;
export type TaskFile = keyof typeof folders;

/** The bytes of a sample file. */
export function taskBytes(name: TaskFile): Buffer {
  return readFileSync(new URL(folders[name], import.meta.url));
}

/** A new import with a file in it. */
export async function taskImport(
  client: Client,
  name: string,
  options: { readonly projectId?: ProjectId; readonly bytes?: Buffer } = {},
) {
  const { projectId = null } = options;
  const { id } = await client.call(taskImports.create, { body: { projectId } });
  // Without bytes of its own, the name is that of a sample file.
  const bytes = options.bytes ?? taskBytes(name as TaskFile);
  return putFile(client, id, { name, bytes });
}

export function putFile(
  client: Client,
  id: ImportId,
  file: { readonly name: string; readonly bytes: Buffer },
) {
  return client.call(taskImports.putFile, {
    params: { id },
    query: { name: file.name },
    body: Buffer.from(file.bytes),
    headers: { 'content-type': 'application/octet-stream' },
  });
}

/** Runs an import of tasks and waits until it has ended. */
export async function runTasks(client: Client, id: ImportId) {
  await client.call(imports.run, { params: { id } });
  for (;;) {
    const found = await client.call(taskImports.get, { params: { id } });
    if (found.state !== 'running') return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
