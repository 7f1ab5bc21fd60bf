import { z } from 'zod';
import { recordDate } from './scalars.ts';

/** What is asked when an import is run. */
export const importRunOptions = z
  .object({
    handOffsFrom: recordDate
      .nullable()
      .describe(
        'Propose the hand-off of deals that come in won and were signed on this day or later; null for none.',
      ),
  })
  .partial();
