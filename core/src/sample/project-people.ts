import type { Health } from '../projects/health.ts';
import type { SampleKey, SampleProject } from './sample-firm.ts';

/** How a project of the sample was said to stand, so many days ago. */
export type SampleHealth = {
  readonly project: SampleKey;
  readonly health: Health;
  readonly note: string;
  readonly person: SampleKey | null;
  readonly daysAgo: number;
};

const said: Readonly<Record<string, readonly (readonly [Health, string, number])[]>> = {
  'Claims portal': [
    ['on-track', 'Discovery is accepted; the team stands.', 40],
    [
      'at-risk',
      'Loading the data takes longer than planned. A second developer helps this week.',
      3,
    ],
  ],
  'Warehouse control tower': [['on-track', 'Launch is prepared, users are invited.', 4]],
  'Store replenishment': [['on-track', '', 6]],
  'Guest experience': [
    ['at-risk', 'The client has not yet named who decides on the blueprint.', 5],
  ],
  'Cold-chain tracking': [
    [
      'off-track',
      'Spent hours are over budget with the hand-over still ahead; talk with the client on Monday.',
      2,
    ],
  ],
  'Proposal workbench': [['on-track', 'Two teams write proposals with it.', 8]],
  'Enter the Nordic market': [
    ['at-risk', 'Client work took the hours of the autumn.', 30],
    ['off-track', 'Five weeks behind: nobody had time since October.', 5],
  ],
  'Managed services': [['on-track', 'First version runs with one client.', 9]],
};

/** Health statements of live projects, in the words of their project managers. */
export function sampleHealth(projects: readonly SampleProject[]): SampleHealth[] {
  return projects.flatMap((project) =>
    (said[project.key] ?? []).map(([health, note, daysAgo]) => ({
      project: project.key,
      health,
      note,
      person: project.projectManager,
      daysAgo,
    })),
  );
}
