import { calendars } from '@evenkeel/contract/calendars';
import { implement } from '../../platform/http/implement.ts';
import { presentCalendar, presentException } from './presenter.ts';
import * as service from './service.ts';

export const calendarRoutes = implement(calendars, {
  list: async ({ scope }) => ({
    rows: (await service.listCalendars(scope)).map(presentCalendar),
  }),
  create: async ({ scope, body }) => presentCalendar(await service.createCalendar(scope, body)),
  update: async ({ scope, params, version, body }) =>
    presentCalendar(await service.updateCalendar(scope, { id: params.id, version }, body)),
  remove: async ({ scope, params }) => {
    await service.removeCalendar(scope, params.id);
    return {};
  },
  addException: async ({ scope, params, body }) =>
    presentException(await service.addException(scope, params.id, body)),
  updateException: async ({ scope, params, version, body }) =>
    presentException(
      await service.updateException(
        scope,
        { calendarId: params.id, id: params.exceptionId, version },
        body,
      ),
    ),
  removeException: async ({ scope, params }) => {
    await service.removeException(scope, { calendarId: params.id, id: params.exceptionId });
    return {};
  },
});
