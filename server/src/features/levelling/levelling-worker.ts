// The thread that levels: a file of its own in the build, started by `thread.ts`.
import { parentPort, workerData } from 'node:worker_threads';
import { levelFirm } from '@evenkeel/core/schedule/levelling/multi-project/level-firm';
import { workDaysFrom } from '@evenkeel/core/schedule/levelling/multi-project/work-days';
import type { ThreadAnswer, ThreadOrder } from './thread.ts';

// Made by `thread.ts` alone.
const order = workerData as ThreadOrder;
const axis = workDaysFrom(order.work);
const send = (answer: ThreadAnswer): void => parentPort?.postMessage(answer);

const levelled = levelFirm(order.work, {
  seed: order.seed,
  maxSchedules: order.maxSchedules,
  onImprovement: ({ schedules, cost }) => {
    const endOn = axis.dayOf(Math.max(0, cost.makespan - 1));
    send({ kind: 'improved', schedules: Math.round(schedules), endOn });
  },
});
send({ kind: 'done', levelled });
