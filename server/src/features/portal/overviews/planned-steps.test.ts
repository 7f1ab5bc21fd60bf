import { clientDuties } from '@evenkeel/contract/client-duties';
import { contacts } from '@evenkeel/contract/contacts';
import { delayNotices } from '@evenkeel/contract/delay-notices';
import { portalDelayNotices } from '@evenkeel/contract/portal/delay-notices';
import { portalOverviews } from '@evenkeel/contract/portal/overviews';
import { calendarDate } from '@evenkeel/core/calendar-date';
import type { TaskId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, startTestApp } from '../../../test/app.ts';
import { slippingProject } from '../../delay-notices/slipping-project.fixture.ts';

/** The plan as a client reads it: days that were told, and what waits for what (U15). */
const app = await startTestApp();
let firm: Client;
let project: Awaited<ReturnType<typeof slippingProject>>;

beforeAll(async () => {
  firm = await app.client();
  project = await slippingProject(app, firm, 'Roll-out');
});

async function stepOf(id: TaskId) {
  const params = { projectId: project.projectId };
  const { rows } = await project.reader.call(portalOverviews.steps, { params });
  return rows.find((row) => row.id === id);
}

describe('a step that the client sees', () => {
  it('names what it waits for where they see that too, and nothing else (U15, CL-14)', async () => {
    expect((await stepOf(project.live))?.waitsFor).toEqual([]);
    await project.change(project.build, { isClientVisible: true });
    expect((await stepOf(project.live))?.waitsFor).toEqual([project.build]);
    // The concept that it waits for stays within the firm.
    expect((await stepOf(project.build))?.waitsFor).toEqual([]);
    await project.change(project.build, { isClientVisible: false });
    expect((await stepOf(project.live))?.waitsFor).toEqual([]);
  });

  it('has the days that were told before, once another was accepted', async () => {
    expect(await stepOf(project.live)).toMatchObject({ day: '2100-06-11', earlierDays: [] });
    await project.take(project.build, 10);
    const notices = await project.notices();
    const draft = notices.find(({ subject }) => subject.id === project.live);
    if (!draft) throw new Error('no notice');
    await firm.call(delayNotices.send, { params: { id: draft.id }, version: draft.version });
    const params = { projectId: project.projectId, id: draft.id };
    await project.reader.call(portalDelayNotices.answer, { params, body: { answer: 'accept' } });
    const step = await stepOf(project.live);
    expect(step?.day).toBe('2100-06-18');
    expect(step?.earlierDays).toEqual(['2100-06-11']);
  });

  it('is their own part by the day they were asked for, and what waits for it says so (B15)', async () => {
    const { accountId, projectId } = project;
    const contact = await firm.call(contacts.create, {
      body: { name: 'Nadia', accounts: [{ accountId }] },
    });
    const duty = await firm.call(clientDuties.create, {
      body: {
        projectId,
        name: 'Access to the test system',
        kind: 'access',
        contactId: contact.id,
        dueOn: calendarDate('2100-06-03'),
        neededForId: project.live,
      },
    });
    expect(await stepOf(duty.task.id)).toMatchObject({ side: 'client', day: '2100-06-03' });
    expect((await stepOf(project.live))?.waitsFor).toContain(duty.task.id);
    const params = { projectId };
    const { needed } = await project.reader.call(portalOverviews.get, { params });
    expect(needed.map(({ day }) => day)).toEqual(['2100-06-03']);
  });
});
