import type { TaskState } from '@evenkeel/core/projects/task';

/** What a key pressed on a focused task asks for. */
export type TaskIntent =
  | { readonly kind: 'go'; readonly to: 'next' | 'previous' }
  | { readonly kind: 'step'; readonly step: -1 | 1 }
  | { readonly kind: 'level'; readonly by: -1 | 1 }
  | { readonly kind: 'state'; readonly state: TaskState }
  | { readonly kind: 'open' }
  | { readonly kind: 'remove' };

type Keys = {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
};

const plainKeys: Readonly<Record<string, TaskIntent>> = {
  ArrowDown: { kind: 'go', to: 'next' },
  ArrowUp: { kind: 'go', to: 'previous' },
  ']': { kind: 'level', by: 1 },
  '[': { kind: 'level', by: -1 },
  Enter: { kind: 'open' },
  Delete: { kind: 'remove' },
  o: { kind: 'state', state: 'open' },
  s: { kind: 'state', state: 'started' },
  d: { kind: 'state', state: 'done' },
};

/** Arrows walk, Alt-arrows move the task, brackets make it a part of the one above or of nothing, letters set its state, Enter opens it. */
export function taskKey(press: Keys): TaskIntent | undefined {
  if (press.ctrlKey || press.metaKey) return undefined;
  if (press.altKey) {
    if (press.key === 'ArrowUp') return { kind: 'step', step: -1 };
    return press.key === 'ArrowDown' ? { kind: 'step', step: 1 } : undefined;
  }
  return plainKeys[press.key];
}
