import type { DelayNoticeRow } from '@evenkeel/contract/delay-notices';
import { noticeStates } from '@evenkeel/core/promises/notice';
import type { Column } from '../../../ui/data-list/column.ts';
import { DataList } from '../../../ui/data-list/data-list.tsx';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { formatInstant } from '../../../ui/format/date.ts';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { DateText, Nothing } from '../../../ui/marks/values.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { daysInWords, noticeMarks, noticePath } from '../model.ts';

type NoticeListProps = { readonly rows: readonly DelayNoticeRow[] };

/** Delay notices: those to send first, then those with the client. */
export function NoticeList({ rows }: NoticeListProps) {
  return (
    <DataList
      noun={noun}
      rows={rows}
      columns={columns}
      filters={filters}
      rowKey={keyOf}
      rowName={nameOf}
      rowHref={noticePath}
      exportName="delay-notices"
      empty={
        <EmptyState title="No delay notices">
          When the forecast of a date that a client was told slips past the tolerance, a notice is
          drafted here with the reasons. The client sees the old date until it is sent and accepted.
        </EmptyState>
      }
    />
  );
}

const noun = { one: 'delay notice', many: 'delay notices' };
const keyOf = ({ id }: DelayNoticeRow) => id;
const nameOf = ({ wording }: DelayNoticeRow) => wording;

const columns: readonly Column<DelayNoticeRow>[] = [
  { id: 'wording', label: 'What slips', grow: true, width: 220, value: ({ wording }) => wording },
  {
    id: 'state',
    label: 'State',
    width: 150,
    value: ({ state }) => noticeMarks[state].label,
    cell: ({ state }) => <StageMark {...noticeMarks[state]} />,
  },
  {
    id: 'oldDay',
    label: 'Told',
    width: 120,
    value: ({ oldDay }) => oldDay,
    cell: ({ oldDay }) => <DateText date={oldDay} />,
  },
  {
    id: 'newDay',
    label: 'New date',
    width: 120,
    value: ({ newDay }) => newDay,
    cell: ({ newDay }) => <DateText date={newDay} />,
  },
  {
    id: 'slip',
    label: 'Slip',
    width: 90,
    align: 'end',
    value: ({ slipDays }) => slipDays,
    cell: ({ slipDays }) => daysInWords(slipDays),
  },
  {
    id: 'lead',
    label: 'Lead time',
    width: 100,
    align: 'end',
    value: ({ leadDays }) => leadDays,
    cell: ({ leadDays }) =>
      leadDays === null ? <Nothing /> : `${leadDays} ${leadDays === 1 ? 'day' : 'days'}`,
  },
  { id: 'project', label: 'Client project', width: 190, value: ({ project }) => project.name },
  { id: 'account', label: 'Account', width: 160, value: ({ account }) => account?.name ?? null },
  {
    id: 'sentAt',
    label: 'Sent',
    width: 150,
    value: ({ sentAt }) => sentAt,
    cell: ({ sentAt }) => (sentAt === null ? <Nothing /> : formatInstant(sentAt)),
  },
];

const filters: readonly FilterDefinition<DelayNoticeRow>[] = [
  {
    id: 'state',
    label: 'State',
    kind: 'choice',
    choices: noticeStates.map((state) => ({ value: state, label: noticeMarks[state].label })),
    value: ({ state }) => state,
  },
  { id: 'oldDay', label: 'Told day', kind: 'date', value: ({ oldDay }) => oldDay },
];
