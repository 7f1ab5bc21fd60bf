import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { dayAndMonth } from '@evenkeel/core/calendar-words';
import { isLowScore, type Score } from '@evenkeel/core/satisfaction/satisfaction';

type Said = {
  readonly member_name: string;
  readonly project_name: string;
  readonly milestone_name: string | null;
  readonly score: Score;
  readonly comment: string;
};

/** What a rating is called in an inbox. */
export function ratingTitle(said: Said): string {
  const title = `${said.member_name} rated ${aboutOf(said)} ${said.score} of 5`;
  return isLowScore(said.score) ? `${title}: speak with them` : title;
}

/** What the task of a low rating says: who, what, when, and the client's own words. */
export function followUpNotes(said: Said, today: CalendarDate): string {
  const first = `${said.member_name} rated ${aboutOf(said)} ${said.score} of 5 on ${dayAndMonth(today)}.`;
  const words = said.comment === '' ? 'No reason was given.' : `“${said.comment}”`;
  return `${first}\n\n${words}`;
}

function aboutOf({ milestone_name: milestone, project_name: project }: Said): string {
  return milestone === null ? `${project} as a whole` : `“${milestone}” of ${project}`;
}
