import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { SampleKey } from './sample-firm.ts';

/** A change of the sample's scenarios; records by their keys. */
export type SampleScenarioChange =
  | { readonly kind: 'win-deal'; readonly deal: SampleKey; readonly manager: SampleKey }
  | { readonly kind: 'start-initiative'; readonly project: SampleKey }
  | { readonly kind: 'delay-project'; readonly project: SampleKey; readonly weeks: number }
  | {
      readonly kind: 'hire';
      readonly name: string;
      readonly role: SampleKey;
      readonly team: SampleKey;
      readonly weeklyMinutes: number;
      readonly from: CalendarDate;
    };

export type SampleScenario = {
  readonly name: string;
  readonly notes: string;
  readonly changes: readonly (SampleScenarioChange & { readonly isOff?: boolean })[];
};

const depots: SampleScenarioChange = { kind: 'win-deal', deal: 'ready', manager: 'Aisha Rahman' };

/** Two answers to one question, what if the deal that is about to be signed is signed; and a delay. */
export function sampleScenarios(today: CalendarDate): readonly SampleScenario[] {
  const hire = (name: string, weeks: number): SampleScenarioChange => ({
    kind: 'hire',
    name,
    role: 'developer',
    team: 'engineering',
    weeklyMinutes: 2400,
    from: addDays(today, weeks * 7),
  });
  return [
    {
      name: 'Sign the depots as we are',
      notes: 'The deal is about to be signed. What does it do to our own initiatives?',
      changes: [depots],
    },
    {
      name: 'Sign the depots, with two more developers',
      notes: 'The same, with hands for it. The playbook waits until they have settled in.',
      changes: [
        depots,
        hire('Developer, to be found', 4),
        hire('Second developer, to be found', 8),
        { kind: 'start-initiative', project: 'AI delivery playbook', isOff: true },
      ],
    },
    {
      name: 'The claims portal three weeks later',
      notes: 'The client asks for time before the launch. What moves, and what waits for it?',
      changes: [{ kind: 'delay-project', project: 'Claims portal', weeks: 3 }],
    },
  ];
}
