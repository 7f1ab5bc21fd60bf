import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { promises } from '@evenkeel/contract/promises';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId, PromiseId, PromisePlanId } from '@evenkeel/core/id';
import type { Instant } from '@evenkeel/core/instant';
import {
  type KeptRate,
  keptRate,
  type PromiseState,
  promiseState,
} from '@evenkeel/core/promises/kept';
import {
  type PromiseChannel,
  type PromiseVersion,
  type PromiseWhat,
  standing,
  tell,
} from '@evenkeel/core/promises/promise';
import { type ShownDate, shownDates } from '@evenkeel/core/promises/shown-dates';
import type { Subject } from '@evenkeel/core/subject';
import { AppError, invalid } from '../../platform/app-error.ts';
import { dayIn } from '../../platform/clock.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { moment, optionalInteger } from '../../platform/db/values.ts';
import { readLinkedPlan, reschedule } from '../schedules/service.ts';
import * as repository from './repository.ts';

export type { PromiseRecord } from './repository.ts';
export { findCurrent, listPlans, listVersions } from './repository.ts';

/** Something that a client is told. What is left out stays as it was told last. */
export type Told = {
  readonly projectId: ProjectId;
  readonly subject: Subject;
  readonly what: PromiseWhat;
  readonly day?: CalendarDate | null;
  /** Minor units of the firm's currency. */
  readonly amount?: number | null;
  readonly wording: string;
  readonly channel: PromiseChannel;
  /** Names or addresses of who was told, as they were then. */
  readonly toldTo: readonly string[];
  /**
   * Where it can be read: the notice, report, agreement, change request or decision. With one that the
   * client agreed to, a date may move by any channel.
   */
  readonly source?: Subject | null;
  readonly doneOn?: CalendarDate | null;
  readonly isShown?: boolean;
};

/** What became of telling: a version of the ledger, or why there is none. */
export type Recorded =
  | { readonly recorded: true; readonly id: PromiseId }
  | { readonly recorded: false; readonly why: 'same' | 'needs-notice' };

/** Sources that a client has agreed to. */
const agreedKinds: readonly string[] = [
  'delay-notice',
  'decision',
  'change-request',
  'working-agreement',
];

/**
 * Writes into the ledger what a client is told: a new version, only when something of it is new. A date
 * that they know is not moved by the portal or a status report (B07): that answers `needs-notice` and
 * writes nothing. With a new date the plan of this moment is kept.
 */
export async function recordPromise(scope: Scope, told: Told): Promise<Recorded> {
  const [recorded] = await recordPromises(scope, [told]);
  if (!recorded) throw new Error('what was told came back without an answer');
  return recorded;
}

/** The same for several at once: the plan is kept once for each project. */
export async function recordPromises(scope: Scope, list: readonly Told[]): Promise<Recorded[]> {
  const plans = new Map<ProjectId, PromisePlanId>();
  const planOf = async (projectId: ProjectId) => {
    const known = plans.get(projectId) ?? (await keepPlan(scope, projectId));
    plans.set(projectId, known);
    return known;
  };
  const recorded: Recorded[] = [];
  for (const told of list) recorded.push(await record(scope, told, planOf));
  return recorded;
}

async function record(
  scope: Scope,
  told: Told,
  planOf: (projectId: ProjectId) => Promise<PromisePlanId>,
): Promise<Recorded> {
  const key = { subject: told.subject, what: told.what };
  const found = await repository.findCurrent(scope, told.projectId, key);
  const current = found ? contentOf(found) : null;
  const content = {
    day: told.day === undefined ? (current?.day ?? null) : told.day,
    amount: told.amount === undefined ? (current?.amount ?? null) : told.amount,
    wording: told.wording,
    doneOn: told.doneOn === undefined ? (current?.doneOn ?? null) : told.doneOn,
    isShown: told.isShown ?? current?.isShown ?? true,
  };
  const source = told.source ?? null;
  const isAgreed = source !== null && agreedKinds.includes(source.kind);
  const outcome = tell(current, content, { channel: told.channel, isAgreed });
  if (outcome !== 'new') return { recorded: false, why: outcome };
  const isNewDay = content.day !== null && content.day !== current?.day;
  const id = await repository.insertVersion(scope, {
    ...key,
    ...content,
    projectId: told.projectId,
    number: (found?.number ?? 0) + 1,
    channel: told.channel,
    toldTo: told.toldTo,
    source,
    planId: isNewDay ? await planOf(told.projectId) : (found?.plan_id ?? null),
  });
  return { recorded: true, id };
}

/** What a version of the ledger says. */
export function contentOf(row: repository.PromiseRecord) {
  return {
    day: row.day,
    amount: optionalInteger(row.amount),
    wording: row.wording,
    doneOn: row.done_on,
    isShown: row.is_shown,
  };
}

async function keepPlan(scope: Scope, projectId: ProjectId): Promise<PromisePlanId> {
  // Days that follow from writes of this very transaction are part of the plan.
  await reschedule(scope);
  return repository.keepPlan(scope, projectId, await readLinkedPlan(scope, [projectId]));
}

/** A version with how what stands is kept, and the day told before it. */
export type ListedPromise = {
  readonly row: repository.PromiseRecord;
  readonly isCurrent: boolean;
  readonly state: PromiseState;
  readonly earlierDay: CalendarDate | null;
};

/** What clients were told; the rate counts what stands of the rows found. */
export async function listPromises(
  scope: Scope,
  query: QueryOf<typeof promises.list>,
): Promise<{ readonly rows: readonly ListedPromise[]; readonly rate: KeptRate }> {
  const found = await repository.listVersions(scope, {
    ...(query.projectId ? { projectIds: [query.projectId] } : {}),
    ...(query.accountId ? { accountId: query.accountId } : {}),
    ...(query.personId ? { personId: query.personId } : {}),
  });
  const rows = listed(scope, found).filter((one) => isAsked(scope, one, query));
  const states = rows.flatMap(({ isCurrent, state }) => (isCurrent ? state : []));
  return { rows, rate: keptRate(states) };
}

/** Writes down what somebody told a client outside of the software; a date may move this way. */
export async function tellPromise(
  scope: Scope,
  projectId: ProjectId,
  body: BodyOf<typeof promises.tell>,
): Promise<ListedPromise> {
  if (!(await repository.isClientProject(scope, projectId))) {
    throw new AppError('not-found', 'There is no such client project.');
  }
  if (body.what === 'date' && body.day === undefined) {
    throw invalid(['day'], 'missing', 'say which day they were told');
  }
  if (body.what === 'amount' && body.amount === undefined) {
    throw invalid(['amount'], 'missing', 'say which amount they were told');
  }
  if (!(await repository.isOfProject(scope, projectId, body.subject))) {
    throw invalid(['subject', 'id'], 'unknown', 'is not a part of this project');
  }
  const { subject, what, wording, channel, toldTo, day = null, amount = null } = body;
  await recordPromise(scope, { projectId, subject, what, wording, channel, toldTo, day, amount });
  const found = await repository.listVersions(scope, { projectIds: [projectId] });
  const told = listed(scope, found).find(
    ({ row, isCurrent }) =>
      isCurrent && row.what === body.what && row.subject_id === body.subject.id,
  );
  if (!told) throw new Error('what was told is not in the ledger');
  return told;
}

/** The dates that the portal showed at a moment. */
export async function listShownDates(
  scope: Scope,
  projectId: ProjectId,
  at: Instant,
): Promise<ShownDate[]> {
  const found = await repository.listVersions(scope, { projectIds: [projectId] });
  return shownDates(found.map(versionOf), at);
}

/** A row of the ledger as core reads it. */
export function versionOf(row: repository.PromiseRecord): PromiseVersion {
  return {
    id: row.id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    what: row.what,
    number: row.number,
    channel: row.channel,
    toldAt: moment(row.told_at),
    ...contentOf(row),
  };
}

function listed(scope: Scope, rows: readonly repository.PromiseRecord[]): ListedPromise[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const known = new Map<PromiseId, Omit<ListedPromise, 'row'>>();
  for (const { current, history } of standing(rows.map(versionOf))) {
    const row = byId.get(current.id);
    const state = promiseState(
      {
        ...current,
        actualAmount: optionalInteger(row?.price ?? null),
        isClosed: row?.project_state === 'completed',
      },
      scope.today,
    );
    history.forEach((version, place) => {
      const before = history[place - 1]?.day ?? null;
      const earlierDay = before !== version.day ? before : null;
      known.set(version.id, { isCurrent: version.id === current.id, state, earlierDay });
    });
  }
  return rows.flatMap((row) => {
    const found = known.get(row.id);
    return found ? [{ row, ...found }] : [];
  });
}

function isAsked(
  scope: Scope,
  { row, isCurrent, state }: ListedPromise,
  query: QueryOf<typeof promises.list>,
): boolean {
  const told = dayIn(scope.actor.timeZone, row.told_at);
  return (
    (query.versions === 'all' || isCurrent) &&
    (query.subjectKind?.includes(row.subject_kind) ?? true) &&
    (query.subjectId === undefined || query.subjectId === row.subject_id) &&
    (query.what?.includes(row.what) ?? true) &&
    (query.channel?.includes(row.channel) ?? true) &&
    (query.state?.includes(state) ?? true) &&
    (query.toldFrom === undefined || told >= query.toldFrom) &&
    (query.toldTo === undefined || told <= query.toldTo)
  );
}
