import type {
  TaskGroupView,
  TaskImportPreview,
  TaskImportView,
} from '@evenkeel/contract/task-imports';
import type { TaskListCountsView } from '@evenkeel/contract/task-list-report';
import type { EffortUnit } from '@evenkeel/core/imports/task-columns';
import { taskFieldKeys, taskFields } from '@evenkeel/core/imports/task-fields';
import type { TaskListFormat } from '@evenkeel/core/imports/task-list';
import { formatCount } from '../../ui/format/number.ts';

export const formatWords: Readonly<Record<TaskListFormat, string>> = {
  mspdi: 'Microsoft Project XML',
  trello: 'Trello board',
  jira: 'Jira CSV',
  csv: 'CSV',
};

export const unitWords: Readonly<Record<EffortUnit, string>> = {
  seconds: 'In seconds',
  minutes: 'In minutes',
  hours: 'In hours',
  days: 'In days',
  weeks: 'In weeks',
};

type OwnField = { readonly id: string; readonly name: string };

/** Where a column of a table can go: fields of tasks, then the firm's own, or nowhere. */
export function columnPlaces(own: readonly OwnField[]) {
  const leaveOut = { value: '', label: 'Leave out' };
  const standard = taskFieldKeys.map((key) => ({
    value: key as string,
    label: taskFields[key].label as string,
  }));
  if (own.length === 0) return [...standard, leaveOut];
  const items = own.map(({ id, name }) => ({ value: id, label: name }));
  return [
    { group: 'Fields of tasks', items: standard },
    { group: 'Your own fields', items },
    leaveOut,
  ];
}

/** `Microsoft Project XML, 121 tasks`. */
export function fileFacts({ format, taskCount }: NonNullable<TaskImportView['file']>): string {
  const words = format === 'mspdi' || format === 'trello' ? ['task', 'tasks'] : ['row', 'rows'];
  const [one = '', many = ''] = words;
  return `${formatWords[format]}, ${formatCount(taskCount, { one, many })}`;
}

/** Tasks that an import writes. */
export function workOf({ create, update }: TaskListCountsView): number {
  return create + update;
}

type CountLine = { readonly what: string; readonly count: number };

/** What comes in, in the order in which people think of it; what is none is left out. */
export function countLines(counts: TaskListCountsView, isDone: boolean): CountLine[] {
  const added = isDone ? 'added' : 'to add';
  const lines: CountLine[] = [
    { what: `Tasks ${added}`, count: counts.create },
    { what: isDone ? 'Tasks changed' : 'Tasks to change', count: counts.update },
    { what: 'Tasks that stay as they are', count: counts.keep },
    { what: `Phases ${added}`, count: counts.phases },
    { what: `Links ${added}`, count: counts.links },
    { what: `People ${added}`, count: counts.people },
    { what: 'Assignments', count: counts.assignments },
    { what: 'Checklist items', count: counts.checklistItems },
    { what: 'Comments', count: counts.comments },
    { what: 'Tags on tasks', count: counts.tags },
    { what: 'Baselines', count: counts.baselines },
  ];
  return lines.filter(({ count }) => count > 0);
}

/** Questions about the file and problems in it; the largest first, what changes last. */
export function groupsOf(preview: TaskImportPreview): {
  readonly questions: TaskGroupView[];
  readonly problems: TaskGroupView[];
} {
  const isQuestion = ({ code }: TaskGroupView) => code === 'meaning';
  const last = ({ code }: TaskGroupView) => (code === 'will-change' ? 1 : 0);
  return {
    questions: preview.groups.filter(isQuestion),
    problems: preview.groups
      .filter((group) => !isQuestion(group))
      .sort((a, b) => last(a) - last(b) || b.count - a.count),
  };
}

/** An option as one text, for a list of choices. */
export function optionKey(option: {
  readonly action: string;
  readonly target: string | null;
  readonly picks: string | null;
}): string {
  return option.picks === null ? `${option.action} ${option.target ?? ''}` : `pick ${option.picks}`;
}

/** The option that the choice follows. */
export function chosenKey({ options, chosen }: TaskGroupView): string {
  const exact = options.find(
    ({ action, target, picks }) =>
      picks === null && action === chosen.action && target === chosen.target,
  );
  const picked = options.find(({ picks }) => picks !== null);
  const option = exact ?? picked ?? options[0];
  return option ? optionKey(option) : '';
}

/** Whether there is a file and nothing is left to be said about it. */
export function isReady({ file, issues }: TaskImportView): boolean {
  return file !== null && issues.length === 0;
}

/** Where a project's page is. */
export function projectHref(project: { readonly id: string; readonly kind: string }): string {
  return project.kind === 'client'
    ? `/client-projects/${project.id}`
    : `/initiatives/${project.id}/plan`;
}
