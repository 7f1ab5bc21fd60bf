import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { meetings } from '@evenkeel/contract/meetings';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { AgendaItemId, MeetingId, ProjectId } from '@evenkeel/core/id';
import { type AgendaPoint, buildAgenda, type OpenItem } from '@evenkeel/core/meetings/agenda';
import { subjectKey } from '@evenkeel/core/subject';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { visibleTo } from '../../report-facts/service.ts';
import { requireSubject, resolveSubjects } from '../../subjects/service.ts';
import type { MeetingRecord } from '../repository.ts';
import * as repository from './repository.ts';

/** A point that an agenda could take, and whether the client may read its name. */
export type Suggestion = AgendaPoint & { readonly isClientVisible: boolean };

/** Long enough for everything that is open. */
const noLimit = 100_000;

/** Minutes of a point that somebody adds without saying how long. */
const usualMinutes = 10;

/** The points of a meeting, and what they and the meeting point to. */
export async function readAgenda(scope: Scope, meeting: MeetingRecord) {
  const items = await repository.listItems(scope, meeting.id);
  const links = await resolveSubjects(scope, [meeting, ...items].flatMap(pointedTo));
  return { items, links };
}

/** What is open and not on a meeting's agenda yet, with what each is about. */
export async function suggestFor(scope: Scope, meeting: MeetingRecord) {
  const items = await repository.listItems(scope, meeting.id);
  const taken = items.flatMap(pointedTo).map(subjectKey);
  const rows = await suggest(scope, meeting.project_id, { taken });
  const links = await resolveSubjects(
    scope,
    rows.map(({ subject }) => subject),
  );
  return { rows, links };
}

export async function addItem(
  scope: Scope,
  meetingId: MeetingId,
  { subject = null, presenterId, ...item }: BodyOf<typeof meetings.addItem>,
): Promise<void> {
  if (subject) await requireSubject(scope, subject);
  await repository.insertItems(scope, meetingId, [
    {
      name: item.name,
      minutes: item.minutes ?? usualMinutes,
      subject,
      personId: presenterId ?? null,
      isClientVisible: item.isClientVisible ?? false,
      outcome: item.outcome ?? '',
    },
  ]);
}

export async function changeItem(
  scope: Scope,
  key: { readonly id: AgendaItemId; readonly meetingId: MeetingId; readonly version: number },
  change: BodyOf<typeof meetings.updateItem>,
): Promise<void> {
  const { name, minutes, position, outcome, presenterId, isClientVisible } = change;
  await repository.updateItem(scope, key, {
    ...(name === undefined ? {} : { name }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(position === undefined ? {} : { position }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(presenterId === undefined ? {} : { person_id: presenterId }),
    ...(isClientVisible === undefined ? {} : { is_client_visible: isClientVisible }),
  });
}

export async function removeItem(
  scope: Scope,
  meetingId: MeetingId,
  id: AgendaItemId,
): Promise<void> {
  if (await repository.deleteItem(scope, meetingId, id)) return;
  throw new AppError('not-found', 'There is no such point on this agenda.');
}

function pointedTo({
  subject_kind: kind,
  subject_id: id,
}: Pick<repository.AgendaRecord, 'subject_kind' | 'subject_id'>): SubjectRef[] {
  return kind === null || id === null ? [] : [{ kind, id }];
}

/** What is open on a meeting's project and not among `taken`, the gravest first, as far as time goes. */
export async function suggest(
  scope: Scope,
  projectId: ProjectId | null,
  options: { readonly minutes?: number; readonly taken?: readonly string[] } = {},
): Promise<Suggestion[]> {
  if (projectId === null) return [];
  const { minutes = noLimit, taken = [] } = options;
  const open = (await repository.listOpen(scope, projectId)).filter(
    ({ subject }) => !taken.includes(subjectKey(subject)),
  );
  return withSight(scope, projectId, buildAgenda(open, minutes));
}

/** Points for things that are named outright, as the record on which a talk got stuck. */
export async function pointsFor(
  scope: Scope,
  projectId: ProjectId | null,
  items: readonly OpenItem[],
): Promise<Suggestion[]> {
  const points = buildAgenda(items, noLimit);
  if (projectId === null) return points.map((point) => ({ ...point, isClientVisible: false }));
  return withSight(scope, projectId, points);
}

/** Writes points onto a meeting's agenda. */
export async function addPoints(
  scope: Scope,
  meetingId: MeetingId,
  points: readonly Suggestion[],
): Promise<void> {
  await repository.insertItems(
    scope,
    meetingId,
    points.map(({ name, minutes, subject, isClientVisible }) => ({
      name: name.slice(0, 300),
      minutes,
      subject,
      isClientVisible,
    })),
  );
}

/** Nothing is shown to the client that they cannot see where it stands. */
async function withSight(
  scope: Scope,
  projectId: ProjectId,
  points: readonly AgendaPoint[],
): Promise<Suggestion[]> {
  const seen = await visibleTo(
    scope,
    projectId,
    points.map(({ subject }) => subject),
  );
  return points.map((point) => ({
    ...point,
    isClientVisible: seen.has(subjectKey(point.subject)),
  }));
}
