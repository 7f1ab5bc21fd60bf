import { dealReports } from '@evenkeel/contract/deal-reports';
import { committedFrom } from '@evenkeel/core/deals/forecast';
import { implement } from '../../platform/http/implement.ts';
import * as service from './service.ts';

const byReason = ({ key, ...sums }: service.Outcomes['won'][number]) => ({ reason: key, ...sums });

export const dealReportRoutes = implement(dealReports, {
  forecast: async ({ scope, query }) => ({
    today: scope.today,
    committedFrom,
    rows: await service.forecast(scope, query),
  }),
  outcomes: async ({ scope, query }) => {
    const { won, lost, byContest } = await service.outcomes(scope, query);
    return {
      byReason: { won: won.map(byReason), lost: lost.map(byReason) },
      byContest: byContest.map(({ key, ...sums }) => ({ contest: key, ...sums })),
    };
  },
});
