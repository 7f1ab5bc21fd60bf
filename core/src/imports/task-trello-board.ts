/** A part of Trello's export, of which nothing is taken for granted. */
export type Part = { readonly [name: string]: unknown };

/** A whole board. */
export type Board = Part;

/** A card with its place among the cards of the file. */
export type BoardCard = { readonly card: Part; readonly at: number; readonly listId: string };

/** A board from the text of an export; null when it is no JSON, or not of a board. */
export function parseBoard(source: string): Board | null {
  const value = parsed(source);
  return isPart(value) && Array.isArray(value['cards']) && Array.isArray(value['lists'])
    ? value
    : null;
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch {
    // Not JSON is an answer, not a fault.
    return null;
  }
}

/** A text of a part; empty when it has none. */
export function text(part: Part, name: string): string {
  const value = part[name];
  return typeof value === 'string' ? value : '';
}

/** A number of a part; 0 when it has none. */
export function number(part: Part, name: string): number {
  const value = part[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

/** Whether a part says yes. */
export function flag(part: Part, name: string): boolean {
  return part[name] === true;
}

/** Parts of a part. */
export function list(part: Part, name: string): readonly Part[] {
  const value = part[name];
  return Array.isArray(value) ? value.filter(isPart) : [];
}

/** A part within a part; one without anything when there is none. */
export function within(part: Part, name: string): Part {
  const value = part[name];
  return isPart(value) ? value : {};
}

/** Texts of a list. */
export function texts(part: Part, name: string): string[] {
  const value = part[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
