import { type LoggedWork, type TimeTarget, type TimeWeek, time } from '@evenkeel/contract/time';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId } from '@evenkeel/core/id';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { callApi } from '../../../lib/api-client.ts';
import { markStale } from '../../../lib/live-changes.ts';
import { apiKey, useApi } from '../../../lib/queries.ts';
import { problemOf } from '../../../ui/form/problem.ts';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { timeSubjects, useRemoveEntry } from '../api.ts';
import { askedWork, workKey, workName } from '../model.ts';
import { type CellDrafts, cellKey } from './model.ts';

/** Whose week, and which: `on` is its Monday. */
export type WeekAddress = { readonly personId: PersonId | null; readonly on: CalendarDate };

/** A week; nothing is asked for nobody. */
export function useWeek(address: WeekAddress) {
  return useApi(time.week, inputOf(address), {
    subjects: timeSubjects,
    keepPrevious: true,
    enabled: address.personId !== null,
  });
}

/** Rows added by hand, kept while the browser is open. */
export function useAddedRows(address: WeekAddress): {
  readonly added: readonly TimeTarget[];
  readonly add: (targets: readonly TimeTarget[]) => void;
} {
  const client = useQueryClient();
  const queryKey = ['added rows', address.personId, address.on];
  const { data = noTargets } = useQuery<readonly TimeTarget[]>({
    queryKey,
    queryFn: () => noTargets,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return {
    added: data,
    add: (targets) => {
      const known = new Set(data.map(workKey));
      client.setQueryData(queryKey, [
        ...data,
        ...targets.filter((target) => !known.has(workKey(target))),
      ]);
    },
  };
}

const noTargets: readonly TimeTarget[] = [];

export type CellSaving = {
  readonly drafts: CellDrafts;
  /** Shows the minutes at once and saves them after whatever the cell still saves. 0 empties it. */
  readonly save: (work: LoggedWork, on: CalendarDate, minutes: number) => void;
};

/** Saves cells one by one, each on the version the cell's last save made; what is refused comes back. */
export function useCellSaving(address: WeekAddress): CellSaving {
  const client = useQueryClient();
  const removeEntry = useRemoveEntry();
  const [drafts, setDrafts] = useState<CellDrafts>(new Map());
  const queues = useRef(new Map<string, Promise<void>>());
  const queryKey = apiKey(time.week, inputOf(address));
  const keyText = JSON.stringify(queryKey);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key's text stands for the address
  const write = useCallback(
    async (work: LoggedWork, on: CalendarDate, minutes: number) => {
      const week = client.getQueryData<TimeWeek>(queryKey);
      const entry = week && entryOf(week, work, on);
      const personId = week?.person.id;
      if (entry && minutes === 0) await removeEntry(entry.id);
      else if (entry) {
        const input = { params: { id: entry.id }, version: entry.version, body: { minutes } };
        await callApi(time.update, input);
      } else if (minutes > 0) {
        const body = { ...askedWork(work), on, minutes, ...(personId ? { personId } : {}) };
        await callApi(time.create, { body });
      }
      // What comes back replaces the draft in one step, versions included.
      await client.refetchQueries({ queryKey });
      markStale(client, 'time_entry');
    },
    [client, keyText],
  );

  const save = useCallback(
    (work: LoggedWork, on: CalendarDate, minutes: number) => {
      const key = cellKey(work, on);
      setDrafts((before) => new Map(before).set(key, minutes));
      const before = queues.current.get(key) ?? Promise.resolve();
      const run = before
        .then(() => write(work, on, minutes))
        .catch((error: unknown) =>
          notifyFailed({ message: `${workName(work)} was not saved: ${reasonOf(error)}` }),
        )
        .finally(() => {
          if (queues.current.get(key) !== run) return;
          queues.current.delete(key);
          setDrafts((drawn) => new Map([...drawn].filter(([other]) => other !== key)));
        });
      queues.current.set(key, run);
    },
    [write],
  );
  return { drafts, save };
}

/** What the server says about a field follows as the rest of a sentence about the time. */
function reasonOf(error: unknown): string {
  const { issues, title } = problemOf(error);
  return issues[0] ? `it ${issues[0].message}.` : title;
}

function inputOf({ personId, on }: WeekAddress) {
  return { query: { on, ...(personId ? { personId } : {}) } };
}

function entryOf(week: TimeWeek, work: LoggedWork, on: CalendarDate) {
  const row = week.rows.find((candidate) => workKey(candidate) === workKey(work));
  return row?.entries.find((entry) => entry.on === on);
}
