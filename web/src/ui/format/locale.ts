/** The reader's language and region, from the browser; British English where there is none. */
export function readerLocale(): string {
  const languages = typeof navigator === 'undefined' ? [] : navigator.languages;
  // This is asked for each cell of a list, so no farther than the first of them as a rule.
  return languages?.find(isLanguageTag) ?? 'en-GB';
}

const languageTags = new Map<string, boolean>();

/** Browsers under a POSIX system name themselves `en-US@posix`, which Intl refuses. */
export function isLanguageTag(language: string): boolean {
  const known = languageTags.get(language);
  if (known !== undefined) return known;
  const isTag = isKnownToIntl(language);
  languageTags.set(language, isTag);
  return isTag;
}

function isKnownToIntl(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch {
    return false;
  }
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
