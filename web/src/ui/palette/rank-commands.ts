import { foldText } from '../fold-text.ts';

/** Something the palette can do or open. */
export type Searchable = { readonly label: string; readonly keywords?: string };

/**
 * The entries that match every word of the query, best first; all, in their order, for no query.
 * A word matches at the start of the label best, then at the start of a word, then inside, then as
 * letters in a row (`nd` finds New deal).
 */
export function rankCommands<Entry extends Searchable>(
  query: string,
  entries: readonly Entry[],
): Entry[] {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...entries];
  return entries
    .map((entry, index) => ({ entry, index, score: scoreOf(words, entry) }))
    .filter((candidate) => candidate.score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map((candidate) => candidate.entry);
}

function scoreOf(words: readonly string[], entry: Searchable): number {
  const label = foldText(entry.label);
  const keywords = foldText(entry.keywords ?? '');
  let total = 0;
  for (const word of words) {
    const score = Math.max(labelScore(word, label), keywords.includes(word) ? 1.5 : 0);
    if (score === 0) return 0;
    total += score;
  }
  return total;
}

function labelScore(word: string, label: string): number {
  if (label.startsWith(word)) return 4;
  if (label.split(/[\s-]+/).some((part) => part.startsWith(word))) return 3;
  if (label.includes(word)) return 2;
  const initials = label
    .split(/[\s-]+/)
    .map((part) => part[0] ?? '')
    .join('');
  return initials.startsWith(word) ? 1 : 0;
}
