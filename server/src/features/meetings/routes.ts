import { Readable } from 'node:stream';
import { meetings } from '@evenkeel/contract/meetings';
import { subjectOf } from '@evenkeel/contract/subjects';
import { implement } from '../../platform/http/implement.ts';
import * as agenda from './agenda/service.ts';
import { meetingFile } from './invitations/service.ts';
import { decideOutcome } from './outcomes/service.ts';
import { presentMeeting, presentMeetingRow, presentSuggestion } from './presenter.ts';
import * as service from './service.ts';
import { meetingForThread } from './threads/service.ts';

export { calendarFeedRoutes } from './feeds/routes.ts';

export const meetingRoutes = implement(meetings, {
  list: async ({ scope, query }) => ({
    rows: (await service.listMeetings(scope, query)).map(presentMeetingRow),
  }),
  get: async ({ scope, params }) => {
    const whole = await service.getMeeting(scope, params.id);
    return presentMeeting(whole, await agenda.readAgenda(scope, whole.meeting));
  },
  create: async ({ scope, body }) => {
    const whole = await service.createMeeting(scope, body);
    return presentMeeting(whole, await agenda.readAgenda(scope, whole.meeting));
  },
  update: async ({ scope, params, body, version }) => {
    const whole = await service.updateMeeting(scope, { id: params.id, version }, body);
    return presentMeeting(whole, await agenda.readAgenda(scope, whole.meeting));
  },
  invite: async ({ scope, params }) => {
    const whole = await service.inviteAll(scope, params.id);
    return presentMeeting(whole, await agenda.readAgenda(scope, whole.meeting));
  },
  hold: async ({ scope, params, version }) => {
    const whole = await service.holdMeeting(scope, { id: params.id, version });
    return presentMeeting(whole, await agenda.readAgenda(scope, whole.meeting));
  },
  cancel: async ({ scope, params, version }) => {
    const whole = await service.cancelMeeting(scope, { id: params.id, version });
    return presentMeeting(whole, await agenda.readAgenda(scope, whole.meeting));
  },
  decide: async ({ scope, params, body }) => {
    const whole = await decideOutcome(scope, params.id, body.itemId ?? null);
    return presentMeeting(whole, await agenda.readAgenda(scope, whole.meeting));
  },
  forThread: ({ scope, query }) => meetingForThread(scope, subjectOf(query)),
  file: async ({ scope, params, reply }) => {
    const file = meetingFile(scope, await service.getMeeting(scope, params.id));
    reply.header('content-type', 'text/calendar; charset=utf-8');
    reply.header('content-disposition', 'attachment; filename="meeting.ics"');
    return Readable.from([Buffer.from(file)]);
  },
  suggestions: async ({ scope, params }) => {
    const { meeting } = await service.getMeeting(scope, params.id);
    const { rows, links } = await agenda.suggestFor(scope, meeting);
    return { rows: rows.flatMap((row) => presentSuggestion(row, links)) };
  },
  addItem: async ({ scope, params, body }) => {
    const whole = await service.getMeeting(scope, params.id);
    await agenda.addItem(scope, params.id, body);
    return presentMeeting(whole, await agenda.readAgenda(scope, whole.meeting));
  },
  updateItem: async ({ scope, params, body, version }) => {
    const whole = await service.getMeeting(scope, params.id);
    await agenda.changeItem(scope, { id: params.itemId, meetingId: params.id, version }, body);
    return presentMeeting(whole, await agenda.readAgenda(scope, whole.meeting));
  },
  removeItem: async ({ scope, params }) => {
    await agenda.removeItem(scope, params.id, params.itemId);
    return {};
  },
});
