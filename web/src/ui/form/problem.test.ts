import { expect, test } from 'vitest';
import { placeIssues, problemOf } from './problem.ts';

const details = {
  type: 'about:blank',
  title: 'Not valid',
  status: 422,
  requestId: 'r-1',
  issues: [
    { path: ['name'], code: 'empty', message: 'Give the deal a name.' },
    { path: ['lines', 3, 'amount'], code: 'negative', message: 'An amount cannot be negative.' },
    { path: [], code: 'closed', message: 'The deal is closed.' },
  ],
};

test('problem details are read from the error or from what it carries', () => {
  for (const thrown of [details, Object.assign(new Error('422'), { problem: details })]) {
    const problem = problemOf(thrown);
    expect(problem.title).toBe('Not valid');
    expect(problem.requestId).toBeUndefined();
    expect(problem.issues.map((issue) => issue.path)).toEqual(['name', 'lines.3.amount', '']);
  }
});

test('anything else becomes one plain sentence', () => {
  expect(problemOf(undefined).title).toMatch(/still here/);
  expect(problemOf(new Error('The server is not reachable.')).title).toMatch(/not reachable/);
});

test('names the request only where the fault is ours', () => {
  expect(problemOf({ ...details, status: 500 }).requestId).toBe('r-1');
  expect(problemOf({ ...details, status: 409 }).requestId).toBeUndefined();
});

test('a stale version is a conflict', () => {
  expect(problemOf({ status: 409, code: 'stale-version' }).isConflict).toBe(true);
  expect(problemOf({ status: 409, code: 'already-exists' }).isConflict).toBe(false);
  expect(problemOf({ status: 412, title: 'Stale' }).isConflict).toBe(true);
  expect(problemOf({ status: 422, title: 'Not valid' }).isConflict).toBe(false);
});

test('issues stand beside their field, the rest in the summary', () => {
  const { beside, rest } = placeIssues(problemOf(details).issues, ['name', 'lines']);
  expect(beside).toEqual({
    name: 'Give the deal a name.',
    lines: 'An amount cannot be negative.',
  });
  expect(rest.map((issue) => issue.message)).toEqual(['The deal is closed.']);
});
