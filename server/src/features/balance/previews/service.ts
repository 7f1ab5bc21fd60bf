import type { BalanceInput } from '@evenkeel/core/balance/input';
import { quartersAround } from '@evenkeel/core/balance/mix';
import { type Addition, type Preview, preview } from '@evenkeel/core/balance/preview';
import {
  addMonths,
  type CalendarDate,
  earlier,
  later,
  monthEnd,
  monthOf,
  monthStart,
} from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { type Gathered, gather, type View } from '../service.ts';

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
  const near = await gather(scope, viewUntil(scope.today, null), { alsoOf: id });
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

/** From this month to the end of the next quarter, or to the project's end when that is later. */
export function viewUntil(today: CalendarDate, end: CalendarDate | null): View {
  const [, , next] = quartersAround(today);
  const last = later(next.to, monthEnd(monthOf(end ?? next.to)));
  const most = monthEnd(addMonths(monthOf(today), mostMonthsAhead - 1));
  return { from: monthStart(monthOf(today)), to: earlier(last, most), tentative: 'weighted' };
}

/** The same facts in another view; entries lie behind us, so a view ahead needs no others. */
export function inView(input: BalanceInput, view: View): BalanceInput {
  return { ...input, from: view.from, to: view.to };
}
