import type { CommentView } from '@evenkeel/contract/comments';

/** What somebody is about to say. */
export type CommentText = { readonly body: string; readonly isClientVisible: boolean };

/** A comment with what answers it, in the order in which it was said. */
export type CommentThread = {
  readonly comment: CommentView;
  readonly answers: readonly CommentView[];
};

/** Comments, the oldest first, each answer below what it answers; one whose start is not here stands alone. */
export function threadsOf(rows: readonly CommentView[]): CommentThread[] {
  const oldest = rows.toReversed();
  const byId = new Map(oldest.map((row) => [row.id, row]));
  const startOf = (row: CommentView): CommentView => {
    const parent = row.parentId === null ? undefined : byId.get(row.parentId);
    return parent ? startOf(parent) : row;
  };
  return oldest
    .filter((row) => startOf(row) === row)
    .map((comment) => ({
      comment,
      answers: oldest.filter((row) => row !== comment && startOf(row) === comment),
    }));
}

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
