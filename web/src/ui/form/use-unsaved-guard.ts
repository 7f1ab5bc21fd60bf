import { useBlocker } from '@tanstack/react-router';

/** Asks before another page or closing the tab would lose unsaved text. */
export function useUnsavedGuard(unsaved: boolean): void {
  useBlocker({
    shouldBlockFn: ({ current, next }) => {
      if (!unsaved || current.pathname === next.pathname) return false;
      // The browser's own question: nothing else can hold a page that is being left.
      return !window.confirm('Leave this page? What you changed here is not saved.');
    },
    enableBeforeUnload: () => unsaved,
    disabled: !unsaved,
  });
}
