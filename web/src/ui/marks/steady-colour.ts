/** Backgrounds on which white letters hold 4.5:1, in either scheme. */
const backgrounds = [
  '#b4501a',
  '#0b7a75',
  '#5b57d1',
  '#a23b72',
  '#2f6db3',
  '#6b6f1e',
  '#8a4fc0',
  '#3f7a34',
  '#b03a48',
  '#4a6378',
] as const;

/** A colour that stays with a record for life, chosen by its id (FNV-1a hash). */
export function steadyColour(id: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  }
  return backgrounds[hash % backgrounds.length] ?? backgrounds[0];
}

/** First letters of the first and last word: `Ada Lovelace` is AL, `Ada` is A. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words[0]?.match(/\p{L}|\p{N}/u)?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.match(/\p{L}|\p{N}/u)?.[0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}
