import type { PortfolioChoiceView } from '@evenkeel/contract/portfolio-choices';
import { formatMonth } from '../../../ui/format/date.ts';
import { formatEffort } from '../../../ui/format/effort.ts';
import { formatNumber, formatPercent } from '../../../ui/format/number.ts';
import { FieldLine, FieldList } from '../../../ui/record/field-list.tsx';
import { formatPoints } from '../model.ts';
import { useMoney } from './left-out-table.tsx';
import { yardstickChoices } from './new-choice-modal.tsx';

/** The aims of a choice, for those who do not change them. */
export function AimsRead({ choice }: { readonly choice: PortfolioChoiceView }) {
  const money = useMoney();
  const yardstick = yardstickChoices.find(({ value }) => value === choice.maximise);
  const floors = choice.cashFloors.map(
    ({ month, leastMinor }) => `${formatMonth(month)}: ${money(leastMinor)}`,
  );
  return (
    <FieldList>
      <FieldLine label="Months">
        {formatNumber(choice.monthCount)} from {formatMonth(choice.firstMonth)}
      </FieldLine>
      <FieldLine label="As great as can be">{yardstick?.label}</FieldLine>
      {choice.leastContribution === null ? null : (
        <FieldLine label="At least">{formatPoints(choice.leastContribution)}</FieldLine>
      )}
      {choice.leastMarginMinor === null ? null : (
        <FieldLine label="At least">{money(choice.leastMarginMinor)} of margin</FieldLine>
      )}
      <FieldLine label="Kept free of client work">
        {formatPercent(choice.reserveBasisPoints)} of each role in each month
      </FieldLine>
      {choice.leastInitiativeMinutes === null ? null : (
        <FieldLine label="Initiative hours at least">
          {formatEffort(choice.leastInitiativeMinutes)}
        </FieldLine>
      )}
      {floors.length === 0 ? null : <FieldLine label="Cash floor">{floors.join(', ')}</FieldLine>}
      <FieldLine label="Weights of goals">
        {choice.goals.map(({ name, weight }) => `${name}: ${weight}`).join(', ')}
      </FieldLine>
      <FieldLine label="Hours of deals">
        {choice.dealHours === 'full' ? 'in full' : 'times their probability'}
      </FieldLine>
    </FieldList>
  );
}
