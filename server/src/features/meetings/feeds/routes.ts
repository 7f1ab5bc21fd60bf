import { Readable } from 'node:stream';
import { calendarFeeds } from '@evenkeel/contract/meetings';
import { implement, type Platform, type Route } from '../../../platform/http/implement.ts';
import * as service from './service.ts';

/** @param publicUrl the address at which the firm's browsers reach this server */
export function calendarFeedRoutes(
  { database }: Platform,
  { publicUrl }: { readonly publicUrl: string },
): readonly Route[] {
  return implement(calendarFeeds, {
    mine: ({ scope }) => service.findMine(scope),
    make: ({ scope }) => service.makeFeed(scope, publicUrl),
    revoke: async ({ scope }) => {
      await service.revokeFeed(scope);
      return {};
    },
    read: async ({ params, reply }) => {
      const file = await service.readFeed(database, params.secret, publicUrl);
      reply.header('content-type', 'text/calendar; charset=utf-8');
      reply.header('cache-control', 'private, no-store');
      return Readable.from([Buffer.from(file)]);
    },
  });
}
