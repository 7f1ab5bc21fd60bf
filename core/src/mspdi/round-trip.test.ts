import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schedule } from '../schedule/schedule.ts';
import type { MspdiElement, MspdiProject } from './model.ts';
import { orderedChildren } from './order.ts';
import { readMspdi } from './read.ts';
import { toScheduleProject } from './to-schedule.ts';
import { escapeText, writeMspdi } from './write.ts';

/** Microsoft Project's own and others' files stand beside the repository. */
const shared = new URL('../../../../shared/data/mspdi/', import.meta.url);
const own = new URL('./sample-files/', import.meta.url);

const filesOf = (folder: URL) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /\.xml$/i.test(name))
        .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) }))
    : [];
const sharedFiles = filesOf(shared);

describe('a Microsoft Project file read, written and read again (PM-07, U14)', () => {
  test.each(filesOf(own))('is the same: $name', ({ bytes }) => sameAfterWriting(bytes));

  // Where the folder is missing, only our own samples are compared.
  test
    .skipIf(sharedFiles.length === 0)
    .each(
      sharedFiles.length > 0
        ? sharedFiles
        : [{ name: 'no shared files here', bytes: new Uint8Array() }],
    )('is the same: $name', ({ bytes }) => sameAfterWriting(bytes));

  test('stands in the order that Microsoft Project demands, with what it does not know kept', () => {
    const text = writeMspdi(read(new URL('out-of-order.xml', own)).root);
    const places = [
      '<StartDate>',
      '<Calendars/>',
      '<Tasks>',
      '<UID>9',
      '<Name>Second',
      '<Start>',
      '<OwnField>',
      '<Duration>',
      '<PredecessorUID>',
      '<Type>',
      '<LinkLag>',
    ].map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).toContain('<Name>First &lt;&amp;&gt;</Name>');
    expect(text).toContain('<OwnField>kept</OwnField>');
  });

  test('any text comes back, but for what XML forbids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        const root = {
          name: 'Project',
          text: '',
          children: [{ name: 'Title', text: name, children: [] }],
        };
        const reading = readMspdi(writeMspdi(root));
        const allowed = name.replace(
          /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu,
          '',
        );
        expect(reading.ok && reading.project.fields.get('Title')).toBe(allowed);
      }),
    );
    expect(escapeText('a\u0000<b>&\r')).toBe('a&lt;b&gt;&amp;&#13;');
  });
});

function read(file: URL): MspdiProject {
  const reading = readMspdi(new Uint8Array(readFileSync(file)));
  if (!reading.ok) throw new Error(reading.reason);
  return reading.project;
}

function sameAfterWriting(bytes: Uint8Array): void {
  const first = readMspdi(bytes);
  // The folder holds a file or two of another kind, which is said and not written.
  if (!first.ok) {
    expect(first.reason).toBe('otherXml');
    return;
  }
  const text = writeMspdi(first.project.root);
  const second = readMspdi(text);
  if (!second.ok) throw new Error(second.reason);
  expect(second.project.faults).toEqual([]);
  const [before, after] = [toScheduleProject(first.project), toScheduleProject(second.project)];
  expect(after).toEqual(before);
  expect(schedule(after)).toEqual(schedule(before));
  expect(ordered(second.project.root)).toEqual(ordered(first.project.root));
  // Written once more it is the same to the letter.
  expect(writeMspdi(second.project.root)).toBe(text);
}

function ordered(element: MspdiElement): MspdiElement {
  return { ...element, children: orderedChildren(element).map(ordered) };
}
