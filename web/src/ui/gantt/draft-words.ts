import { dayText } from './gantt-columns.ts';
import type { GanttOutline } from './gantt-outline.ts';
import { dayMinutes } from './gantt-scale.ts';
import type { GanttSpan } from './gantt-task.ts';
import type { GanttDraft } from './use-gantt-draft.ts';

/** What an edit under way does, and what follows from it. */
export type DraftWords = {
  readonly what: string;
  /** What else moves; empty: nothing. */
  readonly consequences: string;
  readonly isRefused: boolean;
};

const linkWords = {
  'finish-start': 'starts after',
  'start-start': 'starts with',
  'finish-finish': 'ends with',
  'start-finish': 'ends when it starts:',
} as const;

/** An edit and its consequences in words, for the line below the chart and for those who hear it. */
export function draftWords(
  draft: GanttDraft,
  outline: GanttOutline,
  textOf: (minute: number) => string = dayText,
): DraftWords {
  const { edit, consequences } = draft;
  if (consequences.refusal !== null) {
    return { what: consequences.refusal, consequences: '', isRefused: true };
  }
  const nameOf = (id: string) => outline.tasks[outline.indexOf.get(id) ?? -1]?.name ?? '';
  const own = edit.kind === 'link' ? edit.to : edit.kind === 'unlink' ? '' : edit.id;
  return {
    what: editWords(draft, nameOf, textOf),
    consequences: [othersText(draft, own, outline), endText(draft, outline)]
      .filter(Boolean)
      .join(' · '),
    isRefused: false,
  };
}

function editWords(
  { edit, consequences }: GanttDraft,
  nameOf: (id: string) => string,
  textOf: (minute: number) => string,
): string {
  switch (edit.kind) {
    case 'move':
    case 'stretch':
      return `${nameOf(edit.id)}: ${daysText(consequences.moved.get(edit.id) ?? edit.span, textOf)}`;
    case 'split':
      return `${nameOf(edit.id)} pauses from ${textOf(edit.from)} to ${textOf(edit.to)}`;
    case 'part':
      return `${nameOf(edit.id)}: part ${edit.part + 1} begins ${textOf(edit.start)}`;
    case 'join':
      return `${nameOf(edit.id)}: part ${edit.part + 1} follows on part ${edit.part}`;
    case 'progress':
      return `${nameOf(edit.id)}: ${Math.round(edit.progress * 100)} % done`;
    case 'link':
      return `${nameOf(edit.to)} ${linkWords[edit.type]} ${nameOf(edit.from)}`;
    case 'unlink':
      return 'The link is removed';
  }
}

function daysText(span: GanttSpan, textOf: (minute: number) => string): string {
  const [start, finish] = [textOf(span.start), textOf(span.finish)];
  return start === finish ? start : `${start} – ${finish}`;
}

/** How many other tasks move with it. Summaries follow their tasks and are not counted. */
function othersText({ consequences }: GanttDraft, own: string, outline: GanttOutline): string {
  let count = 0;
  for (const id of consequences.moved.keys()) {
    const kind = outline.tasks[outline.indexOf.get(id) ?? -1]?.kind;
    if (id !== own && kind !== undefined && kind !== 'summary' && kind !== 'project') count += 1;
  }
  const { beyond = 0 } = consequences;
  if (beyond === 0) return count === 0 ? '' : tasksMove(count, 'other task');
  // Who waits elsewhere moves unseen, so it is said.
  if (count === 0) return `${tasksMove(beyond, 'task')} in projects not shown`;
  return `${tasksMove(count, 'other task')}, ${beyond} more in projects not shown`;
}

function tasksMove(count: number, what: 'other task' | 'task'): string {
  return count === 1 ? `1 ${what} moves` : `${count} ${what}s move`;
}

/** How many projects are named whose end moves. */
const mostNamed = 2;

/** How much later, or earlier, all of it ends: of many projects each by itself. */
function endText(draft: GanttDraft, outline: GanttOutline): string {
  const { tasks } = outline;
  const projects = tasks.filter(({ kind }) => kind === 'project');
  if (projects.length === 0) return shift('the plan', daysLater(draft, tasks));
  const ends = projects
    .map((project) => shift(project.name, daysLater(draft, [project])))
    .filter((text) => text !== '');
  const others = ends.length - mostNamed;
  return [...ends.slice(0, mostNamed), ...(others > 0 ? [`${others} more`] : [])].join(', ');
}

/** Days by which the last of some lines ends later; negative for earlier. */
function daysLater({ consequences }: GanttDraft, tasks: GanttOutline['tasks']): number {
  let [before, after] = [0, 0];
  for (const { id, span } of tasks) {
    if (!span) continue;
    before = Math.max(before, span.finish);
    after = Math.max(after, consequences.moved.get(id)?.finish ?? span.finish);
  }
  return Math.floor(after / dayMinutes) - Math.floor(before / dayMinutes);
}

function shift(what: string, days: number): string {
  if (days === 0) return '';
  const length = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return `${what} ends ${length} ${days > 0 ? 'later' : 'earlier'}`;
}
