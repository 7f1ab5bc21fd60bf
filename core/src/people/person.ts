/** What binds a person to the firm: employed, working for it under contract, or sent by a vendor. */
export const personKinds = ['staff', 'contractor', 'vendor'] as const;
/** What binds a person to the firm. */
export type PersonKind = (typeof personKinds)[number];
