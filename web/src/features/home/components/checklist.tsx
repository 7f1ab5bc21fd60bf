import type { ChecklistView } from '@evenkeel/contract/workspaces';
import { Button } from '@mantine/core';
import { useMay } from '../../../lib/session.ts';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useChecklist, useHideChecklist } from '../api.ts';
import { stepWords } from '../model.ts';
import styles from './home.module.css';

/** What to do first; each step ticks itself off when the fact is there. Hidden on request. */
export function Checklist() {
  const found = useChecklist();
  return (
    <Loaded found={found} what="the checklist">
      {(checklist) => (checklist.isHidden ? null : <OpenChecklist checklist={checklist} />)}
    </Loaded>
  );
}

function OpenChecklist({ checklist }: { readonly checklist: ChecklistView }) {
  const hide = useHideChecklist();
  const mayBegin = useMay('own');
  const set = (isHidden: boolean) => hide.mutateAsync({ body: { isHidden } });
  const onHide = async () => {
    await set(true);
    notifyDone({
      message: 'Checklist hidden',
      undo: async () => {
        await set(false);
      },
    });
  };
  const done = checklist.steps.filter(({ isDone }) => isDone).length;
  const count = checklist.steps.length;
  return (
    <Section
      title={done === count ? 'All set' : 'First steps'}
      note={`${done} of ${count} done. They tick themselves off.`}
      actions={
        <Button size="xs" variant="subtle" loading={hide.isPending} onClick={() => void onHide()}>
          Hide
        </Button>
      }
    >
      <Steps steps={checklist.steps} />
      {done === 0 && mayBegin ? (
        <p className={styles['begin']}>
          Only looking round? <AppLink href="/welcome">Open the sample firm</AppLink>
        </p>
      ) : null}
    </Section>
  );
}

function Steps({ steps }: Pick<ChecklistView, 'steps'>) {
  const next = steps.find(({ isDone }) => !isDone)?.step;
  return (
    <ol className={styles['steps']}>
      {steps.map(({ step, isDone }) => {
        const { title, why, href, action } = stepWords[step];
        return (
          <li key={step} className={styles['step']} data-done={isDone || undefined}>
            <ProgressGlyph
              shape={isDone ? 'done' : step === next ? 'half' : 'ring'}
              label={isDone ? 'Done' : 'To do'}
            />
            <div className={styles['step-text']}>
              <div className={styles['step-title']}>{title}</div>
              <div className={styles['step-why']}>{why}</div>
            </div>
            {isDone ? null : (
              <Button
                component={AppLink}
                href={href}
                size="xs"
                variant={step === next ? 'filled' : 'default'}
              >
                {action}
              </Button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
