import type { LoadRowView } from '@evenkeel/contract/balance';
import type { UnknownCode } from '@evenkeel/core/balance/unknowns';
import type { ProjectKind } from '@evenkeel/core/projects/template';

/** Where a project of either kind stands. */
export function projectAddress(kind: ProjectKind, id: string): string {
  return kind === 'client' ? `/client-projects/${id}` : `/initiatives/${id}`;
}

/** Where the entry, task, allocation or deal of a row stands: an entry in its person's week. */
export function rowAddress(
  row: Pick<LoadRowView, 'source' | 'sourceId' | 'from' | 'person'>,
): string {
  switch (row.source) {
    case 'deal':
      return `/deals/${row.sourceId}`;
    case 'entry':
      return `/time?on=${row.from}${row.person ? `&person=${row.person.id}` : ''}`;
    case 'task':
      return `/tasks/${row.sourceId}`;
    case 'allocation':
      return `/planner?start=${row.from}`;
  }
}

/** Where something that cannot be counted can be completed. */
export function unknownAddress(code: UnknownCode, id: string): string {
  switch (code) {
    case 'task-without-estimate':
    case 'task-without-due-date':
    case 'task-without-role':
    case 'task-of-leaver':
      return `/tasks/${id}`;
    case 'person-without-rate':
      return `/people/${id}`;
    case 'initiative-without-start':
      return projectAddress('initiative', id);
    case 'deal-without-demand':
    case 'deal-without-dates':
      return `/deals/${id}`;
  }
}
