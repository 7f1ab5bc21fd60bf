import { expect, test } from 'vitest';
import { imageTypeOf } from './image-type.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ['\x89PNG\r\n\x1a\n....', 'image/png'],
  ['\xff\xd8\xff\xe0', 'image/jpeg'],
  ['GIF89a', 'image/gif'],
  ['RIFF....WEBPVP8 ', 'image/webp'],
  ['RIFF....WAVE', null],
  ['<svg xmlns="http://www.w3.org/2000/svg">', null],
  ['<html>', null],
  ['', null],
])('a file that begins %j is taken for %s', (text, type) => {
  expect(imageTypeOf(bytes(text))).toBe(type);
});
