import { assert, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { accentColours, contrastOf, textContrast } from './accent.ts';

const anyColour = integer({ min: 0, max: 0xffffff }).map(
  (value) => `#${value.toString(16).padStart(6, '0')}`,
);
const surfaces = {
  light: ['#ffffff', '#fbfbfc', '#f7f7f9'],
  dark: ['#0f1013', '#141519', '#1b1c22'],
};

it('makes any accent readable on every surface, in light and in dark (CL-22)', () => {
  assert(
    property(anyColour, (hex) => {
      for (const ground of ['light', 'dark'] as const) {
        const made = accentColours(hex, ground);
        expect(contrastOf(made.onAccent, made.accent)).toBeGreaterThanOrEqual(textContrast);
        expect(contrastOf(made.onAccent, made.accentHover)).toBeGreaterThanOrEqual(textContrast);
        for (const surface of [...surfaces[ground], made.accentSoft])
          expect(contrastOf(made.accentText, surface)).toBeGreaterThanOrEqual(textContrast);
      }
    }),
  );
});

it('keeps a colour that can be read as the firm gave it', () => {
  expect(accentColours('#0b5d4e', 'light')).toMatchObject({
    accent: '#0b5d4e',
    accentText: '#0b5d4e',
    onAccent: '#ffffff',
  });
  expect(accentColours('#ffd400', 'light')).toMatchObject({
    accent: '#ffd400',
    onAccent: '#17181d',
  });
});

it('knows the contrast of black and white', () => {
  expect(contrastOf('#000000', '#ffffff')).toBe(21);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
