/** What was done with a contact; a note is only for us. */
export const interactionKinds = ['call', 'email', 'meeting', 'note'] as const;
export type InteractionKind = (typeof interactionKinds)[number];

export const interactionLabels: Readonly<Record<InteractionKind, string>> = {
  call: 'Call',
  email: 'E-mail',
  meeting: 'Meeting',
  note: 'Note',
};

/** Who came to whom: `in` from the client, `out` from us. */
export const interactionDirections = ['in', 'out'] as const;
export type InteractionDirection = (typeof interactionDirections)[number];

/** Whether an interaction counts as contact with the client: all but a note of our own. */
export function isContact(kind: InteractionKind): boolean {
  return kind !== 'note';
}
