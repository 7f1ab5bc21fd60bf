/**
 * A piece of `text` round the first of `words` that stands in it, in any case, of about `length`
 * letters; with "…" where something was left out, line breaks as blanks. The beginning of the text when
 * none of the words stands in it.
 * @param length at least 20.
 * @example
 * excerpt('The migration of the archive takes until May.', ['archive'], 24) // '… of the archive takes …'
 */
export function excerpt(text: string, words: readonly string[], length: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= length) return flat;
  const lower = flat.toLowerCase();
  const found = words
    .map((word) => lower.indexOf(word.toLowerCase()))
    .filter((position) => position >= 0);
  const first = found.length === 0 ? 0 : Math.min(...found);
  const wanted = Math.max(0, Math.min(first - Math.floor(length / 3), flat.length - length));
  const from = wanted === 0 ? 0 : afterBlank(flat, wanted);
  const until = from + length >= flat.length ? flat.length : beforeBlank(flat, from + length);
  return `${from > 0 ? '… ' : ''}${flat.slice(from, until).trim()}${until < flat.length ? ' …' : ''}`;
}

/** Where the next word begins, unless it is a long way off. */
function afterBlank(text: string, position: number): number {
  const blank = text.indexOf(' ', position);
  return blank >= 0 && blank - position < 20 ? blank + 1 : position;
}

function beforeBlank(text: string, position: number): number {
  const blank = text.lastIndexOf(' ', position);
  return position - blank < 20 ? blank : position;
}
