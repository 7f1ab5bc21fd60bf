import type { Id, MemberId, NotificationId } from '@evenkeel/core/id';
import { mailTimes, notificationTopics } from '@evenkeel/core/notifications/topic';
import { z } from 'zod';
import { commaList, done, endpoint, listQuery, page } from './endpoint.ts';
import { id, instant, reference } from './scalars.ts';
import { subjectLink } from './subjects.ts';

const notificationId = id<NotificationId>();

/** One thing that the signed-in member was told. */
export const notificationView = z.object({
  id: notificationId,
  topic: z.enum(notificationTopics),
  title: z.string(),
  body: z.string(),
  path: z.string().describe('The page to open, from the root of the app; empty without one.'),
  subject: subjectLink.nullable(),
  by: reference<MemberId>().nullable().describe('Who did it; null for what happens by itself.'),
  createdAt: instant,
  readAt: instant.nullable(),
});
export type NotificationView = z.infer<typeof notificationView>;

const topicChoice = z.object({
  topic: z.enum(notificationTopics),
  inApp: z.boolean().describe('Whether it stands in the inbox.'),
  mail: z.enum(mailTimes),
});

/** How the signed-in member hears of each topic. */
export const notificationSettingsView = z.object({
  choices: z.array(topicChoice),
  digestHour: z.int().min(0).max(23).describe('The hour of the daily digest, where the member is.'),
  timeZone: z.string().describe('Of the person, else of the workspace (IANA name).'),
});
export type NotificationSettingsView = z.infer<typeof notificationSettingsView>;

/** What of the settings is changed; a topic that is left out stays as it is. */
export const notificationSettingsChange = z
  .object({
    choices: z.array(topicChoice).max(notificationTopics.length),
    digestHour: z.int().min(0).max(23),
  })
  .partial();

export const notifications = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/notifications',
    permission: 'read',
    summary: 'What the signed-in member was told.',
    query: listQuery(['createdAt'], {
      topic: commaList(z.enum(notificationTopics)).optional(),
      unread: z.enum(['true']).optional().describe('Only what is not read yet.'),
    }),
    output: page(notificationView),
  }),
  unread: endpoint({
    method: 'GET',
    path: '/api/v1/notifications/unread',
    permission: 'read',
    summary: 'How many are not read yet.',
    output: z.object({ count: z.int() }),
  }),
  setRead: endpoint({
    method: 'POST',
    path: '/api/v1/notifications/read',
    permission: 'read',
    summary: 'Say of some, or of all when none are named, that they are read or not.',
    body: z.object({
      ids: z.array(id<Id<string>>()).max(500).optional(),
      isRead: z.boolean(),
    }),
    output: done,
  }),
  settings: endpoint({
    method: 'GET',
    path: '/api/v1/notification-settings',
    permission: 'read',
    summary: 'How the signed-in member hears of each topic.',
    output: notificationSettingsView,
  }),
  changeSettings: endpoint({
    method: 'PATCH',
    path: '/api/v1/notification-settings',
    permission: 'read',
    summary: 'Change how the signed-in member hears of some topics.',
    body: notificationSettingsChange,
    output: notificationSettingsView,
  }),
};
