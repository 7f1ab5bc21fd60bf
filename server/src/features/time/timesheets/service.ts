import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { timesheets } from '@evenkeel/contract/timesheets';
import { addDays, type CalendarDate, daysBetween, weekStart } from '@evenkeel/core/calendar-date';
import type { PersonId } from '@evenkeel/core/id';
import {
  isLocked,
  type TimesheetState,
  type TimesheetStep,
  timesheetAfter,
} from '@evenkeel/core/time/timesheet';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { hasPermission } from '../../../platform/http/permission.ts';
import { weekCapacities } from '../../capacity/service.ts';
import { canDecideWeek, canLogFor } from '../policy.ts';
import { lockPerson, ownPerson } from '../service.ts';
import * as repository from './repository.ts';

/** Weeks that are shown unless somebody asks for others, this one included. */
const weeksShown = 8;
const mostWeeks = 53;

/** All that is known of one person's week; without a sheet where nobody ever submitted it. */
export type WeekFacts = {
  readonly person: Awaited<ReturnType<typeof repository.listPeople>>[number];
  readonly week: CalendarDate;
  readonly today: CalendarDate;
  readonly canDecide: boolean;
  /** Minutes of Monday to Sunday. */
  readonly capacity: readonly number[];
  readonly logged: repository.LoggedWeek | undefined;
  readonly sheet: repository.SheetRecord | undefined;
};

/** The timesheet of one week, and what the actor can do about it. */
export type OpenedSheet = {
  readonly sheet: repository.SheetRecord | undefined;
  readonly isLocked: boolean;
  readonly canSubmit: boolean;
  readonly canDecide: boolean;
};

/** The weeks of those whose weeks the actor may see, newest first. */
export async function listTimesheets(
  scope: Scope,
  query: QueryOf<typeof timesheets.list>,
): Promise<{ weeks: repository.Weeks; rows: WeekFacts[] }> {
  const to = weekStart(query.to ?? scope.today);
  const from = weekStart(query.from ?? addDays(to, -7 * (weeksShown - 1)));
  if (from > to) throw invalid(['from'], 'too-late', 'is after the last week');
  if (daysBetween(from, to) / 7 + 1 > mostWeeks) {
    throw invalid(['from'], 'too-many', `asks for more than ${mostWeeks} weeks`);
  }
  const weeks = { from, to };
  const rows = await readRows(scope, weeks, visiblePeople(scope, query.personId));
  const { state } = query;
  return { weeks, rows: state ? rows.filter(({ sheet }) => state.includes(stateOf(sheet))) : rows };
}

/** Says that a week is complete. */
export async function submitWeek(
  scope: Scope,
  asked: BodyOf<typeof timesheets.submit>,
): Promise<WeekFacts> {
  const { personId, week } = await ownWeek(scope, asked);
  if (week > scope.today) {
    throw invalid(['on'], 'future', 'lies in a week that has not begun');
  }
  const { version, state } = await nextStep(scope, { personId, week }, 'submit');
  const change = { state, reason: '', submittedAt: scope.now, isDecision: false };
  await repository.saveSheet(
    scope,
    { personId, week, version },
    asked.note === undefined ? change : { ...change, note: asked.note },
  );
  return readRow(scope, personId, week);
}

/** Takes back what was submitted, before anybody has approved it. */
export async function recallWeek(
  scope: Scope,
  asked: BodyOf<typeof timesheets.recall>,
): Promise<WeekFacts> {
  const { personId, week } = await ownWeek(scope, asked);
  const { version, state } = await nextStep(scope, { personId, week }, 'recall');
  const change = { state, reason: '', submittedAt: null, isDecision: false };
  await repository.saveSheet(scope, { personId, week, version }, change);
  return readRow(scope, personId, week);
}

/** Approves, returns or opens weeks again, as they were seen: all of them or none. */
export async function decideWeeks(
  scope: Scope,
  { step, sheets, reason }: BodyOf<typeof timesheets.decide>,
): Promise<WeekFacts[]> {
  for (const [index, sheet] of sheets.entries()) {
    const week = weekStart(sheet.week);
    if (!canDecideWeek(scope.actor, sheet.personId)) {
      throw new AppError('not-allowed', 'Your own week is approved by somebody else.');
    }
    if (!(await lockPerson(scope, sheet.personId))) {
      throw invalid(['sheets', index, 'personId'], 'unknown', 'there is no such person');
    }
    const { state } = await nextStep(scope, { personId: sheet.personId, week }, step);
    await repository.saveSheet(
      scope,
      { personId: sheet.personId, week, version: sheet.version },
      { state, reason: reason ?? '', isDecision: true },
    );
  }
  const rows: WeekFacts[] = [];
  for (const { personId, week } of sheets) rows.push(await readRow(scope, personId, week));
  return rows;
}

/** Where one week stands, and what the actor can do about it. */
export async function readTimesheet(
  scope: Scope,
  personId: PersonId,
  week: CalendarDate,
): Promise<OpenedSheet> {
  const sheet = await findSheet(scope, personId, week);
  const isClosed = isLocked(stateOf(sheet));
  return {
    sheet,
    isLocked: isClosed,
    canSubmit: canLogFor(scope.actor, personId) && !isClosed && week <= scope.today,
    canDecide: canDecideWeek(scope.actor, personId),
  };
}

async function findSheet(scope: Scope, personId: PersonId, week: CalendarDate) {
  const [sheet] = await repository.listSheets(scope, { from: week, to: week }, [personId]);
  return sheet;
}

function stateOf(sheet: repository.SheetRecord | undefined): TimesheetState {
  return sheet?.state ?? 'open';
}

/** The state that a step leads to, or a refusal that says where the week stands. */
async function nextStep(
  scope: Scope,
  { personId, week }: { readonly personId: PersonId; readonly week: CalendarDate },
  step: TimesheetStep,
): Promise<{ readonly version: number; readonly state: TimesheetState }> {
  const sheet = await findSheet(scope, personId, week);
  const state = timesheetAfter(stateOf(sheet), step);
  if (state !== null) return { version: sheet?.version ?? 0, state };
  throw new AppError('wrong-state', `The week of ${week} is ${stateOf(sheet)}.`);
}

async function ownWeek(
  scope: Scope,
  asked: { readonly personId?: PersonId | undefined; readonly on: CalendarDate },
): Promise<{ readonly personId: PersonId; readonly week: CalendarDate }> {
  const personId = asked.personId ?? ownPerson(scope);
  if (!canLogFor(scope.actor, personId)) {
    throw new AppError('not-allowed', 'You can submit your own week; managers those of others.');
  }
  // Nobody logs time into the week while it is being closed.
  if (!(await lockPerson(scope, personId))) {
    throw invalid(['personId'], 'unknown', 'there is no such person');
  }
  return { personId, week: weekStart(asked.on) };
}

/** Null for everybody; those who may not manage see themselves. */
function visiblePeople(
  scope: Scope,
  asked: readonly PersonId[] | undefined,
): readonly PersonId[] | null {
  if (hasPermission(scope.actor, 'manage')) return asked ?? null;
  const own = scope.actor.personId;
  return own !== null && (asked?.includes(own) ?? true) ? [own] : [];
}

async function readRow(scope: Scope, personId: PersonId, week: CalendarDate): Promise<WeekFacts> {
  const monday = weekStart(week);
  const [row] = await readRows(scope, { from: monday, to: monday }, [personId]);
  if (row) return row;
  throw invalid(['on'], 'outside', 'lies in a week in which they did not work here');
}

async function readRows(
  scope: Scope,
  weeks: repository.Weeks,
  personIds: readonly PersonId[] | null,
): Promise<WeekFacts[]> {
  const people = await repository.listPeople(scope, weeks, personIds);
  const logged = byWeek(await repository.sumWeeks(scope, weeks, personIds), (row) => row.week);
  const sheets = byWeek(
    await repository.listSheets(scope, weeks, personIds),
    (row) => row.week_start,
  );
  const capacityOf = await weekCapacities(
    scope,
    people.map(({ id }) => id),
  );
  const { today } = scope;
  const mondays: CalendarDate[] = [];
  for (let day = weeks.to; day >= weeks.from; day = addDays(day, -7)) mondays.push(day);
  return mondays.flatMap((week) =>
    people
      .filter(({ joined_on, left_on }) => {
        return joined_on <= addDays(week, 6) && (left_on === null || left_on >= week);
      })
      .map((person) => {
        const key = `${person.id} ${week}`;
        const canDecide = canDecideWeek(scope.actor, person.id);
        return {
          person,
          week,
          today,
          canDecide,
          capacity: capacityOf(person.id, week),
          logged: logged.get(key),
          sheet: sheets.get(key),
        };
      }),
  );
}

function byWeek<Row extends { readonly person_id: PersonId }>(
  rows: readonly Row[],
  weekOf: (row: Row) => CalendarDate,
): Map<string, Row> {
  return new Map(rows.map((row) => [`${row.person_id} ${weekOf(row)}`, row]));
}
