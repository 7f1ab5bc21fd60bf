import type { AssumptionOperator } from '../strategy/assumption.ts';
import type { SampleKey } from './sample-firm.ts';

export type SampleAssumption = {
  readonly project: SampleKey;
  readonly name: string;
  /** The KPI that would disprove it; null for what nobody measures yet. */
  readonly wrongWhen: {
    readonly kpi: SampleKey;
    readonly operator: AssumptionOperator;
    readonly threshold: number;
  } | null;
  readonly note: string;
};

/** What initiatives of the sample take for granted: one is disproved, one nobody can tell (ST-42). */
export const sampleAssumptions: readonly SampleAssumption[] = [
  {
    project: 'Managed services',
    name: 'Three of four clients take a care contract with their build',
    wrongWhen: { kpi: 'recurring-share', operator: 'below', threshold: 20 },
    note: 'Then the service desk starts with four people instead of six, and the offer is written anew.',
  },
  {
    project: 'Managed services',
    name: 'No single account is so large that its leaving would close the desk',
    wrongWhen: { kpi: 'largest-account', operator: 'above', threshold: 25 },
    note: '',
  },
  {
    project: 'Enter the Nordic market',
    name: 'Buyers in the north ask firms without an office there',
    wrongWhen: { kpi: 'nordic-proposals', operator: 'below', threshold: 4 },
    note: 'Then a partner in Oslo sells, and we deliver.',
  },
  {
    project: 'Proposal workbench',
    name: 'Who answers first wins more often',
    wrongWhen: { kpi: 'proposals-won', operator: 'below', threshold: 30 },
    note: 'Then time goes into fewer, better proposals.',
  },
  {
    project: 'AI delivery playbook',
    name: 'Review of generated code costs less than writing it would',
    wrongWhen: null,
    note: 'Measured from the first pilot on.',
  },
];
