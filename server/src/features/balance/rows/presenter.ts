import type { LoadRowView } from '@evenkeel/contract/balance';
import type { LoadRow } from '@evenkeel/core/balance/load';
import type { TaskId } from '@evenkeel/core/id';
import { presentAmounts } from '../presenter.ts';
import type { FoundRows } from './service.ts';

export function presentRows(found: FoundRows): LoadRowView[] {
  const { input, words } = found;
  const people = byId(input.people);
  const roles = byId(input.roles);
  const projects = byId(input.projects);
  const deals = byId(input.deals);
  const entries = byId(words.entries);
  const tasks = byId(words.tasks);
  const accounts = byId(words.accounts);
  return found.rows.map((row) => {
    const entry = row.source === 'entry' ? entries.get(row.sourceId) : undefined;
    return {
      source: row.source,
      sourceId: row.sourceId,
      account: row.dealId === null ? null : (accounts.get(row.dealId)?.name ?? null),
      certainty: row.certainty,
      kind: row.kind,
      from: row.from,
      to: row.to,
      ...presentAmounts(row, found.showsMoney),
      project: referenceIn(projects, row.projectId),
      task: referenceIn(tasks, taskIdOf(row, entry)),
      deal: referenceIn(deals, row.dealId),
      person: referenceIn(people, row.personId),
      role: referenceIn(roles, row.roleId),
      note: entry?.note ?? '',
    };
  });
}

function taskIdOf(row: LoadRow, entry: { task_id: TaskId | null } | undefined): TaskId | null {
  // The id of a task's row is the task's.
  return row.source === 'task' ? (row.sourceId as TaskId) : (entry?.task_id ?? null);
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]) {
  return new Map<string, Item>(items.map((item) => [item.id, item]));
}

function referenceIn<I extends string>(
  named: ReadonlyMap<string, { readonly name: string }>,
  id: I | null,
): { id: I; name: string } | null {
  return id === null ? null : { id, name: named.get(id)?.name ?? '' };
}
