import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { money } from '@evenkeel/core/money';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useSession } from '../../../lib/session.ts';
import { formatDate } from '../../../ui/format/date.ts';
import { MoneyText, PercentText } from '../../../ui/marks/values.tsx';
import { marginShare } from '../model.ts';
import styles from './people.module.css';
import { RateForm, type RateValues } from './rate-form.tsx';

/** A line of the history; `validFrom` null counts from the beginning and cannot be taken back. */
export type RateLine = RateValues & { readonly id: string };

type RateHistoryProps = {
  /** Latest first. */
  readonly lines: readonly RateLine[];
  readonly today: CalendarDate;
  readonly onAdd: (values: RateValues) => Promise<unknown>;
  readonly onCorrect: (line: RateLine, values: RateValues) => Promise<unknown>;
  readonly onRemove: (line: RateLine) => Promise<unknown>;
};

/** Rates over time: which count today, which from when, and how to change them. */
export function RateHistory(props: RateHistoryProps) {
  const { lines, today, onAdd, onCorrect, onRemove } = props;
  const [edited, setEdited] = useState<RateLine | 'new' | null>(null);
  const current = lines.find(({ validFrom }) => validFrom === null || validFrom <= today);
  return (
    <div>
      {lines.length > 0 ? (
        <table className={styles['rates']}>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">Cost per hour</th>
              <th scope="col">Bill per hour</th>
              <th scope="col">Margin</th>
              <th scope="col">
                <span className={styles['hidden']}>Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <RateLineRow
                key={line.id}
                line={line}
                isCurrent={line === current}
                onCorrect={() => setEdited(line)}
                onRemove={() => void onRemove(line)}
              />
            ))}
          </tbody>
        </table>
      ) : null}
      <Button
        variant="default"
        leftSection={<IconPlus size={15} />}
        onClick={() => setEdited('new')}
      >
        New rate from a day
      </Button>
      {edited === 'new' ? (
        <RateForm
          title="New rate"
          submitLabel="Set rate"
          initial={null}
          hasDay
          note={(day) => noteOnNew(day, today)}
          onSave={onAdd}
          onClose={() => setEdited(null)}
        />
      ) : edited ? (
        <RateForm
          title="Correct a rate"
          submitLabel="Correct rate"
          initial={edited}
          hasDay={edited.validFrom !== null}
          note={() =>
            'For mistakes only: every day on which this rate counts is valued anew, past ones too. The history keeps what stood here.'
          }
          onSave={(values) => onCorrect(edited, values)}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </div>
  );
}

type RateLineRowProps = {
  readonly line: RateLine;
  readonly isCurrent: boolean;
  readonly onCorrect: () => void;
  readonly onRemove: () => void;
};

function RateLineRow({ line, isCurrent, onCorrect, onRemove }: RateLineRowProps) {
  const { currency } = useSession().workspace;
  const from = line.validFrom ? formatDate(line.validFrom) : 'The beginning';
  return (
    <tr data-current={isCurrent || undefined}>
      <th scope="row">
        {from}
        {isCurrent ? <span className={styles['current']}>counts today</span> : null}
      </th>
      <td>
        <MoneyText amount={money(line.costRate, currency)} />
      </td>
      <td>
        <MoneyText amount={money(line.billRate, currency)} />
      </td>
      <td>
        <PercentText basisPoints={marginShare(line)} />
      </td>
      <td>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={`Change the rate from ${from}`}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={15} />} onClick={onCorrect}>
              Correct
            </Menu.Item>
            {line.validFrom === null ? null : (
              <Menu.Item leftSection={<IconTrash size={15} />} onClick={onRemove}>
                Take back
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  );
}

function noteOnNew(day: CalendarDate | null, today: CalendarDate): string {
  if (day === null) return 'Days before it keep the rate they have.';
  const past = `Days before ${formatDate(day)} keep the rate they have.`;
  return day < today ? `${past} Work since then is valued anew.` : past;
}
