import type { WorkspaceId } from '@evenkeel/core/id';
import { Client } from 'pg';

/** One statement's worth of change, as the database announces it after commit. */
export type ChangeMessage = {
  readonly workspaceId: WorkspaceId;
  readonly subject: string;
  readonly action: 'insert' | 'update' | 'delete';
  /** Null when there were more than fifty: everything of this subject may have changed. */
  readonly ids: readonly string[] | null;
  readonly memberId: string | null;
};

type Listener = (message: ChangeMessage) => void;

export type ChangeFeed = {
  subscribe(workspaceId: WorkspaceId, listener: Listener): () => void;
  close(): Promise<void>;
};

/**
 * Listens for changes on one connection of its own (LISTEN does not survive a transaction pooler, so
 * the address must be direct) and hands them to this process's open browsers. Reconnects by itself;
 * after a gap every listener is told that everything may have changed.
 */
export function openChangeFeed(options: {
  directUrl: string;
  onError: (error: unknown) => void;
}): ChangeFeed {
  const listeners = new Map<WorkspaceId, Set<Listener>>();
  let client: Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let isClosed = false;
  let hadConnection = false;

  const deliver = (message: ChangeMessage) => {
    for (const listener of listeners.get(message.workspaceId) ?? []) listener(message);
  };
  const tellAll = () => {
    for (const workspaceId of listeners.keys()) {
      deliver({ workspaceId, subject: '*', action: 'update', ids: null, memberId: null });
    }
  };
  const lost = (error: unknown) => {
    if (isClosed || retry) return;
    options.onError(error);
    client = null;
    retry = setTimeout(connect, 1_000);
  };
  async function connect(): Promise<void> {
    retry = null;
    const next = new Client({
      connectionString: options.directUrl,
      application_name: 'evenkeel changes',
    });
    next.on('error', lost);
    next.on('end', () => lost(new Error('the change feed was disconnected')));
    next.on('notification', ({ payload }) => {
      // Written by record_change() in the database, and by nothing else.
      if (payload) deliver(JSON.parse(payload) as ChangeMessage);
    });
    try {
      await next.connect();
      await next.query('listen evenkeel_change');
      client = next;
      if (hadConnection) tellAll();
      hadConnection = true;
    } catch (error) {
      lost(error);
    }
  }
  void connect();
  return {
    subscribe(workspaceId, listener) {
      const own = listeners.get(workspaceId) ?? new Set();
      listeners.set(workspaceId, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(workspaceId);
      };
    },
    async close() {
      isClosed = true;
      if (retry) clearTimeout(retry);
      await client?.end();
    },
  };
}
