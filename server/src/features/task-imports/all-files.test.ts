import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { taskImports } from '@evenkeel/contract/task-imports';
import { describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { runTasks, taskImport } from './task-files.fixture.ts';

const app = await startTestApp();
const shared = new URL('../../../../../shared/data/mspdi/', import.meta.url);
// The folder stands beside the repository; without it there is nothing to import here.
const names = existsSync(shared) ? readdirSync(shared) : [];

describe.skipIf(names.length === 0)('every shared Microsoft Project file (U14)', () => {
  test('comes in whole, and a second time changes nothing', async () => {
    const client = await app.client();
    const outcomes: string[] = [];
    for (const name of names) outcomes.push(`${name}: ${await outcomeOf(client, name)}`);
    // Some files of the folder are exports of another program, in XML of its own.
    const known = /: (the same|no plan of Microsoft Project)$/;
    expect(outcomes.filter((outcome) => !known.test(outcome))).toEqual([]);
  }, 300_000);
});

async function outcomeOf(client: Client, name: string): Promise<string> {
  const bytes = readFileSync(new URL(name, shared));
  try {
    const done = await runTasks(client, (await taskImport(client, name, { bytes })).id);
    const projectId = done.target.project?.id;
    if (done.state !== 'done' || !projectId) return `${done.state}: ${done.failure}`;
    const again = await taskImport(client, name, { bytes, projectId });
    const { counts } = await client.call(taskImports.preview, { params: { id: again.id } });
    const isSame = counts.create + counts.update + counts.links === 0;
    return isSame ? 'the same' : JSON.stringify(counts);
  } catch (error) {
    return /no plan of Microsoft Project/.exec(String(error))?.[0] ?? String(error).slice(0, 300);
  }
}
