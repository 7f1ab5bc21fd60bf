import type { Score } from '../satisfaction/satisfaction.ts';
import type { KpiDirection } from '../strategy/kpi.ts';

/** What clients of the sample said at their milestones, in turns: mostly good, one that needs a call. */
export const sampleRatings: readonly { readonly score: Score; readonly comment: string }[] = [
  { score: 4, comment: '' },
  {
    score: 2,
    comment: 'We heard of the new night screens only in the meeting. Please tell us first.',
  },
  { score: 5, comment: 'The dispatchers wanted to keep it after one shift.' },
  { score: 4, comment: 'Good work. The hand-over notes could be shorter.' },
  { score: 5, comment: '' },
  { score: 3, comment: 'It does what it should; the training came a week too early.' },
];

/** What clients of the sample measure at milestones. */
export const sampleMetrics: readonly {
  readonly name: string;
  readonly unit: string;
  readonly direction: KpiDirection;
  readonly baseline: number;
  readonly target: number;
  /** Once the milestone is reached. */
  readonly measured: number;
  readonly isClientVisible: boolean;
}[] = [
  {
    name: 'Time that a lorry waits at the dock',
    unit: 'min',
    direction: 'down',
    baseline: 42,
    target: 25,
    measured: 23,
    isClientVisible: true,
  },
  {
    name: 'Delays that are known two hours ahead',
    unit: '%',
    direction: 'up',
    baseline: 35,
    target: 80,
    measured: 61,
    isClientVisible: true,
  },
  {
    name: 'Calls to the control room in a shift',
    unit: 'calls',
    direction: 'down',
    baseline: 120,
    target: 60,
    measured: 75,
    isClientVisible: false,
  },
];
