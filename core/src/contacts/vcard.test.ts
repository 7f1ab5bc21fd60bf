import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CardContact, readCards, writeCards } from './vcard.ts';

const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');

describe('a vCard is read as other programs write it', () => {
  test('3.0 of Apple: grouped, folded, escaped, in UTF-8', () => {
    const text = card(
      'VERSION:3.0',
      'N:Müller;Jörg;;Dr.;',
      'FN:Dr. Jörg Müller',
      'ORG:Harbour Logistics\\, GmbH;Operations',
      'TITLE:Head of oper',
      ' ations',
      'item1.EMAIL;type=INTERNET;type=WORK;type=pref:jorg@harbour.example',
      'item1.X-ABLabel:_$!<Work>!$_',
      'TEL;type=CELL;type=VOICE:+49 170 123456',
      'NOTE:First line\\nSecond\\; with marks\\, all',
    );
    expect(readCards(text)).toEqual([
      {
        number: 1,
        problems: [],
        contact: {
          name: 'Dr. Jörg Müller',
          jobTitle: 'Head of operations',
          organisation: 'Harbour Logistics, GmbH',
          emails: [{ email: 'jorg@harbour.example', label: 'work' }],
          phones: [{ phone: '+49 170 123456', label: 'cell' }],
          language: null,
          notes: 'First line\nSecond; with marks, all',
        },
      },
    ]);
  });

  test('2.1 of phones and Outlook: bare parameters, quoted-printable with soft breaks', () => {
    const text = card(
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;',
      'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg =',
      'M=C3=BCller',
      'TEL;CELL:+49170123',
      'EMAIL;PREF;INTERNET:a@b.example',
      'NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo',
    );
    const [read] = readCards(text);
    expect(read?.contact).toMatchObject({
      name: 'Jörg Müller',
      emails: [{ email: 'a@b.example', label: '' }],
      phones: [{ phone: '+49170123', label: 'cell' }],
      notes: 'one\r\ntwo',
    });
    expect(read?.problems).toEqual([]);
  });

  test('4.0: addresses as links, quoted parameters, a language; plain line ends and a byte order mark', () => {
    const text = `\uFEFFBEGIN:VCARD\nVERSION:4.0\nFN:Anna Berg\nTEL;VALUE=uri;TYPE="voice,home":tel:+1-555-0100\nEMAIL;PREF=1:mailto:anna@x.example\nLANG:fr\nEND:VCARD\nBEGIN:VCARD\nFN:Bo\nEND:VCARD`;
    const read = readCards(text);
    expect(read.map(({ contact }) => contact.name)).toEqual(['Anna Berg', 'Bo']);
    expect(read[0]?.contact).toMatchObject({
      language: 'fr',
      phones: [{ phone: '+1-555-0100', label: 'home' }],
      emails: [{ email: 'anna@x.example', label: '' }],
    });
  });

  test('what is wrong is told for its card, and the others are read all the same', () => {
    const text =
      card('FN:Ok', 'THIS IS BROKEN', 'EMAIL:no address') +
      card('EMAIL:only@mail.example') +
      card('NOTE:nobody');
    const read = readCards(text);
    expect(read.map(({ problems }) => problems.length)).toEqual([2, 0, 1]);
    expect(read[1]?.contact.name).toBe('only@mail.example');
    expect(read[2]?.problems).toEqual(['The card names nobody.']);
    expect(readCards('BEGIN:VCARD\nFN:One\nBEGIN:VCARD\nFN:Two\nEND:VCARD')).toHaveLength(2);
    expect(readCards('no card at all')).toEqual([]);
  });
});

const words = fc
  .stringMatching(/^[\p{L}\p{N},;:\\" .=+-]{1,60}$/u)
  .map((text) => text.trim())
  .filter((text) => text !== '');
const anyContact: fc.Arbitrary<CardContact> = fc.record({
  name: words,
  jobTitle: fc.option(words),
  organisation: fc.option(words),
  emails: fc
    .uniqueArray(fc.constantFrom('a@b.example', 'c@d.example', 'e@f.example'))
    .map((all) => all.map((email) => ({ email, label: 'work' }))),
  phones: fc
    .uniqueArray(fc.constantFrom('+49 170 1', '+1 555'))
    .map((all) => all.map((phone) => ({ phone, label: 'cell' }))),
  language: fc.constantFrom(null, 'de', 'fr'),
  notes: fc.array(words, { maxLength: 4 }).map((all) => all.join('\n')),
});

test('what is written is read again as it was, whatever it says, in lines of 75 octets', () => {
  fc.assert(
    fc.property(fc.array(anyContact, { minLength: 1, maxLength: 3 }), (contacts) => {
      const text = writeCards(contacts);
      expect(readCards(text).map(({ contact }) => contact)).toEqual(contacts);
      const octets = text.split('\r\n').map((line) => new TextEncoder().encode(line).length);
      expect(Math.max(...octets)).toBeLessThanOrEqual(75);
    }),
  );
});
