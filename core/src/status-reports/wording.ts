import type { PortalLanguage } from '../words/language.ts';
import { foldedWords } from './folded-words.ts';

/** What a formal text does not do. */
export const wordingRules = [
  'familiar-address',
  'contraction',
  'exclamation',
  'emoji',
  'shouting',
  'inside-word',
  'casual-word',
] as const;
/** What a formal text does not do. */
export type WordingRule = (typeof wordingRules)[number];

/** A place in a text that breaks a rule of its voice. */
export type WordingIssue = { readonly rule: WordingRule; readonly excerpt: string };

const familiar: Record<PortalLanguage, readonly string[]> = {
  en: [],
  de: ['du', 'dich', 'dir', 'dein', 'deine', 'deinen', 'deinem', 'deiner', 'euch', 'euer', 'eure'],
  fr: ['tu', 'te', 'toi', 'ton', 'ta', 'tes'],
  es: ['tú', 'ti', 'tu', 'tus', 'contigo', 'vosotros', 'vuestro', 'vuestra', 'os'],
};

const casual: Record<PortalLanguage, readonly string[]> = {
  en: ['hi', 'hey', 'guys', 'ok', 'okay', 'yeah', 'asap', 'fyi', 'stuff', 'gonna', 'btw', 'sorry'],
  de: ['hallo', 'hi', 'hey', 'ok', 'okay', 'super', 'klar', 'asap', 'kriegen', 'sorry', 'tschüss'],
  fr: ['salut', 'coucou', 'ok', 'okay', 'super', 'asap', 'truc', 'boulot', 'sorry'],
  es: ['hola', 'ok', 'okay', 'vale', 'asap', 'guay', 'chicos', 'sorry'],
};

/** Words of the firm's own bookkeeping, which a client's text has no reason to hold. */
const inside: Record<PortalLanguage, readonly string[]> = {
  en: [
    'margin',
    'utilisation',
    'utilization',
    'understaffed',
    'overrun',
    'ring-fence',
    'write-off',
  ],
  de: ['marge', 'auslastung', 'unterbesetzt', 'deckungsbeitrag'],
  fr: ['marge', 'sous-effectif'],
  es: ['margen', 'infradotado'],
};

// Both apostrophes. French and Spanish elide in every register, so only English is looked at; German
// drops the e of "es" in speech: "geht's".
const contractions: Partial<Record<PortalLanguage, RegExp>> = {
  en: /\b(?:\p{L}+n[’']t|(?:i|we|you|they|he|she|it|that|there|who|what|let|nobody|everybody|here)[’'](?:s|re|ve|ll|d|m))\b/giu,
  de: /\b\p{L}+[’']s\b/giu,
};

/**
 * Where a text for a client leaves the formal tone of its language: familiar address, contractions,
 * exclamation, emoji, shouting, casual words and words of the firm's own bookkeeping. Names in quotes
 * are not looked at: they are called what they are called (CL-16, B11).
 */
export function wordingIssues(text: string, language: PortalLanguage): WordingIssue[] {
  const said = text.replace(/[“„«"][^”“»"]*[”“»"]/gu, ' ');
  const among = (rule: WordingRule, known: readonly string[]) =>
    foldedWords(said)
      .filter(({ folded }) => known.includes(folded))
      .map(({ word }) => ({ rule, excerpt: word }));
  return [
    ...among('familiar-address', familiar[language]),
    ...matches('contraction', said, contractions[language]),
    ...matches('exclamation', said, /[^\s!]*!+/gu),
    ...matches('emoji', said, /\p{Extended_Pictographic}/gu),
    ...matches('shouting', said, /\b\p{Lu}{4,}(?:\s+\p{Lu}{2,})*\b/gu),
    ...among('inside-word', inside[language]),
    ...among('casual-word', casual[language]),
  ];
}

function matches(rule: WordingRule, text: string, pattern: RegExp | undefined): WordingIssue[] {
  if (!pattern) return [];
  return [...text.matchAll(pattern)].map(([excerpt]) => ({ rule, excerpt }));
}
