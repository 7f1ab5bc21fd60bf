import {
  addDays,
  type CalendarDate,
  type CalendarMonth,
  monthOf,
  monthStart,
  monthsBetween,
} from '@evenkeel/core/calendar-date';
import { northlight } from '@evenkeel/core/sample/northlight';
import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import { workingProject } from '@evenkeel/core/sample/working';
import { AppError } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';

import { defaultPipelineId } from '../deals/pipelines/service.ts';
import { insertReasons, listReasons } from '../deals/reasons/service.ts';
import { forecastNow } from '../forecasts/service.ts';
import { levelNow } from '../levelling/service.ts';
import { bookReserve, settleReserve } from '../ring-fence/service.ts';
import { reschedule } from '../schedules/service.ts';
import { warnOfStarvation } from '../starvation/service.ts';
import { insertAllocations } from './allocations/repository.ts';
import { insertAnalysis } from './analysis/repository.ts';
import { insertCapacity } from './capacity/repository.ts';
import { insertHolidays } from './capacity/service.ts';
import { insertAssumptions, insertCases } from './cases/repository.ts';

import { insertChoice } from './choices/service.ts';
import { insertClients, insertStakeholders } from './clients/repository.ts';
import { insertContacts } from './contacts/repository.ts';
import { insertCustomerGoals } from './customer-goals/repository.ts';
import { need } from './ids.ts';
import { insertKickOff } from './kick-offs/service.ts';
import { insertKpis } from './kpis/repository.ts';
import { insertLadders } from './ladders/repository.ts';
import { insertMixReview } from './mix/service.ts';
import { insertNotifications } from './notifications/repository.ts';
import { insertPeople } from './people/repository.ts';
import { insertPortals } from './portals/repository.ts';
import { insertPromises } from './promises/service.ts';
import { insertQuotes } from './quotes/repository.ts';
import { insertReporting } from './reports/service.ts';
import * as repository from './repository.ts';
import { insertLoans, insertRingFences } from './ring-fences/repository.ts';
import { insertSatisfaction } from './satisfaction/service.ts';
import { insertScenarios } from './scenarios/repository.ts';
import { insertSchedules } from './schedules/repository.ts';
import { insertStrategy } from './strategy/repository.ts';
import { insertHanging } from './subjects/repository.ts';
import { insertTactics } from './tactics/repository.ts';
import { insertSkills, insertTimesheets } from './time/repository.ts';
import { insertWork } from './work/repository.ts';
import { insertWorking } from './working/service.ts';

/** The person of the sample whose place the owner takes, so that there is work waiting for them. */
const ownersPlace = 'Marek Novak';

/** The reasons that the sample's deals name; those that are missing are added. */
async function reasonIds(scope: Scope, firm: SampleFirm): Promise<Map<string, string>> {
  const wanted = new Map<string, { readonly outcome: 'won' | 'lost'; readonly name: string }>(
    firm.deals.flatMap(({ wonReason, lostReason }) => [
      ...(wonReason ? [[`won ${wonReason}`, { outcome: 'won', name: wonReason }] as const] : []),
      ...(lostReason
        ? [[`lost ${lostReason}`, { outcome: 'lost', name: lostReason }] as const]
        : []),
    ]),
  );
  const present = new Set((await listReasons(scope)).map(keyOf));
  const missing = [...wanted].flatMap(([key, reason]) => (present.has(key) ? [] : reason));
  if (missing.length > 0) await insertReasons(scope, missing);
  return new Map((await listReasons(scope)).map((reason) => [keyOf(reason), reason.id]));
}

function keyOf({ outcome, name }: { readonly outcome: string; readonly name: string }): string {
  return `${outcome} ${name}`;
}

/**
 * Fills an empty workspace with the sample firm, in the transaction of the call. Stages, roles and
 * templates that stand already are used by their names.
 */
export async function loadSample(scope: Scope): Promise<void> {
  // Writes the workspace first: of two who load at once the second waits here, and is then refused.
  await repository.beginSample(scope);
  if (!(await repository.isEmpty(scope))) {
    throw new AppError(
      'wrong-state',
      'This workspace has records of its own. The sample firm goes into an empty one only.',
    );
  }
  const firm = northlight(scope.today);
  const ids = await repository.chooseIds(scope, firm, {
    ownersPlace,
    pipelineId: await defaultPipelineId(scope),
    reasonIds: await reasonIds(scope, firm),
  });
  await insertPeople(scope, firm, { ids, ownersPlace });
  await insertClients(scope, firm, ids);
  await insertQuotes(scope, firm, ids);
  await insertStrategy(scope, firm, ids);
  await insertKpis(scope, firm, ids);
  await insertTactics(scope, firm, ids);
  await insertWork(scope, firm, ids);
  await insertLadders(scope, firm, ids);
  await insertHanging(scope, ids);
  await insertCases(scope, firm, ids);
  await insertAssumptions(scope, firm, ids);
  await insertAnalysis(scope, firm, ids);
  await insertTimesheets(scope, firm, ids);
  await insertSkills(scope, firm, ids);
  await insertContacts(scope, firm, ids);
  await insertStakeholders(scope, firm, ids);
  await insertCustomerGoals(scope, firm, ids);
  await insertCapacity(scope, firm, ids);
  await insertSchedules(scope, firm, ids);
  await insertHolidays(scope, firm, ids);
  await insertAllocations(scope, firm, ids);
  await insertScenarios(scope, firm, ids);
  await insertRingFences(scope, firm, ids);
  await insertPortals(scope, need(ids, 'project', workingProject));
  await insertWorking(scope, ids);
  await insertSatisfaction(scope);
  await bookReserve(scope, monthsSince(firm, scope.today));
  await insertLoans(scope, firm, ids);
  // The plan that is levelled is the one that stands once every task has its days.
  await reschedule(scope);
  await insertPromises(scope);
  await settleReserve(scope);
  await warnOfStarvation(scope);
  await insertMixReview(scope, ids);
  await insertReporting(scope, ids);
  await insertKickOff(scope, ids);
  await levelNow(scope, 1_000);
  await forecastNow(scope);
  await insertChoice(scope, firm, ids);
  await insertNotifications(scope, ids);
  await repository.keepFromMail(scope);
}

/** The months since the first ring-fence of the sample began, up to the last one. */
function monthsSince({ ringFences }: SampleFirm, today: CalendarDate): CalendarMonth[] {
  const [first] = ringFences.map(({ fromMonth }) => fromMonth).sort();
  return first === undefined
    ? []
    : monthsBetween(monthStart(first), addDays(monthStart(monthOf(today)), -1));
}
