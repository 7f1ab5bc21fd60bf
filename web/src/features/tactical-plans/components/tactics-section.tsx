import { type TacticalPlanView, type TacticView, tactics } from '@evenkeel/contract/tactical-plans';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useTacticalWrite } from '../api.ts';
import { TacticForm } from './tactic-form.tsx';
import { TacticLine } from './tactic-line.tsx';
import styles from './tactical.module.css';

type TacticsSectionProps = { readonly plan: TacticalPlanView; readonly canEdit: boolean };

/** The tactics of a plan: counted against a quota, or done once (ST-31). */
export function TacticsSection({ plan, canEdit }: TacticsSectionProps) {
  const [edited, setEdited] = useState<TacticView | 'new' | null>(null);
  const remove = useTacticalWrite(tactics.remove);
  const restore = useTacticalWrite(tactics.restore);
  const putAway = async (tactic: TacticView) => {
    const params = { id: tactic.id };
    try {
      await remove.mutateAsync({ params });
      notifyDone({
        message: `${tactic.name} moved to the trash`,
        undo: async () => {
          await restore.mutateAsync({ params });
        },
      });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Section
      title="Tactics"
      note="What each person does, how often, and how far they are"
      actions={
        canEdit ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={() => setEdited('new')}
          >
            Add tactic
          </Button>
        ) : null
      }
    >
      {plan.tactics.length === 0 ? (
        <p className={styles['dim']}>
          None yet. A tactic is counted against a quota (“three demos a quarter each”) or done once.
        </p>
      ) : (
        <ul className={styles['tactics']}>
          {plan.tactics.map((tactic) => (
            <TacticLine
              key={tactic.id}
              tactic={tactic}
              canEdit={canEdit}
              onEdit={() => setEdited(tactic)}
              onRemove={() => void putAway(tactic)}
            />
          ))}
        </ul>
      )}
      {edited ? (
        <TacticForm
          tacticalPlanId={plan.id}
          {...(edited === 'new' ? {} : { tactic: edited })}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </Section>
  );
}
