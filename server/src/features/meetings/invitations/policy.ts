import type { InvitationMethod } from '@evenkeel/core/meetings/invitation';
import { formatsOf } from '@evenkeel/core/portal/formats';
import type { PortalLanguage } from '@evenkeel/core/words/language';
import { meetingMailWords } from '@evenkeel/core/words/meeting-mail';
import { say } from '@evenkeel/core/words/words';
import { moment } from '../../../platform/db/values.ts';
import type { MeetingRecord } from '../repository.ts';

/** What an invitation is called in a list of mails. */
export function subjectOf(
  { name }: MeetingRecord,
  method: InvitationMethod,
  language: PortalLanguage,
): string {
  const words = say(meetingMailWords, language);
  return words(method === 'CANCEL' ? 'subjectCancelled' : 'subject', { name });
}

/** What an invitation to one meeting says, or to several of one series. */
export function paragraphsOf(
  all: readonly MeetingRecord[],
  to: {
    readonly method: InvitationMethod;
    readonly language: PortalLanguage;
    readonly name: string;
  },
): string[] {
  const words = say(meetingMailWords, to.language);
  const isCancelled = to.method === 'CANCEL';
  const lines = all.map((meeting) => {
    const { name, minutes, time_zone: zone } = meeting;
    const at = formatsOf(to.language, zone).moment(moment(meeting.starts_at));
    return words(isCancelled ? 'cancelled' : 'when', { name, at, zone, minutes });
  });
  const [first] = all;
  const where = first ? [first.place, first.link].filter((text) => text !== '').join(', ') : '';
  const purpose = isCancelled ? '' : (first?.purpose ?? '');
  return [words('hello', { name: to.name }), lines.join('\n'), where, purpose].filter(
    (text) => text !== '',
  );
}
