/**
 * The part of a contact in the decision about a deal (after the roles of the buying centre, Webster and
 * Wind 1972): who decides, pays, influences, will use it, speaks for us inside, or stands against it.
 */
export const stakeholderParts = [
  'decides',
  'pays',
  'influences',
  'uses',
  'supports',
  'blocks',
] as const;
/** One of the parts in a decision. */
export type StakeholderPart = (typeof stakeholderParts)[number];
