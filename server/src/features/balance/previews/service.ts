import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { previews, WinTerms } from '@evenkeel/contract/previews';
import { additionOfHandOff } from '@evenkeel/core/balance/hand-off-addition';
import type { BalanceInput } from '@evenkeel/core/balance/input';
import { quartersAround } from '@evenkeel/core/balance/mix';
import { type Preview, preview } from '@evenkeel/core/balance/preview';
import type { Addition } from '@evenkeel/core/balance/scenario-change';
import {
  addMonths,
  type CalendarDate,
  earlier,
  later,
  monthEnd,
  monthOf,
  monthStart,
} from '@evenkeel/core/calendar-date';
import type { DealId, ProjectId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { getDeal, listStages, moveDeal } from '../../deals/service.ts';
import {
  acceptHandOff,
  type Choices,
  draftForDeal,
  followDeal,
  getHandOff,
  proposeHandOff,
} from '../../hand-offs/service.ts';
import { type Gathered, gather, type Reading, type View } from '../service.ts';

export type FoundPreview = Gathered & {
  readonly addition: Addition;
  readonly preview: Preview;
  /** Whether the project is made by the decision, not only started. */
  readonly isNew: boolean;
  readonly valueMinor: number | null;
  readonly gaps: readonly { readonly code: string; readonly message: string }[];
};

/** Months ahead that a preview shows at most. */
const mostMonthsAhead = 24;

/** What approving a project that is only considered or proposed would do. */
export async function previewStart(scope: Scope, id: ProjectId): Promise<FoundPreview> {
  const near = await gather(scope, viewUntil(scope.today, null), {
    ...ahead(scope.today, null),
    whose: { alsoOf: [id] },
  });
  const project = near.input.projects.find((one) => one.id === id);
  if (!project) throw new AppError('not-found', 'There is no such project.');
  if (project.isCommitted)
    throw new AppError('wrong-state', 'This project is approved: Balance counts it already.');
  const addition: Addition = {
    project: { ...project, isCommitted: true },
    tasks: near.input.tasks.filter((task) => task.projectId === id),
    dealId: null,
  };
  const gathered = { ...near, input: inView(near.input, viewUntil(scope.today, project.endOn)) };
  return {
    ...gathered,
    addition,
    preview: preview(gathered.input, addition),
    isNew: false,
    valueMinor: null,
    gaps: [],
  };
}

/** What winning a deal and accepting its hand-off would do (B13). */
export async function previewWin(scope: Scope, id: DealId, terms: WinTerms): Promise<FoundPreview> {
  const { deal, outcome, isDeleted, draft } = await draftForDeal(scope, id, choicesOf(terms));
  if (isDeleted) throw new AppError('not-found', 'There is no such deal.');
  if (outcome === 'lost')
    throw new AppError('wrong-state', 'This deal is lost: open it again first.');
  await refuseStanding(scope, id);
  const view = viewUntil(scope.today, draft.project.endOn);
  const reading = { ...ahead(scope.today, view.to), withReserve: true };
  const gathered = await gather(scope, view, reading);
  const addition = additionOfHandOff(draft);
  return {
    ...gathered,
    addition,
    preview: preview(gathered.input, addition),
    isNew: true,
    valueMinor: deal.value,
    gaps: draft.gaps,
  };
}

/** Wins a deal, its contract signed, and accepts its hand-off, in the request's transaction. */
export async function applyWin(
  scope: Scope,
  id: DealId,
  version: number,
  { contractSignedOn, ...terms }: BodyOf<typeof previews.applyWin>,
): Promise<{ dealId: DealId; projectId: ProjectId }> {
  await refuseStanding(scope, id);
  const { deal } = await getDeal(scope, id);
  const won = (await listStages(scope)).find(
    (stage) => stage.outcome === 'won' && stage.pipeline_id === deal.pipeline_id,
  );
  if (!won) throw new AppError('wrong-state', 'The pipeline has no stage for won deals. Add one.');
  await moveDeal(scope, id, version, {
    stageId: deal.outcome === 'won' ? deal.stage_id : won.id,
    contractSignedOn: contractSignedOn ?? deal.contract_signed_on ?? scope.today,
  });
  await followDeal(scope, id);
  const handOff = await waitingHandOff(scope, id);
  const accepted = await acceptHandOff(scope, handOff.id, handOff.version, terms);
  const projectId = accepted.handOff.project_id;
  if (projectId === null) throw new Error('an accepted hand-off without a project');
  return { dealId: id, projectId };
}

/** From this month to the end of the next quarter, or to the project's end when that is later. */
export function viewUntil(today: CalendarDate, end: CalendarDate | null): View {
  const [, , next] = quartersAround(today);
  const last = later(next.to, monthEnd(monthOf(end ?? next.to)));
  const most = monthEnd(addMonths(monthOf(today), mostMonthsAhead - 1));
  return { from: monthStart(monthOf(today)), to: earlier(last, most), tentative: 'weighted' };
}

/**
 * What a preview reads: it shows neither what open deals might bring nor the quarter before this one,
 * and with thousands of deals and a hundred thousand hours that is half of the work.
 */
function ahead(today: CalendarDate, last: CalendarDate | null): Reading {
  const [, current, next] = quartersAround(today);
  const days = { from: current.from, to: later(next.to, last ?? next.to) };
  return { sources: ['logged', 'planned'], days };
}

/** The same facts in another view; entries lie behind us, so a view ahead needs no others. */
export function inView(input: BalanceInput, view: View): BalanceInput {
  return { ...input, from: view.from, to: view.to };
}

/** A deal that has become a project is counted already. */
async function refuseStanding(scope: Scope, id: DealId): Promise<void> {
  const { deal } = await getDeal(scope, id);
  if (deal.hand_off_state === 'accepted')
    throw new AppError(
      'wrong-state',
      'This deal was handed off: its project stands and is counted.',
    );
}

/** The hand-off of a deal that has just been won, proposed again if it was returned before. */
async function waitingHandOff(scope: Scope, id: DealId) {
  const { deal } = await getDeal(scope, id);
  if (deal.hand_off_id === null) throw new Error('a won and signed deal without a hand-off');
  const { handOff } = await getHandOff(scope, deal.hand_off_id, {});
  if (handOff.state === 'proposed') return handOff;
  return (await proposeHandOff(scope, handOff.id, handOff.version)).handOff;
}

/** What a win's hand-off is drafted with. */
export function choicesOf(terms: WinTerms): Choices {
  return {
    projectManagerId: terms.projectManagerId ?? null,
    ownerId: terms.ownerId ?? null,
    teamId: terms.teamId ?? null,
    startOn: terms.startOn ?? null,
    endOn: terms.endOn ?? null,
    templateId: terms.templateId ?? 'best',
  };
}
