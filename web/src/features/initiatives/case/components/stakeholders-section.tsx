import { type StakeholderView, stakeholders } from '@evenkeel/contract/initiative-case';
import type { ProjectId } from '@evenkeel/core/id';
import { isUnanswered, stances } from '@evenkeel/core/strategy/stakeholder';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { formatPercent } from '../../../../ui/format/number.ts';
import { HealthMark } from '../../../../ui/marks/health-mark.tsx';
import { Nothing } from '../../../../ui/marks/values.tsx';
import { Section } from '../../../../ui/page/section.tsx';
import { useCaseWrite } from '../api.ts';
import { useParts } from '../use-parts.ts';
import { influenceLabels, stanceHealth, stanceLabels } from '../words.ts';
import styles from './case.module.css';
import { type PartColumn, PartTable } from './part-table.tsx';
import { type StakeholderDraft, StakeholderForm } from './stakeholder-form.tsx';

type StakeholdersSectionProps = {
  readonly projectId: ProjectId;
  readonly stakeholders: readonly StakeholderView[];
  readonly canEdit: boolean;
};

/** Whom an initiative touches: where they stand, what is done about it, whether they take it up (ST-13). */
export function StakeholdersSection(props: StakeholdersSectionProps) {
  const { projectId, canEdit } = props;
  const parts = useStakeholders(projectId);
  const rows = props.stakeholders.toSorted(
    (a, b) => stances.indexOf(b.stance) - stances.indexOf(a.stance),
  );
  const unanswered = rows.filter(isUnanswered).length;
  return (
    <Section
      title="Stakeholders"
      note="Those against it stand first. Adoption is the share that really uses what came of it."
      actions={
        <>
          {unanswered > 0 ? (
            <HealthMark health="at-risk" label={`${unanswered} without a response`} />
          ) : null}
          {canEdit ? (
            <Button
              variant="default"
              leftSection={<IconPlus size={15} />}
              onClick={() => parts.open('new')}
            >
              Add stakeholder
            </Button>
          ) : null}
        </>
      }
    >
      {rows.length === 0 ? (
        <p className={styles['empty']}>
          Nobody is named yet. Write down whom it touches, how they see it, and what you will do
          about a doubt before it becomes resistance.
        </p>
      ) : (
        <PartTable
          label="Stakeholders"
          parts={rows}
          columns={columns}
          note={({ concern }) => concern || null}
          canEdit={canEdit}
          onOpen={parts.open}
          onRemove={(row) => void parts.remove(row)}
        />
      )}
      {parts.opened ? (
        <StakeholderForm
          stakeholder={parts.opened === 'new' ? null : parts.opened}
          onSave={parts.save}
          onClose={parts.close}
        />
      ) : null}
    </Section>
  );
}

function useStakeholders(projectId: ProjectId) {
  const create = useCaseWrite(stakeholders.create);
  const update = useCaseWrite(stakeholders.update);
  const remove = useCaseWrite(stakeholders.remove);
  return useParts<StakeholderView, StakeholderDraft>({
    create: (body) => create.mutateAsync({ params: { id: projectId }, body }),
    update: ({ id, version }, body) => update.mutateAsync({ params: { id }, version, body }),
    remove: ({ id }) => remove.mutateAsync({ params: { id } }),
    draftOf: ({ id, version, person, ...draft }) => ({ ...draft, personId: person?.id ?? null }),
  });
}

const columns: readonly PartColumn<StakeholderView>[] = [
  {
    label: 'Stance',
    cell: ({ stance }) => <HealthMark health={stanceHealth[stance]} label={stanceLabels[stance]} />,
  },
  { label: 'Influence', cell: ({ influence }) => influenceLabels[influence] },
  {
    label: 'Planned response',
    cell: (row) =>
      row.response ||
      (isUnanswered(row) ? <HealthMark health="at-risk" label="Not planned" /> : <Nothing />),
  },
  { label: 'Adoption', cell: (row) => <Adoption row={row} /> },
];

function Adoption({ row }: { readonly row: StakeholderView }) {
  const { adoptionActual, adoptionTarget, adoptionMeasure } = row;
  if (adoptionTarget === null && adoptionActual === null) {
    return adoptionMeasure ? <span>{adoptionMeasure}</span> : <Nothing />;
  }
  const words = [
    adoptionActual === null ? 'not measured' : formatPercent(adoptionActual),
    adoptionTarget === null ? null : `of ${formatPercent(adoptionTarget)}`,
  ].filter(Boolean);
  const isReached = (adoptionActual ?? 0) >= (adoptionTarget ?? 0);
  return (
    <span title={adoptionMeasure}>
      {adoptionActual !== null && adoptionTarget !== null ? (
        <HealthMark health={isReached ? 'on-track' : 'at-risk'} label={words.join(' ')} />
      ) : (
        words.join(' ')
      )}
      {adoptionMeasure ? <span className={styles['note']}>{adoptionMeasure}</span> : null}
    </span>
  );
}
