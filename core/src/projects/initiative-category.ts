/** What an initiative is for: improve, grow, transform, prepare (ST-04). */
export const initiativeCategories = ['improve', 'grow', 'transform', 'prepare'] as const;
/** What an initiative is for. */
export type InitiativeCategory = (typeof initiativeCategories)[number];

/** The three horizons: today's business, the next one, and what may come after (Baghai et al., 1999). */
export const horizons = [1, 2, 3] as const;

/** Whether a market or an offering is one the firm already has (Ansoff, 1957). */
export const novelties = ['existing', 'new'] as const;
/** Whether a market or an offering is one the firm already has. */
export type Novelty = (typeof novelties)[number];

/** The four fields of the Ansoff matrix. */
export const ansoffFields = ['penetration', 'product', 'market', 'diversification'] as const;
export type AnsoffField = (typeof ansoffFields)[number];

/**
 * The field of the Ansoff matrix that an initiative belongs to; null until both are known.
 * @example ansoffField({ market: 'new', offering: 'existing' }) // 'market'
 */
export function ansoffField(initiative: {
  readonly market: Novelty | null;
  readonly offering: Novelty | null;
}): AnsoffField | null {
  const { market, offering } = initiative;
  if (market === null || offering === null) return null;
  if (market === 'existing') return offering === 'existing' ? 'penetration' : 'product';
  return offering === 'existing' ? 'market' : 'diversification';
}
