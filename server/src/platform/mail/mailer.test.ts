import { expect, it } from 'vitest';
import { writeLetter } from './letter.ts';
import { openMailer } from './mailer.ts';

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

it('tries again when the mail server refuses, and gives up after the last wait', async () => {
  let tries = 0;
  const errors: string[] = [];
  const mailer = openMailer({
    carrier: async () => {
      tries += 1;
      throw new Error('421 later');
    },
    log: { warn: () => undefined, error: (_error, message) => void errors.push(message) },
    retryAfterMilliseconds: [1, 1],
  });
  mailer.post(letter);
  await expect.poll(() => tries).toBe(3);
  await mailer.close();
  expect(errors).toHaveLength(3);
});

it('writes a letter to the log when there is no mail server', () => {
  const lines: string[] = [];
  const mailer = openMailer({
    carrier: null,
    log: { warn: (line) => void lines.push(line), error: () => undefined },
    retryAfterMilliseconds: [],
  });
  mailer.post(letter);
  expect(mailer.isConfigured).toBe(false);
  expect(lines[0]).toContain('https://example.com/a?b="c"');
});
