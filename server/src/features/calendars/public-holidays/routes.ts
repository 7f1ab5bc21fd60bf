import { publicHolidays } from '@evenkeel/contract/public-holidays';
import { implement } from '../../../platform/http/implement.ts';
import { presentCalendar } from '../presenter.ts';
import { getCalendar } from '../service.ts';
import * as service from './service.ts';

export const publicHolidayRoutes = implement(publicHolidays, {
  countries: async () => ({ rows: await service.listCountries() }),
  list: async ({ query }) => ({ rows: await service.listHolidays(query.place, query) }),
  add: async ({ scope, params, body }) => {
    await service.addHolidays(scope, params.id, body);
    return presentCalendar(await getCalendar(scope, params.id));
  },
  remove: async ({ scope, params, body }) => {
    await service.removeHolidays(scope, params.id, body.place);
    return presentCalendar(await getCalendar(scope, params.id));
  },
});
