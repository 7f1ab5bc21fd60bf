import { expect, test } from 'vitest';
import { endingOf, largestPreview, previewKindOf } from './preview-kind.ts';

test.each([
  [{ name: 'Offer.PDF', imageType: null, byteSize: 10 }, 'pdf'],
  [{ name: 'hours.csv', imageType: null, byteSize: 10 }, 'text'],
  [{ name: 'scan', imageType: 'image/png', byteSize: 10 }, 'image'],
  // A picture by its content, whatever it is called.
  [{ name: 'scan.pdf', imageType: 'image/jpeg', byteSize: 10 }, 'image'],
  [{ name: 'page.html', imageType: null, byteSize: 10 }, null],
  [{ name: 'drawing.svg', imageType: null, byteSize: 10 }, null],
  [{ name: 'offer.pdf', imageType: null, byteSize: 0 }, null],
  [{ name: 'atlas.pdf', imageType: null, byteSize: largestPreview + 1 }, null],
] as const)('%j is shown as %s (CL-25)', (file, kind) => {
  expect(previewKindOf(file)).toBe(kind);
});

test('the ending of a name is what follows its last dot', () => {
  expect(['a.tar.GZ', 'README', '.gitignore', 'x.'].map(endingOf)).toEqual(['gz', '', '', '']);
});
