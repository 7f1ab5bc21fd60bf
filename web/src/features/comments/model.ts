import type { CommentView } from '@evenkeel/contract/comments';

/** What somebody is about to say. */
export type CommentText = { readonly body: string; readonly isClientVisible: boolean };

/** Who wrote a comment, as a mark shows them: the person where there is one. */
export function authorMark({ author }: CommentView): {
  readonly id: string;
  readonly name: string;
} {
  return { id: author.personId ?? author.memberId ?? author.name, name: author.name };
}

/** The beginning of a name that is being typed behind an `@` just before the caret; null when none is. */
export function mentionQuery(text: string, caret: number): string | null {
  return (
    /(?:^|[\s(])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)$/u.exec(text.slice(0, caret))?.[1] ??
    null
  );
}

/** The text with the name in place of what was typed of it, and where the caret goes. */
export function withMention(
  text: string,
  caret: number,
  name: string,
): { readonly text: string; readonly caret: number } {
  const query = mentionQuery(text, caret) ?? '';
  const before = `${text.slice(0, caret - query.length)}${name} `;
  return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length };
}
