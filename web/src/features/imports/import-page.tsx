import { type ImportView, imports } from '@evenkeel/contract/imports';
import type { ImportId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useMay } from '../../lib/session.ts';
import { formatCount } from '../../ui/format/number.ts';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { NoPermissionState } from '../../ui/states/no-permission-state.tsx';
import { useImport, useImportWrite, usePreview } from './api.ts';
import { ChangesList } from './components/changes-list.tsx';
import { ChoicesStep } from './components/choices-step.tsx';
import { ConfirmStep } from './components/confirm-step.tsx';
import { DiscardPanel } from './components/discard-panel.tsx';
import { FilesStep } from './components/files-step.tsx';
import { ImportResult, SeeRecords, UndoButton } from './components/import-result.tsx';
import { type ImportStep, ImportSteps, importSteps } from './components/import-steps.tsx';
import styles from './components/imports.module.css';
import { Notice } from './components/notice.tsx';
import { ProblemsList } from './components/problems-list.tsx';
import { RunProgress } from './components/run-progress.tsx';
import { importName, workOf } from './model.ts';
import { useHandOffsFrom } from './use-hand-offs-from.ts';

const start = { label: 'Import', href: '/import' };
const isStep = (value: unknown): value is ImportStep => importSteps.some((step) => step === value);
const isText = (value: unknown): value is string | null => typeof value === 'string';

/** One import: from its files to what came in. The address says which import and which step. */
export function ImportPage() {
  // The route's parameter is the id of an import; anything else is refused by the server.
  const id = usePathParameter('importId') as ImportId;
  const mayImport = useMay('manage');
  const found = useImport(id);
  if (!mayImport) return <NoImportPermission />;
  return (
    <LoadedRecord found={found} noun="import" list={start}>
      {(view) => <ImportInState view={view} />}
    </LoadedRecord>
  );
}

/** An import as far as it has come. */
function ImportInState({ view }: { readonly view: ImportView }) {
  if (view.state === 'running')
    return (
      <Page title={importName(view.number)} breadcrumbs={[start]}>
        <RunProgress view={view} />
      </Page>
    );
  if (view.state === 'done')
    return (
      <Page
        title={importName(view.number)}
        breadcrumbs={[start]}
        actions={<UndoButton view={view} />}
        primary={<SeeRecords view={view} />}
      >
        <div className={styles['body']}>
          <ImportResult view={view} />
        </div>
      </Page>
    );
  return <OpenImport view={view} />;
}

/** Shown in place of every page of imports. */
export function NoImportPermission() {
  return (
    <Page title="Import">
      <NoPermissionState what="import">
        <p>Managers, admins and owners import. One of them can change your role.</p>
      </NoPermissionState>
    </Page>
  );
}

/** An import that has not come in yet: its steps, or one of its lists. */
function OpenImport({ view }: { readonly view: ImportView }) {
  const [list] = useAddressState<string | null>('view', null, isText);
  return list === 'problems' || list === 'changes' ? (
    <ImportList view={view} list={list} />
  ) : (
    <ImportWizard view={view} />
  );
}

type ImportListProps = { readonly view: ImportView; readonly list: 'problems' | 'changes' };

function ImportList({ view, list }: ImportListProps) {
  const [problem] = useAddressState<string | null>('problem', null, isText);
  const preview = usePreview(view.id, isReady(view));
  const titles = useMemo(
    () => new Map(preview.data?.groups.map(({ key, title }) => [key, title])),
    [preview.data],
  );
  const back = { label: importName(view.number), href: `/import/${view.id}?step=choices` };
  return (
    <Page
      title={list === 'problems' ? 'Problems' : 'Changes'}
      breadcrumbs={[start, back]}
      layout="fill"
    >
      {list === 'changes' ? (
        <ChangesList importId={view.id} />
      ) : (
        <Loaded found={preview} what="the problems">
          {() => <ProblemsList importId={view.id} only={problem} titles={titles} />}
        </Loaded>
      )}
    </Page>
  );
}

function ImportWizard({ view }: { readonly view: ImportView }) {
  const [wanted, setStep] = useAddressState<ImportStep>('step', 'files', isStep);
  const isMapped = isReady(view);
  const preview = usePreview(view.id, isMapped);
  const step = isMapped ? wanted : 'files';
  const questions = preview.data?.groups.length;
  const counts = {
    files: view.files.length,
    ...(questions === undefined ? {} : { choices: questions }),
  };
  return (
    <Page
      title={importName(view.number)}
      breadcrumbs={[start]}
      actions={view.state === 'undone' ? null : <DiscardPanel id={view.id} />}
      primary={<NextButton view={view} step={step} onGo={setStep} />}
      toolbar={<ImportSteps current={step} isMapped={isMapped} counts={counts} onGo={setStep} />}
    >
      <div className={styles['body']}>
        <StateNotice view={view} />
        {step === 'files' ? <FilesStep view={view} /> : <LaterStep view={view} step={step} />}
      </div>
    </Page>
  );
}

type LaterStepProps = {
  readonly view: ImportView;
  readonly step: Exclude<ImportStep, 'files'>;
};

/** The steps that show what will happen. */
function LaterStep({ view, step }: LaterStepProps) {
  const found = usePreview(view.id, true);
  return (
    <Loaded found={found} what="the preview">
      {(preview) =>
        step === 'choices' ? (
          <ChoicesStep importId={view.id} preview={preview} />
        ) : (
          <ConfirmStep view={view} preview={preview} />
        )
      }
    </Loaded>
  );
}

type NextButtonProps = {
  readonly view: ImportView;
  readonly step: ImportStep;
  readonly onGo: (step: ImportStep) => void;
};

/** The one way on from each step. */
function NextButton({ view, step, onGo }: NextButtonProps) {
  const run = useImportWrite(imports.run);
  const [handOffsFrom] = useHandOffsFrom();
  const isMapped = isReady(view);
  const preview = usePreview(view.id, isMapped);
  const work = preview.data ? workOf(preview.data.counts) : 0;
  if (step === 'files')
    return (
      <Button disabled={!isMapped} onClick={() => onGo('choices')}>
        Continue
      </Button>
    );
  if (step === 'choices') return <Button onClick={() => onGo('confirm')}>Continue</Button>;
  return (
    <Button
      disabled={work === 0}
      loading={run.isPending}
      onClick={() =>
        run.mutate(
          { params: { id: view.id }, body: { handOffsFrom } },
          { onError: (error) => notifyFailed({ message: error.message }) },
        )
      }
    >
      {work === 0
        ? 'Nothing to import'
        : `Import ${formatCount(work, { one: 'record', many: 'records' })}`}
    </Button>
  );
}

/** Why an import that was run before stands here again. */
function StateNotice({ view }: { readonly view: ImportView }) {
  if (view.state === 'failed' || view.state === 'interrupted')
    return (
      <Notice tone="bad">
        <strong>The import did not come in.</strong> {view.failure} Nothing was changed; you can run
        it again.
      </Notice>
    );
  if (view.state === 'cancelled')
    return <Notice>The import was stopped. Nothing was changed; you can run it again.</Notice>;
  if (view.state === 'undone')
    return (
      <Notice>
        This import was undone. Running it again takes what it added out of the trash.
      </Notice>
    );
  return null;
}

/** Whether there is anything to import and nothing is left to be said about it. */
function isReady(view: ImportView): boolean {
  return (
    view.files.some(({ kind }) => kind !== null) &&
    view.files.every(({ issues }) => issues.length === 0)
  );
}
