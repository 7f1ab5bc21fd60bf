import { timer } from '@evenkeel/contract/time';
import { implement } from '../../../platform/http/implement.ts';
import { presentEntry } from '../presenter.ts';
import { presentTimer } from './presenter.ts';
import * as service from './service.ts';

export const timerRoutes = implement(timer, {
  get: async ({ scope }) => {
    const running = await service.readTimer(scope);
    return { timer: running === null ? null : presentTimer(running) };
  },
  start: async ({ scope, body }) => {
    const { running, logged } = await service.startTimer(scope, body);
    return { timer: presentTimer(running), logged: logged.map(presentEntry) };
  },
  update: async ({ scope, body, version }) => ({
    timer: presentTimer(await service.updateTimer(scope, version, body)),
  }),
  stop: async ({ scope, body }) => ({
    logged: (await service.stopTimer(scope, body.endedAt)).map(presentEntry),
  }),
  discard: async ({ scope }) => {
    await service.discardTimer(scope);
    return {};
  },
});
