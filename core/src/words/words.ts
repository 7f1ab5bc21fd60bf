import { IntlMessageFormat } from 'intl-messageformat';
import { type PortalLanguage, portalLanguages } from './language.ts';

/**
 * Texts in every language of the portal, under the same keys: a missing or a surplus one does not
 * compile. Messages are ICU MessageFormat, so that numbers choose their own plural.
 */
export type Words<Key extends string = string> = Readonly<
  Record<PortalLanguage, Readonly<Record<Key, string>>>
>;

/** What stands in the gaps of a message. */
export type WordValues = Readonly<Record<string, string | number>>;

/**
 * A catalogue of texts that clients read, in every language.
 * @example
 * const words = catalogue({
 *   en: { days: '{count, plural, one {# day} other {# days}}' },
 *   de: { days: '{count, plural, one {# Tag} other {# Tage}}' },
 *   …
 * });
 * say(words, 'de')('days', { count: 2 }) // '2 Tage'
 */
export function catalogue<Key extends string>(
  texts: Readonly<Record<'en', Readonly<Record<Key, string>>>> &
    Readonly<Record<Exclude<PortalLanguage, 'en'>, Readonly<Record<NoInfer<Key>, string>>>>,
): Words<Key> {
  return texts;
}

/** The text of a key in one language, its gaps filled. A value that a message names must be given. */
export type Say<Key extends string> = (key: Key, values?: WordValues) => string;

/** Says texts of a catalogue in one language. Throws when a value that the message names is missing. */
export function say<Key extends string>(words: Words<Key>, language: PortalLanguage): Say<Key> {
  const texts = words[language];
  return (key, values = {}) => {
    const text = texts[key];
    if (!text.includes('{') && !text.includes("'")) return text;
    return String(formatOf(text, language).format({ ...values }));
  };
}

/** The gaps of a message, sorted: a test holds those of every language against each other. */
export function gapsOf(text: string): readonly string[] {
  const names = new Set<string>();
  collectGaps(new IntlMessageFormat(text, 'en').getAst(), names);
  return [...names].sort();
}

/** Every text in every language of a catalogue, with its key. */
export function textsOf(
  words: Words,
): readonly { readonly language: PortalLanguage; readonly key: string; readonly text: string }[] {
  return portalLanguages.flatMap((language) =>
    Object.entries(words[language]).map(([key, text]) => ({ language, key, text })),
  );
}

/** Messages read once: reading takes far longer than filling. */
const formats = new Map<string, IntlMessageFormat>();

function formatOf(text: string, language: PortalLanguage): IntlMessageFormat {
  const key = `${language}:${text}`;
  const known = formats.get(key);
  if (known) return known;
  // A portal's texts hold no markup: a "<" is a "<".
  const made = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
  formats.set(key, made);
  return made;
}

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

function collectGaps(parts: readonly Part[], names: Set<string>): void {
  for (const part of parts) {
    if ('value' in part && typeof part.value === 'string' && part.type !== 0) names.add(part.value);
    if ('options' in part) {
      for (const option of Object.values(part.options)) collectGaps(option.value, names);
    }
  }
}
