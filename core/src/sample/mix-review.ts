import type { SampleKey } from './sample-firm.ts';

/** The last review of the mix at Northlight: what was decided, and what came of it. */
export const sampleMixReview = {
  daysAgo: 58,
  nextInDays: -2,
  summary:
    'Clients take more than we agreed; the workbench gets what is left over, which is nothing.',
  decisions: [
    {
      decision: 'Hold a tenth of the firm back, and lend only with a day of pay-back',
      owner: 'Helena Brandt',
      dueInDays: -40,
      outcome: 'In force since; two loans, one of them not paid back.',
    },
    {
      decision: 'Give the proposal workbench two fixed days a week',
      owner: 'Marek Novak',
      dueInDays: -15,
      outcome: '',
    },
  ] satisfies readonly {
    readonly decision: string;
    readonly owner: SampleKey;
    readonly dueInDays: number;
    readonly outcome: string;
  }[],
} as const;
