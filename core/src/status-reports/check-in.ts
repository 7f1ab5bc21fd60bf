import { dayInWords } from './day-in-words.ts';
import type { InternalFacts } from './internal-facts.ts';

/** The three lines of a weekly check-in: what moved, what comes next, what stands in the way (PM-16). */
export type CheckInDraft = {
  readonly moved: string;
  readonly next: string;
  readonly obstacle: string;
};

/** The longest line of a check-in, in characters. */
export const longestCheckInLine = 500;

/** How many names a line of the draft holds. */
const mostNamed = 3;

/** The lines that the facts of the week suggest; whoever answers for the project says them their way. */
export function draftCheckIn(
  facts: Pick<InternalFacts, 'done' | 'next' | 'overdue' | 'needs' | 'today'>,
): CheckInDraft {
  const late = facts.needs.filter(({ promisedOn }) => promisedOn && promisedOn < facts.today);
  return {
    moved: facts.done.length === 0 ? 'Nothing was finished.' : `Done: ${named(facts.done)}`,
    next: facts.next.length === 0 ? 'Nothing is planned.' : `Next: ${dated(facts)}`,
    obstacle: [
      facts.overdue.length === 0 ? '' : `Overdue: ${named(facts.overdue)}`,
      late.length === 0 ? '' : `Waiting for the client: ${named(late)}`,
    ]
      .filter((part) => part !== '')
      .join('. '),
  };
}

function dated({ next }: Pick<InternalFacts, 'next'>): string {
  const [first] = next;
  const by = first?.dueOn ? `, the first by ${dayInWords(first.dueOn, 'en')}` : '';
  return `${named(next)}${by}`;
}

function named(items: readonly { readonly name: string }[]): string {
  const more = items.length - mostNamed;
  const names = items.slice(0, mostNamed).map(({ name }) => name);
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`.slice(
    0,
    longestCheckInLine - 40,
  );
}
