import { timeline } from '@evenkeel/contract/timeline';
import { implement } from '../../platform/http/implement.ts';
import { presentEntry } from './presenter.ts';
import { readTimeline } from './service.ts';

export const timelineRoutes = implement(timeline, {
  read: async ({ scope, query }) => {
    const { rows, nextCursor } = await readTimeline(scope, query);
    return { rows: rows.map(presentEntry), nextCursor };
  },
});
