import type { PortalAmount } from '@evenkeel/core/projects/portal';
import type { PortalLanguage } from '@evenkeel/core/words/language';

/** The languages of the portal, in English. */
export const languageWords: Record<PortalLanguage, string> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
};

/** The amounts that may be shown. */
export const amountWords: Record<PortalAmount, string> = {
  price: 'Agreed price',
  'budgeted-hours': 'Hours agreed',
  'used-hours': 'Hours used so far',
};
