const multipliers: Record<string, number> = { k: 1e3, m: 1e6, b: 1e9 };

/**
 * A typed number with any usual grouping (`1,234.5`, `1.234,5`, `1 234,5`, `12k`); undefined when it
 * is none. One separator followed by exactly three digits groups (`1,234` is 1234), else it is the
 * decimal point (`1,5` is 1.5).
 */
export function parseDecimal(text: string): number | undefined {
  const cleaned = text.replace(/[\s\u00a0\u202f'’_]|[\p{Sc}%]/gu, '').toLowerCase();
  const match = /^([+\-−]?)([\d.,]*\d)([kmb]?)$/u.exec(cleaned);
  if (!match) return undefined;
  const digits = normalisedDigits(match[2] ?? '');
  if (digits === undefined) return undefined;
  const sign = match[1] === '-' || match[1] === '−' ? -1 : 1;
  return sign * Number(digits) * (multipliers[match[3] ?? ''] ?? 1);
}

function normalisedDigits(text: string): string | undefined {
  const lastComma = text.lastIndexOf(',');
  const lastPoint = text.lastIndexOf('.');
  if (lastComma >= 0 && lastPoint >= 0) return withDecimal(text, lastComma > lastPoint ? ',' : '.');
  const separator = lastComma >= 0 ? ',' : '.';
  const parts = text.split(separator);
  if (parts.length === 1) return text;
  const groups = parts.slice(1).every((part) => part.length === 3) && (parts[0] ?? '').length <= 3;
  if (groups && parts[0] !== '' && parts[0] !== '0') return parts.join('');
  return parts.length === 2 ? parts.join('.') : undefined;
}

function withDecimal(text: string, decimal: ',' | '.'): string | undefined {
  const [whole, fraction, ...rest] = text.split(decimal);
  if (rest.length > 0) return undefined;
  return `${(whole ?? '').replaceAll(decimal === ',' ? '.' : ',', '')}.${fraction ?? ''}`;
}
