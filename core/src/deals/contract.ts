/** How a contract is paid: one price, by the hour, or so much a period. */
export const contractTerms = ['fixed-price', 'time-and-materials', 'retainer'] as const;
/** One of the ways. */
export type ContractTerms = (typeof contractTerms)[number];
