import { QueryClient } from '@tanstack/react-query';
import { ApiError, OfflineError } from './api-client.ts';

/** What the server sent, kept in the browser. Live changes mark it stale; see live-changes.ts. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      retry: (count, error) =>
        !(error instanceof ApiError) && error instanceof OfflineError && count < 2,
    },
  },
});
