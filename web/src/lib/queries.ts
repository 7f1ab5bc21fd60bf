import type { CallInput, Endpoint, OutputOf } from '@evenkeel/contract/endpoint';
import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { callApi } from './api-client.ts';
import { markStale } from './live-changes.ts';

/** Tables (by name, as the change record says them) whose changes make an answer stale. */
export type Subjects = readonly string[];

type QueryOptions = {
  readonly subjects: Subjects;
  readonly enabled?: boolean;
  /** Shows the last answer while that for a new input is on its way. */
  readonly keepPrevious?: boolean;
};

/** Reads an endpoint; asked again when one of `subjects` changes, by whomever. */
export function useApi<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  options: QueryOptions,
): UseQueryResult<OutputOf<E>> {
  return useQuery<OutputOf<E>>({
    queryKey: apiKey(endpoint, input),
    queryFn: ({ signal }) => callApi(endpoint, input, signal),
    meta: { subjects: options.subjects },
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

/** The key under which an endpoint's answer is kept. */
export function apiKey<E extends Endpoint>(endpoint: E, input: CallInput<E>) {
  return [endpoint.path, input.params ?? {}, input.query ?? {}] as const;
}

/** Calls an endpoint that writes; afterwards everything that shows one of `subjects` is asked again. */
export function useApiWrite<E extends Endpoint>(
  endpoint: E,
  options: { readonly subjects: Subjects },
): UseMutationResult<OutputOf<E>, Error, CallInput<E>> {
  const client = useQueryClient();
  return useMutation<OutputOf<E>, Error, CallInput<E>>({
    mutationFn: (input) => callApi(endpoint, input),
    onSettled: () => {
      for (const subject of options.subjects) markStale(client, subject);
    },
  });
}
