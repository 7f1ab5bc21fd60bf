import { identity } from '@evenkeel/contract/identity';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError, OfflineError } from './api-client.ts';

/** What the server sent, kept in the browser. Live changes mark it stale; see live-changes.ts. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: askWhoIsSignedIn }),
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      gcTime: 10 * 60_000,
      // The query library would wait in silence until the network is back; people want to be told.
      networkMode: 'always',
      refetchOnReconnect: true,
      refetchOnWindowFocus: false,
      retry: (count, error) =>
        !(error instanceof ApiError) && error instanceof OfflineError && count < 2,
    },
    mutations: { networkMode: 'always' },
  },
});

/** A session that ended: asked anew, the frame of signed-in pages leads to where one can sign in. */
function askWhoIsSignedIn(error: Error): void {
  if (!(error instanceof ApiError) || error.problem.code !== 'not-signed-in') return;
  void queryClient.invalidateQueries({ queryKey: [identity.session.path] });
}
