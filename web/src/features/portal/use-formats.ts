import { type Formats, formatsOf } from '@evenkeel/core/portal/formats';
import { useMemo } from 'react';
import { usePortal } from './portal-context.ts';

/** How the reader writes days, moments and amounts, in their time zone. */
export function usePortalFormats(): Formats {
  const { language, timeZone } = usePortal();
  return useMemo(() => formatsOf(language, timeZone), [language, timeZone]);
}
