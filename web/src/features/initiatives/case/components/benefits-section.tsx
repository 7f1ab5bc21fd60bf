import {
  type BenefitView,
  benefits,
  type InitiativeCaseView,
} from '@evenkeel/contract/initiative-case';
import type { ProjectId } from '@evenkeel/core/id';
import { money } from '@evenkeel/core/money';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useSession } from '../../../../lib/session.ts';
import { HealthMark } from '../../../../ui/marks/health-mark.tsx';
import { DateText, MoneyText, Nothing } from '../../../../ui/marks/values.tsx';
import { Section } from '../../../../ui/page/section.tsx';
import { useCaseWrite } from '../api.ts';
import { useParts } from '../use-parts.ts';
import { outcomeHealth, outcomeLabels, timingLabels } from '../words.ts';
import { type BenefitDraft, BenefitForm } from './benefit-form.tsx';
import styles from './case.module.css';
import { type PartColumn, PartTable } from './part-table.tsx';

type BenefitsSectionProps = {
  readonly projectId: ProjectId;
  readonly found: InitiativeCaseView;
  readonly canEdit: boolean;
};

/** What an initiative is expected to bring, and afterwards whether it came (ST-05). */
export function BenefitsSection({ projectId, found, canEdit }: BenefitsSectionProps) {
  const { currency } = useSession().workspace;
  const parts = useBenefits(projectId);
  return (
    <Section
      title="Expected benefits"
      note="In money or otherwise: when it should have come, how one will see it, and whether it did."
      actions={
        canEdit ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={() => parts.open('new')}
          >
            Add benefit
          </Button>
        ) : null
      }
    >
      {found.benefits.length === 0 ? (
        <p className={styles['empty']}>
          Nothing is expected of it yet. Write down what it should bring, also what comes later or
          by way of something else; then it can be checked.
        </p>
      ) : (
        <PartTable
          label="Expected benefits"
          parts={found.benefits}
          columns={columnsIn(currency)}
          note={noteOf}
          canEdit={canEdit}
          onOpen={parts.open}
          onRemove={(benefit) => void parts.remove(benefit)}
          foot={<ExpectedSum found={found} currency={currency} canEdit={canEdit} />}
        />
      )}
      {parts.opened ? (
        <BenefitForm
          benefit={parts.opened === 'new' ? null : parts.opened}
          onSave={parts.save}
          onClose={parts.close}
        />
      ) : null}
    </Section>
  );
}

function useBenefits(projectId: ProjectId) {
  const create = useCaseWrite(benefits.create);
  const update = useCaseWrite(benefits.update);
  const remove = useCaseWrite(benefits.remove);
  return useParts<BenefitView, BenefitDraft>({
    create: (body) => create.mutateAsync({ params: { id: projectId }, body }),
    update: ({ id, version }, body) => update.mutateAsync({ params: { id }, version, body }),
    remove: ({ id }) => remove.mutateAsync({ params: { id } }),
    draftOf: ({ id, version, isCheckDue, ...draft }) => draft,
  });
}

function noteOf({ measuredBy, outcomeNote }: BenefitView) {
  return [measuredBy && `Seen by: ${measuredBy}`, outcomeNote].filter(Boolean).join(' · ') || null;
}

function columnsIn(currency: string): readonly PartColumn<BenefitView>[] {
  const amountOf = (minor: number | null) => (minor === null ? null : money(minor, currency));
  return [
    { label: 'Comes', cell: ({ timing }) => timingLabels[timing] },
    { label: 'By', cell: ({ dueOn }) => <DateText date={dueOn} /> },
    {
      label: 'Expected',
      align: 'end',
      cell: ({ amount, period }) =>
        amount === null ? (
          <Nothing />
        ) : (
          <>
            <MoneyText amount={amountOf(amount)} />
            {period === 'yearly' ? <span className={styles['dim']}> a year</span> : null}
          </>
        ),
    },
    {
      label: 'Came',
      align: 'end',
      cell: ({ actualAmount }) => <MoneyText amount={amountOf(actualAmount)} />,
    },
    { label: 'Check', cell: (benefit) => <Outcome benefit={benefit} /> },
  ];
}

function Outcome({ benefit }: { readonly benefit: BenefitView }) {
  if (benefit.isCheckDue) return <HealthMark health="at-risk" label="Check it now" />;
  return (
    <HealthMark health={outcomeHealth[benefit.outcome]} label={outcomeLabels[benefit.outcome]} />
  );
}

type ExpectedSumProps = {
  readonly found: InitiativeCaseView;
  readonly currency: string;
  readonly canEdit: boolean;
};

function ExpectedSum({ found, currency, canEdit }: ExpectedSumProps) {
  const { once, yearly } = found.expected;
  if (once === 0 && yearly === 0) return null;
  return (
    <tr>
      <th scope="row">Expected in money</th>
      <td colSpan={2} />
      <td className={styles['end']}>
        {once > 0 ? <MoneyText amount={money(once, currency)} /> : null}
        {once > 0 && yearly > 0 ? ' and ' : null}
        {yearly > 0 ? (
          <>
            <MoneyText amount={money(yearly, currency)} /> a year
          </>
        ) : null}
      </td>
      <td colSpan={canEdit ? 3 : 2} />
    </tr>
  );
}
