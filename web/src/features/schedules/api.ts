import { baselines } from '@evenkeel/contract/baselines';
import { calendars } from '@evenkeel/contract/calendars';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import { publicHolidays } from '@evenkeel/contract/public-holidays';
import {
  type MovesView,
  type ScheduleEdit,
  scheduleEdits,
} from '@evenkeel/contract/schedule-edits';
import { schedules } from '@evenkeel/contract/schedules';
import type { BaselineId, ProjectId } from '@evenkeel/core/id';
import type { Instant } from '@evenkeel/core/instant';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';
import { SaveCancelled } from '../../ui/form/save-cancelled.ts';
import { askAboutMoves } from './moves-question.ts';

export { mayMoveOthers, movesWords, undoOf, workingTime } from './model.ts';

/** Tables on which dates depend. */
const subjects = [
  'task',
  'dependency',
  'assignment',
  'project',
  'phase',
  'person',
  'leave',
  'calendar',
  'calendar_exception',
];

/** The schedule of a project: slack, what drives each task, problems. */
export function useSchedule(id: ProjectId) {
  return useApi(schedules.get, { params: { id } }, { subjects });
}

/** What has moved in a project between two moments; the later is now when it is null. */
export function useMoves(id: ProjectId, from: Instant | null, to: Instant | null) {
  // Not asked for without an earlier moment.
  const query = { from: from ?? ('' as Instant), ...(to ? { to } : {}) };
  return useApi(schedules.moves, { params: { id }, query }, { subjects, enabled: from !== null });
}

export function useBaselines(id: ProjectId) {
  return useApi(baselines.list, { params: { id } }, { subjects: ['baseline'] });
}

export function useComparison(id: BaselineId) {
  return useApi(baselines.compare, { params: { id } }, { subjects: ['baseline', 'task'] });
}

export function useCalendars() {
  return useApi(calendars.list, {}, { subjects: ['calendar', 'calendar_exception'] });
}

/** Any of the calls that write plans, baselines, calendars or leave. */
export function useScheduleWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: [...subjects, 'baseline'] });
}

/**
 * Asks before edits are saved that move other tasks, with the moves. Answers how many there are, 0
 * when nothing else moves; throws `SaveCancelled` when the answer is no.
 */
export async function checkMoves(
  edits: readonly ScheduleEdit[],
  isOwn: (taskId: string) => boolean = () => false,
): Promise<number> {
  const moved = await previewed(edits);
  const others = (moved?.moves ?? []).filter(
    ({ task, reason }) => reason !== 'edited' && !isOwn(task.id),
  );
  if (!moved || others.length === 0) return 0;
  if (await askAboutMoves({ ...moved, moves: others })) return others.length;
  throw new SaveCancelled();
}

/** What edits would move, while they are still being thought about; nothing is asked without any. */
export function useEditPreview(edits: readonly ScheduleEdit[] | null) {
  return useQuery({
    queryKey: [scheduleEdits.preview.path, edits],
    enabled: edits !== null,
    // The newest answer stands until that to a further edit has come.
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
    queryFn: ({ signal }) =>
      callApi(scheduleEdits.preview, { body: { edits: [...(edits ?? [])] } }, signal),
  });
}

/** Null where saving will be refused: the refusal is said there. */
async function previewed(edits: readonly ScheduleEdit[]): Promise<MovesView | null> {
  try {
    return await callApi(scheduleEdits.preview, { body: { edits: [...edits] } });
  } catch {
    return null;
  }
}

/** Countries and regions whose public holidays are known. */
export function useHolidayCountries() {
  return useApi(publicHolidays.countries, {}, { subjects: [] });
}

/** The public holidays of a place in some years; nothing is asked while no place is picked. */
export function usePublicHolidays(
  place: string | null,
  years: { fromYear: number; toYear: number },
) {
  const query = { place: place ?? '', ...years };
  return useApi(publicHolidays.list, { query }, { subjects: [], enabled: place !== null });
}
