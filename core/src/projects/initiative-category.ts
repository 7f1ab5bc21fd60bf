/** What an initiative is for: improve, grow, transform, prepare (ST-04). */
export const initiativeCategories = ['improve', 'grow', 'transform', 'prepare'] as const;
/** What an initiative is for. */
export type InitiativeCategory = (typeof initiativeCategories)[number];
