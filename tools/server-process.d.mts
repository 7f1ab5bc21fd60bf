import type { ChildProcess } from 'node:child_process';

/** A running server. */
export type ServerProcess = {
  readonly address: string;
  readonly port: number;
  readonly child: ChildProcess;
  /** Settles when the process has ended. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
};

/** Starts the built server on an embedded database, as `npm start` does; settles when it answers. */
export function startServer(options: {
  dataFolder: string;
  port?: number;
  environment?: Record<string, string>;
}): Promise<ServerProcess>;

/** A new folder to start a server in. */
export function temporaryFolder(purpose: string): { folder: string; remove(): void };
