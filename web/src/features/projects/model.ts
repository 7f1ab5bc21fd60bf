import type { clientProjectChange, OriginView, ProjectRow } from '@evenkeel/contract/projects';
import type { OriginSource } from '@evenkeel/core/deals/hand-off';
import { groupedBy } from '@evenkeel/core/grouping';
import type { z } from 'zod';

/** What can be changed on a client project. */
export type ClientProjectChange = z.input<typeof clientProjectChange>;

/** A client project as lists show it. */
export type ClientProjectRow = Extract<ProjectRow, { kind: 'client' }>;

export const originSourceLabels: Record<OriginSource, string> = {
  deal: 'Deal',
  account: 'Account',
  contract: 'Contract',
  template: 'Template',
  person: 'Chosen at the hand-off',
  computed: 'Computed',
};

/** Origins of one thing: of the project, then of each phase and task. */
export type OriginGroup = {
  readonly subject: OriginView['subject'];
  readonly subjectId: string;
  readonly name: string;
  readonly origins: readonly OriginView[];
};

/** Origins by the thing they describe, in the order in which they come. */
export function originGroups(origins: readonly OriginView[]): readonly OriginGroup[] {
  return [...groupedBy(origins, (origin) => origin.subjectId)].flatMap(([subjectId, own]) => {
    const [first] = own;
    return first
      ? [{ subject: first.subject, subjectId, name: first.subjectName, origins: own }]
      : [];
  });
}
