import type { MovesView } from '@evenkeel/contract/schedule-edits';
import { useSyncExternalStore } from 'react';

/** Moves that wait for a yes or no. */
export type MovesQuestion = {
  readonly moved: MovesView;
  readonly answer: (isYes: boolean) => void;
};

let open: MovesQuestion | null = null;
const listeners = new Set<() => void>();

/** Shows moves and waits for the answer; a question that stands is answered with no. */
export function askAboutMoves(moved: MovesView): Promise<boolean> {
  open?.answer(false);
  return new Promise((resolve) => {
    show({
      moved,
      answer: (isYes) => {
        show(null);
        resolve(isYes);
      },
    });
  });
}

/** The question that is open, for the one place that shows it. */
export function useMovesQuestion(): MovesQuestion | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}

function show(question: MovesQuestion | null): void {
  open = question;
  for (const listener of listeners) listener();
}
