import type { StarvationOutlook } from '@evenkeel/core/balance/starvation-outlook';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';

/** Client projects that are named in a letter; the others stand on the page. */
const mostNamed = 3;

/** What owner and managers are told of a starving initiative. */
export function starvationWords(
  { promise, target, forecast }: StarvationOutlook,
  nameOf: (id: ProjectId) => string,
): { readonly title: string; readonly body: string } {
  const name = nameOf(promise.projectId);
  const what = target.milestone ? `the milestone “${target.milestone.name}”` : 'its end';
  const culprits = promise.culprits
    .slice(0, mostNamed)
    .map(({ projectId, minutes }) => `${nameOf(projectId)} (${hours(minutes)})`);
  return {
    title: `${name} is about to miss ${dayWords(target.dueOn)}`,
    body: [
      `${name} was given ${hours(promise.givenMinutes)} of the ${hours(promise.promisedMinutes)} it was promised in the last half year, of late ${hours(forecast.paceMinutes)} a week. ${hours(target.remainingMinutes)} are left until ${what} on ${dayWords(target.dueOn)}; at this pace ${finishWords(forecast.finishWeek)}.`,
      culprits.length > 0
        ? `The same people worked on ${culprits.join(', ')} instead.`
        : 'No client work of the same people explains it.',
      'You can give it the hours back, move the date, or stop it: what cannot stay is a promise that nobody keeps.',
    ].join('\n\n'),
  };
}

function finishWords(week: CalendarDate | null): string {
  return week === null ? 'it is never done' : `it is done in the week of ${dayWords(week)}`;
}

function hours(minutes: number): string {
  return `${Math.round(minutes / 60)} h`;
}

function dayWords(day: CalendarDate): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
