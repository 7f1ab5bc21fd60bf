import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainSubject, replyText } from './reply-text.ts';

/** As the programs write them: what stands above is what somebody typed. */
const samples: readonly { readonly from: string; readonly mail: string; readonly says: string }[] =
  [
    {
      from: 'Gmail, the line broken in two',
      mail: 'Yes, Tuesday works for us.\n\nBest,\nGrace\n\nOn Tue, 12 May 2026 at 10:14, Ada Keel via Evenkeel <\nevenkeel@keel.example> wrote:\n\n> Can we move the workshop?\n>\n> Ada\n',
      says: 'Yes, Tuesday works for us.\n\nBest,\nGrace',
    },
    {
      from: 'Apple Mail',
      mail: 'Please do.\n\n> On 12. May 2026, at 10:14, Evenkeel <evenkeel@keel.example> wrote:\n> \n> Can we?\n',
      says: 'Please do.',
    },
    {
      from: 'Outlook, German',
      mail: 'Das passt.\r\n\r\nMit freundlichen Grüßen\r\nGrace\r\n\r\nVon: Evenkeel <evenkeel@keel.example>\r\nGesendet: Dienstag, 12. Mai 2026 10:14\r\nAn: Grace\r\nBetreff: Workshop\r\n\r\nKönnen wir verschieben?\r\n',
      says: 'Das passt.\n\nMit freundlichen Grüßen\nGrace',
    },
    {
      from: 'Outlook, English, with a rule of underscores',
      mail: 'Fine with me.\n\n________________________________\nFrom: Evenkeel <evenkeel@keel.example>\nSent: Tuesday, May 12, 2026 10:14 AM\nTo: Grace\nSubject: Workshop\n\nCan we?\n',
      says: 'Fine with me.',
    },
    {
      from: 'Thunderbird, German, signature behind dashes',
      mail: 'Gern.\n-- \nGrace Hafen\nHarbour Foods\n\nAm 12.05.26 um 10:14 schrieb Evenkeel:\n> Können wir?\n',
      says: 'Gern.',
    },
    {
      from: 'Gmail, French',
      mail: 'Parfait, merci.\n\nLe mar. 12 mai 2026 à 10:14, Evenkeel <evenkeel@keel.example> a\nécrit :\n\n> Pouvons-nous ?\n',
      says: 'Parfait, merci.',
    },
    {
      from: 'Gmail, Spanish',
      mail: 'De acuerdo.\n\nEl mar, 12 may 2026 a las 10:14, Evenkeel (<evenkeel@keel.example>)\nescribió:\n\n> ¿Podemos?\n',
      says: 'De acuerdo.',
    },
    {
      from: 'a telephone',
      mail: 'Ok!\n\nSent from my iPhone\n\n> On 12 May 2026, at 10:14, Evenkeel <evenkeel@keel.example> wrote:\n> \n> Can we?\n',
      says: 'Ok!',
    },
    {
      from: 'a German telephone without a quote',
      mail: 'Passt\n\nVon meinem iPhone gesendet\n',
      says: 'Passt',
    },
    {
      from: 'somebody who answers between the lines',
      mail: 'On 12 May 2026, Ada wrote:\n> Can we move it?\nYes.\n> And shorten it?\nNo.\n',
      says: 'On 12 May 2026, Ada wrote:\n> Can we move it?\nYes.\n> And shorten it?\nNo.',
    },
    {
      from: 'somebody whose own words begin like a quote',
      mail: 'On the date we agree.\nFrom: Monday on we are away.\nAm Dienstag geht es auch.\n',
      says: 'On the date we agree.\nFrom: Monday on we are away.\nAm Dienstag geht es auch.',
    },
  ];

describe('the text of an answer by mail', () => {
  test.each(samples)('is what was typed in $from', ({ mail, says }) => {
    expect(replyText(mail)).toBe(says);
  });

  test('is empty when nothing was typed, and never longer than the mail', () => {
    expect(replyText('\n\nOn 12 May 2026, Ada wrote:\n> Can we?\n')).toBe('');
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('> a', '-- ', 'On x wrote:'))),
        (lines) => {
          const text = lines.join('\n');
          expect(replyText(text).length).toBeLessThanOrEqual(text.length);
          expect(replyText(replyText(text))).toBe(replyText(replyText(text)));
        },
      ),
    );
  });
});

test('a subject is bare of what replying and forwarding put before it', () => {
  expect(plainSubject('Re: AW: Fwd: WG: The date')).toBe('The date');
  expect(plainSubject('RE[2]: Regarding: x')).toBe('Regarding: x');
  expect(plainSubject('Report')).toBe('Report');
});
