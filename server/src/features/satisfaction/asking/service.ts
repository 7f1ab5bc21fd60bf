import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { satisfaction } from '@evenkeel/contract/satisfaction';
import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import type { SatisfactionId } from '@evenkeel/core/id';
import {
  askWithinDays,
  expiresAfterDays,
  reminderAfterDays,
} from '@evenkeel/core/satisfaction/satisfaction';
import { dayInWords } from '@evenkeel/core/status-reports/day-in-words';
import { satisfactionWords } from '@evenkeel/core/words/satisfaction';
import { say } from '@evenkeel/core/words/words';
import { AppError } from '../../../platform/app-error.ts';
import { dayIn } from '../../../platform/clock.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { hashOf, newSecret } from '../../identity/service.ts';
import { writeToClients } from '../../notifications/service.ts';
import * as repository from './repository.ts';

const dayMilliseconds = 24 * 60 * 60 * 1_000;

/**
 * Asks the client users of one occasion now. Throws `wrong-state` where nobody can be asked, and says
 * why; those who were asked before are left alone.
 */
export async function askNow(
  scope: Scope,
  { projectId, milestoneId }: BodyOf<typeof satisfaction.ask>,
): Promise<number> {
  const due = await repository.listFor(scope, projectId, milestoneId);
  if (due.length === 0) {
    throw new AppError(
      'wrong-state',
      milestoneId === null
        ? 'Nobody is left to ask: the project is not completed, its portal is closed, or everybody who sees it was asked.'
        : 'Nobody is left to ask: the milestone is not reached or not shown, the portal is closed, or everybody who sees it was asked.',
    );
  }
  return askAll(scope, due);
}

/** Asks about what was reached lately, and reminds once of what nobody answered. Returns how many mails. */
export async function askAndRemind(scope: Scope): Promise<number> {
  const days = askWithinDays;
  const due = await repository.listDue(
    scope,
    addDays(scope.today, -days),
    new Date(scope.now.getTime() - days * dayMilliseconds),
  );
  const asked = await askAll(scope, due);
  const before = new Date(scope.now.getTime() - reminderAfterDays * dayMilliseconds);
  const unanswered = await repository.takeUnanswered(scope, before);
  for (const question of unanswered) await writeQuestion(scope, question, true);
  return asked + unanswered.length;
}

async function askAll(scope: Scope, questions: readonly repository.Question[]): Promise<number> {
  const expiresAt = new Date(scope.now.getTime() + expiresAfterDays * dayMilliseconds);
  let asked = 0;
  for (const question of questions) {
    const id = await repository.insertQuestion(scope, question, expiresAt);
    if (id === null) continue;
    await writeQuestion(scope, { ...question, id, expiresAt }, false);
    asked += 1;
  }
  return asked;
}

type Asked = repository.Question & { readonly id: SatisfactionId; readonly expiresAt: Date };

/** The mail with its five answers. Its link says who answers, so that only its addressee gets it. */
async function writeQuestion(scope: Scope, asked: Asked, isReminder: boolean): Promise<void> {
  const { id, projectId, memberId, milestoneName: milestone, projectName: project } = asked;
  const secret = newSecret();
  await repository.keepProof(scope, id, { hash: hashOf(secret), isReminder });
  const until: CalendarDate = dayIn(scope.actor.timeZone, asked.expiresAt);
  await writeToClients(scope, {
    projectId,
    topic: 'client-satisfaction',
    key: `satisfaction:${id}${isReminder ? ':reminder' : ''}`,
    only: [memberId],
    path: '/satisfaction',
    // Behind the hash, which no browser sends: no log and no mail scanner that fetches it records a score.
    mailPath: `/rate#${secret}`,
    text: (language) => {
      const words = say(satisfactionWords, language);
      const question =
        milestone === null ? words('askClose', { project }) : words('askMilestone', { milestone });
      const why =
        milestone === null
          ? words('mailClose', { project })
          : words('mailMilestone', { milestone, project });
      const day = dayInWords(until, language);
      return {
        title: isReminder ? words('reminder', { question }) : question,
        body: `${why}\n\n${words('scale')} ${words('confirmBy', { day })}`,
      };
    },
  });
}
