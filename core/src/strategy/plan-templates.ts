import type { GoalDriver } from './goal.ts';
import type { KpiPerspective } from './kpi.ts';
import type { QuotaPeriod } from './tactic.ts';

/** Starting models for plans (ST-28); each is changed freely once it stands. */
export const planTemplateKeys = ['growing-firm', 'sales', 'people', 'steadier-firm'] as const;
export type PlanTemplateKey = (typeof planTemplateKeys)[number];

export type PlanTemplate = {
  readonly name: string;
  /** For whom and when, in one line. */
  readonly purpose: string;
  readonly mission: string;
  readonly vision: string;
  readonly values: string;
  readonly standing: string;
  readonly destination: string;
  readonly goals: readonly {
    readonly name: string;
    readonly driver: GoalDriver;
    readonly kpi: {
      readonly name: string;
      readonly unit: string;
      readonly perspective: KpiPerspective;
    };
  }[];
  readonly tacticalPlans: readonly {
    readonly name: string;
    /** Place of the goal above that it serves. */
    readonly goal: number;
    readonly resources: string;
    readonly tactics: readonly {
      readonly name: string;
      readonly quota: { readonly count: number; readonly period: QuotaPeriod } | null;
    }[];
  }[];
};

const questions = {
  standing:
    'Which clients bring how much?\nWhat do people say when they leave?\nWhat do we do better than others?\nWhat keeps us awake?',
  destination: 'The same four answers, as they should be when this plan has run.',
};

/** The starting models by key. */
export const planTemplates: Record<PlanTemplateKey, PlanTemplate> = {
  'growing-firm': {
    name: 'Growing consultancy',
    purpose: 'A firm that wants more clients and steadier income without losing quality.',
    mission: 'We help … to …, so that they ….',
    vision: 'The first call when … wants ….',
    values: 'Say what is so.\nFinish what we start.\nLeave the client able to go on without us.',
    ...questions,
    goals: [
      {
        name: '50% more active clients by the end of the plan',
        driver: 'growth',
        kpi: { name: 'Active clients', unit: 'clients', perspective: 'customer' },
      },
      {
        name: 'A third of income recurs',
        driver: 'growth',
        kpi: { name: 'Recurring share of income', unit: '%', perspective: 'financial' },
      },
      {
        name: 'Clients would choose us again',
        driver: 'differentiation',
        kpi: { name: 'Ratings of 4 or 5', unit: '%', perspective: 'customer' },
      },
      {
        name: 'Nine of ten people stay each year',
        driver: 'risk',
        kpi: { name: 'People who stay', unit: '%', perspective: 'learning-and-growth' },
      },
    ],
    tacticalPlans: [
      {
        name: 'Stay close to clients',
        goal: 2,
        resources: 'An hour a week of each project manager.',
        tactics: [
          { name: 'Call a client without a reason to sell', quota: { count: 1, period: 'weekly' } },
          { name: 'Ask for a rating at each milestone', quota: null },
        ],
      },
    ],
  },
  sales: {
    name: 'Sales plan',
    purpose: 'Whom to win and what each seller does for it, week by week (ST-30).',
    mission: 'We sell … to … because ….',
    vision: 'Half of the deals come from clients who recommend us.',
    values: 'Qualify before we propose.\nPromise what delivery has agreed to.',
    ...questions,
    goals: [
      {
        name: '50% more clients by the end of the year',
        driver: 'growth',
        kpi: { name: 'New clients', unit: 'clients', perspective: 'customer' },
      },
      {
        name: 'Four of ten proposals are won',
        driver: 'differentiation',
        kpi: { name: 'Proposals won', unit: '%', perspective: 'internal-process' },
      },
    ],
    tacticalPlans: [
      {
        name: 'Prospecting',
        goal: 0,
        resources: 'The list of target accounts, the deals board, an hour each morning.',
        tactics: [
          { name: 'Hours of prospecting', quota: { count: 1, period: 'daily' } },
          { name: 'Demos held', quota: { count: 3, period: 'quarterly' } },
          { name: 'Choose the hundred accounts worth calling', quota: null },
        ],
      },
    ],
  },
  people: {
    name: 'People plan',
    purpose: 'A team or a firm that wants to keep its people and let them grow.',
    mission: 'People do the best work of their lives here, and have one.',
    vision: 'Whoever leaves recommends us.',
    values: 'Everyone knows where they stand.\nLearning is work.',
    ...questions,
    goals: [
      {
        name: 'Nine of ten people stay each year',
        driver: 'risk',
        kpi: { name: 'People who stay', unit: '%', perspective: 'learning-and-growth' },
      },
      {
        name: 'Everyone learns ten days a year',
        driver: 'differentiation',
        kpi: { name: 'Days of learning a year', unit: 'days', perspective: 'learning-and-growth' },
      },
    ],
    tacticalPlans: [
      {
        name: 'One-to-ones',
        goal: 0,
        resources: 'Half an hour of lead and person.',
        tactics: [{ name: 'One-to-ones held', quota: { count: 4, period: 'monthly' } }],
      },
    ],
  },
  'steadier-firm': {
    name: 'Steadier firm',
    purpose: 'A firm that hangs on few clients or few people and wants to rest easier.',
    mission: 'We help … to …, so that they ….',
    vision: 'No single loss can bring us down.',
    values: 'Look early.\nDecide in daylight.',
    ...questions,
    goals: [
      {
        name: 'No client brings more than 15% of income',
        driver: 'risk',
        kpi: { name: 'Largest account’s share of income', unit: '%', perspective: 'financial' },
      },
      {
        name: 'Six months of costs in the bank',
        driver: 'risk',
        kpi: { name: 'Months of costs in the bank', unit: 'months', perspective: 'financial' },
      },
      {
        name: 'Every role has two people who can fill it',
        driver: 'risk',
        kpi: { name: 'Roles with a stand-in', unit: '%', perspective: 'internal-process' },
      },
    ],
    tacticalPlans: [],
  },
};
