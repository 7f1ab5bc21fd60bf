import type { SurpriseTopic } from '@evenkeel/core/agreements/agreement';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { DelayNoticeId, ProjectId, PromisePlanId, TaskId } from '@evenkeel/core/id';
import { schedulePlan } from '@evenkeel/core/projects/schedule-dates';
import type { SchedulePlan } from '@evenkeel/core/projects/schedule-plan';
import { clientLetter, clientNames, clientReasons } from '@evenkeel/core/promises/delay-letter';
import {
  type DatedSubject,
  dayOf,
  delayReasons,
  planAsOf,
} from '@evenkeel/core/promises/delay-reasons';
import { delaySides } from '@evenkeel/core/promises/delay-sides';
import { promiseState } from '@evenkeel/core/promises/kept';
import type { CauseFacts } from '@evenkeel/core/promises/plan-difference';
import {
  consequenceOf,
  type IsWorking,
  mayMoveWithoutAsking,
  slip,
  workingDaysOf,
} from '@evenkeel/core/promises/slip';
import { slipAction } from '@evenkeel/core/promises/slip-review';
import { portalLanguage } from '@evenkeel/core/words/language';
import type { Scope } from '../../../platform/db/scope.ts';
import { optionalInteger } from '../../../platform/db/values.ts';
import type { KeptHolds, KeptReason } from '../../../schema/delay-notice-tables.ts';
import { agreedTerms } from '../../agreements/service.ts';
import { heldLate } from '../../client-duties/service.ts';
import { notify } from '../../notifications/service.ts';
import { currentOf, type FollowedProject } from '../../promises/follow/service.ts';
import { listPlans, type PromiseRecord } from '../../promises/service.ts';
import { readLinkedPlan } from '../../schedules/service.ts';
import * as repository from './repository.ts';

/** A promised day with its forecast by the plan of now. */
export type Slipping = {
  readonly promise: PromiseRecord;
  readonly subject: DatedSubject;
  readonly promised: CalendarDate;
  readonly forecast: CalendarDate;
  readonly slipDays: number;
};

/** Everything that drafts of one project are made from. */
type Review = {
  readonly project: FollowedProject;
  readonly slipping: readonly Slipping[];
  readonly promises: readonly PromiseRecord[];
  readonly plan: SchedulePlan;
  readonly facts: CauseFacts;
  readonly tasks: readonly repository.CauseTask[];
  readonly isWorking: IsWorking;
  /** Of the project: as agreed with the client where there is an agreement. */
  readonly toleranceDays: number;
  readonly surprises: readonly SurpriseTopic[];
};

/**
 * Looks at the forecasts of a project's promised days: past the tolerance a notice is drafted, owner and
 * project manager are told; a draft whose day holds again is taken back. The promise itself stays.
 */
export async function reviewSlips(scope: Scope, project: FollowedProject): Promise<void> {
  const review = await readReview(scope, project);
  if (!review) return;
  const latest = new Map(
    (await repository.listLatest(scope, project.id)).map((notice) => [notice.subject_id, notice]),
  );
  for (const slipping of review.slipping) {
    const found = latest.get(slipping.subject.id) ?? null;
    const action = slipAction(
      {
        promised: slipping.promised,
        forecast: slipping.forecast,
        toleranceDays: review.toleranceDays,
        mayMove: false,
        latest: found && {
          state: found.state,
          withdrawal: found.withdrawal,
          newDay: found.new_day,
        },
      },
      review.isWorking,
    );
    if (action === 'recover' && found) await repository.recoverDraft(scope, found.id);
    if (action === 'redraft' && found) {
      await repository.updateDraft(scope, found.id, await draftOf(scope, review, slipping));
    }
    if (action === 'draft') {
      const draft = await draftOf(scope, review, slipping);
      await tellFirm(scope, project, {
        id: await repository.insertDraft(scope, draft),
        slipping,
      });
    }
  }
}

/** Slips within the tolerance: no notice, but a line of the weekly status. */
export async function listSmallSlips(
  scope: Scope,
  project: FollowedProject,
): Promise<(Slipping & { readonly toleranceDays: number })[]> {
  const review = await readReview(scope, project);
  if (!review) return [];
  const { toleranceDays, slipping } = review;
  return slipping
    .filter(
      ({ slipDays }) =>
        consequenceOf({ slipDays, toleranceDays, mayMove: false }) === 'weekly-status',
    )
    .map((one) => ({ ...one, toleranceDays }));
}

async function readReview(scope: Scope, project: FollowedProject): Promise<Review | null> {
  const promises = [...(await currentOf(scope, project.id)).values()];
  const open = promises.filter(({ what, day, done_on }) => what === 'date' && day && !done_on);
  if (open.every((promise) => subjectOf(promise) === null)) return null;
  const { plan, overdueTasks } = planAsOf(await readLinkedPlan(scope, [project.id]), scope.today);
  const account = await repository.findAccount(scope, project.id);
  const isWorking = workingDaysOf(plan, account?.calendar_id);
  const tasks = await repository.listCauseTasks(
    scope,
    plan.projects.map(({ id }) => id),
  );
  const idsOf = (is: (task: repository.CauseTask) => boolean) =>
    new Set(tasks.filter(is).map(({ id }) => id));
  const scheduled = schedulePlan(plan);
  const slipping = open.flatMap((promise) => {
    const subject = subjectOf(promise);
    const forecast = subject && dayOf(scheduled, subject);
    const promised = promise.day;
    if (!subject || !forecast || !promised) return [];
    return [
      { promise, subject, promised, forecast, slipDays: slip(promised, forecast, isWorking) },
    ];
  });
  const facts = {
    projectId: project.id,
    clientTasks: idsOf(({ isClientSide }) => isClientSide),
    levelledTasks: idsOf(({ isLevelled }) => isLevelled),
    overdueTasks,
  };
  const surprises = (await agreedTerms(scope, project.id))?.surprises ?? [];
  const { toleranceDays } = project;
  return { project, slipping, promises, plan, facts, tasks, isWorking, toleranceDays, surprises };
}

/** What can be forecast: tasks and the end of the project; what was sold on paper follows the project. */
function subjectOf({ subject_kind: kind, subject_id: id }: PromiseRecord): DatedSubject | null {
  // A row of the ledger points to a record of the kind that it names.
  if (kind === 'task') return { kind, id: id as string as TaskId };
  if (kind === 'client-project') return { kind, id: id as string as ProjectId };
  return null;
}

async function draftOf(
  scope: Scope,
  review: Review,
  slipping: Slipping,
): Promise<repository.Draft> {
  const { promise, subject, promised, forecast, slipDays } = slipping;
  const before = await planOf(scope, promise.plan_id);
  const { reasons } = delayReasons({
    subject,
    before,
    after: review.plan,
    promised,
    facts: review.facts,
    isWorking: review.isWorking,
  });
  const mayMove = mayMoveWithoutAsking(reasons, review.surprises);
  const own = review.tasks.filter(({ projectId }) => projectId === review.project.id);
  const forClient = clientReasons(reasons, clientNames(own));
  const account = await repository.findAccount(scope, review.project.id);
  const language = portalLanguage(account?.language ?? null);
  const holds = holdsOf(scope, review, slipping);
  const sides = delaySides(reasons, await heldLate(scope, review.project.id));
  return {
    project_id: review.project.id,
    subject_kind: subject.kind,
    subject_id: subject.id,
    promise_id: promise.id,
    wording: promise.wording,
    old_day: promised,
    new_day: forecast,
    slip_days: slipDays,
    may_move: mayMove,
    reasons: reasons.map((reason) => named(reason, review)),
    client_reasons: forClient,
    holds,
    sides,
    language,
    client_text: clientLetter(
      {
        what: promise.wording,
        oldDay: promised,
        newDay: forecast,
        slipDays,
        reasons: forClient,
        sides,
        holds: holds.days,
        holdsPrice: holds.price,
        mayMove,
      },
      language,
    ),
  };
}

async function planOf(scope: Scope, id: PromisePlanId | null): Promise<SchedulePlan | null> {
  if (id === null) return null;
  return (await listPlans(scope, [id])).get(id) ?? null;
}

function named(
  reason: ReturnType<typeof delayReasons>['reasons'][number],
  review: Review,
): KeptReason {
  const task = review.tasks.find(({ id }) => id === reason.taskId);
  const isElsewhere = task !== undefined && task.projectId !== review.project.id;
  return {
    ...reason,
    taskName: task?.name ?? null,
    projectName: isElsewhere ? task.projectName : null,
  };
}

/** Other days that the client was told and that hold by the plan of now, and the price. */
function holdsOf(scope: Scope, review: Review, slipping: Slipping): KeptHolds {
  const days = review.slipping
    .filter(
      ({ promise, slipDays }) =>
        promise.id !== slipping.promise.id && slipDays <= 0 && promise.is_shown,
    )
    .map(({ promise, promised }) => ({ wording: promise.wording, day: promised }));
  const price = review.promises.some((promise) => {
    if (promise.what !== 'amount') return false;
    const amount = optionalInteger(promise.amount);
    const actualAmount = optionalInteger(promise.price);
    const judged = { what: 'amount', day: null, doneOn: null, amount, actualAmount } as const;
    return promiseState({ ...judged, isClosed: false }, scope.today) !== 'broken';
  });
  return { days, price };
}

async function tellFirm(
  scope: Scope,
  project: FollowedProject,
  { id, slipping }: { readonly id: DelayNoticeId; readonly slipping: Slipping },
): Promise<void> {
  const { promise, promised, forecast, slipDays } = slipping;
  await notify(scope, {
    topic: 'promise',
    key: `delay-notice:${id}`,
    to: { people: [project.ownerId, project.projectManagerId] },
    title: `${promise.wording} slips by ${slipDays} working days: a notice to the client is drafted`,
    body: `${project.name}: told ${promised}, by the plan of now ${forecast}. The client still sees ${promised}, until the notice is sent and answered.`,
    subject: { kind: 'client-project', id: project.id },
    path: `/delay-notices/${id}`,
  });
}
