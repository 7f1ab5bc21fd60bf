import { timesheets } from '@evenkeel/contract/timesheets';
import { implement } from '../../../platform/http/implement.ts';
import { presentRow } from './presenter.ts';
import * as service from './service.ts';

export const timesheetRoutes = implement(timesheets, {
  list: async ({ scope, query }) => {
    const { weeks, rows } = await service.listTimesheets(scope, query);
    return { ...weeks, today: scope.today, rows: rows.map(presentRow) };
  },
  submit: async ({ scope, body }) => presentRow(await service.submitWeek(scope, body)),
  recall: async ({ scope, body }) => presentRow(await service.recallWeek(scope, body)),
  decide: async ({ scope, body }) => ({
    rows: (await service.decideWeeks(scope, body)).map(presentRow),
  }),
});
