import { expect, test } from 'vitest';
import { navigation } from './navigation.ts';

test('each page of the sidebar has keys of its own', () => {
  const keys = navigation.flatMap((group) => group.items.map((item) => item.keys));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
