/** What an initiative does for the firm (ST-04). */
export const initiativeCategories = ['improve', 'grow', 'transform', 'prepare'] as const;
/** What an initiative does for the firm. */
export type InitiativeCategory = (typeof initiativeCategories)[number];
