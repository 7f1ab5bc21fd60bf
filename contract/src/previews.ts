import type { DealId, PersonId, ProjectId, RoleId, TeamId } from '@evenkeel/core/id';
import { z } from 'zod';
import {
  amountsView,
  balanceNames,
  calendarMonth,
  finishView,
  mixView,
  quarter,
  roleMonth,
  shareTargetView,
  teamMonth,
  workKind,
} from './balance.ts';
import { endpoint } from './endpoint.ts';
import { chosenTemplate } from './hand-offs.ts';
import { reserveOutlookView } from './ring-fences.ts';
import { calendarDate, currency, id, minorUnits, recordDate } from './scalars.ts';

const minutes = z.int();
const projectId = id<ProjectId>();

const change = <Value extends z.ZodType>(value: Value) => z.object({ before: value, after: value });

/** Hours that an initiative gets by the forecast, from today to the day it would have been done. */
export const hoursChange = z.object({
  projectId,
  by: calendarDate.describe('When it would have been done, else the last day of the view.'),
  beforeMinutes: minutes,
  afterMinutes: minutes,
  isStarved: z.boolean().describe('More than a tenth of its hours would be gone.'),
});
export type HoursChangeView = z.infer<typeof hoursChange>;

/** Somebody or some role with more work than capacity in a month. */
const overload = z.object({ month: calendarMonth, excessMinutes: minutes });

/**
 * What adding a project does (B13): every figure before and after. The figures after are those that
 * Balance shows once the project is there.
 */
export const projectPreview = z.object({
  currency,
  target: shareTargetView,
  project: z.object({
    name: z.string(),
    kind: workKind,
    startOn: calendarDate.nullable(),
    endOn: calendarDate.nullable(),
    minutes,
    taskCount: z.int(),
  }),
  /** Price of the deal; null when no deal stands behind the project. */
  valueMinor: minorUnits.nullable(),
  /** What somebody must still settle, when a hand-off stands behind the project. */
  gaps: z.array(z.object({ code: z.string(), message: z.string() })),
  names: balanceNames,
  months: z.array(change(amountsView).extend({ month: calendarMonth })),
  /**
   * The planned work that the project adds, by task and month. With the rows that Balance shows
   * today, logged and planned, these are the rows behind each figure afterwards (U19).
   */
  added: z.array(
    amountsView.extend({
      task: z.string(),
      from: calendarDate,
      to: calendarDate,
      personId: id<PersonId>().nullable(),
      roleId: id<RoleId>().nullable(),
    }),
  ),
  /** This quarter and the next. */
  quarters: z.array(change(mixView).extend(quarter.shape)),
  /** Months of roles and teams whose load differs. */
  roles: z.array(change(roleMonth)),
  teams: z.array(change(teamMonth)),
  peopleOver: change(z.array(overload.extend({ personId: id<PersonId>() }))),
  rolesOver: change(z.array(overload.extend({ roleId: id<RoleId>().nullable() }))),
  finishes: z.array(
    z.object({
      /** Null for the project that would be added. */
      projectId: projectId.nullable(),
      before: finishView.omit({ projectId: true }).nullable(),
      after: finishView.omit({ projectId: true }).nullable(),
      weeksLater: z.int().nullable(),
    }),
  ),
  reserve: z
    .array(
      reserveOutlookView.extend({
        rows: z.array(z.int()).describe('Places in `added` of the rows behind `askedMinutes`.'),
      }),
    )
    .describe(
      'What client work would take of the ring-fences, by ring-fence and month: nothing is refused by a signature; what is short has to be lent when the hours are allocated (B03). Empty for an initiative.',
    ),
  initiativeHours: z
    .array(hoursChange)
    .describe('Initiatives that get more or fewer hours, the most starved first.'),
});
export type ProjectPreview = z.infer<typeof projectPreview>;

/** How a deal would be won: what its hand-off is accepted with. Left out: what the deal says. */
export const winTerms = z
  .object({
    projectManagerId: id<PersonId>(),
    ownerId: id<PersonId>(),
    teamId: id<TeamId>(),
    startOn: recordDate,
    endOn: recordDate,
    templateId: chosenTemplate,
  })
  .partial();
export type WinTerms = z.infer<typeof winTerms>;

const dealParams = z.object({ id: id<DealId>() });

/** What a decision does to the balance before it is made (B13), and winning a deal for real. */
export const previews = {
  start: endpoint({
    method: 'GET',
    path: '/api/v1/projects/:id/start-preview',
    permission: 'read',
    summary:
      'What starting a proposed initiative does to load, share and dates. Writes nothing (B13).',
    params: z.object({ id: projectId }),
    output: projectPreview,
  }),
  win: endpoint({
    method: 'GET',
    path: '/api/v1/deals/:id/win-preview',
    permission: 'read',
    summary: 'What winning a deal does to load, strategic share and dates. Writes nothing (B13).',
    params: dealParams,
    query: winTerms,
    output: projectPreview,
  }),
  applyWin: endpoint({
    method: 'POST',
    path: '/api/v1/deals/:id/win',
    permission: 'write',
    summary:
      'Win a deal with its contract signed and accept its hand-off: makes the preview true (B13). For managers and the chosen project manager.',
    ifMatch: true,
    params: dealParams,
    body: winTerms.required({ projectManagerId: true }).extend({
      contractSignedOn: recordDate
        .optional()
        .describe('The day of the signature, unless the deal says it; today when neither does.'),
    }),
    output: z.object({ dealId: id<DealId>(), projectId }),
  }),
};
