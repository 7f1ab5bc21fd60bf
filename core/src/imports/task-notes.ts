import type { Choice, ChoiceAction } from './problem.ts';

/** What can be wrong with a task of a file, or needs somebody's word before it goes in. */
export const taskProblemCodes = [
  'file-damaged',
  'name-missing',
  'text-too-long',
  'key-twice',
  'date-unreadable',
  'due-before-start',
  'number-unreadable',
  'value-unreadable',
  'parent-missing',
  'parent-loop',
  'link-missing',
  'link-loop',
  'person-unknown',
  'will-change',
  /** Not wrong, but a question about how the file is meant. */
  'meaning',
] as const;
/** One of `taskProblemCodes`. */
export type TaskProblemCode = (typeof taskProblemCodes)[number];

/** An answer that is offered. `target` says which; with `picks` a person is to be picked. */
export type TaskOption = {
  readonly action: ChoiceAction;
  readonly label: string;
  readonly target: string | null;
  readonly picks: 'person' | null;
};

/** Problems of one sort, or a question, that one choice settles. */
export type TaskGroup = {
  /** Stable over runs, so that a choice is kept. */
  readonly key: string;
  readonly code: TaskProblemCode;
  readonly title: string;
  readonly message: string;
  readonly options: readonly TaskOption[];
  readonly standard: Choice;
  readonly chosen: Choice;
  readonly count: number;
};

/** One problem: where it stands and to which group it belongs. */
export type TaskProblem = {
  /** Row, or place among the file's tasks; 0 for the file as a whole. */
  readonly row: number;
  /** Header or field, null when the whole row is meant. */
  readonly field: string | null;
  readonly value: string;
  readonly groupKey: string;
};

/** Choices by the key of their group. */
export type TaskChoices = Readonly<Record<string, Choice>>;

/** A group before anybody has chosen. */
export type TaskGroupDraft = Omit<TaskGroup, 'chosen' | 'count' | 'standard'> & {
  /** What is done when nobody chooses; the first option when missing. */
  readonly standard?: Choice;
};

/** What is found on the way through a file. */
export type TaskNotes = {
  readonly choices: TaskChoices;
  readonly problems: TaskProblem[];
  readonly groups: Map<string, TaskGroup>;
};

/** Empty notes, with the choices that were made so far. */
export function taskNotes(choices: TaskChoices): TaskNotes {
  return { choices, problems: [], groups: new Map() };
}

/** Notes a problem and returns what is to be done about it. */
export function raiseProblem(
  notes: TaskNotes,
  place: Omit<TaskProblem, 'groupKey'>,
  draft: TaskGroupDraft,
): Choice {
  notes.problems.push({ ...place, value: place.value.slice(0, 200), groupKey: draft.key });
  return settle(notes, draft, 1);
}

/** Asks a question that is no problem, about so many tasks, and returns the answer. */
export function settle(notes: TaskNotes, draft: TaskGroupDraft, count: number): Choice {
  const standing = notes.groups.get(draft.key);
  if (standing) {
    notes.groups.set(draft.key, { ...standing, count: standing.count + count });
    return standing.chosen;
  }
  const standard = draft.standard ?? firstChoice(draft);
  const given = notes.choices[draft.key];
  const chosen = given && isOffered(draft, given) ? given : standard;
  notes.groups.set(draft.key, { ...draft, standard, chosen, count });
  return chosen;
}

/** An option that needs no more than itself. */
export function option(
  action: ChoiceAction,
  label: string,
  target: string | null = null,
): TaskOption {
  return { action, label, target, picks: null };
}

/** A choice of an action, with what it uses. */
export function choice(action: ChoiceAction, target: string | null = null): Choice {
  return { action, target, probability: null };
}

/** Leave the tasks out. */
export const leaveOut: TaskOption = option('skip', 'Leave these tasks out');

function firstChoice({ options }: TaskGroupDraft): Choice {
  const [first] = options;
  return first ? choice(first.action, first.target) : choice('keep');
}

/** A choice that is kept or sent counts only while it is offered. */
function isOffered({ options }: TaskGroupDraft, given: Choice): boolean {
  return options.some(
    ({ action, target, picks }) =>
      action === given.action && (picks === null ? target === given.target : given.target !== null),
  );
}
