import { tentativeMeasures } from '@evenkeel/core/balance/input';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { SegmentedControl } from '@mantine/core';
import { DateField } from '../../../ui/form/date-field.tsx';
import panelStyles from './planner-panels.module.css';

/** How the hours of open deals stand among the lines, if at all. */
const measures = ['none', ...tentativeMeasures] as const;
export type DealsShown = (typeof measures)[number];
/** Whether an address says how deals are shown. */
export function areDealsShown(value: unknown): value is DealsShown {
  return measures.some((measure) => measure === value);
}

type PlannerSettingsProps = {
  readonly dealsShown: DealsShown;
  readonly onDealsShown: (shown: DealsShown) => void;
  readonly start: CalendarDate | null;
  readonly onStart: (start: CalendarDate | null) => void;
};

/** What the view of the planner can be told. */
export function PlannerSettings({
  dealsShown,
  onDealsShown,
  start,
  onStart,
}: PlannerSettingsProps) {
  return (
    <>
      <div className={panelStyles['part']}>
        <span className={panelStyles['note']}>Open deals</span>
        <SegmentedControl
          size="xs"
          aria-label="Open deals"
          value={dealsShown}
          // The values are those of the choices.
          onChange={(shown) => onDealsShown(shown as DealsShown)}
          data={dealChoices}
        />
      </div>
      <DateField
        label="Show from"
        description="The week from which a year is shown"
        value={start}
        onChange={onStart}
      />
    </>
  );
}

const dealChoices = [
  { value: 'none', label: 'None' },
  { value: 'weighted', label: 'Weighted' },
  { value: 'full', label: 'In full' },
];
