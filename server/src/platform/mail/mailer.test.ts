import { expect, it } from 'vitest';
import { writeLetter } from './letter.ts';
import { letterJob, openMailer } from './mailer.ts';

const letter = {
  to: 'ada@example.com',
  subject: 'Hello',
  paragraphs: ['Hello <Ada>,', 'one & two.'],
  action: { label: 'Open', url: 'https://example.com/a?b="c"' },
};

it('writes the same words as text and as HTML, in which nothing is markup', () => {
  const { text, html } = writeLetter(letter);
  expect(text).toBe(
    'Hello <Ada>,\n\none & two.\n\nOpen:\nhttps://example.com/a?b="c"\n\nEvenkeel\n',
  );
  expect(html).toContain('<p>Hello &#60;Ada&#62;,</p><p>one &#38; two.</p>');
  expect(html).toContain('href="https://example.com/a?b=&#34;c&#34;"');
});

it('keeps a subject from beginning another header', () => {
  expect(writeLetter({ ...letter, subject: 'Hi\r\nBcc: all@example.com' }).subject).toBe(
    'Hi Bcc: all@example.com',
  );
});

it('writes a letter to the log when there is no mail server', async () => {
  const lines: string[] = [];
  const log = { info: () => undefined, warn: (line: string) => void lines.push(line) };
  await letterJob(null, log).work(letter);
  expect(openMailer(null).isConfigured).toBe(false);
  expect(lines[0]).toContain('https://example.com/a?b="c"');
});
