/** Languages that are offered; any other that stands on a record is shown by its name as well. */
const offered =
  'en de fr es it pt pt-BR nl da sv no fi pl cs sk hu ro bg el hr sl sr uk ru lt lv et ga tr ar he fa hi zh ja ko vi th id ms'.split(
    ' ',
  );

const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** A language in words: `de` is German. */
export function languageName(code: string): string {
  return names.of(code) ?? code;
}

/** The languages to choose from, by name; with the one that stands there. */
export function languageChoices(standing: string | null): { value: string; label: string }[] {
  const codes = new Set([...offered, ...(standing ? [standing] : [])]);
  return [...codes]
    .map((value) => ({ value, label: languageName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
