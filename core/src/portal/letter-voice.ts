import type { PortalLanguage } from '../words/language.ts';
import { portalEntranceWords } from '../words/portal-entrance.ts';
import { say } from '../words/words.ts';
import { accentColours } from './accent.ts';

/** How a letter to a client looks and speaks beside its own words. */
export type LetterVoice = {
  readonly language: PortalLanguage;
  readonly voice: {
    /** Who signs: the firm. */
    readonly sender: string;
    /** Fill of the button and the text on it, `#rrggbb`. */
    readonly accent: string;
    readonly onAccent: string;
    /** Stands before the address that may be copied. */
    readonly orCopy: string;
  };
};

const evenkeelAccent = '#5b57d1';

/** The voice of a firm's letters to a client; `accent` is `#rrggbb`, or null for Evenkeel's own. */
export function letterVoice(
  language: PortalLanguage,
  firm: { readonly name: string; readonly accent: string | null },
): LetterVoice {
  const { accent, onAccent } = accentColours(firm.accent ?? evenkeelAccent, 'light');
  const orCopy = say(portalEntranceWords, language)('orCopy');
  return { language, voice: { sender: firm.name, accent, onAccent, orCopy } };
}
