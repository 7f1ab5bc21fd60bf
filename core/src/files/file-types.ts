import { endingOf } from './preview-kind.ts';

/** Whether the endings named are refused, or no others are taken. */
export const fileEndingRules = ['refuse', 'only'] as const;
/** Whether the endings named are refused, or no others are taken. */
export type FileEndingRule = (typeof fileEndingRules)[number];

/** Which types of file may be added, by the ending of the name, in small letters and without a dot. */
export type FileTypeLimits = {
  readonly rule: FileEndingRule;
  readonly endings: readonly string[];
};

/**
 * Why a file of this name may not be added, in a sentence that says what may; null when it may. A name
 * says what a program opens it as, which is what these limits are about: they do not look inside.
 * @example fileTypeFault('setup.exe', { rule: 'refuse', endings: ['exe'] }) // 'Files that end in .exe …'
 */
export function fileTypeFault(name: string, { rule, endings }: FileTypeLimits): string | null {
  const ending = endingOf(name);
  if (rule === 'refuse')
    return endings.includes(ending)
      ? `Files that end in .${ending} are not taken here. Put it into an archive, or ask an administrator.`
      : null;
  if (endings.includes(ending)) return null;
  const taken = endings.map((one) => `.${one}`).join(', ');
  return endings.length === 0
    ? 'No files are taken here. Ask an administrator.'
    : `Only files that end in ${taken} are taken here.`;
}

/**
 * Endings as somebody writes them: with or without dots, between blanks, commas or lines; each once, in
 * order of the alphabet. Null when one of them cannot be the ending of a name.
 * @example readEndings('.PDF, docx') // ['docx', 'pdf']
 */
export function readEndings(text: string): readonly string[] | null {
  const endings = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((one) => one.replace(/^\*?\./, ''))
    .filter((one) => one !== '');
  return endings.every((one) => /^[a-z0-9_-]{1,20}$/.test(one))
    ? [...new Set(endings)].toSorted()
    : null;
}
