/** How somebody stands towards an initiative, from for to against (ST-13). */
export const stances = ['champion', 'supporter', 'neutral', 'doubter', 'opponent'] as const;
export type Stance = (typeof stances)[number];

/** How much somebody can help or hold up. */
export const influences = ['high', 'medium', 'low'] as const;
export type Influence = (typeof influences)[number];

/** Whether somebody stands against it and nothing is planned about that yet. */
export function isUnanswered(stakeholder: {
  readonly stance: Stance;
  readonly response: string;
}): boolean {
  const isAgainst = stakeholder.stance === 'doubter' || stakeholder.stance === 'opponent';
  return isAgainst && stakeholder.response.trim() === '';
}
