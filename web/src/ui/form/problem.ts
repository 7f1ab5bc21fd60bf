/** What a refused request says, in the terms of a form. */
export type Problem = {
  readonly title: string;
  readonly issues: readonly ProblemIssue[];
  readonly requestId: string | undefined;
  readonly isConflict: boolean;
  /** The HTTP status of a refusal; undefined when no answer came. */
  readonly status: number | undefined;
};

export type ProblemIssue = { readonly path: string; readonly message: string };

type Fields = Record<string, unknown>;

/**
 * Reads problem details (RFC 9457) from whatever was thrown: an error that carries them (`problem`),
 * or holds their fields itself. Anything else becomes one plain sentence.
 */
export function problemOf(thrown: unknown): Problem {
  const outer = asFields(thrown);
  const problem = asFields(outer['problem'] ?? thrown);
  const issues = Array.isArray(problem['issues']) ? problem['issues'].map(issueOf) : [];
  return {
    title:
      text(problem['detail']) ??
      text(problem['title']) ??
      text(outer['message']) ??
      'Could not save. What you typed is still here; try again.',
    issues,
    requestId: isOurFault(problem)
      ? (text(problem['requestId']) ?? text(outer['requestId']))
      : undefined,
    isConflict: isStale(problem),
    status: typeof problem['status'] === 'number' ? problem['status'] : undefined,
  };
}

/** Splits issues into those beside a field of the form and those only the summary can show. */
export function placeIssues(
  issues: readonly ProblemIssue[],
  fieldNames: readonly string[],
): { beside: Record<string, string>; rest: readonly ProblemIssue[] } {
  const beside: Record<string, string> = {};
  const rest: ProblemIssue[] = [];
  for (const issue of issues) {
    const field = fieldNames.find(
      (name) => issue.path === name || issue.path.startsWith(`${name}.`),
    );
    if (field === undefined) rest.push(issue);
    else beside[field] ??= issue.message;
  }
  return { beside, rest };
}

/** Our own code says it best: 409 also stands for what exists already or is in use. */
function isStale({ code, status }: Fields): boolean {
  return typeof code === 'string' ? code === 'stale-version' : status === 409 || status === 412;
}

/** A refusal that the reader can mend needs no request to look up in a log. */
function isOurFault(problem: Fields): boolean {
  const status = problem['status'];
  return typeof status !== 'number' || status >= 500;
}

function issueOf(raw: unknown): ProblemIssue {
  const fields = asFields(raw);
  const path = Array.isArray(fields['path']) ? fields['path'].join('.') : text(fields['path']);
  return { path: path ?? '', message: text(fields['message']) ?? 'This is not valid.' };
}

function asFields(value: unknown): Fields {
  // Any object can be read field by field; each field is checked before use.
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
