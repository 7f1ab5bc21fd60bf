import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import { sampleOpenKickOffKeys, sampleStakeholderRegister } from '@evenkeel/core/sample/kick-off';
import { workingProject } from '@evenkeel/core/sample/working';
import { kickOffWords } from '@evenkeel/core/words/kick-off';
import { textsOf } from '@evenkeel/core/words/words';
import type { Scope } from '../../../platform/db/scope.ts';
import { listDuties } from '../../client-duties/service.ts';
import {
  addStakeholder,
  listStakeholders,
  removeStakeholder,
} from '../../client-stakeholders/service.ts';
import { addItem, beginKickOff, removeItem, updateItem } from '../../kick-offs/service.ts';
import { type Ids, need } from '../ids.ts';
import { findClient } from '../working/repository.ts';

/** The kick-off of the sample's working project, nearly done, and who is who at its client. */
export async function insertKickOff(scope: Scope, ids: Ids): Promise<void> {
  // The sample's ids are those of the records it wrote.
  const projectId = need(ids, 'project', workingProject) as ProjectId;
  const begun = addDays(scope.today, -62);
  const { items } = await beginKickOff(at(scope, begun), projectId);
  const open = new Set(
    textsOf(kickOffWords)
      .filter(({ key }) => sampleOpenKickOffKeys.includes(key))
      .map(({ text }) => text),
  );
  const [access] = await listDuties(scope, { projectId, open: 'false' });
  for (const item of items) {
    if (item.side === 'client' && access) {
      const { phase, position, name, is_client_visible: isClientVisible } = item;
      await removeItem(scope, item.id);
      const asked = {
        phase,
        position,
        name,
        isClientVisible,
        side: 'client',
        dutyId: access.id,
      } as const;
      await addItem(scope, projectId, asked);
    } else if (item.proof === 'hand' && !open.has(item.name)) {
      await updateItem(scope, item, { doneOn: item.due_on ?? begun });
    }
  }
  await insertRegister(scope, projectId);
}

async function insertRegister(scope: Scope, projectId: ProjectId): Promise<void> {
  const { contacts } = await findClient(scope, projectId);
  // Who came over with the deal is written down anew, with what the project knows.
  const { rows } = await listStakeholders(scope, projectId);
  for (const { id } of rows) await removeStakeholder(scope, id);
  for (const [index, { id: contactId }] of contacts.entries()) {
    const known = sampleStakeholderRegister[index];
    if (known) await addStakeholder(scope, projectId, { contactId, ...known });
  }
}

function at(scope: Scope, day: CalendarDate): Scope {
  return { ...scope, now: new Date(Date.parse(day) + 9 * 3_600_000), today: day };
}
