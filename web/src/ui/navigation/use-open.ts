import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Opens a path of the product; in a new tab when asked. */
export function useOpen(): (
  href: string,
  options?: { newTab?: boolean; replace?: boolean },
) => void {
  const router = useRouter();
  return useCallback(
    (href, options) => {
      if (options?.newTab) window.open(href, '_blank', 'noopener');
      else if (options?.replace) router.history.replace(href);
      else router.history.push(href);
    },
    [router],
  );
}
