import { addDays, type CalendarDate, isWeekdayDate, weekStart } from '@evenkeel/core/calendar-date';
import type { AccountId, PersonId, ProjectId } from '@evenkeel/core/id';
import { type ClockTime, isClockTime } from '@evenkeel/core/meetings/zoned-time';
import {
  type SampleMeeting,
  sampleMeetings,
  sampleOpenProjects,
  sampleReporting,
} from '@evenkeel/core/sample/reports';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { addItem } from '../../meetings/agenda/service.ts';
import { createMeeting, holdMeeting, updateMeeting } from '../../meetings/service.ts';
import { draftQuestion, publishQuestion } from '../../questions/service.ts';
import { setPlan } from '../../status-reports/plan/service.ts';
import { draftReport, sendReport, updateReport } from '../../status-reports/service.ts';
import { common, type Ids, need } from '../ids.ts';
import { firstContacts, insertCheckIns, openPortals } from './repository.ts';

/** Monday to Friday of a week. */
const fridayAfterMonday = 4;

/** What clients of the sample firm were told, and the meetings with them. */
export async function insertReporting(scope: Scope, ids: Ids): Promise<void> {
  const projectOf = (key: string) => need(ids, 'project', key) as ProjectId;
  await openPortals(scope, sampleOpenProjects.map(projectOf));
  await insertReports(scope, projectOf(sampleReporting.project), ids);
  for (const meeting of sampleMeetings) await insertMeeting(scope, meeting, ids);
}

async function insertReports(scope: Scope, projectId: ProjectId, ids: Ids): Promise<void> {
  const { checkIns, sentNeeds, questions } = sampleReporting;
  const monday = weekStart(scope.today);
  const manager = need(ids, 'person', 'Aisha Rahman') as PersonId;
  await insertCheckIns(
    scope,
    checkIns.map(({ weeksAgo, by, ...lines }) => ({
      ...common(newId()),
      project_id: projectId,
      week_on: addDays(monday, -7 * weeksAgo),
      person_id: need(ids, 'person', by),
      ...lines,
    })),
  );
  await setPlan(scope, projectId, { weekday: 4, accountableId: manager });
  const lastFriday = addDays(monday, fridayAfterMonday - 7);
  const past: Scope = {
    ...scope,
    today: lastFriday,
    now: new Date(`${lastFriday}T15:00:00.000Z`),
  };
  const { report } = await draftReport(past, projectId, 'en');
  const edited = await updateReport(past, report, { clientText: { needs: sentNeeds } });
  await sendReport(past, edited.report);
  await draftReport(scope, projectId, 'en');
  for (const { isPublished, question, answer } of questions) {
    const drafted = await draftQuestion(scope, { projectId, question, answer });
    if (isPublished) await publishQuestion(past, drafted);
  }
}

async function insertMeeting(scope: Scope, sample: SampleMeeting, ids: Ids): Promise<void> {
  const { project, account, points, people, everyWeeks, outcome } = sample;
  const accountId = account === null ? null : (need(ids, 'account', account) as AccountId);
  const contacts = accountId ? await firstContacts(scope, accountId, sample.contacts) : [];
  const { name, purpose, place, link, minutes, isClientVisible } = sample;
  const { meeting } = await createMeeting(scope, {
    name,
    purpose,
    place,
    link,
    minutes,
    isClientVisible,
    on: onWeekday(addDays(scope.today, sample.inDays)),
    at: clock(sample.at),
    projectId: project === null ? null : (need(ids, 'project', project) as ProjectId),
    accountId: project === null ? accountId : null,
    withAgenda: points.length === 0,
    repeats: everyWeeks === null ? null : { everyWeeks, count: 6 },
    attendees: [
      ...people.map(([key, part]) => ({ personId: need(ids, 'person', key) as PersonId, part })),
      ...contacts.map((contactId) => ({ contactId, part: 'decides' as const })),
    ],
  });
  for (const [point, came] of points) {
    await addItem(scope, meeting.id, { name: point, outcome: came, isClientVisible });
  }
  if (outcome === '') return;
  const told = await updateMeeting(scope, meeting, { outcome });
  await holdMeeting(scope, told.meeting);
}

function onWeekday(day: CalendarDate): CalendarDate {
  return isWeekdayDate(day) ? day : onWeekday(addDays(day, 1));
}

function clock(text: string): ClockTime {
  if (isClockTime(text)) return text;
  throw new Error(`the sample names no time of day: ${text}`);
}
