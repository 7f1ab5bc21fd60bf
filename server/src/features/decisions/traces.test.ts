import { changeRequests } from '@evenkeel/contract/change-requests';
import { decisions } from '@evenkeel/contract/decisions';
import { delayNotices } from '@evenkeel/contract/delay-notices';
import { handOffs } from '@evenkeel/contract/hand-offs';
import { portalChanges } from '@evenkeel/contract/portal/change-requests';
import { portalDelayNotices } from '@evenkeel/contract/portal/delay-notices';
import { portalPromises } from '@evenkeel/contract/portal/promises';
import { scheduleEdits } from '@evenkeel/contract/schedule-edits';
import { tasks } from '@evenkeel/contract/tasks';
import type { TraceEnd } from '@evenkeel/core/decisions/date-trace';
import type { ProjectId, TaskId } from '@evenkeel/core/id';
import { seededRandom } from '@evenkeel/core/random';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { slippingProject } from '../delay-notices/slipping-project.fixture.ts';
import { sellingFirm, wonDeal } from '../hand-offs/selling-firm.fixture.ts';

const app = await startTestApp();
let firm: Client;

beforeAll(async () => {
  firm = await app.client();
});

type Dated = { kind: 'task'; id: TaskId } | { kind: 'client-project'; id: ProjectId };

/** The walk back from a date begins at the date as it stands, and ends in something. */
async function expectWhole(asker: Client, subject: Dated): Promise<TraceEnd> {
  const { day, steps, end } = await asker.call(decisions.why, { query: subject });
  const last = steps.at(-1);
  if (day !== null) expect(steps[0]?.to).toBe(day);
  expect(end === 'first-plan' ? (last?.isCreation ?? true) : last?.anchor).toBeTruthy();
  if (end !== 'first-plan') expect(last?.anchor?.kind).toBe(end);
  for (const [place, step] of steps.slice(0, -1).entries()) {
    expect(step.anchor).toBeNull();
    expect(steps[place + 1]?.to).toBe(step.from);
  }
  return end;
}

/** The same for every date that the client was told, by what they were told. */
async function expectToldWhole(project: Awaited<ReturnType<typeof slippingProject>>) {
  const ends = new Set<TraceEnd>();
  const params = { projectId: project.projectId };
  for (const { subject, day } of await project.shown()) {
    // Only tasks and the project have shown dates.
    const query = { kind: subject.kind as 'task', id: subject.id };
    const trace = await project.reader.call(portalPromises.why, { params, query });
    expect(trace.day).toBe(day);
    expect(trace.steps[0]?.to).toBe(day);
    ends.add(trace.end);
  }
  return ends;
}

describe('why is this date the 12th of May? (B10)', () => {
  test('done, undone and redone at random, with decisions and notices in between, each date ends in one of them or the first plan', async () => {
    const project = await slippingProject(app, firm, 'Undone');
    const all = [project.concept, project.build, project.live];
    const editor = undoingEditor([project.concept, project.build]);
    const ends = new Set<TraceEnd>();
    for (let step = 0; step < 16; step += 1) {
      const act = editor.pick(8);
      if (act === 6) await decideOnLatest(project.projectId, `Decision ${step}`);
      else if (act === 7) await sendAndAccept(project);
      else await editor.act(act);
      for (const id of all) ends.add(await expectWhole(firm, { kind: 'task', id }));
      ends.add(await expectWhole(firm, { kind: 'client-project', id: project.projectId }));
    }
    expect(ends).toContain('decision');
    expect(ends).toContain('first-plan');
    const told = await expectToldWhole(project);
    expect([...told].every((end) => end === 'first-plan' || end === 'delay-notice')).toBe(true);
  }, 600_000);

  test('a project without an end of its own stands on its last task', async () => {
    const project = await slippingProject(app, firm, 'Open end');
    const query = { kind: 'client-project' as const, id: project.projectId };
    const trace = await firm.call(decisions.why, { query });
    expect(trace).toMatchObject({ day: '2100-06-11', end: 'first-plan' });
    expect(trace.through?.name).toBe('Go live');
  });

  test('a change that the client accepted is where the walk ends, on both sides', async () => {
    const project = await slippingProject(app, firm, 'Changed');
    const change = await firm.call(changeRequests.create, {
      body: {
        projectId: project.projectId,
        name: 'A second language',
        wanted: 'All texts in French',
        work: [
          {
            name: 'Translate',
            roleId: null,
            estimateMinutes: 3 * 480,
            afterId: project.build,
            beforeId: project.live,
          },
        ],
        givenPrice: 100_000,
      },
    });
    const sent = await firm.call(changeRequests.send, {
      params: { id: change.id },
      version: change.version,
    });
    const params = { projectId: project.projectId };
    const { rows } = await project.reader.call(portalChanges.list, { params });
    await project.reader.call(portalChanges.decide, {
      params: { ...params, changeId: sent.id },
      version: rows[0]?.version ?? 0,
      body: { decision: 'accepted' },
    });
    const live = { kind: 'task' as const, id: project.live };
    expect(await expectWhole(firm, live)).toBe('change-request');
    const told = await project.reader.call(portalPromises.why, { params, query: live });
    expect(told).toMatchObject({ end: 'change-request', day: '2100-06-16' });
    expect(told.steps[0]?.anchor?.name).toBe('A second language');
    // The end moves with it: what the client accepted needs no notice.
    expect((await project.notices()).filter(({ state }) => state === 'draft')).toEqual([]);
  }, 240_000);

  test('what came over with the sale ends in the hand-off', async () => {
    const selling = await sellingFirm(app);
    const { id, version } = await wonDeal(selling, 'Sold');
    const accepted = await selling.manager.call(handOffs.accept, {
      params: { id },
      version,
      body: { projectManagerId: selling.paula },
    });
    if (!accepted.project) throw new Error('no project');
    const ends = [
      await expectWhole(selling.manager, { kind: 'client-project', id: accepted.project.id }),
    ];
    const { rows } = await selling.manager.call(tasks.list, {
      query: { projectId: accepted.project.id },
    });
    for (const row of rows) {
      ends.push(await expectWhole(selling.manager, { kind: 'task', id: row.id }));
    }
    expect(new Set(ends)).toEqual(new Set(['hand-off']));
  }, 240_000);

  test('is answered to nobody who may not see the date', async () => {
    const project = await slippingProject(app, firm, 'Mine');
    const other = await slippingProject(app, firm, 'Theirs');
    const params = { projectId: project.projectId };
    for (const query of [
      { kind: 'task', id: project.build },
      { kind: 'task', id: other.live },
    ] as const) {
      const refused = await project.reader.refused(portalPromises.why, { params, query });
      expect(refused.code).toBe('not-found');
    }
  }, 240_000);
});

/** Edits durations at random, and undoes and redoes as the chart does: by the inverse edit. */
function undoingEditor(ids: readonly TaskId[]) {
  type Step = { readonly id: TaskId; readonly before: number; readonly after: number };
  const next = seededRandom(5);
  const pick = (below: number) => Math.floor(next() * below);
  const [past, future]: [Step[], Step[]] = [[], []];
  const apply = (id: TaskId, durationMinutes: number) =>
    firm.call(scheduleEdits.apply, {
      body: { edits: [{ kind: 'task', id, change: { durationMinutes } }] },
    });
  const edit = async () => {
    const id = ids[pick(ids.length)];
    if (!id) return;
    const { durationMinutes } = await firm.call(tasks.get, { params: { id } });
    const step = { id, before: durationMinutes ?? 480, after: (1 + pick(12)) * 480 };
    past.push(step);
    future.length = 0;
    await apply(id, step.after);
  };
  const undo = async () => {
    const step = past.pop();
    if (!step) return;
    future.push(step);
    await apply(step.id, step.before);
  };
  const redo = async () => {
    const step = future.pop();
    if (!step) return;
    past.push(step);
    await apply(step.id, step.after);
  };
  const acts = [edit, edit, edit, undo, undo, redo];
  return { pick, act: async (place: number) => acts[place]?.() };
}

/** Says that the latest change of the plan was a decision. */
async function decideOnLatest(projectId: ProjectId, title: string): Promise<void> {
  const { id } = await firm.call(decisions.create, { body: { projectId, title } });
  const { rows } = await firm.call(decisions.writes, { params: { id } });
  const free = rows.find(({ decision }) => decision === null);
  const changeIds = free ? [free.changeId] : [];
  await firm.call(decisions.setWrites, { params: { id }, body: { changeIds } });
}

/** Sends the first draft there is, and lets the client take the new date. */
async function sendAndAccept(project: Awaited<ReturnType<typeof slippingProject>>) {
  const draft = (await project.notices()).find(({ state }) => state === 'draft');
  if (!draft) return;
  await firm.call(delayNotices.send, { params: { id: draft.id }, version: draft.version });
  await project.reader.call(portalDelayNotices.answer, {
    params: { projectId: project.projectId, id: draft.id },
    body: { answer: 'accept' },
  });
}
