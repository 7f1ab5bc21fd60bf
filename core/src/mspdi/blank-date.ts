import type { Minute } from '../schedule/model.ts';
import { dateField, numberField } from './fields.ts';
import type { MspdiRecord } from './model.ts';

/**
 * Exporters that know no empty date write one and the same for none. It shows where no date can be: in a
 * task that is said to be finished and is not, or, at midnight, as the date of a constraint that has
 * none and of the same task's deadline. Such a date counts as missing wherever it stands.
 */
export function standInForNone(rows: readonly MspdiRecord[]): Minute | undefined {
  for (const row of rows) {
    const finish = dateField(row, 'ActualFinish');
    if (finish !== undefined && (numberField(row, 'PercentComplete') ?? 100) < 100) return finish;
    const constraint = dateField(row, 'ConstraintDate');
    const isDateless = (numberField(row, 'ConstraintType') ?? 0) <= 1;
    // A person's dates stand at the begin or end of work, not at midnight.
    const isMidnight = constraint !== undefined && constraint % 1440 === 0;
    if (isDateless && isMidnight && constraint === dateField(row, 'Deadline')) return constraint;
  }
  return undefined;
}
