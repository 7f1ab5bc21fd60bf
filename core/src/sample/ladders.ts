import type { LadderQuestion } from '../strategy/why-ladder.ts';
import type { SampleKey } from './sample-firm.ts';

/** A way up: from an initiative over answers to a goal; null for one that ends nowhere. */
export type SampleLadder = {
  readonly initiative: SampleKey;
  readonly rungs: readonly { readonly question: LadderQuestion; readonly answer: string }[];
  readonly goal: SampleKey | null;
};

/**
 * Ladders of the sample's initiatives: two meet in one answer, two answers say the same in other words,
 * and one is dead.
 */
export const sampleLadders: readonly SampleLadder[] = [
  {
    initiative: 'Managed services',
    rungs: [
      { question: 'why', answer: 'Clients keep paying after the build is done' },
      { question: 'purpose', answer: 'Income stays steady when projects end' },
    ],
    goal: 'recurring',
  },
  {
    initiative: 'Proposal workbench',
    rungs: [
      { question: 'why', answer: 'Estimates come from finished projects, not from memory' },
      { question: 'intention', answer: 'A proposal is out before the competitor has called back' },
    ],
    goal: 'lead-time',
  },
  {
    initiative: 'Enter the Nordic market',
    rungs: [
      { question: 'why', answer: 'Four clients in Germany bring half of our income' },
      { question: 'so-what', answer: 'Income stays steady when one client leaves' },
    ],
    goal: 'nordics',
  },
  {
    initiative: 'AI delivery playbook',
    rungs: [{ question: 'why', answer: 'Estimates come from finished projects, not from memory' }],
    goal: null,
  },
  {
    initiative: 'An office in Hamburg',
    rungs: [
      { question: 'why', answer: 'Two people would like to live there' },
      { question: 'so-what', answer: 'They stay with us' },
    ],
    goal: null,
  },
];

/** The strategy that client projects serve (ST-34). */
export const sampleClientGoals: readonly {
  readonly project: SampleKey;
  readonly goal: SampleKey;
  readonly strength: number;
}[] = [
  { project: 'Timetable portal', goal: 'recurring', strength: 1 },
  { project: 'Care at home', goal: 'recurring', strength: 2 },
  { project: 'Warehouse control tower', goal: 'nordics', strength: 1 },
  { project: 'Crew rostering', goal: 'nordics', strength: 2 },
  { project: 'Trading desk', goal: 'footprint', strength: -1 },
  { project: 'Cold-chain tracking', goal: 'footprint', strength: 1 },
];
