import type { ReactNode } from 'react';
import { problemOf } from '../form/problem.ts';
import { ErrorState } from './error-state.tsx';
import { LoadingState } from './loading-state.tsx';

/** What a read gives: its answer, or why there is none, and a way to ask again. */
export type Found<Data> = {
  readonly data: Data | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
};

type LoadedProps<Data> = {
  readonly found: Found<Data>;
  /** What is being loaded: `the deals`. */
  readonly what: string;
  readonly shape?: 'rows' | 'record' | 'cards';
  /** Shown in place of an error when the address names nothing (any more). */
  readonly missing?: ReactNode;
  readonly children: (data: Data) => ReactNode;
};

/** What was read, or that it is on its way, or why it did not come. */
export function Loaded<Data>({ found, what, shape, missing, children }: LoadedProps<Data>) {
  const { data, error, refetch } = found;
  const standing = standingOf(found);
  if (standing === 'missing' && missing !== undefined) return missing;
  if (standing === 'here' && data !== undefined) return children(data);
  if (!error) return <LoadingState what={what} {...(shape ? { shape } : {})} />;
  const { title, requestId } = problemOf(error);
  return (
    <ErrorState
      title={`${what.charAt(0).toUpperCase()}${what.slice(1)} could not be loaded`}
      onRetry={() => void refetch()}
      requestId={requestId}
    >
      <p>{title}</p>
    </ErrorState>
  );
}

/**
 * How a read stands. What is here stays on screen when asking again fails for a fault of the network
 * or the server, yet not when the server refuses it.
 */
export function standingOf(found: Found<unknown>): 'here' | 'on-its-way' | 'missing' | 'failed' {
  const status = found.error ? problemOf(found.error).status : undefined;
  // An address that is no id is refused as not valid; to the reader nothing is there either.
  if (status === 404 || status === 422) return 'missing';
  if (status !== undefined && status < 500) return 'failed';
  if (found.data !== undefined) return 'here';
  return found.error ? 'failed' : 'on-its-way';
}
