/**
 * One element of the file, with everything below it in the file's order: nothing is lost, so that a
 * writer can give back what the product does not carry itself. Attributes and comments, which
 * Microsoft Project does not write, are not kept.
 */
export type MspdiElement = {
  /** Without namespace prefix. */
  readonly name: string;
  /** Text of an element without children, as it stands there. */
  readonly text: string;
  readonly children: readonly MspdiElement[];
};

/** An element with its childless children by name (the first of each name), for reading. */
export type MspdiRecord = {
  readonly element: MspdiElement;
  readonly fields: ReadonlyMap<string, string>;
};

/** A Microsoft Project XML file as read. Ids (`UID`) are text as in the file. */
export type MspdiProject = {
  readonly root: MspdiElement;
  /** Settings of the project: `StartDate`, `CalendarUID`, `MinutesPerDay` … */
  readonly fields: ReadonlyMap<string, string>;
  readonly calendars: readonly MspdiRecord[];
  /** In the file's order, blank rows (`IsNull`) and the project summary (`UID` 0) among them. */
  readonly tasks: readonly MspdiRecord[];
  readonly resources: readonly MspdiRecord[];
  readonly assignments: readonly MspdiRecord[];
  /** What was not well-formed in the file and was read round. */
  readonly faults: readonly string[];
};

/** A file read, or why it cannot be: it is empty, no XML, or another kind of XML (named by its root). */
export type MspdiReading =
  | { readonly ok: true; readonly project: MspdiProject }
  | {
      readonly ok: false;
      readonly reason: 'empty' | 'notXml' | 'otherXml';
      readonly root?: string;
    };

/** Child elements of one name, in order. */
export function childrenNamed(element: MspdiElement, name: string): readonly MspdiElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The first child element of a name. */
export function childNamed(element: MspdiElement, name: string): MspdiElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** An element as a record. */
export function recordOf(element: MspdiElement): MspdiRecord {
  const fields = new Map<string, string>();
  for (const child of element.children)
    if (child.children.length === 0 && !fields.has(child.name)) fields.set(child.name, child.text);
  return { element, fields };
}
