/** Amounts that a firm may choose to show a client in the portal; nothing is shown unless chosen. */
export const portalAmounts = ['price', 'budgeted-hours', 'used-hours'] as const;
/** An amount that a firm may choose to show. */
export type PortalAmount = (typeof portalAmounts)[number];
