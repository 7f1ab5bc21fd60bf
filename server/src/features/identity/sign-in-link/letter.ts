import { letterVoice } from '@evenkeel/core/portal/letter-voice';
import { portalLanguage } from '@evenkeel/core/words/language';
import { portalEntranceWords } from '@evenkeel/core/words/portal-entrance';
import { say } from '@evenkeel/core/words/words';
import type { Kysely } from 'kysely';

import type { Mailer } from '../../../platform/mail/mailer.ts';
import { signInLinkMinutes } from '../better-auth.ts';
import type { IdentityTables } from '../tables.ts';
import { findReader } from './repository.ts';

type Means = {
  readonly logins: Kysely<IdentityTables>;
  readonly mailer: Mailer;
  readonly publicUrl: string;
};

/** The link that signs in, in the reader's language and, for a client's user, in the firm's name. */
export async function sendSignInLink(
  { logins, mailer, publicUrl }: Means,
  { email, token }: { readonly email: string; readonly token: string },
): Promise<void> {
  const reader = await findReader(logins, email);
  if (!reader) return;
  const isClient = reader.role === 'client';
  const language = portalLanguage(isClient ? reader.language : null);
  const word = say(portalEntranceWords, language);
  const firm = (isClient ? reader.workspace_name : null) ?? 'Evenkeel';
  const face = isClient ? `?firm=${reader.workspace_id}&language=${language}` : '';
  await mailer.post(logins, {
    to: email,
    subject: word('linkSubject', { firm }),
    paragraphs: [
      word('greeting', { name: reader.name }),
      word('linkText', { firm, minutes: signInLinkMinutes }),
    ],
    // Behind the hash a browser tells nobody.
    action: { label: word('linkAction'), url: `${publicUrl}/sign-in-link${face}#${token}` },
    ...letterVoice(language, { name: firm, accent: isClient ? reader.accent : null }),
  });
}
