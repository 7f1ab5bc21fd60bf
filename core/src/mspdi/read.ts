import { SaxesParser } from 'saxes';
import { decodeXml } from './decode.ts';
import {
  childNamed,
  type MspdiElement,
  type MspdiProject,
  type MspdiReading,
  type MspdiRecord,
  recordOf,
} from './model.ts';

/**
 * Reads a Microsoft Project XML file, from text or bytes of any usual encoding. Lenient: what is not
 * well-formed is read round and named in `faults`; unknown elements are kept.
 */
export function readMspdi(source: string | Uint8Array): MspdiReading {
  const text = typeof source === 'string' ? source : decodeXml(source);
  const clean = withoutForbidden(text);
  if (clean.trim() === '') return { ok: false, reason: 'empty' };
  const faults: string[] = [];
  const root = parseTree(clean, faults);
  if (!root) return { ok: false, reason: 'notXml' };
  if (root.name !== 'Project') return { ok: false, reason: 'otherXml', root: root.name };
  return { ok: true, project: projectOf(root, faults) };
}

function projectOf(root: MspdiElement, faults: readonly string[]): MspdiProject {
  const records = (list: string, item: string): MspdiRecord[] =>
    (childNamed(root, list)?.children ?? []).filter(({ name }) => name === item).map(recordOf);
  return {
    root,
    fields: recordOf(root).fields,
    calendars: records('Calendars', 'Calendar'),
    tasks: records('Tasks', 'Task'),
    resources: records('Resources', 'Resource'),
    assignments: records('Assignments', 'Assignment'),
    faults,
  };
}

/** Characters that XML 1.0 forbids, themselves or as references, which some exporters let through. */
function withoutForbidden(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .replace(/[^\t\n\r -\uFFFD]/g, '')
    .replace(/&#(x[0-9a-f]+|\d+);/gi, (whole, digits: string) =>
      isAllowed(
        digits.startsWith('x') || digits.startsWith('X')
          ? Number.parseInt(digits.slice(1), 16)
          : Number(digits),
      )
        ? whole
        : '',
    );
}

function isAllowed(point: number): boolean {
  if (point < 0x20) return point === 9 || point === 10 || point === 13;
  return (
    point < 0xd800 || (point > 0xdfff && point < 0xfffe) || (point > 0xffff && point < 0x110000)
  );
}

type Open = { name: string; text: string; children: MspdiElement[] };

function parseTree(text: string, faults: string[]): MspdiElement | undefined {
  const parser = new SaxesParser();
  const stack: Open[] = [];
  let root: MspdiElement | undefined;
  const append = (more: string) => {
    const open = stack.at(-1);
    if (open) open.text += more;
  };
  const close = () => {
    const open = stack.pop();
    if (!open) return;
    const element =
      open.children.length === 0 ? open : { name: open.name, text: '', children: open.children };
    const above = stack.at(-1);
    if (above) above.children.push(element);
    else root ??= element;
  };
  parser.on('error', (error) => {
    if (faults.length < 100) faults.push(error.message);
  });
  parser.on('opentag', (tag) => {
    stack.push({ name: tag.name.replace(/^.*:/, ''), text: '', children: [] });
  });
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('closetag', close);
  parser.write(text).close();
  // A file cut off in the middle: what stands open is closed, so that the part that came is read.
  while (stack.length > 0) close();
  return root;
}
