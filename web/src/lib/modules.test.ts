import { modules } from '@evenkeel/core/workspaces/module';
import { expect, test } from 'vitest';
import { moduleOf, moduleWords } from './modules.ts';

test.each([
  ['/leads', 'leads'],
  ['/leads/0190?view=x', 'leads'],
  ['/leadership', null],
  ['/goals', null],
  ['/goals/matrix', 'goal-views'],
  ['/goals/0190', null],
  ['/initiatives/0190/why', 'goal-views'],
  ['/initiatives/0190', null],
  ['/insights/0190', 'analysis'],
  ['/time', null],
  ['/time/timesheets#top', 'timesheets'],
  ['/actions?new=true', 'actions'],
  ['/', null],
])('the address %s belongs to %s', (href, module) => {
  expect(moduleOf(href)).toBe(module);
});

test('each part that can be switched off says what it is', () => {
  expect(modules.every((module) => moduleWords[module].says.endsWith('.'))).toBe(true);
});
