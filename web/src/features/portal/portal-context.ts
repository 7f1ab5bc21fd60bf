import type { PortalSession } from '@evenkeel/contract/portal/portal';
import { type Say, say, type Words } from '@evenkeel/core/words/words';
import { createContext, useContext, useMemo } from 'react';
import { type Reader, ReaderContext } from './reader-context.ts';

/** Given by the frame round every page of the portal. */
export const PortalContext = createContext<PortalSession | null>(null);

/** Who looks at the portal. Only within its frame. */
export function usePortal(): PortalSession {
  const session = useContext(PortalContext);
  if (!session) throw new Error('used outside of the portal');
  return session;
}

/** In which language and time zone this page is read, within the portal's frame or outside of it. */
export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  const session = useContext(PortalContext);
  const found = reader ?? session;
  if (!found) throw new Error('used on a page that nobody reads');
  return found;
}

/** Says texts of a catalogue in the reader's language. */
export function usePortalWords<Key extends string>(words: Words<Key>): Say<Key> {
  const { language } = useReader();
  return useMemo(() => say(words, language), [words, language]);
}
