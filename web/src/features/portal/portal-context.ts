import type { PortalSession } from '@evenkeel/contract/portal/portal';
import { type Say, say, type Words } from '@evenkeel/core/words/words';
import { createContext, useContext, useMemo } from 'react';

/** Given by the frame round every page of the portal. */
export const PortalContext = createContext<PortalSession | null>(null);

/** Who looks at the portal. Only within its frame. */
export function usePortal(): PortalSession {
  const session = useContext(PortalContext);
  if (!session) throw new Error('used outside of the portal');
  return session;
}

/** Says texts of a catalogue in the reader's language. */
export function usePortalWords<Key extends string>(words: Words<Key>): Say<Key> {
  const { language } = usePortal();
  return useMemo(() => say(words, language), [words, language]);
}
