import { rateBook } from '@evenkeel/core/balance/rates';
import { loadRows } from '@evenkeel/core/balance/rows';
import {
  addMonths,
  type CalendarDate,
  dayNumber,
  monthEnd,
  monthOf,
  monthStart,
} from '@evenkeel/core/calendar-date';
import { standingAllocations } from '@evenkeel/core/capacity/allocation';
import { type Burn, burn } from '@evenkeel/core/capacity/burn';
import type { ProjectId } from '@evenkeel/core/id';
import type { WaitingCost } from '@evenkeel/core/waits/waiting-cost';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { capacitiesOf, listStanding } from '../../allocations/service.ts';
import { gather } from '../../balance/service.ts';
import { readWaitingCost } from '../waiting/service.ts';
import * as repository from './repository.ts';

/** The burn of a project, and what kind it is of. */
export type BurnFound = {
  readonly today: CalendarDate;
  readonly currency: string;
  readonly kind: repository.BurnProject['kind'];
  readonly figures: Burn;
  readonly waiting: WaitingCost;
};

/** Time logged so long ago counts as burnt; older projects have ended. */
const mostYears = 10;

/** What a project has burnt and will burn if people work as they are allocated (U13). */
export async function forecastBurn(scope: Scope, id: ProjectId): Promise<BurnFound> {
  const project = await repository.findProject(scope, id);
  if (!project) throw new AppError('not-found', 'There is no such project.');
  const months = {
    from: monthStart(addMonths(monthOf(scope.today), -12 * mostYears)),
    to: monthEnd(monthOf(scope.today)),
  };
  const { input } = await gather(
    scope,
    { ...months, tentative: 'weighted' },
    { sources: ['logged'], days: months, whose: { projectId: id } },
  );
  const worked = loadRows(input, months).filter(({ certainty }) => certainty === 'logged');
  const capacities = await capacitiesOf(scope);
  const rates = rateBook(input);
  const figures = burn({
    today: scope.today,
    isCharged: project.kind === 'client',
    budgetMinor: project.budgetMinor,
    priceMinor: project.priceMinor,
    worked: worked.map(({ from, minutes, costMinor, billMinor }) => ({
      on: from,
      minutes,
      costMinor,
      billMinor,
    })),
    allocations: standingAllocations(
      await listStanding(scope, { from: scope.today, projectId: id }),
      scope.today,
    ),
    capacities,
    rates,
  });
  const waiting = await readWaitingCost(scope, id, {
    capacities,
    rates,
    worked: worked.map(({ from, personId, minutes }) => ({
      day: dayNumber(from),
      personId,
      minutes,
    })),
  });
  const { currency } = scope.actor;
  return { today: scope.today, currency, kind: project.kind, figures, waiting };
}
