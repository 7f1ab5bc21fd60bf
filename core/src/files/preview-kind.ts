import type { ImageType } from './image-type.ts';

/** How a browser can show a file without running anything in it. */
export const previewKinds = ['image', 'pdf', 'text'] as const;
/** How a browser can show a file. */
export type PreviewKind = (typeof previewKinds)[number];

/** Up to this many bytes are read into a preview: 50 MiB of a PDF. A text is cut at `longestText`. */
export const largestPreview = 50 * 1024 * 1024;
/** As many bytes of a text are shown: 512 KiB. */
export const longestText = 512 * 1024;

const textEndings = new Set(
  'txt md markdown csv tsv log json xml yml yaml toml ini sql ics vcf eml'.split(' '),
);

/**
 * How a file can be shown in place; null where it can only be downloaded. Pictures are known by their
 * content, PDF and text by the ending of the name: they are read by a program of ours, which shows what
 * it can and runs nothing, whatever the file holds.
 * @example previewKindOf({ name: 'Offer.PDF', imageType: null, byteSize: 1_000 }) // 'pdf'
 */
export function previewKindOf(file: {
  readonly name: string;
  readonly imageType: ImageType | null;
  readonly byteSize: number;
}): PreviewKind | null {
  if (file.byteSize === 0) return null;
  if (file.imageType !== null) return 'image';
  if (file.byteSize > largestPreview) return null;
  const ending = endingOf(file.name);
  if (ending === 'pdf') return 'pdf';
  return textEndings.has(ending) ? 'text' : null;
}

/** The ending of a file's name in small letters and without its dot; empty where it has none. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}
