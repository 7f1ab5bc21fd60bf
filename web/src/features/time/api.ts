import type { BodyInputOf, Endpoint, QueryInputOf } from '@evenkeel/contract/endpoint';
import {
  type LoggedWork,
  type TimerView,
  type TimeTarget,
  time,
  timer as timerCalls,
} from '@evenkeel/contract/time';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId, TimeEntryId } from '@evenkeel/core/id';
import { instant } from '@evenkeel/core/instant';
import { useAllRows } from '../../lib/all-rows.ts';
import { callApi } from '../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';
import { useMay, useSession } from '../../lib/session.ts';
import { formatEffort } from '../../ui/format/effort.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { workName } from './model.ts';

/** Tables whose changes make shown time stale. */
export const timeSubjects = [
  'time_entry',
  'timesheet',
  'timer',
  'task',
  'project',
  'assignment',
  'person',
];
const written = ['time_entry', 'timer'];

/** Every entry that the query lets through. */
export function useEntries(query: Omit<QueryInputOf<typeof time.list>, 'limit' | 'cursor'>) {
  return useAllRows(time.list, query, 'time_entry');
}

/** Any of the calls that write time. */
export function useTimeWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: written });
}

/** The likeliest tasks and projects to log on for typed text. */
export function useTargets(search: string, personId: PersonId | null) {
  const query = { ...(search ? { search } : {}), ...(personId ? { personId } : {}) };
  return useApi(time.targets, { query }, { subjects: timeSubjects, keepPrevious: true });
}

/** Takes an entry away and offers to bring it back. */
export function useRemoveEntry() {
  const remove = useTimeWrite(time.remove);
  const restore = useTimeWrite(time.restore);
  return async (id: TimeEntryId): Promise<void> => {
    await remove.mutateAsync({ params: { id } });
    const undo = async () => void (await restore.mutateAsync({ params: { id } }));
    notifyDone({ message: 'Time deleted', undo });
  };
}

/** A task, or a project as a whole; one of the two is needed. */
export type TimerWork = Pick<BodyInputOf<typeof timerCalls.start>, 'projectId' | 'taskId'>;

export type TimerControl = {
  /** The timer that runs; null when none does, undefined while that is being asked. */
  readonly timer: TimerView | null | undefined;
  /** Whether the signed-in member can have a timer: writes, and is linked to a person. */
  readonly isPossible: boolean;
  readonly isBusy: boolean;
  /** Starts on a task or project; a timer that runs is stopped and its time logged. Says so. */
  readonly start: (work: TimerWork, options?: { note?: string }) => Promise<void>;
  /** Stops and logs, until `endedAt` when that is said. Throws what the server refuses. */
  readonly stop: (endedAt?: Date) => Promise<void>;
  /** Stops without logging, with Undo. */
  readonly discard: () => Promise<void>;
  readonly update: (change: BodyInputOf<typeof timerCalls.update>) => Promise<unknown>;
};

/** Your own timer: what runs, and how to start, stop, discard and change it. */
export function useTimer(): TimerControl {
  const { member } = useSession();
  const isPossible = useMay('write') && member.personId !== null;
  const found = useApi(timerCalls.get, {}, { subjects: timeSubjects, enabled: isPossible });
  const start = useTimeWrite(timerCalls.start);
  const stop = useTimeWrite(timerCalls.stop);
  const discard = useTimeWrite(timerCalls.discard);
  const update = useTimeWrite(timerCalls.update);
  const running = isPossible ? found.data?.timer : null;
  return {
    timer: running,
    isPossible,
    isBusy: start.isPending || stop.isPending || discard.isPending,
    start: async (work, options = {}) => {
      try {
        const { timer, logged } = await start.mutateAsync({ body: { ...work, ...options } });
        const before = logged.length > 0 ? `${loggedInWords(logged)}. ` : '';
        notifyDone({ message: `${before}Timer runs on ${workName(timer)}` });
      } catch (error) {
        notifyFailed({
          message: error instanceof Error ? error.message : 'The timer was not started.',
        });
      }
    },
    stop: async (endedAt) => {
      const body = endedAt ? { endedAt: instant(endedAt.toISOString()) } : {};
      const { logged } = await stop.mutateAsync({ body });
      notifyDone({ message: loggedInWords(logged) });
    },
    discard: async () => {
      if (!running) return;
      await discard.mutateAsync({});
      const { project, task, note, startedAt } = running;
      const body = { projectId: project.id, taskId: task?.id ?? null, note, startedAt };
      const undo = async () => void (await start.mutateAsync({ body }));
      notifyDone({ message: 'Timer discarded, nothing logged', undo });
    },
    update: (body) => update.mutateAsync({ version: running?.version ?? 1, body }),
  };
}

/** The rows of another week, for taking them over. */
export async function fetchWeekWork(
  personId: PersonId | null,
  on: CalendarDate,
): Promise<TimeTarget[]> {
  const query = { on, ...(personId ? { personId } : {}) };
  const week = await callApi(time.week, { query });
  return week.rows.filter((row) => row.entries.length > 0);
}

function loggedInWords(logged: readonly (LoggedWork & { readonly minutes: number })[]): string {
  const [first] = logged;
  if (!first) return 'Nothing logged';
  const minutes = logged.reduce((sum, entry) => sum + entry.minutes, 0);
  const days = logged.length > 1 ? ` over ${logged.length} days` : '';
  return `${formatEffort(minutes)} logged on ${workName(first)}${days}`;
}
