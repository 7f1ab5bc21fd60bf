import type { LoadRowView } from '@evenkeel/contract/balance';
import type { UnknownCode } from '@evenkeel/core/balance/unknowns';
import type { ProjectKind } from '@evenkeel/core/projects/template';

/** Where a project of either kind stands. */
export function projectAddress(kind: ProjectKind, id: string): string {
  return kind === 'client' ? `/client-projects/${id}` : `/initiatives/${id}`;
}

/** Where the entry, task or deal of a row stands: an entry where the time was logged. */
export function rowAddress(row: LoadRowView): string {
  switch (row.source) {
    case 'deal':
      return `/deals/${row.sourceId}`;
    case 'entry':
      return `/time?week=${row.from}${row.person ? `&person=${row.person.id}` : ''}`;
    case 'task':
      return row.project ? `${projectAddress(row.kind, row.project.id)}?task=${row.sourceId}` : '/';
  }
}

/** Where something that cannot be counted can be completed; null where only its project knows. */
export function unknownAddress(code: UnknownCode, id: string): string | null {
  switch (code) {
    case 'task-without-estimate':
    case 'task-without-due-date':
    case 'task-without-role':
      return null;
    case 'person-without-rate':
      return `/people/${id}`;
    case 'initiative-without-start':
      return projectAddress('initiative', id);
    case 'deal-without-demand':
    case 'deal-without-dates':
      return `/deals/${id}`;
  }
}
