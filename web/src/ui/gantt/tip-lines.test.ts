import { expect, test } from 'vitest';
import { at, line } from './gantt.fixture.ts';
import { tipLines } from './tip-lines.ts';

const span = { start: at(20_000), finish: at(20_004, 17) };

/** What the card of a task says, line by line. */
function said(fields: Parameters<typeof line>[1]): string[] {
  return tipLines(line('a', fields), span).map(({ text }) => text);
}

test('the card of a bar says what presses first, and who does it last', () => {
  const lines = said({
    isLate: true,
    progress: 0.25,
    isCritical: true,
    note: 'Held by “Build”',
    resources: ['Priya Nair'],
  });
  expect(lines).toEqual([
    'Late',
    '25 % done',
    'Critical: if it slips, the plan ends later',
    'Held by “Build”',
    'Priya Nair',
  ]);
});

test('a deadline that the bar passes is called missed; one that it keeps is not', () => {
  expect(said({ deadline: at(20_003, 17) })).toEqual([
    expect.stringMatching(/^Deadline .*, missed$/),
  ]);
  expect(said({ deadline: at(20_004, 17) })).toEqual([expect.not.stringContaining('missed')]);
});

test('of what is done neither slack nor what held it is said', () => {
  expect(said({ progress: 1, slackUntil: at(20_010), note: 'Held by “Build”' })).toEqual(['Done']);
});
