import type { Letter } from '../../../platform/mail/letter.ts';
import type { Mailable } from './repository.ts';

/** One notification as a mail of its own, to whom it was told. */
export function letterOf(told: Mailable, publicUrl: string): Letter {
  return {
    to: told.email,
    subject: told.title,
    paragraphs: paragraphsOf(told.body),
    ...actionOf(told.path, publicUrl),
    footer: `You get this because of what you do at ${told.workspace_name}. Choose what you hear of, and when: ${publicUrl}${settingsPath}`,
  };
}

/** What waited for the digest of the day, the oldest first, as one mail. */
export function digestOf(first: Mailable, told: readonly Mailable[], publicUrl: string): Letter {
  const count = told.length === 1 ? 'one thing' : `${told.length} things`;
  return {
    to: first.email,
    subject: `Your day at ${first.workspace_name}: ${count} to know`,
    paragraphs: told.map(({ title, body, path }) =>
      [title, firstLine(body), path === '' ? '' : `${publicUrl}${path}`]
        .filter((line) => line !== '')
        .join('\n'),
    ),
    action: { label: 'Open the inbox', url: `${publicUrl}/inbox` },
    footer: `One digest a day, at the hour you choose: ${publicUrl}${settingsPath}`,
  };
}

const settingsPath = '/settings/notifications';

function paragraphsOf(body: string): string[] {
  return body.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
}

function firstLine(body: string): string {
  const [line = ''] = body.split('\n');
  return line.length <= 200 ? line : `${line.slice(0, 199)}…`;
}

function actionOf(path: string, publicUrl: string): Pick<Letter, 'action'> {
  return path === '' ? {} : { action: { label: 'Open in Evenkeel', url: `${publicUrl}${path}` } };
}
