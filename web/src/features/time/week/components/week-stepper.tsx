import { addDays, type CalendarDate, weekStart } from '@evenkeel/core/calendar-date';
import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { formatDate, formatDayMonth, readerToday } from '../../../../ui/format/date.ts';
import { useShortcut } from '../../../../ui/shortcut/use-shortcut.ts';
import styles from './week.module.css';

type WeekStepperProps = {
  /** Any day of the week in view. */
  readonly on: CalendarDate;
  /** Empty for this week. */
  readonly onStep: (day: string) => void;
};

/** The week in view, and the ways to the one before and after. */
export function WeekStepper({ on, onStep }: WeekStepperProps) {
  const today = readerToday();
  const monday = weekStart(on);
  const step = (days: number) => {
    const next = addDays(monday, days);
    onStep(next === weekStart(today) ? '' : next);
  };
  useShortcut({ keys: '[', label: 'Previous week', run: () => step(-7) });
  useShortcut({ keys: ']', label: 'Next week', run: () => step(7) });
  return (
    <div className={styles['stepper']}>
      <ActionIcon
        variant="default"
        aria-label="Previous week"
        title="Previous week ([)"
        onClick={() => step(-7)}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label="Next week"
        title="Next week (])"
        onClick={() => step(7)}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
      <span className={styles['range']}>
        {formatDayMonth(monday)} – {formatDate(addDays(monday, 6))}
      </span>
      {monday === weekStart(today) ? null : (
        <Button variant="subtle" onClick={() => onStep('')}>
          This week
        </Button>
      )}
    </div>
  );
}
