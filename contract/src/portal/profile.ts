import { portalLanguages } from '@evenkeel/core/words/language';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { personalName, timeZone } from '../identity.ts';

/** How the reader wants to be addressed. */
export const portalProfile = z.object({
  name: z.string(),
  email: z.string(),
  language: z.enum(portalLanguages).nullable().describe('Null: the language of the account.'),
  timeZone: z.string().nullable().describe('Null: the time zone of the firm.'),
});
/** How the reader wants to be addressed. */
export type PortalProfile = z.infer<typeof portalProfile>;

/** The reader's own name, language and time zone. */
export const portalProfiles = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/portal/profile',
    permission: 'client',
    summary: "The reader's own name, language and time zone.",
    output: portalProfile,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/portal/profile',
    permission: 'client',
    summary: "Change the reader's own name, language and time zone.",
    body: z
      .object({
        name: personalName,
        language: z.enum(portalLanguages).nullable(),
        timeZone: timeZone.nullable(),
      })
      .partial(),
    output: portalProfile,
  }),
};
