import type { PromiseView } from '@evenkeel/contract/promises';
import { type CalendarDate, calendarDate } from '@evenkeel/core/calendar-date';
import { promiseStates } from '@evenkeel/core/promises/kept';
import { promiseChannels, promiseWhats } from '@evenkeel/core/promises/promise';
import type { Column } from '../../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { formatDate, formatInstant } from '../../../ui/format/date.ts';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { DateText, MoneyText } from '../../../ui/marks/values.tsx';
import { channelLabels, stateMarks, whatLabels } from '../model.ts';
import styles from './promises.module.css';

/** What was told, as rows show it. */
export function promiseColumns(currency: string): readonly Column<PromiseView>[] {
  return [
    { id: 'wording', label: 'Promise', grow: true, width: 240, value: ({ wording }) => wording },
    {
      id: 'told',
      label: 'What we said',
      width: 190,
      value: ({ day, amount, what }) => day ?? amount ?? whatLabels[what],
      cell: (promise) => <Told promise={promise} currency={currency} />,
    },
    {
      id: 'state',
      label: 'State',
      width: 100,
      value: ({ state }) => stateMarks[state].label,
      cell: ({ state }) => <StageMark {...stateMarks[state]} />,
    },
    { id: 'channel', label: 'Told by', width: 130, value: ({ channel }) => channelLabels[channel] },
    {
      id: 'toldAt',
      label: 'When',
      width: 150,
      value: ({ toldAt }) => toldAt,
      cell: ({ toldAt }) => <span className={styles['dim']}>{formatInstant(toldAt)}</span>,
    },
    { id: 'toldTo', label: 'To', width: 150, value: ({ toldTo }) => toldTo.join(', ') },
    { id: 'project', label: 'Client project', width: 190, value: ({ project }) => project.name },
    { id: 'account', label: 'Account', width: 160, value: ({ account }) => account?.name ?? null },
    {
      id: 'manager',
      label: 'Project manager',
      width: 140,
      hidden: true,
      value: ({ projectManager }) => projectManager?.name ?? null,
    },
    {
      id: 'number',
      label: 'Version',
      width: 80,
      align: 'end',
      hidden: true,
      value: (row) => row.number,
    },
    { id: 'by', label: 'Who told', width: 140, hidden: true, value: ({ toldBy }) => toldBy },
  ];
}

type ToldProps = { readonly promise: PromiseView; readonly currency: string };

function Told({ promise, currency }: ToldProps) {
  const { what, day, amount, earlierDay } = promise;
  if (what === 'amount') {
    return <MoneyText amount={amount === null ? null : { minor: amount, currency }} />;
  }
  if (day === null) return <span className={styles['dim']}>{whatLabels[what]}</span>;
  return (
    <span>
      <DateText date={day} />
      {earlierDay ? <span className={styles['dim']}> before {formatDate(earlierDay)}</span> : null}
    </span>
  );
}

/** What promises can be narrowed by. */
export function promiseFilters(rows: readonly PromiseView[]): FilterDefinition<PromiseView>[] {
  const named = (of: (row: PromiseView) => string | null | undefined) =>
    [...new Set(rows.map(of).filter((name): name is string => Boolean(name)))]
      .sort((a, b) => a.localeCompare(b))
      .map((name) => ({ value: name, label: name }));
  return [
    {
      id: 'state',
      label: 'State',
      kind: 'choice',
      choices: promiseStates.map((state) => ({ value: state, label: stateMarks[state].label })),
      value: ({ state }) => state,
    },
    {
      id: 'what',
      label: 'What',
      kind: 'choice',
      choices: promiseWhats.map((what) => ({ value: what, label: whatLabels[what] })),
      value: ({ what }) => what,
    },
    {
      id: 'channel',
      label: 'Told by',
      kind: 'choice',
      choices: promiseChannels.map((channel) => ({
        value: channel,
        label: channelLabels[channel],
      })),
      value: ({ channel }) => channel,
    },
    { id: 'toldAt', label: 'Told', kind: 'date', value: ({ toldAt }) => dayOf(toldAt) },
    { id: 'day', label: 'Promised day', kind: 'date', value: ({ day }) => day },
    {
      id: 'account',
      label: 'Account',
      kind: 'choice',
      choices: named(({ account }) => account?.name),
      value: ({ account }) => account?.name,
    },
    {
      id: 'manager',
      label: 'Project manager',
      kind: 'choice',
      choices: named(({ projectManager }) => projectManager?.name),
      value: ({ projectManager }) => projectManager?.name,
    },
  ];
}

function dayOf(moment: string): CalendarDate {
  return calendarDate(moment.slice(0, 10));
}
