import { forecasts } from '@evenkeel/contract/forecasts';
import { implement } from '../../platform/http/implement.ts';
import { presentForecast } from './presenter.ts';
import * as service from './service.ts';

export const forecastRoutes = implement(forecasts, {
  get: async ({ scope, params }) => presentForecast(await service.getForecast(scope, params.id)),
  start: async ({ scope, params, body }) =>
    presentForecast(await service.startForecast(scope, params.id, body)),
  cancel: async ({ scope, params }) =>
    presentForecast(await service.cancelForecast(scope, params.id)),
  startAll: async ({ scope }) => ({ queued: await service.startAll(scope) }),
});
