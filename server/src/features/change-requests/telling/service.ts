import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { formatsOf } from '@evenkeel/core/portal/formats';
import { changeWords } from '@evenkeel/core/words/change-request';
import { clientMailWords } from '@evenkeel/core/words/client-mail';
import type { PortalLanguage } from '@evenkeel/core/words/language';
import { say } from '@evenkeel/core/words/words';
import type { Scope } from '../../../platform/db/scope.ts';
import { writeToClients } from '../../notifications/service.ts';
import type { ChangeRecord } from '../repository.ts';

/** What the client is shown of the effect of a change; the price in minor units. */
type Shown = {
  readonly price: number;
  readonly endBefore: CalendarDate | null;
  readonly endAfter: CalendarDate | null;
  readonly milestones: readonly {
    readonly name: string;
    readonly before: CalendarDate | null;
    readonly after: CalendarDate | null;
  }[];
};

/** Tells the client what a change would mean, and that it waits for them; sent again it is told again. */
export async function tellSent(scope: Scope, change: ChangeRecord, shown: Shown): Promise<void> {
  await writeToClients(scope, {
    projectId: change.project_id,
    topic: 'client-change',
    key: `change-request:${change.id}:${change.version}`,
    text: (language) => {
      const words = say(clientMailWords, language);
      return {
        title: words('changeSent', { name: change.name }),
        body: [effectIn(language, shown, scope.actor.currency), words('changeBody')].join('\n\n'),
      };
    },
    path: '/changes',
    answersTo: { kind: 'client-project', id: change.project_id },
  });
}

function effectIn(language: PortalLanguage, shown: Shown, currency: string): string {
  const words = say(changeWords, language);
  const formats = formatsOf(language, 'UTC');
  const day = (at: CalendarDate | null) => (at === null ? words('noDay') : formats.day(at));
  const moved = [
    { name: words('end'), before: shown.endBefore, after: shown.endAfter },
    ...shown.milestones,
  ].filter(({ before, after }) => before !== after);
  const lines = moved.map(
    ({ name, before, after }) =>
      `${name}: ${words('fromTo', { before: day(before), after: day(after) })}`,
  );
  return [
    `${words('price')}: ${formats.money(shown.price, currency)}`,
    ...(lines.length > 0 ? lines : [words('noMove')]),
  ].join('\n');
}
