import type { QueryClient } from '@tanstack/react-query';

/** What the server tells open browsers: which records of which table changed, never their content. */
export type LiveChange = {
  readonly subject: string;
  readonly action: 'insert' | 'update' | 'delete';
  /** Null: any of them. */
  readonly ids: readonly string[] | null;
};

type Listener = (change: LiveChange) => void;

const listeners = new Set<Listener>();
const pauseMilliseconds = 120;

/** Hears every change of the workspace, own ones too. Returns how to stop. */
export function onLiveChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Marks every kept answer that shows rows of a table as stale; what is on screen is asked again. */
export function markStale(client: QueryClient, subject: string): void {
  void client.invalidateQueries({
    predicate: ({ meta }) => {
      const subjects = meta?.['subjects'];
      return Array.isArray(subjects) && (subject === '*' || subjects.includes(subject));
    },
  });
}

/**
 * Follows the workspace's changes for as long as somebody is signed in. Changes that come close
 * together are taken as one. Returns how to stop.
 */
export function followChanges(client: QueryClient): () => void {
  return follow(client, '/api/v1/events');
}

/** The same for a client user, who hears only of what they see. */
export function followPortal(client: QueryClient): () => void {
  return follow(client, '/api/v1/portal/events');
}

function follow(client: QueryClient, address: string): () => void {
  const source = new EventSource(address);
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    const subjects = waiting.has('*') ? ['*'] : [...waiting];
    waiting.clear();
    for (const subject of subjects) markStale(client, subject);
  };
  source.addEventListener('change', (event: MessageEvent<string>) => {
    // Sent by our own server, which writes nothing else under this name.
    const change = JSON.parse(event.data) as LiveChange;
    for (const listener of listeners) listener(change);
    waiting.add(change.subject);
    timer ??= setTimeout(flush, pauseMilliseconds);
  });
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
