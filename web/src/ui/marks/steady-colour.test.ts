import { expect, test } from 'vitest';
import { initialsOf, steadyColour } from './steady-colour.ts';

test('the same record keeps its colour, and records differ', () => {
  expect(steadyColour('a1')).toBe(steadyColour('a1'));
  const colours = new Set(
    Array.from({ length: 200 }, (_, index) => steadyColour(`person-${index}`)),
  );
  expect(colours.size).toBe(10);
});

test('initials come from the first and last word', () => {
  expect(initialsOf('Ada Lovelace')).toBe('AL');
  expect(initialsOf('  jean-luc  de la Tour ')).toBe('JT');
  expect(initialsOf('Plato')).toBe('P');
  expect(initialsOf('')).toBe('?');
});
