import type { NotificationId } from '@evenkeel/core/id';
import { clientTopics, mailTimes } from '@evenkeel/core/notifications/topic';
import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, instant } from '../scalars.ts';

/** One thing that the reader was told, in their language. */
export const portalNewsItem = z.object({
  id: id<NotificationId>(),
  topic: z.enum(clientTopics),
  title: z.string(),
  body: z.string(),
  path: z.string().describe('The page of the portal to open.'),
  createdAt: instant,
  readAt: instant.nullable(),
});
/** One thing that the reader was told. */
export type PortalNewsItem = z.infer<typeof portalNewsItem>;

const choice = z.object({
  topic: z.enum(clientTopics),
  inApp: z.boolean(),
  mail: z.enum(mailTimes),
});

/** How the reader hears of each topic. */
export const portalNewsSettings = z.object({
  choices: z.array(choice),
  digestHour: z.int().min(0).max(23),
});
/** How the reader hears of each topic. */
export type PortalNewsSettings = z.infer<typeof portalNewsSettings>;

/** What the reader was told, and how they want to hear of things. */
export const portalNews = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/portal/news',
    permission: 'client',
    summary: 'What the reader was told, the latest first.',
    query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(50) }),
    output: z.object({ rows: z.array(portalNewsItem), unread: z.int() }),
  }),
  setRead: endpoint({
    method: 'POST',
    path: '/api/v1/portal/news/read',
    permission: 'client',
    summary: 'Say of some of the news, or of all when none are named, that they are read.',
    body: z.object({ ids: z.array(id<NotificationId>()).max(500).optional() }),
    output: done,
  }),
  settings: endpoint({
    method: 'GET',
    path: '/api/v1/portal/news-settings',
    permission: 'client',
    summary: 'How the reader hears of each topic.',
    output: portalNewsSettings,
  }),
  changeSettings: endpoint({
    method: 'PATCH',
    path: '/api/v1/portal/news-settings',
    permission: 'client',
    summary: 'Change how the reader hears of some topics.',
    body: portalNewsSettings.partial(),
    output: portalNewsSettings,
  }),
};
