import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { dayAndMonth } from '@evenkeel/core/calendar-words';
import type { Id } from '@evenkeel/core/id';

/** Tasks that are named one by one; the others are counted. */
const mostNamed = 8;

/** Work of one person in one project, on which something happened. */
export type Piece = {
  readonly taskId: Id<string>;
  readonly task: string;
  readonly projectId: Id<string>;
  readonly kind: 'client' | 'initiative';
  readonly project: string;
};

/** The one task, or the project of several. */
export function subjectOfPieces([first, ...others]: readonly [Piece, ...Piece[]]): SubjectRef {
  return others.length === 0
    ? { kind: 'task', id: first.taskId }
    : { kind: first.kind === 'client' ? 'client-project' : 'initiative', id: first.projectId };
}

/** What is said to somebody who was put on tasks of a project, or taken off them. */
export function assignmentWords(
  action: 'create' | 'delete',
  pieces: readonly [Piece, ...Piece[]],
): { readonly title: string; readonly body: string } {
  const [first, ...others] = pieces;
  const what = others.length === 0 ? first.task : `${pieces.length} tasks of ${first.project}`;
  return {
    title: action === 'create' ? `You are now on ${what}` : `You are no longer on ${what}`,
    body: others.length === 0 ? first.project : listed(pieces.map(({ task }) => task)),
  };
}

/** What is said to somebody whose tasks moved: where each was, and where it is now. */
export function movedWords(
  pieces: readonly [
    Piece & { readonly from: CalendarDate; readonly to: CalendarDate },
    ...(Piece & { readonly from: CalendarDate; readonly to: CalendarDate })[],
  ],
): { readonly title: string; readonly body: string } {
  const [first, ...others] = pieces;
  if (others.length === 0) {
    return {
      title: `${first.task} moved from ${dayAndMonth(first.from)} to ${dayAndMonth(first.to)}`,
      body: first.project,
    };
  }
  return {
    title: `${pieces.length} of your tasks in ${first.project} moved`,
    body: listed(
      pieces.map(({ task, from, to }) => `${task}: ${dayAndMonth(from)} → ${dayAndMonth(to)}`),
    ),
  };
}

function listed(lines: readonly string[]): string {
  const more = lines.length - mostNamed;
  return [...lines.slice(0, mostNamed), ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}
