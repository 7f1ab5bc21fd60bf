/** The words of a text as they stand and in lower case: hyphenated ones as a whole and in their parts. */
export function foldedWords(text: string): { readonly word: string; readonly folded: string }[] {
  return [...text.matchAll(/\p{L}+(?:-\p{L}+)*/gu)]
    .flatMap(([word]) => (word.includes('-') ? [word, ...word.split('-')] : [word]))
    .map((word) => ({ word, folded: word.toLowerCase() }));
}
