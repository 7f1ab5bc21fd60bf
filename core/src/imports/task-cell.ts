import type { DependencyType } from '../projects/dependency.ts';
import type { LagUnit } from '../projects/schedule-plan.ts';
import type { TaskState } from '../projects/task.ts';
import type { EffortUnit } from './task-columns.ts';

const minutesOf: Readonly<Record<EffortUnit, number>> = {
  seconds: 1 / 60,
  minutes: 1,
  hours: 60,
  days: 480,
  weeks: 2400,
};

/** How units are shortened: English, German, French. */
const unitWords: readonly (readonly [RegExp, EffortUnit])[] = [
  [/^(s|sec|secs|second|seconds|sek|sekunden?)$/, 'seconds'],
  [/^(m|min|mins|minute|minutes|minuten)$/, 'minutes'],
  [/^(h|hr|hrs|hour|hours|std|stunden?|heures?)$/, 'hours'],
  [/^(d|day|days|t|tag|tage|pt|j|jours?|ed)$/, 'days'],
  [/^(w|wk|wks|week|weeks|woche|wochen|semaines?|ew)$/, 'weeks'],
];

/**
 * Minutes of an amount of work: `3d 4h`, `2 weeks`, `1.5`, `7,5 h`, `PT8H`, `1:30`. A day is 8 hours, a
 * week 5 days. A bare number is in `unit`. Null when it is no amount.
 * @example parseEffort('1d 2h', 'hours') // 600
 */
export function parseEffort(text: string, unit: EffortUnit): number | null {
  const written = text
    .trim()
    .toLowerCase()
    .replace(/\?$/, '')
    .replace(/(\d),(\d{1,2})(?!\d)/g, '$1.$2');
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(written);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const period = /^pt(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(written);
  if (period && written.length > 2)
    return (
      Number(period[1] ?? 0) * 60 + Number(period[2] ?? 0) + Math.round(Number(period[3] ?? 0) / 60)
    );
  if (/^\d+(\.\d+)?$/.test(written)) return Math.round(Number(written) * minutesOf[unit]);
  return sumOfParts(written);
}

function sumOfParts(written: string): number | null {
  const parts = [...written.matchAll(/(\d+(?:\.\d+)?)\s*([a-zé]+)\.?[,;\s]*/g)];
  if (parts.map(([whole]) => whole).join('') !== written || parts.length === 0) return null;
  let sum = 0;
  for (const [, amount, word = ''] of parts) {
    const unit = unitWords.find(([pattern]) => pattern.test(word))?.[1];
    if (unit === undefined) return null;
    sum += Number(amount) * minutesOf[unit];
  }
  return Math.round(sum);
}

/** 0 to 100: `50%`, `50`, `0,5`; null when it is no share. */
export function parsePercent(text: string): number | null {
  const match = /^(\d{1,3}(?:[.,]\d+)?)\s*%?$/.exec(text.trim());
  if (!match) return null;
  const value = Number((match[1] ?? '').replace(',', '.'));
  const isShare = !text.includes('%') && value <= 1 && /[.,]/.test(text);
  const percent = Math.round(isShare ? value * 100 : value);
  return percent > 100 ? null : percent;
}

const yes = /^(1|x|✓|✔|☑|y|yes|true|done|ja|wahr|erledigt|oui|vrai|si|sí|completed?|milestone)$/i;

/** Whether a cell says yes; a date, as of completion, says so too. */
export function parseFlag(text: string): boolean {
  return yes.test(text.trim()) || /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(text);
}

const doneWords =
  /^(done|closed|resolved|complete|completed|finished|erledigt|fertig|abgeschlossen|geschlossen|terminé|fait|won t do|cancelled|canceled|archived|released|deployed)$/;
const startedWords =
  /(progress|doing|started|active|review|testing|test|qa|implement|develop|working|ongoing|wip|blocked|waiting|on hold|in arbeit|bearbeitung|begonnen|en cours)/;
const openWords =
  /^(to do|todo|open|new|backlog|not started|planned|ready|selected for development|inbox|next|offen|neu|geplant|nicht begonnen|à faire|a faire|ideas?|upcoming|reopened|proposed|draft|icebox)$/;

/** How far a task is by what its state or list is called; null when the words say nothing. */
export function readTaskState(text: string): TaskState | null {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (doneWords.test(words)) return 'done';
  if (openWords.test(words)) return 'open';
  return startedWords.test(words) ? 'started' : null;
}

/** The end of a link as a cell names it. */
export type LinkCell = {
  readonly key: string;
  readonly type: DependencyType;
  readonly lagMinutes: number;
  readonly lagUnit: LagUnit;
  readonly lagPercent: number;
};

const linkPattern =
  /^(.+?)\s*(FS|SS|FF|SF|EA|AA|EE|AE)?\s*(?:([+-])\s*(\d+(?:[.,]\d+)?)\s*(%|[a-zé]*\.?))?$/i;
const linkTypes: Readonly<Record<string, DependencyType>> = {
  FS: 'finish-start',
  EA: 'finish-start',
  SS: 'start-start',
  AA: 'start-start',
  FF: 'finish-finish',
  EE: 'finish-finish',
  SF: 'start-finish',
  AE: 'start-finish',
};

/**
 * Links as planning programs write them into a cell: `3`, `3FS+2d; 5SS`, `WEB-12, WEB-14`. A key that
 * is itself one of `keys` is taken whole, whatever it looks like.
 */
export function parseLinks(text: string, keys: ReadonlySet<string>): LinkCell[] {
  return listParts(text).flatMap((part) => {
    if (keys.has(part)) return [plainLink(part)];
    const match = linkPattern.exec(part);
    const key = match?.[1] ?? part;
    if (!match || !keys.has(key)) return [plainLink(part)];
    const type = linkTypes[(match[2] ?? 'FS').toUpperCase()] ?? 'finish-start';
    return [{ key, type, ...lagOf(match) }];
  });
}

function plainLink(key: string): LinkCell {
  return { key, type: 'finish-start', lagMinutes: 0, lagUnit: 'working', lagPercent: 0 };
}

function lagOf(match: RegExpExecArray): Pick<LinkCell, 'lagMinutes' | 'lagUnit' | 'lagPercent'> {
  const [, , , sign, amount, unit = ''] = match;
  const none = { lagMinutes: 0, lagUnit: 'working', lagPercent: 0 } as const;
  if (amount === undefined) return none;
  const factor = sign === '-' ? -1 : 1;
  if (unit === '%')
    return {
      ...none,
      lagUnit: 'percent',
      lagPercent: factor * Math.round(Number(amount.replace(',', '.'))),
    };
  const isElapsed = /^e[dhw]/i.test(unit);
  const minutes = parseEffort(`${amount}${isElapsed ? unit.slice(1) : unit}`, 'days') ?? 0;
  // By the clock a day has 24 hours.
  const isDays = /^e[dw]/i.test(unit);
  return {
    ...none,
    lagUnit: isElapsed ? 'elapsed' : 'working',
    lagMinutes:
      factor * Math.round(isElapsed && isDays ? minutes * (/^ew/i.test(unit) ? 4.2 : 3) : minutes),
  };
}

/** The values of a cell that holds several: by line, semicolon or bar, else by comma. */
export function listParts(text: string): string[] {
  const pattern = /[;|\n]/.test(text) ? /[;|\n]+/ : /,/;
  return text
    .split(pattern)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Names in a cell; “Berg, Anna” is one person, `Anna[50%]` half of one. */
export function parsePeople(text: string): { readonly name: string; readonly units: number }[] {
  const isOneName = /^[\p{L}'’-]+, [\p{L}'’-]+$/u.test(text.trim());
  return (isOneName ? [text.trim()] : listParts(text)).flatMap((part) => {
    const match = /^(.*?)\s*(?:\[(\d+(?:[.,]\d+)?)\s*%\])?$/.exec(part);
    const name = match?.[1] ?? part;
    const share = Number((match?.[2] ?? '100').replace(',', '.'));
    if (name === '') return [];
    return [{ name, units: Math.min(10_000, Math.max(1, Math.round(share * 100))) }];
  });
}
