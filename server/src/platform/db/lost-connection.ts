/** What a log says of a lost connection. */
export type LostConnection = { readonly reason: string; readonly code: string | null };

/**
 * A lost connection in two words. The driver hangs the whole client on its error, with host, user and
 * every setting of the session, which has no place in a log.
 */
export function lostConnection(error: unknown): LostConnection {
  if (!(error instanceof Error)) return { reason: String(error), code: null };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { reason: error.message, code };
}
