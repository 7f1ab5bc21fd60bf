/** The reader's language and region, from the browser; British English where there is none. */
export function readerLocale(): string {
  return (typeof navigator === 'undefined' ? undefined : navigator.languages?.[0]) ?? 'en-GB';
}

const formatters = new Map<string, Intl.NumberFormat>();

/**
 * Making an Intl formatter costs far more than using it, and a list formats thousands of cells:
 * one is kept for each `key` (what it formats, and its locale).
 */
export function keptFormatter(key: string, make: () => Intl.NumberFormat): Intl.NumberFormat {
  const known = formatters.get(key);
  if (known) return known;
  const made = make();
  formatters.set(key, made);
  return made;
}

/** A formatter with these options, kept as well; for what is not formatted by the thousand. */
export function numberFormatter(
  locale: string,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  return keptFormatter(
    `${locale} ${JSON.stringify(options)}`,
    () => new Intl.NumberFormat(locale, options),
  );
}
