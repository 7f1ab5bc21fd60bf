/** What a comment is answered with in one click. */
export const reactions = ['agree', 'thanks', 'done', 'looking', 'celebrate'] as const;
/** What a comment is answered with in one click. */
export type Reaction = (typeof reactions)[number];

/** The sign that stands for each. */
export const reactionSigns: Readonly<Record<Reaction, string>> = {
  agree: '👍',
  thanks: '🙏',
  done: '✅',
  looking: '👀',
  celebrate: '🎉',
};
