import { type CalendarDate, earlier, later } from '@evenkeel/core/calendar-date';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DateField } from '../../../ui/form/date-field.tsx';
import { type DayRange, rangesOf } from '../ranges.ts';
import styles from './entries.module.css';

type RangeBarProps = {
  /** Null for all days there are, where `anyDay` offers that. */
  readonly range: DayRange | null;
  readonly today: CalendarDate;
  readonly onRange: (range: DayRange | null) => void;
  readonly anyDay?: boolean;
  readonly children?: ReactNode;
};

/** The days in view: by name, or from one day to another. */
export function RangeBar({ range, today, onRange, anyDay = false, children }: RangeBarProps) {
  const presets = rangesOf(today);
  const current = presets.find(
    (preset) => preset.range.from === range?.from && preset.range.to === range.to,
  );
  return (
    <div className={styles['tools']}>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} />}>
            {range === null ? 'All days' : (current?.label ?? 'Other days')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {anyDay ? <Menu.Item onClick={() => onRange(null)}>All days</Menu.Item> : null}
          {presets.map((preset) => (
            <Menu.Item key={preset.label} onClick={() => onRange(preset.range)}>
              {preset.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {range === null ? null : (
        <div className={styles['days']}>
          <DateField
            label="From"
            required
            value={range.from}
            onChange={(from) => from && onRange({ from, to: later(from, range.to) })}
          />
          <span aria-hidden>–</span>
          <DateField
            label="To"
            required
            value={range.to}
            onChange={(to) => to && onRange({ from: earlier(to, range.from), to })}
          />
        </div>
      )}
      {children}
    </div>
  );
}
