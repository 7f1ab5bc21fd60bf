import type { ForecastResultView, ForecastView } from '@evenkeel/contract/forecasts';
import type { SpreadSource } from '@evenkeel/core/projects/project-forecast';
import { formatDate } from '../../ui/format/date.ts';
import { formatCount, formatPercent } from '../../ui/format/number.ts';

/** Where a task's spread comes from, in words. */
export const sourceLabels: Readonly<Record<SpreadSource, string>> = {
  estimates: 'Three estimates',
  past: 'Our own past',
  none: 'As planned',
};

/** A share from 0 to 1 as whole per cent. */
export function shareText(share: number): string {
  return formatPercent(Math.round(share * 100) * 100);
}

/** How a chance is judged: four of five is what one should promise by. */
export function chanceTone(chance: number): 'good' | 'warn' | 'bad' {
  if (chance >= 0.8) return 'good';
  return chance >= 0.5 ? 'warn' : 'bad';
}

/** A ratio of actual to estimate: `1.18 ×`. */
export function ratioText(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

/** What the spread of a forecast rests on, in a sentence. */
export function basisText({ sources, pastCount }: ForecastResultView): string {
  const tasks = (count: number) => formatCount(count, { one: 'task', many: 'tasks' });
  const parts = [
    ...(sources.estimates > 0 ? [`${tasks(sources.estimates)} from three estimates`] : []),
    ...(sources.past > 0
      ? [
          `${tasks(sources.past)} from our own past (${formatCount(pastCount, { one: 'finished task', many: 'finished tasks' })})`,
        ]
      : []),
    ...(sources.none > 0 ? [`${tasks(sources.none)} as planned, for nothing says more`] : []),
  ];
  return parts.length === 0 ? 'Nothing is left to do.' : `${parts.join(', ')}.`;
}

/** Whether people's limits count, in a sentence. */
export function limitsText({ isLevelled }: ForecastResultView): string {
  return isLevelled
    ? 'In each sample nobody works on more than fits, over all committed projects, in the order of the plan.'
    : 'Who is overloaded is not levelled.';
}

/** The end if nobody were ever short of time. */
export function unlimitedText({
  p50On,
  p80On,
  p95On,
}: NonNullable<ForecastResultView['unlimited']>): string {
  return `If nobody were short of time: P50 ${formatDate(p50On)}, P80 ${formatDate(p80On)}, P95 ${formatDate(p95On)}.`;
}

/** Whether everything forecast is done. */
export function isOver({ tasks }: ForecastResultView): boolean {
  return tasks.length === 0;
}

/** Whether a forecast should be made without being asked: there is none, or the plan has moved on. */
export function isWanted({ state, isOutdated }: ForecastView): boolean {
  return state === null || (state === 'done' && isOutdated);
}
