import type { SampleTask } from './sample-firm.ts';

type EffortRange = {
  readonly optimisticMinutes: number | null;
  readonly pessimisticMinutes: number | null;
};

const unknown: EffortRange = { optimisticMinutes: null, pessimisticMinutes: null };

/** What developers and consultants said of every other open task: at best, and at worst. */
export function effortRange({ state, role, position, estimateMinutes }: SampleTask): EffortRange {
  const isAsked = state !== 'done' && (role === 'developer' || role === 'consultant');
  if (!isAsked || position % 2 !== 0 || estimateMinutes === null) return unknown;
  const halfHours = (minutes: number) => Math.round(minutes / 30) * 30;
  return {
    optimisticMinutes: halfHours(estimateMinutes * 0.75),
    pessimisticMinutes: halfHours(estimateMinutes * (role === 'developer' ? 2.2 : 1.6)) + 30,
  };
}
