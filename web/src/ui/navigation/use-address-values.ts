import { useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';

/** What an address says under some names, and a way to change several at once; undefined leaves one out. */
export function useAddressValues(): [
  Readonly<Record<string, unknown>>,
  (values: Readonly<Record<string, unknown>>) => void,
] {
  const router = useRouter();
  const values = useRouterState({
    // The address may hold anything.
    select: (state) => state.location.search as Record<string, unknown>,
  });
  const write = useCallback(
    (next: Readonly<Record<string, unknown>>) =>
      void router.navigate({
        to: '.',
        replace: true,
        // The router's type knows only the searches of registered routes.
        search: ((before: Record<string, unknown>) => ({ ...before, ...next })) as never,
      }),
    [router],
  );
  return [values, write];
}
