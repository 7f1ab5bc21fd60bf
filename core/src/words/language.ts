/** Languages of everything that a client reads; the first is what stands in for any other. */
export const portalLanguages = ['en', 'de', 'fr', 'es'] as const;
/** A language of everything that a client reads. */
export type PortalLanguage = (typeof portalLanguages)[number];

/**
 * The portal's language for a language tag as kept on an account or a member.
 * @example portalLanguage('de-AT') // 'de'
 * @example portalLanguage('Polish') // 'en'
 */
export function portalLanguage(tag: string | null): PortalLanguage {
  const wanted = tag?.toLowerCase().split(/[-_]/)[0];
  return portalLanguages.find((language) => language === wanted) ?? portalLanguages[0];
}
