import {
  type CostItemView,
  costItems,
  type InitiativeCaseView,
} from '@evenkeel/contract/initiative-case';
import type { ProjectId } from '@evenkeel/core/id';
import { money } from '@evenkeel/core/money';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useSession } from '../../../../lib/session.ts';
import { formatEffort } from '../../../../ui/format/effort.ts';
import { formatMoney } from '../../../../ui/format/money.ts';
import { HealthMark } from '../../../../ui/marks/health-mark.tsx';
import { MoneyText } from '../../../../ui/marks/values.tsx';
import { Section } from '../../../../ui/page/section.tsx';
import { useCaseWrite } from '../api.ts';
import { useParts } from '../use-parts.ts';
import { costKindLabels, costPeriodLabels } from '../words.ts';
import styles from './case.module.css';
import { type CostDraft, CostForm } from './cost-form.tsx';
import { CostPeriodText } from './cost-period-text.tsx';
import { type PartColumn, PartTable } from './part-table.tsx';

type CostsSectionProps = {
  readonly projectId: ProjectId;
  readonly found: InitiativeCaseView;
  readonly canEdit: boolean;
};

/** What an initiative costs, item by item and year by year, against its budget (ST-42, FI-03). */
export function CostsSection({ projectId, found, canEdit }: CostsSectionProps) {
  const { currency } = useSession().workspace;
  const parts = useCosts(projectId);
  return (
    <Section
      title="Costs"
      note="Payments fall on their days; people’s time is spread over its days at the role’s cost rate."
      actions={
        canEdit ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={() => parts.open('new')}
          >
            Add cost
          </Button>
        ) : null
      }
    >
      <BudgetLine found={found} currency={currency} />
      {found.costs.length === 0 ? (
        <p className={styles['empty']}>
          No item of cost yet. List what is paid once, what comes again and again, and the hours of
          your own people; the years add up below.
        </p>
      ) : (
        <PartTable
          label="Costs"
          parts={found.costs}
          columns={columnsIn(currency)}
          note={(item) => <CostPeriodText item={item} />}
          canEdit={canEdit}
          onOpen={parts.open}
          onRemove={(item) => void parts.remove(item)}
          foot={<Years found={found} currency={currency} />}
        />
      )}
      {parts.opened ? (
        <CostForm
          item={parts.opened === 'new' ? null : parts.opened}
          onSave={parts.save}
          onClose={parts.close}
        />
      ) : null}
    </Section>
  );
}

function useCosts(projectId: ProjectId) {
  const create = useCaseWrite(costItems.create);
  const update = useCaseWrite(costItems.update);
  const remove = useCaseWrite(costItems.remove);
  return useParts<CostItemView, CostDraft>({
    create: (body) => create.mutateAsync({ params: { id: projectId }, body }),
    update: ({ id, version }, body) => update.mutateAsync({ params: { id }, version, body }),
    remove: ({ id }) => remove.mutateAsync({ params: { id } }),
    draftOf: ({ id, version, total, role, ...draft }) => ({ ...draft, roleId: role?.id ?? null }),
  });
}

function columnsIn(currency: string): readonly PartColumn<CostItemView>[] {
  return [
    { label: 'Kind', cell: ({ kind }) => costKindLabels[kind] },
    { label: 'Reckoned', cell: (item) => reckoned(item, currency) },
    {
      label: 'In all',
      align: 'end',
      cell: ({ total }) =>
        total === null ? (
          <span className={styles['dim']} title="There is no cost rate, or not for you to see">
            no rate
          </span>
        ) : (
          <MoneyText amount={money(total, currency)} />
        ),
    },
  ];
}

function reckoned({ kind, amount, period, minutes, role }: CostItemView, currency: string): string {
  if (kind === 'people') return `${formatEffort(minutes ?? 0)}, ${role?.name ?? 'no role'}`;
  const sum = formatMoney(money(amount ?? 0, currency));
  return period === null ? sum : `${sum} ${costPeriodLabels[period]}`;
}

type SumProps = { readonly found: InitiativeCaseView; readonly currency: string };

function Years({ found, currency }: SumProps) {
  return (
    <>
      {found.costByYear.map(({ year, minor }) => (
        <tr key={year ?? 'none'} className={styles['quiet']}>
          <th scope="row">{year ?? 'Without a date'}</th>
          <td colSpan={2} />
          <td className={styles['end']}>
            <MoneyText amount={money(minor, currency)} />
          </td>
        </tr>
      ))}
      <tr>
        <th scope="row">{found.isCostComplete ? 'All costs' : 'All costs with a known rate'}</th>
        <td colSpan={2} />
        <td className={styles['end']}>
          <MoneyText amount={money(found.costTotal, currency)} />
        </td>
      </tr>
    </>
  );
}

/** The budget against what is planned: what is left, or by how much the plan is over. */
function BudgetLine({ found, currency }: SumProps) {
  const { budget, costTotal } = found;
  const left = (budget ?? 0) - costTotal;
  return (
    <dl className={styles['figures']}>
      <div>
        <dt>Budget</dt>
        <dd>
          <MoneyText amount={budget === null ? null : money(budget, currency)} />
        </dd>
      </div>
      <div>
        <dt>Planned costs</dt>
        <dd>
          <MoneyText amount={money(costTotal, currency)} />
        </dd>
      </div>
      <div>
        <dt>{left < 0 && budget !== null ? 'Over the budget' : 'Left'}</dt>
        <dd>
          {budget === null ? (
            <span className={styles['dim']}>no budget set</span>
          ) : left < 0 ? (
            <HealthMark health="off-track" label={formatMoney(money(-left, currency))} />
          ) : (
            <MoneyText amount={money(left, currency)} />
          )}
        </dd>
      </div>
    </dl>
  );
}
