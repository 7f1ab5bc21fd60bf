/** The sections of a status report, in the order in which they are read. */
export const reportSections = [
  'standing',
  'done',
  'next',
  'needs',
  'decisions',
  'slips',
  'risks',
] as const;
/** A section of a status report. */
export type ReportSection = (typeof reportSections)[number];

/** What a report says, section by section: lines of plain text; an empty one is left out. */
export type ReportText = Readonly<Record<ReportSection, string>>;

/** A report that says nothing yet. */
export const emptyText: ReportText = {
  standing: '',
  done: '',
  next: '',
  needs: '',
  decisions: '',
  slips: '',
  risks: '',
};

/** The lines of a section that say something, trimmed. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The sections that say something, in order, each with its lines. */
export function filledSections(
  text: ReportText,
): { readonly section: ReportSection; readonly lines: readonly string[] }[] {
  return reportSections.flatMap((section) => {
    const lines = linesOf(text[section]);
    return lines.length === 0 ? [] : [{ section, lines }];
  });
}
