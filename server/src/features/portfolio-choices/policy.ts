import type { PortfolioRunState } from '@evenkeel/contract/portfolio-runs';
import { AppError } from '../../platform/app-error.ts';
import type { Actor } from '../../platform/db/scope.ts';
import { hasPermission } from '../../platform/http/permission.ts';

/** Margins, costs and prices of hours follow from what an hour costs: for managers and up. */
export function canSeeMoney(actor: Actor): boolean {
  return hasPermission(actor, 'manage');
}

/** Where a run stands; one that nobody hears of any more was interrupted. */
export function stateOfRun(run: {
  readonly state: Exclude<PortfolioRunState, 'interrupted'>;
  readonly is_silent: boolean;
}): PortfolioRunState {
  return run.is_silent ? 'interrupted' : run.state;
}

/** Whether somebody waits for the run. */
export function isLive(state: PortfolioRunState): boolean {
  return state === 'queued' || state === 'running';
}

/** What is decided stays as it was decided, unless the decision is taken back. */
export function requireOpen(choice: { readonly decided_at: Date | null }): void {
  if (choice.decided_at === null) return;
  throw new AppError(
    'wrong-state',
    'This choice is decided. Take the decision back first, or begin another choice.',
  );
}
