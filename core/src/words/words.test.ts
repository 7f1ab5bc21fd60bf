import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { portalLanguage } from './language.ts';
import { catalogue, gapsOf, say, textsOf, type Words } from './words.ts';

const days = catalogue({
  en: { left: '{count, plural, one {# day left} other {# days left}} for {name}' },
  de: { left: 'Noch {count, plural, one {# Tag} other {# Tage}} für {name}' },
  fr: { left: 'Encore {count, plural, one {# jour} other {# jours}} pour {name}' },
  es: { left: '{count, plural, one {Queda # día} other {Quedan # días}} para {name}' },
});

it('fills the gaps of a message and lets the number choose its plural (CL-22)', () => {
  expect(say(days, 'en')('left', { count: 1, name: 'you' })).toBe('1 day left for you');
  expect(say(days, 'es')('left', { count: 1200, name: 'A <b>' })).toBe(
    'Quedan 1200 días para A <b>',
  );
  expect(() => say(days, 'en')('left', { count: 1 })).toThrow();
});

it('names the gaps of a message, those within plurals as well', () => {
  expect(gapsOf('{a} {n, plural, one {x {b}} other {y {b}}}')).toEqual(['a', 'b', 'n']);
});

it('finds the language of a tag, and English for what it does not speak', () => {
  expect(portalLanguage('de-AT')).toBe('de');
  expect(portalLanguage('pl')).toBe('en');
  expect(portalLanguage(null)).toBe('en');
});

/** Every catalogue of this folder: a new one is checked without being named anywhere. */
const files = readdirSync(import.meta.dirname).filter(
  (name) =>
    name.endsWith('.ts') && !name.endsWith('.test.ts') && !/^(words|language)\.ts$/.test(name),
);

describe.each(files)('the texts of %s', (file) => {
  it('have the same gaps in every language, none empty and none left in English', async () => {
    const loaded: Record<string, unknown> = await import(`./${file}`);
    const catalogues = Object.values(loaded).filter(isCatalogue);
    expect(catalogues.length).toBeGreaterThan(0);
    for (const words of catalogues) {
      const faults = textsOf(words).flatMap(({ language, key, text }) => {
        const english = words.en[key] ?? '';
        const isSame = JSON.stringify(gapsOf(text)) === JSON.stringify(gapsOf(english));
        const isCopied = language !== 'en' && text === english && text.split(' ').length > 2;
        return text.trim() !== '' && isSame && !isCopied ? [] : [`${language}.${key}: ${text}`];
      });
      expect(faults).toEqual([]);
    }
  });
});

function isCatalogue(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && 'en' in value && 'es' in value;
}
