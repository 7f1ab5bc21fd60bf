import { expect, test } from 'vitest';
import { fileTypeFault, readEndings } from './file-types.ts';

test('what is refused is named, everything else is taken (CL-19)', () => {
  const limits = { rule: 'refuse', endings: ['bat', 'exe'] } as const;
  expect(fileTypeFault('Setup.EXE', limits)).toMatch(/^Files that end in \.exe are not taken here/);
  for (const name of ['exe', 'plan.pdf', 'README', 'setup.exe.zip'])
    expect(fileTypeFault(name, limits)).toBeNull();
});

test('where only some are taken, a name without an ending is none of them', () => {
  const limits = { rule: 'only', endings: ['docx', 'pdf'] } as const;
  expect(fileTypeFault('plan.pdf', limits)).toBeNull();
  expect(fileTypeFault('README', limits)).toBe(
    'Only files that end in .docx, .pdf are taken here.',
  );
  expect(fileTypeFault('plan.pdf', { rule: 'only', endings: [] })).toMatch(/^No files/);
});

test('endings are read as people write them', () => {
  expect(readEndings(' .PDF, docx;\n*.zip pdf ')).toEqual(['docx', 'pdf', 'zip']);
  expect(readEndings('')).toEqual([]);
  expect(readEndings('tar.gz')).toBeNull();
  expect(readEndings('<script>')).toBeNull();
});
