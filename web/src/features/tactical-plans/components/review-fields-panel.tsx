import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ReviewCadence } from '@evenkeel/core/strategy/review-cadence';
import { Button } from '@mantine/core';
import { cadenceChoices, isReviewOverdue } from '../../../lib/review-words.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { formatDate, readerToday } from '../../../ui/format/date.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import styles from './tactical.module.css';

type ReviewChange = { reviewCadence?: ReviewCadence; lastReviewedOn?: CalendarDate | null };

type ReviewFieldsProps = {
  readonly plan: {
    readonly reviewCadence: ReviewCadence;
    readonly lastReviewedOn: CalendarDate | null;
    readonly nextReviewOn: CalendarDate | null;
  };
  readonly save: (change: ReviewChange) => Promise<unknown>;
  readonly disabled: boolean;
  readonly note: string;
};

/** How often a plan is reviewed, when it was last and is next; overdue is said (ST-24, ST-25). */
export function ReviewFields({ plan, save, disabled, note }: ReviewFieldsProps) {
  const today = readerToday();
  const { nextReviewOn } = plan;
  return (
    <>
      <Autosave
        name="reviewCadence"
        value={plan.reviewCadence}
        on="change"
        save={async (reviewCadence) => save({ reviewCadence })}
      >
        {({ onChange, ...field }) => (
          <ChoiceField
            label="Reviewed"
            description={note}
            required
            choices={cadenceChoices}
            disabled={disabled}
            onChange={(next) => next && onChange(next)}
            {...field}
          />
        )}
      </Autosave>
      <Autosave
        name="lastReviewedOn"
        value={plan.lastReviewedOn}
        on="pause"
        save={(lastReviewedOn) => save({ lastReviewedOn })}
      >
        {(field) => (
          <DateField label="Last reviewed" latest={today} disabled={disabled} {...field} />
        )}
      </Autosave>
      <div className={styles['review']}>
        {nextReviewOn === null ? (
          <span className={styles['dim']}>No review is left.</span>
        ) : isReviewOverdue(nextReviewOn, today) ? (
          <HealthMark health="at-risk" label={`Review due since ${formatDate(nextReviewOn)}`} />
        ) : (
          <span className={styles['dim']}>Next review {formatDate(nextReviewOn)}</span>
        )}
        {disabled || plan.lastReviewedOn === today ? null : (
          <Button variant="default" onClick={() => void save({ lastReviewedOn: today })}>
            Reviewed today
          </Button>
        )}
      </div>
    </>
  );
}
