import type { CalendarDate } from '../calendar-date.ts';
import type { Health } from '../projects/health.ts';
import { dayInWords } from './day-in-words.ts';
import { hoursUsed, hoursWarning, type InternalFacts, type OwnItem } from './internal-facts.ts';
import type { ReportText } from './report-text.ts';

const healthWords: Record<Health, string> = {
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
};

/**
 * The team's text of a report: the same facts as the client's and all that is the team's own, short and
 * informal, in the language of the firm's screens (B11, CL-16).
 */
export function draftInternalText(facts: InternalFacts): ReportText {
  const { checkIn, slips, notices } = facts;
  const ours = (item: OwnItem) => `${item.name}${dueWords(item)}${peopleWords(item)}`;
  return {
    standing: lines([standing(facts), hours(facts), checkIn && `${checkIn.by}: ${checkIn.moved}`]),
    done: lines(facts.done.map((item) => `${item.name}${peopleWords(item)}`)),
    next: lines([checkIn?.next ?? null, ...facts.next.map(ours)]),
    needs: lines(
      facts.needs.map(
        ({ name, promisedOn }) => `${name}${promisedOn ? `, due ${day(promisedOn)}` : ''}`,
      ),
    ),
    decisions: lines(facts.decisions.map(({ name, decidedOn }) => `${name}, ${day(decidedOn)}`)),
    slips: lines(
      slips.map(({ name, fromOn, toOn }) => `${name}: told ${day(fromOn)}, now ${day(toOn)}`),
    ),
    risks: lines([
      checkIn?.obstacle ?? null,
      ...facts.overdue.map((item) => `Overdue: ${ours(item)}`),
      ...notices.map(({ name }) => `No answer yet to the delay notice on ${name}`),
      lateEnd(facts),
      usedUp(facts),
    ]),
  };
}

function standing({ health }: InternalFacts): string {
  if (!health) return "Nobody's said how it stands yet.";
  const note = health.note === '' ? '' : ` ${health.note}`;
  return `${healthWords[health.health]}, says ${health.by}.${note}`;
}

function hours({ loggedMinutes, estimateMinutes }: InternalFacts): string | null {
  if (estimateMinutes === 0) return null;
  return `${whole(loggedMinutes / 60)} h logged of ${whole(estimateMinutes / 60)} h estimated.`;
}

function lateEnd({ endOn, p80On }: InternalFacts): string | null {
  if (endOn === null || p80On === null || p80On <= endOn) return null;
  return `Planned end ${day(endOn)}, but four in five chances say ${day(p80On)}.`;
}

function usedUp(facts: InternalFacts): string | null {
  const used = hoursUsed(facts);
  if (used === null || used < hoursWarning) return null;
  return `That's ${whole(used / 100)} % of the estimated hours used.`;
}

function dueWords({ dueOn }: OwnItem): string {
  return dueOn === null ? '' : `, due ${day(dueOn)}`;
}

function peopleWords({ people }: OwnItem): string {
  return people.length === 0 ? '' : ` (${people.join(', ')})`;
}

function day(on: CalendarDate): string {
  return dayInWords(on, 'en');
}

function whole(value: number): string {
  return String(Math.round(value));
}

function lines(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('\n');
}
