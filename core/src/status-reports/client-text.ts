import type { PortalLanguage } from '../words/language.ts';

import { statusReportWords } from '../words/status-report.ts';
import { say } from '../words/words.ts';
import {
  type ClientFacts,
  clientStanding,
  isPast,
  type ToldItem,
  type ToldSlip,
} from './client-facts.ts';
import { dayInWords } from './day-in-words.ts';
import type { ReportText } from './report-text.ts';

/** How many things come next in a report; more is a plan, not a report. */
const mostNext = 5;

/**
 * The client's text of a report, in the client's language and in a formal tone, from what the client
 * can see and nothing else: the type of the facts has no room for more (B11, CL-16).
 */
export function draftClientText(facts: ClientFacts, language: PortalLanguage): ReportText {
  const words = say(statusReportWords, language);
  const day = (on: Parameters<typeof dayInWords>[0]) => dayInWords(on, language);
  const moved = ({ name, fromOn, toOn }: ToldSlip) =>
    words('moved', { name, from: day(fromOn), to: day(toOn) });
  const told = (item: ToldItem, late: 'itemOverdue' | 'itemNeedOverdue') => {
    const { name, promisedOn } = item;
    if (promisedOn === null) return name;
    const key = isPast(item, facts.today) ? late : 'itemBy';
    return words(key, { name, day: day(promisedOn) });
  };
  const overdue = facts.needs.filter((item) => isPast(item, facts.today));
  return {
    standing: [
      words(clientStanding(facts)),
      words('week', { from: day(facts.week.from), to: day(facts.week.to) }),
    ].join('\n'),
    done: lines(facts.done, ({ name, doneOn }) => words('itemDone', { name, day: day(doneOn) })),
    next: lines(facts.next.slice(0, mostNext), (item) => told(item, 'itemOverdue')),
    needs: lines(facts.needs, (item) => told(item, 'itemNeedOverdue')),
    decisions: lines(facts.decisions, ({ name, decidedOn }) =>
      words('itemDecided', { name, day: day(decidedOn) }),
    ),
    slips: lines(facts.slips, moved),
    risks: [
      ...facts.notices.map((notice) => words('noticeOpen', { name: notice.name })),
      ...overdue.map(({ name }) => words('holdsUp', { name })),
    ].join('\n'),
  };
}

function lines<Item>(items: readonly Item[], write: (item: Item) => string): string {
  return items.map(write).join('\n');
}
