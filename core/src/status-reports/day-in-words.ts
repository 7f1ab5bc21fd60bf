import { type CalendarDate, dayNumber } from '../calendar-date.ts';
import type { PortalLanguage } from '../words/language.ts';

const millisecondsOfDay = 86_400_000;

/** English dates are written day first, as in Europe. */
const locales = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' } as const;

/** Made once for each language: making one takes far longer than writing a day. */
const formats = new Map<PortalLanguage, Intl.DateTimeFormat>();

/** A day as people write it in a language: `12 May 2027`, `12. Mai 2027`. */
export function dayInWords(day: CalendarDate, language: PortalLanguage): string {
  return formatOf(language).format(dayNumber(day) * millisecondsOfDay);
}

function formatOf(language: PortalLanguage): Intl.DateTimeFormat {
  const known = formats.get(language);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  formats.set(language, made);
  return made;
}
