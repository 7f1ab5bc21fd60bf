import type { PortalLanguage } from '@evenkeel/core/words/language';
import { createContext } from 'react';

/** In which language and time zone a page is read. */
export type Reader = { readonly language: PortalLanguage; readonly timeZone: string };

/** Given by a page outside of the portal's frame, where there is no session to say it. */
export const ReaderContext = createContext<Reader | null>(null);
