import { addDays } from '@evenkeel/core/calendar-date';
import type { Clash } from '@evenkeel/core/capacity/clash';
import type { Scope } from '../../platform/db/scope.ts';
import { type ClashesFound, findClashes } from '../allocations/clashes/service.ts';
import { notify } from '../notifications/service.ts';
import { clashKey, clashWords } from './policy.ts';
import * as repository from './repository.ts';

export { remindOfDuties } from '../client-duties/service.ts';
export { remindOfDue } from './due/service.ts';

/** How far ahead clashes are told of: in time to mend them, and no further than plans hold. */
const clashDays = 56;

/**
 * Tells the managers of the projects that collide, whoever leads the person, and the person, that a
 * plan does not hold: too many hours, hours on leave or beyond the employment (U11). Only confirmed
 * hours; each clash once, until other allocations take part in it. Returns how many were told.
 */
export async function remindOfClashes(scope: Scope): Promise<number> {
  const found = await findClashes(scope, {
    from: scope.today,
    to: addDays(scope.today, clashDays),
  });
  let told = 0;
  for (const clash of found.clashes) {
    if (!clash.isTentative) told += await tellOfClash(scope, clash, found);
  }
  return told;
}

async function tellOfClash(scope: Scope, clash: Clash, found: ClashesFound): Promise<number> {
  const rows = clash.allocationIds.flatMap((id) => found.rows.get(id)?.row ?? []);
  const projectIds = [...new Set(rows.map(({ project_id: id }) => id))];
  return notify(scope, {
    topic: 'clash',
    key: clashKey(clash),
    ...clashWords(clash, {
      person: found.names.get(clash.personId) ?? '',
      projects: [...new Set(rows.map(({ project_name: name }) => name))],
    }),
    subject: { kind: 'person', id: clash.personId },
    path: '/planner',
    to: {
      people: [
        clash.personId,
        ...(await repository.listManagers(scope, { personId: clash.personId, projectIds })),
      ],
    },
  });
}
