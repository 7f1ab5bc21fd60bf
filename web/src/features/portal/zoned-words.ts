import type { Instant } from '@evenkeel/core/instant';
import type { PortalLanguage } from '@evenkeel/core/words/language';

/** English dates are written day first, as in Europe. */
const locales = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' } as const;

/** The day of a moment in a zone, as people write it. */
export function dayOf(moment: Instant, timeZone: string, language: PortalLanguage): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone }).format(
    new Date(moment),
  );
}

/** Day and time of a moment in a zone, with the zone's short name. */
export function momentOf(moment: Instant, timeZone: string, language: PortalLanguage): string {
  return new Intl.DateTimeFormat(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(moment));
}
