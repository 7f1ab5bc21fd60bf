import { type KickOffView, kickOffs } from '@evenkeel/contract/kick-offs';
import type { ClientProjectView } from '@evenkeel/contract/projects';
import { kickOffPhases } from '@evenkeel/core/kick-off/kick-off';
import { Button } from '@mantine/core';
import { IconFlag3 } from '@tabler/icons-react';
import { problemOf } from '../../../ui/form/problem.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { AddLine } from '../../../ui/record/add-line.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import type { ClientSectionProps } from '../../projects/client-project-page.tsx';
import { useKickOff, useKickOffWrite } from '../api.ts';
import { phaseLabels } from '../model.ts';
import { ItemLine } from './item-line.tsx';
import styles from './kick-off.module.css';

/** The kick-off of a client project: before, during and after its meeting (PM-19). */
export function KickOffPanel({ project, mayWrite }: ClientSectionProps) {
  const found = useKickOff(project.id);
  return (
    <Loaded found={found} what="the kick-off">
      {(plan) =>
        plan.items.length === 0 ? (
          <Begin project={project} mayWrite={mayWrite} />
        ) : (
          <Plan project={project} plan={plan} mayWrite={mayWrite} />
        )
      }
    </Loaded>
  );
}

function Begin({ project, mayWrite }: ClientSectionProps) {
  const begin = useKickOffWrite(kickOffs.begin);
  const start = async () => {
    try {
      await begin.mutateAsync({ params: { id: project.id } });
      notifyDone({ message: 'The kick-off has its usual items: change what is different here' });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <EmptyState
      icon={<IconFlag3 size={20} stroke={1.6} />}
      title="The kick-off is not planned yet"
      actions={
        mayWrite ? (
          <Button loading={begin.isPending} onClick={() => void start()}>
            Plan the kick-off
          </Button>
        ) : null
      }
    >
      The team introduced, the working agreement acknowledged, access granted, goals read together,
      next steps sent: twelve usual items, dated around the kick-off meeting or the start of the
      project. Those that the client sees are written in their language.
    </EmptyState>
  );
}

type PlanProps = {
  readonly project: ClientProjectView;
  readonly plan: KickOffView;
  readonly mayWrite: boolean;
};

function Plan({ project, plan, mayWrite }: PlanProps) {
  const add = useKickOffWrite(kickOffs.addItem);
  const { items, count, doneCount } = plan;
  return (
    <div className={styles['stack']}>
      <p className={styles['progress']}>
        <span className={styles['track']} aria-hidden>
          <span className={styles['bar']} style={{ width: `${(doneCount / count) * 100}%` }} />
        </span>
        {doneCount} of {count} done
      </p>
      {kickOffPhases.map((phase) => (
        <Section key={phase} framed title={phaseLabels[phase]}>
          <ul className={styles['list']}>
            {items
              .filter((item) => item.phase === phase)
              .map((item) => (
                <ItemLine
                  key={item.id}
                  item={item}
                  project={project}
                  agreement={plan.agreement}
                  mayWrite={mayWrite}
                />
              ))}
          </ul>
          {mayWrite ? (
            <AddLine
              label="Add an item"
              onAdd={async (name) =>
                void (await add.mutateAsync({ params: { id: project.id }, body: { name, phase } }))
              }
            />
          ) : null}
        </Section>
      ))}
    </div>
  );
}
