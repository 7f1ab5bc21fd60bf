import { type DelayNoticeRow, delayNotices } from '@evenkeel/contract/delay-notices';
import { dependencies } from '@evenkeel/contract/dependencies';
import { portalDelayNotices } from '@evenkeel/contract/portal/delay-notices';
import { portalPromises } from '@evenkeel/contract/portal/promises';
import { promises } from '@evenkeel/contract/promises';
import { tasks } from '@evenkeel/contract/tasks';
import { addDays, type CalendarDate, calendarDate, weekday } from '@evenkeel/core/calendar-date';
import type { Instant } from '@evenkeel/core/instant';
import { seededRandom } from '@evenkeel/core/random';
import { type PortalLanguage, portalLanguages } from '@evenkeel/core/words/language';
import { expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { slippingProject } from './slipping-project.fixture.ts';

/**
 * The proofs of B07 and B08 over one random history: a plan that is edited, notices that are sent and
 * answered, tasks that are renamed, hidden and shown, and work for another client that is in the way.
 */
const app = await startTestApp();
const monday = calendarDate('2100-05-31');

/** The working day on which so many days of work end, counted by hand. */
function endOf(workDays: number): CalendarDate {
  let [day, left] = [monday, workDays - 1];
  while (left > 0) {
    day = addDays(day, 1);
    if (weekday(day) <= 5) left -= 1;
  }
  return day;
}

type Project = Awaited<ReturnType<typeof slippingProject>>;

test('no told date moves without a notice that was sent before; each chain is the difference of the longest paths; nothing else is named; what was shown at any time is built again (B07, B08)', async () => {
  const firm = await app.client();
  const project = await slippingProject(app, firm, 'Random history');
  const other = await slippingProject(app, firm, 'SECRET takeover');
  await other.change(other.concept, { name: 'SECRET concept' });
  await firm.call(dependencies.create, {
    body: { predecessorId: other.concept, successorId: project.build },
  });
  await project.change(project.build, { name: 'SECRET build' });
  const history = randomHistory({ firm, project, other });
  const served: { readonly at: Instant; readonly bytes: string }[] = [];
  let visible = await toldDays(project);

  for (let step = 0; step < 14; step += 1) {
    const accepted = await history.act(step);
    const now = await toldDays(project);
    for (const id of moved(visible, now)) {
      expect(id).toBe(accepted);
      expect(history.sent).toContain(`${id} ${now.get(id)}`);
    }
    visible = new Map([...visible, ...now]);
    for (const row of await project.notices()) {
      if (row.state !== 'draft') continue;
      const language = portalLanguages[step % portalLanguages.length] ?? 'en';
      await expectHonest(firm, { row, project, path: history.path(), language });
    }
    served.push(await momentOf(project));
  }

  expect(history.sent.size).toBeGreaterThan(0);
  for (const { at, bytes } of served) {
    const params = { id: project.projectId };
    const { rows } = await firm.call(promises.asOf, { params, query: { at } });
    expect(JSON.stringify(rows)).toBe(bytes);
  }
}, 900_000);

/** What can happen to the plan and its notices, at random but the same on every run. */
function randomHistory({
  firm,
  project,
  other,
}: {
  firm: Client;
  project: Project;
  other: Project;
}) {
  const days = { concept: 5, build: 5, foreign: 5 };
  const sent = new Set<string>();
  const next = seededRandom(11);
  const pick = (below: number) => Math.floor(next() * below);
  let isShown = false;
  const answer = async (notice: DelayNoticeRow | undefined) => {
    if (!notice) return null;
    const params = { projectId: project.projectId, id: notice.id };
    await project.reader.call(portalDelayNotices.answer, { params, body: { answer: 'accept' } });
    return notice.subject.id;
  };
  const send = async (notice: DelayNoticeRow | undefined) => {
    if (!notice) return;
    await firm.call(delayNotices.send, { params: { id: notice.id }, version: notice.version });
    sent.add(`${notice.subject.id} ${notice.newDay}`);
  };
  const another = (of: keyof typeof days) => {
    days[of] = 1 + pick(15);
    return days[of];
  };
  const edits = [
    () => project.take(project.concept, another('concept')),
    () => project.take(project.build, another('build')),
    () => other.take(other.concept, another('foreign')),
    () => {
      isShown = !isShown;
      return project.change(project.concept, { isClientVisible: isShown });
    },
    (step: number) => project.change(project.live, { name: `Go live ${step}` }),
  ];
  return {
    sent,
    /** Working days of the longest path to the milestone. */
    path: () => Math.max(days.concept, days.foreign) + days.build,
    /** Does something; the record whose new date the client accepted by it. */
    async act(step: number): Promise<string | null> {
      const notices = await project.notices();
      const act = pick(9);
      if (act <= 1) await send(notices.find(({ state }) => state === 'draft'));
      if (act === 2 || act === 3) return answer(notices.find(({ state }) => state === 'sent'));
      await edits[act - 4]?.(step);
      return null;
    },
  };
}

type Honest = {
  readonly row: DelayNoticeRow;
  readonly project: Project;
  readonly path: number;
  readonly language: PortalLanguage;
};

/** Every draft says the day of the longest path, its reasons add up, and it names nobody else. */
async function expectHonest(firm: Client, { row, project, path, language }: Honest): Promise<void> {
  const params = { id: row.id };
  let notice = await firm.call(delayNotices.get, { params });
  if (row.subject.id !== project.concept) {
    expect(row.newDay).toBe(endOf(path));
    expect(notice.reasons.reduce((sum, one) => sum + one.days, 0)).toBe(row.slipDays);
    const { ours, theirs, neither } = notice.sides;
    expect(ours + theirs + neither).toBe(row.slipDays);
  }
  const body = { language, clientText: '' };
  notice = await firm.call(delayNotices.update, { params, version: notice.version, body });
  const read = `${notice.clientText}${JSON.stringify([notice.clientReasons, notice.holds])}`;
  expect(read).not.toMatch(/SECRET|Manager of|takeover/);
  expect(read).not.toMatch(/€|EUR|\d[.,]\d{2}\b/);
}

/** Each told day as the client sees it. */
async function toldDays(project: Project) {
  return new Map((await project.shown()).map(({ subject, day }) => [subject.id as string, day]));
}

/** What is seen still, under another day. */
function moved<Day>(before: ReadonlyMap<string, Day>, after: ReadonlyMap<string, Day>): string[] {
  return [...after.keys()].filter((id) => before.has(id) && before.get(id) !== after.get(id));
}

test('a task on the way that the client does not see is named in no notice, whatever it is called', async () => {
  const firm = await app.client();
  const project = await slippingProject(app, firm, 'Quiet');
  await project.change(project.build, { name: 'Margin 30 %, for Other Client Ltd' });
  await project.take(project.build, 12);
  for (const row of await project.notices()) {
    await firm.call(delayNotices.send, { params: { id: row.id }, version: row.version });
  }
  const params = { projectId: project.projectId };
  const { rows } = await project.reader.call(portalDelayNotices.list, { params });
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/Margin|Other Client/);
  const { name } = await firm.call(tasks.get, { params: { id: project.build } });
  expect(name).toContain('Margin');
});

/** What is served now, and a moment at which it was, before anything that comes after. */
async function momentOf({ reader, projectId }: Project) {
  const shown = async () => {
    const { rows } = await reader.call(portalPromises.list, { params: { projectId } });
    return JSON.stringify(rows);
  };
  const bytes = await shown();
  const at = new Date();
  while (Date.now() <= at.getTime() + 1) await shown();
  // An ISO text in UTC, which is what an instant is.
  return { at: at.toISOString() as Instant, bytes };
}
