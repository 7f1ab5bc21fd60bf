import type { DealView } from '@evenkeel/contract/deals';
import type { ProjectPreview } from '@evenkeel/contract/previews';
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../../lib/session.ts';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { formatDate, readerToday } from '../../../ui/format/date.ts';
import { formatHours } from '../../../ui/format/effort.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { useAddressState } from '../../../ui/navigation/use-address-state.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useApplyWin, useWinPreview } from '../api.ts';
import { isWinChoices, noChoices, termsOf, type WinChoices } from '../model/win-choices.ts';
import styles from './preview.module.css';
import { ProjectPreviewFigures } from './project-preview.tsx';
import { WinTermsFields } from './win-terms.tsx';

/** What changes if a deal is signed, on terms that can be tried out; and signing it for real (B13). */
export function WinPreviewPanel({ deal }: { readonly deal: DealView }) {
  const [choices, setChoices] = useAddressState('terms', noChoices, isWinChoices);
  const win = useApplyWin();
  const found = useWinPreview(deal.id, termsOf(choices), win.isPending || win.isSuccess);
  const mayWrite = useMay('write');
  const preview = found.data;
  return (
    <div className={styles['stack']}>
      <Section
        framed
        title="On these terms"
        note="Nothing is written while you look. What is left empty is as the deal says."
        actions={
          preview && mayWrite ? (
            <WinButton deal={deal} preview={preview} choices={choices} apply={win.mutateAsync} />
          ) : null
        }
      >
        <WinTermsFields choices={choices} onChange={setChoices} />
        {preview ? <Summary preview={preview} /> : null}
      </Section>
      <Loaded found={found} what="the preview" shape="cards">
        {(shown) => (
          <div className={joinClasses(found.isPlaceholderData && styles['dimmed'])}>
            <ProjectPreviewFigures preview={shown} />
          </div>
        )}
      </Loaded>
    </div>
  );
}

function Summary({ preview }: { readonly preview: ProjectPreview }) {
  const { project, gaps } = preview;
  const days =
    project.startOn && project.endOn
      ? `from ${formatDate(project.startOn)} to ${formatDate(project.endOn)}`
      : 'without days yet';
  return (
    <>
      <p className={styles['summary']}>
        The client project <strong>{project.name}</strong> would stand {days}, with{' '}
        {formatCount(project.taskCount, { one: 'task', many: 'tasks' })} and{' '}
        {formatHours(project.minutes)}.
      </p>
      {gaps.length > 0 ? (
        <ul className={styles['gaps']}>
          {gaps.map((gap) => (
            <li key={gap.message}>{gap.message}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

type WinButtonProps = {
  readonly deal: DealView;
  readonly preview: ProjectPreview;
  readonly choices: WinChoices;
  readonly apply: ReturnType<typeof useApplyWin>['mutateAsync'];
};

function WinButton({ deal, preview, choices, apply }: WinButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const open = useOpen();
  const { projectManager, contractSignedOn } = choices;
  const signedOn = contractSignedOn ?? deal.contractSignedOn ?? readerToday();
  const win = async () => {
    if (!projectManager) return;
    try {
      const { projectId } = await apply({
        params: { id: deal.id },
        version: deal.version,
        body: {
          ...termsOf(choices),
          projectManagerId: projectManager.id,
          contractSignedOn: signedOn,
        },
      });
      notifyDone({ message: `${deal.name} is won, and its client project stands` });
      open(`/client-projects/${projectId}`);
    } catch (error) {
      setAsking(false);
      notifyFailed({
        message:
          error instanceof Error
            ? error.message
            : 'The deal could not be won. Nothing was changed.',
      });
    }
  };
  return (
    <>
      <Button
        leftSection={<IconCheck size={15} />}
        disabled={!projectManager}
        title={projectManager ? undefined : 'Choose a project manager first'}
        onClick={() => setAsking(true)}
      >
        Win and start the project
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={`Win ${deal.name}?`}
        confirmLabel="Win and start the project"
        onCancel={() => setAsking(false)}
        onConfirm={win}
      >
        The deal moves to won, its contract counts as signed on {formatDate(signedOn)}, and the
        client project stands with{' '}
        {formatCount(preview.project.taskCount, { one: 'task', many: 'tasks' })} under{' '}
        {projectManager?.name}. The figures become those of this preview.
      </ConfirmDialog>
    </>
  );
}
