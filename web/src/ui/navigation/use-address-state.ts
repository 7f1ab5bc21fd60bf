import { useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';

/**
 * View state kept in the address (`?view={…}`), so that a link or a reload shows the same. What is read
 * passes `isValid` first: an address is input like any other. The fallback is never written out.
 * `fallback` and `isValid` should be constants of the module.
 */
export function useAddressState<State>(
  name: string,
  fallback: State,
  isValid: (value: unknown) => value is State,
): [State, (next: State) => void] {
  const router = useRouter();
  const raw = useRouterState({
    // The address may hold anything.
    select: (state) => (state.location.search as Record<string, unknown>)[name],
  });
  const value = isValid(raw) ? raw : fallback;
  const write = useCallback(
    (next: State) => {
      const isFallback = JSON.stringify(next) === JSON.stringify(fallback);
      void router.navigate({
        to: '.',
        replace: true,
        // The router's type knows only the searches of registered routes.
        search: ((before: Record<string, unknown>) => ({
          ...before,
          [name]: isFallback ? undefined : next,
        })) as never,
      });
    },
    [router, name, fallback],
  );
  return [value, write];
}
