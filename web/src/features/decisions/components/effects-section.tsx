import { type DecisionView, decisions, type EffectView } from '@evenkeel/contract/decisions';
import { subjectPath } from '@evenkeel/core/subject';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../../lib/session.ts';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { formatInstant } from '../../../ui/format/date.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useDecisionWrite, useDecisionWrites } from '../api.ts';
import { areaLabels, effectValue, fieldLabels } from '../model.ts';
import styles from './decisions.module.css';

type EffectsSectionProps = { readonly decision: DecisionView; readonly mayWrite: boolean };

/** What a decision changed, before and after, as the change record has it. */
export function EffectsSection({ decision, mayWrite }: EffectsSectionProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title="What it changed"
      note="Read from the change record: before the first of its changes, and after the last."
      actions={
        mayWrite ? (
          <Button variant="default" onClick={() => setOpen(true)}>
            Choose its changes
          </Button>
        ) : null
      }
    >
      {decision.effects.length === 0 ? (
        <p className={styles['dim']}>
          Nothing yet. Say which changes of the plan or the price this decision caused.
        </p>
      ) : (
        <ul className={styles['list']} aria-label="What it changed">
          {decision.effects.map((effect) => (
            <li key={`${effect.subject.id} ${effect.field}`} className={styles['line']}>
              <EffectLine effect={effect} />
            </li>
          ))}
        </ul>
      )}
      <SidePanel
        opened={isOpen}
        onClose={() => setOpen(false)}
        title="Changes that this decision caused"
        note={decision.project.name}
      >
        {isOpen ? <WritesPicker decision={decision} onClose={() => setOpen(false)} /> : null}
      </SidePanel>
    </Section>
  );
}

function EffectLine({ effect }: { readonly effect: EffectView }) {
  const { workspace } = useSession();
  const path = subjectPath(effect.subject);
  const say = (value: EffectView['before']) => effectValue(effect, value, workspace.currency);
  return (
    <>
      <span className={styles['dim']}>{areaLabels[effect.area]}</span>
      <span className={styles['grow']}>
        {path ? <AppLink href={path}>{effect.name}</AppLink> : effect.name}
        <span className={styles['dim']}> {fieldLabels[effect.field]}</span>
      </span>
      <span className={styles['value']}>
        <span className={styles['dim']}>{say(effect.before)} →</span> {say(effect.after)}
      </span>
    </>
  );
}

type WritesPickerProps = { readonly decision: DecisionView; readonly onClose: () => void };

function WritesPicker({ decision, onClose }: WritesPickerProps) {
  const found = useDecisionWrites(decision.id);
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null);
  const { mutateAsync, isPending } = useDecisionWrite(decisions.setWrites);
  return (
    <Loaded found={found} what="the changes of the project">
      {({ rows }) => {
        const own = rows.filter((row) => row.decision?.id === decision.id);
        const chosen = ticked ?? new Set(own.map(({ changeId }) => changeId));
        const toggle = (id: string) => {
          const next = new Set(chosen);
          if (!next.delete(id)) next.add(id);
          setTicked(next);
        };
        const save = async () => {
          try {
            const body = { changeIds: [...chosen] };
            await mutateAsync({ params: { id: decision.id }, body });
            onClose();
          } catch (thrown) {
            notifyFailed({ message: problemOf(thrown).title });
          }
        };
        return rows.length === 0 ? (
          <p className={styles['dim']}>Nothing of the plan or the price has changed yet.</p>
        ) : (
          <>
            <ul className={styles['list']} aria-label="Changes of the project">
              {rows.map((row) => (
                <li key={row.changeId} className={styles['line']}>
                  <label className={styles['grow']}>
                    <input
                      type="checkbox"
                      checked={chosen.has(row.changeId)}
                      disabled={row.decision !== null && row.decision.id !== decision.id}
                      onChange={() => toggle(row.changeId)}
                    />{' '}
                    {formatInstant(row.at)}
                    {row.by ? `, ${row.by}` : ''}
                    {row.decision && row.decision.id !== decision.id ? (
                      <span className={styles['dim']}> by “{row.decision.title}”</span>
                    ) : null}
                  </label>
                  <EffectSummary effects={row.effects} />
                </li>
              ))}
            </ul>
            <div className={styles['foot']}>
              <Button loading={isPending} onClick={() => void save()}>
                Keep these changes
              </Button>
            </div>
          </>
        );
      }}
    </Loaded>
  );
}

function EffectSummary({ effects }: { readonly effects: readonly EffectView[] }) {
  const { workspace } = useSession();
  const [first, ...others] = effects;
  if (!first) return null;
  return (
    <span className={styles['dim']}>
      {first.name} {fieldLabels[first.field]} {effectValue(first, first.before, workspace.currency)}{' '}
      → {effectValue(first, first.after, workspace.currency)}
      {others.length > 0 ? ` and ${others.length} more` : ''}
    </span>
  );
}
