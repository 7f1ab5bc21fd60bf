/**
 * One thing wrong with some input: where it stands and how to mend it.
 * `path` names the field from the outside in (`['tasks', 3, 'estimateMinutes']`), empty for the whole.
 */
export type Issue = {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
};

/** An issue. `message` says what is wrong and what to do, in plain words. */
export function issue(path: Issue['path'], code: string, message: string): Issue {
  return { path, code, message };
}
