import type { Choice } from '../../ui/form/choice-fields.tsx';
import { isLanguageTag } from '../../ui/format/locale.ts';

/** Regions by the currency firms there usually count in. */
const regions: Record<string, string> = {
  AT: 'EUR',
  AU: 'AUD',
  BE: 'EUR',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CN: 'CNY',
  CY: 'EUR',
  CZ: 'CZK',
  DE: 'EUR',
  DK: 'DKK',
  EE: 'EUR',
  ES: 'EUR',
  FI: 'EUR',
  FR: 'EUR',
  GB: 'GBP',
  GR: 'EUR',
  HR: 'EUR',
  HU: 'HUF',
  IE: 'EUR',
  IN: 'INR',
  IT: 'EUR',
  JP: 'JPY',
  KR: 'KRW',
  LT: 'EUR',
  LU: 'EUR',
  LV: 'EUR',
  MT: 'EUR',
  MX: 'MXN',
  NL: 'EUR',
  NO: 'NOK',
  NZ: 'NZD',
  PL: 'PLN',
  PT: 'EUR',
  RO: 'RON',
  SE: 'SEK',
  SG: 'SGD',
  SI: 'EUR',
  SK: 'EUR',
  TR: 'TRY',
  US: 'USD',
  ZA: 'ZAR',
};

/** The currency to offer first: that of the reader's region, else the euro. */
export function likelyCurrency(languages: readonly string[]): string {
  for (const language of languages.filter(isLanguageTag)) {
    const region = new Intl.Locale(language).maximize().region;
    const currency = region ? regions[region] : undefined;
    if (currency) return currency;
  }
  return 'EUR';
}

/** Every currency of today by its code and name. */
export function currencyChoices(): readonly Choice[] {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code) => ({
    value: code,
    label: `${code} · ${names.of(code) ?? code}`,
  }));
}

/** Every time zone this browser knows, the given one among them. */
export function timeZoneChoices(own: string): readonly Choice[] {
  const zones = new Set([own, ...Intl.supportedValuesOf('timeZone')]);
  return [...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}

export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
