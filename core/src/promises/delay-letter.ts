import { type CalendarDate, dayNumber } from '../calendar-date.ts';
import { groupedBy, sumOf } from '../grouping.ts';
import type { TaskId } from '../id.ts';
import { delayNoticeWords } from '../words/delay-notice.ts';
import type { PortalLanguage } from '../words/language.ts';
import { say } from '../words/words.ts';
import type { DelayReason } from './delay-reasons.ts';
import type { DelaySides } from './delay-sides.ts';
import type { DelayCause } from './plan-difference.ts';

/**
 * A name that the client sees already: of a task that is marked visible to them, or the wording of a
 * promise. Nothing else can be named in a client's text: there is no field for a person, another
 * project or an amount, and `clientNames` alone makes such a name.
 */
export type ClientName = string & { readonly __clientName: true };

/** Names of the tasks that the client sees, of the project whose client it is; of others there is none. */
export function clientNames(
  tasks: readonly {
    readonly id: TaskId;
    readonly name: string;
    readonly isClientVisible: boolean;
  }[],
): ReadonlyMap<TaskId, ClientName> {
  return new Map(
    // Marked visible, which is what the brand says.
    tasks.flatMap(({ id, name, isClientVisible }) =>
      isClientVisible ? [[id, name as ClientName] as const] : [],
    ),
  );
}

/** A reason as a client reads it: the cause, the working days, and a task that they see. */
export type ClientReason = {
  readonly cause: DelayCause;
  readonly days: number;
  readonly task: ClientName | null;
};

/** Reasons as a client reads them: what lies at tasks that they do not see is summed by its cause. */
export function clientReasons(
  reasons: readonly DelayReason[],
  names: ReadonlyMap<TaskId, ClientName>,
): ClientReason[] {
  const named = reasons.map(({ cause, days, taskId }) => ({
    cause,
    days,
    task: (taskId && names.get(taskId)) || null,
  }));
  return [...groupedBy(named, ({ cause, task }) => `${cause} ${task ?? ''}`).values()].flatMap(
    (group) => {
      const [first] = group;
      const days = sumOf(group, (one) => one.days);
      return first && days !== 0 ? [{ ...first, days }] : [];
    },
  );
}

/** Everything that a client's text can say about a delay. */
export type ClientDelay = {
  readonly what: string;
  readonly oldDay: CalendarDate;
  readonly newDay: CalendarDate;
  readonly slipDays: number;
  readonly reasons: readonly ClientReason[];
  /** Whose the days are; said where some of them came from waiting for the client (B15). */
  readonly sides: DelaySides;
  readonly holds: readonly { readonly wording: string; readonly day: CalendarDate }[];
  readonly holdsPrice: boolean;
  /** Whether the client agreed that such a date moves without asking (CL-08). */
  readonly mayMove: boolean;
};

/** The draft of a delay notice in the client's voice: formal, with the reasons and what still holds (CL-16). */
export function clientLetter(delay: ClientDelay, language: PortalLanguage): string {
  const word = say(delayNoticeWords, language);
  const parts = [
    word('moved', {
      what: delay.what,
      oldDay: longDate(delay.oldDay, language),
      newDay: longDate(delay.newDay, language),
      days: delay.slipDays,
    }),
    [word('reasons'), ...delay.reasons.map((reason) => `– ${reasonLine(reason, language)}`)].join(
      '\n',
    ),
    delay.sides.theirs > 0 ? sidesLine(delay.sides, language) : '',
    holdLines(delay, language),
    word(delay.mayMove ? 'told' : 'question'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** One reason in the client's words. */
export function reasonLine({ cause, days, task }: ClientReason, language: PortalLanguage): string {
  const word = say(delayNoticeWords, language);
  const text = word(cause, {
    days: days > 0 ? word('daysMore', { days }) : word('daysLess', { days: -days }),
  });
  return task === null ? text : word('atTask', { text, task });
}

/** Whose the days of a slip are, in the client's words. */
export function sidesLine({ ours, theirs, neither }: DelaySides, language: PortalLanguage): string {
  const word = say(delayNoticeWords, language);
  const inWords = (days: number) =>
    days < 0 ? word('daysLess', { days: -days }) : word('daysMore', { days });
  return word('sides', {
    ours: inWords(ours),
    theirs: inWords(theirs),
    neither: inWords(neither),
  });
}

/** A day in words of the client's language: `12 May 2026`. */
export function longDate(day: CalendarDate, language: PortalLanguage): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return format.format(dayNumber(day) * 86_400_000);
}

function holdLines({ holds, holdsPrice }: ClientDelay, language: PortalLanguage): string {
  const word = say(delayNoticeWords, language);
  const lines = [
    ...holds.map(({ wording, day }) =>
      word('holdsDay', { what: wording, day: longDate(day, language) }),
    ),
    ...(holdsPrice ? [word('holdsPrice')] : []),
  ];
  return lines.length === 0 ? '' : [word('holds'), ...lines.map((line) => `– ${line}`)].join('\n');
}
