/** Why two records belong together, as read from the first to the second and back. */
export const linkReasons = {
  related: { forth: 'Related to', back: 'Related to' },
  'came-from': { forth: 'Came from', back: 'Led to' },
  supports: { forth: 'Supports', back: 'Supported by' },
  'depends-on': { forth: 'Depends on', back: 'Needed by' },
  replaces: { forth: 'Replaces', back: 'Replaced by' },
} as const;

/** A word for why two records belong together. */
export type LinkReason = keyof typeof linkReasons;

// The keys of the table above, and no others.
/** The words, in the order in which they are offered. */
export const linkReasonNames = Object.keys(linkReasons) as [LinkReason, ...LinkReason[]];
