import type { WinTerms } from '@evenkeel/contract/previews';
import { type CalendarDate, isCalendarDate } from '@evenkeel/core/calendar-date';
import { isId, type PersonId, type TeamId } from '@evenkeel/core/id';

/** What is chosen beside a preview; null leaves it to the deal. */
export type WinChoices = {
  readonly projectManager: { readonly id: PersonId; readonly name: string } | null;
  readonly teamId: TeamId | null;
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
  /** An id, `none`, or null for the best fit. */
  readonly templateId: string | null;
  readonly contractSignedOn: CalendarDate | null;
};

export const noChoices: WinChoices = {
  projectManager: null,
  teamId: null,
  startOn: null,
  endOn: null,
  templateId: null,
  contractSignedOn: null,
};

/** Whether an address holds choices that can be shown. */
export function isWinChoices(value: unknown): value is WinChoices {
  if (typeof value !== 'object' || value === null) return false;
  // Each field is checked below.
  const { projectManager, teamId, startOn, endOn, templateId, contractSignedOn } = value as Partial<
    Record<keyof WinChoices, unknown>
  >;
  return (
    [startOn, endOn, contractSignedOn].every((day) => isTextOrNull(day, isCalendarDate)) &&
    isTextOrNull(teamId, isId) &&
    isTextOrNull(templateId, (text) => text === 'none' || isId(text)) &&
    (projectManager === null || isNamed(projectManager))
  );
}

/** The terms that the server is asked with. */
export function termsOf(choices: WinChoices): WinTerms {
  const { projectManager, teamId, startOn, endOn, templateId } = choices;
  return {
    ...(projectManager ? { projectManagerId: projectManager.id } : {}),
    ...(teamId ? { teamId } : {}),
    ...(startOn ? { startOn } : {}),
    ...(endOn ? { endOn } : {}),
    // Checked to be 'none' or an id, by the field or by `isWinChoices`.
    ...(templateId ? { templateId: templateId as NonNullable<WinTerms['templateId']> } : {}),
  };
}

function isTextOrNull(value: unknown, isValid: (text: string) => boolean): boolean {
  return value === null || (typeof value === 'string' && isValid(value));
}

function isNamed(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name } = value as { id?: unknown; name?: unknown };
  return typeof id === 'string' && isId(id) && typeof name === 'string';
}
