import { delayNotices } from '@evenkeel/contract/delay-notices';
import { portalDelayNotices } from '@evenkeel/contract/portal/delay-notices';
import { portalMessages } from '@evenkeel/contract/portal/messages';
import { projects } from '@evenkeel/contract/projects';
import { promises } from '@evenkeel/contract/promises';
import { tasks } from '@evenkeel/contract/tasks';
import { sumOf } from '@evenkeel/core/grouping';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { slippingProject } from './slipping-project.fixture.ts';

const app = await startTestApp();
let firm: Client;

beforeAll(async () => {
  firm = await app.client();
});

const end = '2100-06-11';

/** The live milestone as the client sees it. */
async function liveDay(project: Awaited<ReturnType<typeof slippingProject>>) {
  const dates = await project.shown();
  return dates.find(({ subject }) => subject.id === project.live)?.day;
}

async function sentNotice(name: string) {
  const project = await slippingProject(app, firm, name);
  await project.take(project.build, 10);
  const draft = (await project.notices()).find(({ wording }) => wording === 'Go live');
  if (!draft) throw new Error('no notice was drafted');
  const params = { id: draft.id };
  const sent = await firm.call(delayNotices.send, { params, version: draft.version });
  return { project, sent };
}

describe('a date that the client was told (B07, CL-06)', () => {
  test('is told by marking it visible, and stays when the plan moves; a notice is drafted with the reasons', async () => {
    const project = await slippingProject(app, firm, 'Drafted');
    expect(await liveDay(project)).toBe(end);
    await project.take(project.build, 10);
    expect((await firm.call(tasks.get, { params: { id: project.live } })).dueOn).toBe('2100-06-18');
    expect(await liveDay(project)).toBe(end);
    const [row] = (await project.notices()).filter(({ wording }) => wording === 'Go live');
    if (!row) throw new Error('no notice');
    expect(row).toMatchObject({ state: 'draft', oldDay: end, newDay: '2100-06-18', slipDays: 5 });
    const notice = await firm.call(delayNotices.get, { params: { id: row.id } });
    expect(notice.reasons).toMatchObject([{ cause: 'estimate', days: 5, task: { name: 'Build' } }]);
    expect(sumOf(notice.reasons, ({ days }) => days)).toBe(notice.slipDays);
    // Build is not shown to the client, so it is not named.
    expect(notice.clientReasons).toEqual([{ cause: 'estimate', days: 5, task: null }]);
    expect(notice.clientText).not.toContain('Build');
    const { rows } = await project.reader.call(portalDelayNotices.list, {
      params: { projectId: project.projectId },
    });
    expect(rows).toEqual([]);
  });

  test('a slip within the tolerance drafts nothing and goes into the weekly status', async () => {
    const project = await slippingProject(app, firm, 'Small');
    await project.take(project.build, 7);
    expect(await project.notices()).toEqual([]);
    const { rows } = await firm.call(delayNotices.smallSlips, {
      params: { id: project.projectId },
    });
    expect(rows).toMatchObject([{ slipDays: 2, toleranceDays: 2 }, { slipDays: 2 }]);
  });

  test('a draft follows the plan, and is taken back when the date holds again', async () => {
    const project = await slippingProject(app, firm, 'Recovered');
    await project.take(project.build, 10);
    await project.take(project.build, 12);
    expect((await project.notices()).map(({ newDay }) => newDay)).toContain('2100-06-22');
    await project.take(project.build, 5);
    const states = (await project.notices()).map(({ state, withdrawal }) => [state, withdrawal]);
    expect(states.every(([state, by]) => state === 'withdrawn' && by === 'recovered')).toBe(true);
  });

  test('input that the client owes is their share of the delay, by its name where they see it (B15)', async () => {
    const project = await slippingProject(app, firm, 'Theirs');
    await project.change(project.concept, { side: 'client', isClientVisible: true });
    await project.take(project.concept, 9);
    const draft = (await project.notices()).find(({ wording }) => wording === 'Go live');
    if (!draft) throw new Error('no notice');
    const notice = await firm.call(delayNotices.get, { params: { id: draft.id } });
    expect(notice.clientReasons).toEqual([{ cause: 'client-input', days: 4, task: 'Concept' }]);
  });
});

describe('a notice that was sent (B07, CL-07)', () => {
  test('moves the date when the client accepts, and not before', async () => {
    const { project, sent } = await sentNotice('Accepted');
    expect(sent.state).toBe('sent');
    const [readerName] = sent.toldTo;
    expect(readerName).toBeTruthy();
    expect(sent.leadDays).toBeGreaterThan(0);
    expect(await liveDay(project)).toBe(end);
    const params = { projectId: project.projectId, id: sent.id };
    const body = { answer: 'accept' as const };
    const answered = await project.reader.call(portalDelayNotices.answer, { params, body });
    expect(answered).toMatchObject({ state: 'accepted', answeredBy: readerName });
    expect(await liveDay(project)).toBe('2100-06-18');
    const { rows } = await firm.call(promises.list, {
      query: { projectId: project.projectId, subjectId: project.live, versions: 'all' },
    });
    expect(rows.map(({ day, channel, source }) => [day, channel, source?.kind])).toEqual([
      ['2100-06-18', 'notice', 'delay-notice'],
      [end, 'portal', undefined],
    ]);
    await project.reader.refused(portalDelayNotices.answer, { params, body });
  });

  test('a wish for a change keeps the date, becomes a task for the project manager, and stands in the talk', async () => {
    const { project, sent } = await sentNotice('Asked');
    const params = { projectId: project.projectId, id: sent.id };
    const empty = { answer: 'ask-for-change' as const };
    await project.reader.refused(portalDelayNotices.answer, { params, body: empty });
    const body = { ...empty, words: 'The trade fair is on the 15th.' };
    await project.reader.call(portalDelayNotices.answer, { params, body });
    expect(await liveDay(project)).toBe(end);
    const notice = await firm.call(delayNotices.get, { params: { id: sent.id } });
    expect(notice).toMatchObject({ state: 'change-asked', answerWords: body.words });
    const id = notice.answerTask?.id;
    if (!id) throw new Error('no task');
    const task = await firm.call(tasks.get, { params: { id } });
    expect(task).toMatchObject({ notes: body.words, assignees: [{ name: 'Manager of Asked' }] });
    expect(task.isClientVisible).toBe(false);
    const { rows } = await project.reader.call(portalMessages.list, {
      params: { projectId: project.projectId },
    });
    expect(rows).toMatchObject([{ isOwn: true, about: null }]);
    expect(rows[0]?.body).toContain(body.words);
  });

  test('a draft can be edited in any of the four languages and withdrawn; what was sent cannot', async () => {
    const project = await slippingProject(app, firm, 'Edited');
    await project.take(project.build, 10);
    const [draft] = await project.notices();
    if (!draft) throw new Error('no notice');
    const params = { id: draft.id };
    const german = await firm.call(delayNotices.update, {
      params,
      version: draft.version,
      body: { language: 'de', clientText: '' },
    });
    expect(german.clientText).toContain('Arbeitstage');
    const edited = await firm.call(delayNotices.update, {
      params,
      version: german.version,
      body: { clientText: 'Guten Tag, es dauert länger.' },
    });
    expect(edited.isEdited).toBe(true);
    const withdrawn = await firm.call(delayNotices.withdraw, { params, version: edited.version });
    expect(withdrawn.state).toBe('withdrawn');
    await firm.refused(delayNotices.send, { params, version: withdrawn.version });
    // Withdrawn by hand, it is not drafted again for the same day, but for a later one it is.
    await project.change(project.concept, { name: 'Concept again' });
    expect((await project.notices()).filter(({ state }) => state === 'draft').length).toBeLessThan(
      2,
    );
  });
});

describe('what the client reads (CL-14, XC-05)', () => {
  test('names no other project, no person and no amount, whatever moved the date', async () => {
    const secret = await slippingProject(app, firm, 'Secret takeover');
    const { project } = await sentNotice('Shown');
    await firm.call(projects.get, { params: { id: secret.projectId } });
    const { rows } = await project.reader.call(portalDelayNotices.list, {
      params: { projectId: project.projectId },
    });
    const text = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(0);
    for (const word of ['Secret takeover', 'Manager of', 'Build', 'Concept']) {
      expect(text).not.toContain(word);
    }
    for (const other of [secret.projectId]) {
      await project.reader.refused(portalDelayNotices.list, { params: { projectId: other } });
    }
  });
});

test('over random edits of the plan no visible date changes without a notice that was sent before (B07)', async () => {
  const project = await slippingProject(app, firm, 'Random');
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  let visible = new Map((await project.shown()).map((date) => [date.subject.id, date.day]));
  for (let step = 0; step < 20; step += 1) {
    const notices = await project.notices();
    const draft = notices.find(({ state }) => state === 'draft');
    const sent = notices.find(({ state }) => state === 'sent');
    const act = random(6);
    let accepted: string | null = null;
    if (act === 4 && draft) {
      await firm.call(delayNotices.send, { params: { id: draft.id }, version: draft.version });
    } else if (act === 5 && sent) {
      const params = { projectId: project.projectId, id: sent.id };
      await project.reader.call(portalDelayNotices.answer, { params, body: { answer: 'accept' } });
      accepted = sent.subject.id;
    } else if (act % 2 === 0) await project.take(project.build, 1 + random(20));
    else await project.take(project.concept, 1 + random(20));
    const now = new Map((await project.shown()).map((date) => [date.subject.id, date.day]));
    for (const [id, day] of now) {
      if (id === accepted) expect(day).toBe(sent?.newDay);
      else if (visible.has(id)) expect(day).toBe(visible.get(id));
    }
    visible = now;
  }
}, 180_000);
