import { letterVoice } from '@evenkeel/core/portal/letter-voice';
import { scores } from '@evenkeel/core/satisfaction/satisfaction';
import { portalLanguage } from '@evenkeel/core/words/language';
import { notificationWords } from '@evenkeel/core/words/notifications';
import { satisfactionWords } from '@evenkeel/core/words/satisfaction';
import { say } from '@evenkeel/core/words/words';
import type { Letter } from '../../../platform/mail/letter.ts';
import type { Mailable } from './repository.ts';

/** Where an answer to a mail goes, and which mails stand together. */
export type Thread = { readonly replyTo: string; readonly thread: string };

/** Where links lead, and the colour of the firm (`#rrggbb`) in what its clients read. */
export type Look = { readonly publicUrl: string; readonly accent: string | null };

/** One notification as a mail of its own, to whom it was told. */
export function letterOf(told: Mailable, look: Look, answer: Thread | null): Letter {
  const { publicUrl } = look;
  const words = wordsFor(told, publicUrl);
  return {
    to: told.email,
    subject: told.title,
    language: told.language,
    paragraphs: [...paragraphsOf(told.body), ...(answer ? [words.answer] : [])],
    ...wayIn(told, publicUrl, words.open),
    footer: words.why,
    ...answer,
    ...voiceFor(told, look),
  };
}

/** Where a mail leads: to its record, or by one of five answers to a page that needs no login. */
function wayIn(
  { topic, path, mail_path, language }: Mailable,
  publicUrl: string,
  open: string,
): Pick<Letter, 'action' | 'choices'> {
  if (topic === 'client-satisfaction' && mail_path !== null) {
    const words = say(satisfactionWords, portalLanguage(language));
    const choices = scores.map((score) => ({
      mark: String(score),
      label: words(`score${score}`),
      url: `${publicUrl}${mail_path}.${score}`,
    }));
    return { choices };
  }
  return path === '' ? {} : { action: { label: open, url: `${publicUrl}${mail_path ?? path}` } };
}

/** What waited for the digest of the day, the oldest first, as one mail. */
export function digestOf(first: Mailable, told: readonly Mailable[], look: Look): Letter {
  const { publicUrl } = look;
  const words = wordsFor(first, publicUrl);
  return {
    to: first.email,
    subject: words.digest(told.length),
    language: first.language,
    paragraphs: told.map(({ title, body, path, mail_path }) =>
      [title, firstLine(body), path === '' ? '' : `${publicUrl}${mail_path ?? path}`]
        .filter((line) => line !== '')
        .join('\n'),
    ),
    action: { label: words.inbox, url: `${publicUrl}${words.inboxPath}` },
    footer: words.why,
    ...voiceFor(first, look),
  };
}

/** A firm writes to its clients in its own name and colour. */
function voiceFor(told: Mailable, { accent }: Look): Pick<Letter, 'voice'> {
  if (told.role !== 'client') return {};
  return letterVoice(portalLanguage(told.language), { name: told.workspace_name, accent });
}

type LetterWords = {
  readonly open: string;
  readonly answer: string;
  readonly why: string;
  readonly inbox: string;
  readonly inboxPath: string;
  readonly digest: (count: number) => string;
};

/** Client users read their own language and are led into the portal, members English and the app. */
function wordsFor(told: Mailable, publicUrl: string): LetterWords {
  const firm = told.workspace_name;
  if (told.role === 'client') {
    const words = say(notificationWords, portalLanguage(told.language));
    return {
      open: words('open'),
      answer: words('answer'),
      why: words('why', { firm, url: `${publicUrl}/portal/news` }),
      inbox: words('digestOpen'),
      inboxPath: '/portal/news',
      digest: (count) => words('digest', { firm, count }),
    };
  }
  return {
    open: 'Open in Evenkeel',
    answer: 'You can answer this mail: what you write is added to the discussion.',
    why: `You get this because of what you do at ${firm}. Choose what you hear of, and when: ${publicUrl}/settings/notifications`,
    inbox: 'Open the inbox',
    inboxPath: '/inbox',
    digest: (count) =>
      `Your day at ${firm}: ${count === 1 ? 'one thing' : `${count} things`} to know`,
  };
}

function paragraphsOf(body: string): string[] {
  return body.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
}

function firstLine(body: string): string {
  const [line = ''] = body.split('\n');
  return line.length <= 200 ? line : `${line.slice(0, 199)}…`;
}
