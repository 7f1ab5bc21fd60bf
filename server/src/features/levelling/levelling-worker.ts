// The thread that levels: a file of its own in the build, started by `jobs.ts`.
import { levelFirm } from '@evenkeel/core/schedule/levelling/multi-project/level-firm';
import { workDaysFrom } from '@evenkeel/core/schedule/levelling/multi-project/work-days';
import { answerOrder, type ThreadTies } from '../../platform/jobs/thread-side.ts';
import type { LevellingOrder, LevellingProgress } from './service.ts';

answerOrder(({ work, ...limits }: LevellingOrder, ties: ThreadTies<LevellingProgress>) => {
  const axis = workDaysFrom(work);
  return levelFirm(work, {
    ...limits,
    shouldStop: ties.shouldStop,
    onImprovement: ({ schedules, cost }) => {
      const endOn = axis.dayOf(Math.max(0, cost.makespan - 1));
      ties.report({ schedules: Math.round(schedules), endOn });
    },
  });
});
