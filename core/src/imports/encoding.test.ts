import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectDelimiter } from './delimiter.ts';
import { detectEncoding, isWellFormedUtf8 } from './encoding.ts';

describe('detectEncoding', () => {
  it.each([
    ['plain letters', Buffer.from('name,price\nLamp,1\n'), 'utf-8'],
    ['UTF-8', Buffer.from('Zoë;1 €\n'), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from('\uFEFFname\n'), 'utf-8'],
    ['UTF-16 with a mark', Buffer.from('\uFEFFname\n', 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', Buffer.from('name,price\nLamp,1\n', 'utf16le'), 'utf-16le'],
    ['UTF-16 the other way round', Buffer.from('name,price\n', 'utf16le').swap16(), 'utf-16be'],
    ['Windows-1252', Buffer.from('Zo\xeb;1 \x80\n', 'latin1'), 'windows-1252'],
    ['nothing', Buffer.alloc(0), 'utf-8'],
  ])('recognises %s', (_, bytes, encoding) => {
    expect(detectEncoding(bytes)).toBe(encoding);
  });

  it('agrees with a strict decoder on what is UTF-8', () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc.string({ unit: 'binary' }).map((text) => new Uint8Array(Buffer.from(text))),
      fc
        .array(fc.constantFrom(0xe0, 0xed, 0xf0, 0xf4, 0xc2, 0x80, 0x90, 0xa0, 0xbf), {
          maxLength: 5,
        })
        .map((list) => Uint8Array.from(list)),
    );
    const isAccepted = (sample: Uint8Array) => {
      try {
        strict.decode(sample);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(bytes, (sample) => {
        expect(isWellFormedUtf8(sample)).toBe(isAccepted(sample));
      }),
      { numRuns: 500 },
    );
  });
});

describe('detectDelimiter', () => {
  it.each([
    ['a comma', 'a,b,c\n1,2,3\n', ','],
    ['a semicolon beside decimal commas', 'name;price;note\nLamp;1,50;x\nDesk;2,75;y\n', ';'],
    ['a tab', 'a\tb\n1\t2\r\n', '\t'],
    ['a bar', 'a|b|c\n1|2|3\n', '|'],
    ['quoted cells with other marks', '"a;b";"c,d"\n"1,2,3";"4"\n', ';'],
    ['a quoted line break', 'a,b\n"x;\n;;y",2\n3,4\n', ','],
    ['one column', 'name\nLamp\n', ','],
    ['a sample that ends within a row', 'a;b;c\n1;2;3\n4', ';'],
    ['nothing', '', ','],
  ])('finds %s', (_, text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });
});
