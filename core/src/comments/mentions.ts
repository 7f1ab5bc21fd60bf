/** Somebody who can be mentioned. */
export type Mentionable = { readonly id: string; readonly name: string };

/** A stretch of a comment: text as it is, the name of somebody mentioned, or an address. */
export type CommentPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mention'; readonly text: string; readonly id: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

const address = /https?:\/\/[^\s<>"]+/g;
/** What ends a sentence after an address is not part of it. */
const trailing = /[.,;:!?'")\]]+$/;

/**
 * Who of `people` is mentioned in a text: those whose `@Name` stands in it. Of names that begin alike
 * the longest counts (`@Ann Lee` mentions Ann Lee, not Ann).
 */
export function mentionedIn<Person extends Mentionable>(
  text: string,
  people: readonly Person[],
): Person[] {
  const found = new Set(
    mentionParts(text, people).flatMap((part) => (part.kind === 'mention' ? [part.id] : [])),
  );
  return people.filter(({ id }) => found.has(id));
}

/**
 * A comment in parts that read, one after the other, as the comment itself.
 * @example commentParts('See https://a.example, @Ann', [ann]) // text, link, text, mention
 */
export function commentParts(text: string, mentions: readonly Mentionable[]): CommentPart[] {
  return mentionParts(text, mentions).flatMap((part) =>
    part.kind === 'text' ? linkParts(part.text) : [part],
  );
}

function mentionParts(text: string, people: readonly Mentionable[]): CommentPart[] {
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length);
  const parts: CommentPart[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const person = longestFirst.find(({ name }) => isNamedAt(text, at, name));
    if (!person) continue;
    if (at > from) parts.push({ kind: 'text', text: text.slice(from, at) });
    from = at + 1 + person.name.length;
    parts.push({ kind: 'mention', text: text.slice(at, from), id: person.id });
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/** Whether `@name` stands at a place as a word of its own: no part of an e-mail address. */
function isNamedAt(text: string, at: number, name: string): boolean {
  if (name === '' || !text.startsWith(name, at + 1)) return false;
  const before = at === 0 ? '' : text.charAt(at - 1);
  const after = text.charAt(at + 1 + name.length);
  return !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
}

function linkParts(text: string): CommentPart[] {
  const parts: CommentPart[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const href = match[0].replace(trailing, '');
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push({ kind: 'link', text: href, href });
    from = match.index + href.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}
