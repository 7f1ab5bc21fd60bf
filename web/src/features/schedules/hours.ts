/** Working times of one day in minutes from midnight. */
type Hours = readonly { readonly from: number; readonly to: number }[];

export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** Times of a day as people write them: `08:00–12:00, 13:00–17:00`; nothing on a day off. */
export function hoursText(hours: Hours): string {
  return hours.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ');
}

/** The times that a text names; `undefined` where it names none, or times that overlap. */
export function parseHours(text: string): { from: number; to: number }[] | undefined {
  if (text.trim() === '') return [];
  const shifts = text.split(/[,;]/).map(parseShift);
  let last = 0;
  const found: { from: number; to: number }[] = [];
  for (const shift of shifts) {
    if (!shift || shift.from < last || shift.from >= shift.to) return undefined;
    found.push(shift);
    last = shift.to;
  }
  return found;
}

/** Hours of a day in all, in minutes. */
export function hoursSum(hours: Hours): number {
  return hours.reduce((sum, { from, to }) => sum + to - from, 0);
}

function parseShift(text: string): { from: number; to: number } | undefined {
  const match = /^\s*(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|to)\s*(\d{1,2})(?:[:.](\d{2}))?\s*$/.exec(
    text,
  );
  if (!match) return undefined;
  const minute = (hour: string | undefined, rest: string | undefined) =>
    Number(hour) * 60 + Number(rest ?? 0);
  const [from, to] = [minute(match[1], match[2]), minute(match[3], match[4])];
  const isReal = Number(match[2] ?? 0) < 60 && Number(match[4] ?? 0) < 60 && to <= 1_440;
  return isReal ? { from, to } : undefined;
}

function clock(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
