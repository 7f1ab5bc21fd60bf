/** Builds the server and the web app, each only when its sources differ from the last build. */
export function ensureBuilt(options?: { only?: 'server' | 'web' }): Promise<void>;
