import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** As long as a slow page takes; after that the reader is somewhere else. */
const waitMilliseconds = 10_000;
const shownMilliseconds = 2_400;

/**
 * Goes to the record that the address names behind its `#`, once the page has it: it is scrolled to, has
 * the focus, so that a screen reader reads it next, and stands out for a moment.
 */
export function useNamedRecord(): void {
  const { hash, state } = useLocation();
  // Each step through the pages has a key of its own: the same record is gone to anew.
  const step = state.__TSR_key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: by the step, see above
  useEffect(() => {
    if (hash === '') return;
    if (goTo(hash)) return;
    const changes = new MutationObserver(() => {
      if (goTo(hash)) changes.disconnect();
    });
    changes.observe(document.body, { childList: true, subtree: true });
    const end = setTimeout(() => changes.disconnect(), waitMilliseconds);
    return () => {
      clearTimeout(end);
      changes.disconnect();
    };
  }, [hash, step]);
}

function goTo(id: string): boolean {
  const element = document.getElementById(id);
  if (element === null) return false;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'center' });
  element.dataset['named'] = '';
  setTimeout(() => delete element.dataset['named'], shownMilliseconds);
  return true;
}
