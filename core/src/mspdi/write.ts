import type { MspdiElement } from './model.ts';
import { orderedChildren } from './order.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Namespace of every element of a Microsoft Project XML file. */
export const mspdiNamespace = 'http://schemas.microsoft.com/project';

/**
 * Text of a Microsoft Project XML file (UTF-8) from its root element: a file's own, or one that
 * `mspdiOf` made. Elements stand in the schema's order; what was read is written, whether the product
 * knows it or not, so that `readMspdi` gives back the same.
 */
export function writeMspdi(root: MspdiElement): string {
  const lines = [declaration];
  writeElement(root, 0, lines);
  return `${lines.join('\n')}\n`;
}

function writeElement(element: MspdiElement, depth: number, lines: string[]): void {
  const indent = '  '.repeat(depth);
  const { name } = element;
  const opening = depth === 0 ? `${name} xmlns="${mspdiNamespace}"` : name;
  if (element.children.length > 0) {
    lines.push(`${indent}<${opening}>`);
    for (const child of orderedChildren(element)) writeElement(child, depth + 1, lines);
    lines.push(`${indent}</${name}>`);
  } else if (element.text === '') lines.push(`${indent}<${opening}/>`);
  else lines.push(`${indent}<${opening}>${escapeText(element.text)}</${name}>`);
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // As it stands a parser would make a line feed of it.
  '\r': '&#13;',
};

/** Text for between two tags: markup escaped, what XML 1.0 forbids left out. */
export function escapeText(text: string): string {
  return (
    text
      // Lone halves of a pair, control characters and the two that are no characters.
      .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
      .replace(/[&<>\r]/g, (character) => escapes[character] ?? '')
  );
}
