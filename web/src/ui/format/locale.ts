/** The reader's language and region, from the browser; British English where there is none. */
export function readerLocale(): string {
  return (typeof navigator === 'undefined' ? undefined : navigator.languages?.[0]) ?? 'en-GB';
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Making an Intl formatter costs far more than using it: one is kept per locale and options. */
export function numberFormatter(
  locale: string,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  formatters.set(key, made);
  return made;
}
