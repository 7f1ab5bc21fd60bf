import { type Formats, formatsOf } from '@evenkeel/core/portal/formats';
import { useMemo } from 'react';
import { useReader } from './portal-context.ts';

/** How the reader writes days, moments and amounts, in their time zone. */
export function usePortalFormats(): Formats {
  const { language, timeZone } = useReader();
  return useMemo(() => formatsOf(language, timeZone), [language, timeZone]);
}
