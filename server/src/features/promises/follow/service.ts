import type { ProjectId } from '@evenkeel/core/id';
import { portalTells, type ShownRecord } from '@evenkeel/core/promises/portal-told';
import { ledgerOf, type PromiseContent, promiseKey } from '@evenkeel/core/promises/promise';
import type { Scope } from '../../../platform/db/scope.ts';
import {
  contentOf,
  listVersions,
  type PromiseRecord,
  recordPromises,
  type Told,
  versionOf,
} from '../service.ts';
import * as repository from './repository.ts';

export type { FollowedProject } from './repository.ts';
export { listClientNames, listProjects as listFollowed, takeMarked } from './repository.ts';

/**
 * Writes into the ledger what the portal of a project tells by itself: the days of what is shown for the
 * first time, names, what is done, and what is shown no more. A day that was told is never moved.
 */
export async function followProject(
  scope: Scope,
  project: repository.FollowedProject,
): Promise<void> {
  const current = await currentOf(scope, project.id);
  const toldTo = project.isOpen ? await repository.listClientNames(scope, project.id) : [];
  const told = (await shownRecords(scope, project)).flatMap((record): Told[] => {
    const { subject } = record;
    const row = current.get(promiseKey({ subject, what: 'date' }));
    const known = row ? contentOf(row) : null;
    const content = project.isOpen
      ? portalTells({ ...record, doneOn: doneDay(record, known) }, known)
      : doneOnly(record, known);
    if (content === null) return [];
    return [
      { projectId: project.id, subject, what: 'date', channel: 'portal', toldTo, ...content },
    ];
  });
  await recordPromises(scope, told);
}

/** A closed portal tells nothing; what was promised otherwise is known to be done all the same. */
function doneOnly(record: ShownRecord, known: PromiseContent | null): PromiseContent | null {
  if (known === null) return null;
  const doneOn = doneDay(record, known);
  return doneOn === known.doneOn ? null : { ...known, doneOn };
}

/** What was over stays over on the day on which it was first seen to be. */
function doneDay({ subject, doneOn }: ShownRecord, known: PromiseContent | null) {
  return doneOn !== null && subject.kind === 'client-project' ? (known?.doneOn ?? doneOn) : doneOn;
}

/** What stands of the promises of a project, by what they are about. */
export async function currentOf(
  scope: Scope,
  projectId: ProjectId,
): Promise<Map<string, PromiseRecord>> {
  const rows = await listVersions(scope, { projectIds: [projectId] });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    [...ledgerOf(rows.map(versionOf))].flatMap(([key, versions]) => {
      const last = versions.at(-1);
      const row = last && byId.get(last.id);
      return row ? [[key, row] as const] : [];
    }),
  );
}

async function shownRecords(
  scope: Scope,
  project: repository.FollowedProject,
): Promise<ShownRecord[]> {
  const tasks = await repository.listTasks(scope, project.id);
  const isOver = project.state === 'completed';
  return [
    {
      subject: { kind: 'client-project', id: project.id },
      name: project.name,
      day: project.endOn ?? (await repository.lastDay(scope, project.id)),
      doneOn: isOver ? scope.today : null,
      isVisible: project.isOpen,
    },
    ...tasks.map(
      ({ id, name, dueOn, doneOn, isVisible }): ShownRecord => ({
        subject: { kind: 'task', id },
        name,
        day: dueOn,
        doneOn,
        isVisible: isVisible && project.isOpen,
      }),
    ),
  ];
}
