import { numberFormatter, readerLocale } from './locale.ts';

/** A measured value with its unit: `112.5 clients`, `8%`. */
export function formatMeasured(
  value: number,
  unit: string,
  locale: string = readerLocale(),
): string {
  const number = numberFormatter(locale, { maximumFractionDigits: 2 }).format(value);
  if (unit === '') return number;
  return unit === '%' ? `${number}%` : `${number} ${unit}`;
}

/** A field's name with the unit it is written in: `Target (clients)`. */
export function withUnit(label: string, unit: string): string {
  return unit === '' ? label : `${label} (${unit})`;
}

/** As exact as a hundredth of a span: what is reckoned is not told more exactly than that. */
export function roundedWithin(value: number, span: number): number {
  if (span === 0) return value;
  const step = 10 ** Math.floor(Math.log10(Math.abs(span) / 100));
  return Math.round(value / step) * step;
}
