import { imports } from '@evenkeel/contract/imports';
import { type TaskImportView, taskImports } from '@evenkeel/contract/task-imports';
import type { ImportId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { ConfirmDialog } from '../../ui/form/confirm-dialog.tsx';
import { formatCount, formatNumber } from '../../ui/format/number.ts';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { DiscardPanel } from '../imports/components/discard-panel.tsx';
import { sendTaskFile, useTaskImport, useTaskImportWrite, useTaskPreview } from './api.ts';
import { ColumnsTable } from './components/columns-table.tsx';
import { GroupRows } from './components/group-rows.tsx';
import { ErrorLine, importPage, NoTaskImportPermission } from './components/page-parts.tsx';
import { ProblemsTable } from './components/problems-table.tsx';
import { CountsSection, ReportSections } from './components/report-sections.tsx';
import { TargetSection } from './components/target-section.tsx';
import { TaskDropPanel } from './components/task-drop-panel.tsx';
import styles from './components/task-imports.module.css';
import { TasksTable } from './components/tasks-table.tsx';
import { fileFacts, groupsOf, isReady, projectHref, workOf } from './model.ts';

const isText = (value: unknown): value is string | null => typeof value === 'string';

/** One import of tasks: from its file to what came in, on one page. */
export function TaskImportPage() {
  // The route's parameter is the id of an import; anything else is refused by the server.
  const id = usePathParameter('taskImportId') as ImportId;
  const mayImport = useMay('manage');
  const found = useTaskImport(id);
  if (!mayImport) return <NoTaskImportPermission />;
  return (
    <LoadedRecord found={found} noun="import" list={importPage}>
      {(view) => <ImportInState view={view} />}
    </LoadedRecord>
  );
}

function ImportInState({ view }: { readonly view: TaskImportView }) {
  const title = `IMP-${view.number}`;
  if (view.state === 'running')
    return (
      <Page title={title} breadcrumbs={[importPage]}>
        <RunningImport view={view} />
      </Page>
    );
  if (view.state === 'done') return <DoneImport view={view} />;
  return (
    <Page
      title={title}
      breadcrumbs={[importPage]}
      actions={view.state === 'undone' ? null : <DiscardPanel id={view.id} />}
      primary={<RunButton view={view} />}
    >
      <OpenImport view={view} />
    </Page>
  );
}

function OpenImport({ view }: { readonly view: TaskImportView }) {
  const [problems] = useAddressState<string | null>('problems', null, isText);
  if (problems !== null)
    return (
      <div className={styles['body']}>
        <ProblemsTable importId={view.id} groupKey={problems === 'all' ? null : problems} />
      </div>
    );
  return (
    <div className={styles['body']}>
      <StateLine view={view} />
      {view.issues.map((issue) => (
        <ErrorLine key={issue}>{issue}</ErrorLine>
      ))}
      <FileSection view={view} />
      <TargetSection view={view} />
      {isReady(view) ? <Preview view={view} /> : null}
    </div>
  );
}

function FileSection({ view }: { readonly view: TaskImportView }) {
  const change = useTaskImportWrite(taskImports.change);
  const { refetch } = useTaskImport(view.id);
  const [isSending, setSending] = useState(false);
  const onError = (error: Error) => notifyFailed({ message: error.message });
  const send = async (file: File) => {
    setSending(true);
    try {
      await sendTaskFile(view.id, file);
      await refetch();
    } catch (error) {
      if (error instanceof Error) onError(error);
    } finally {
      setSending(false);
    }
  };
  const { file, columns } = view;
  return (
    <Section title="File">
      {file ? (
        <p className={styles['file']}>
          <span className={styles['file-name']}>{file.name}</span>
          <span className={styles['meta']}>{fileFacts(file)}</span>
        </p>
      ) : null}
      {columns.length === 0 ? null : (
        <ColumnsTable
          // Another file has other columns.
          key={columns.map(({ header }) => header).join()}
          columns={columns}
          onChange={(mapped) =>
            change.mutate(
              {
                params: { id: view.id },
                body: {
                  columns: mapped.map(({ field, dateOrder, unit, decimalMark }) => ({
                    field,
                    dateOrder,
                    unit,
                    decimalMark,
                  })),
                },
              },
              { onError },
            )
          }
        />
      )}
      <TaskDropPanel small={file !== null} busy={isSending} onFile={(next) => void send(next)} />
    </Section>
  );
}

function Preview({ view }: { readonly view: TaskImportView }) {
  const found = useTaskPreview(view.id, true);
  return (
    <Loaded found={found} what="the preview">
      {(preview) => {
        const { questions, problems } = groupsOf(preview);
        return (
          <>
            <CountsSection counts={preview.counts} isDone={false} />
            {questions.length === 0 ? null : (
              <Section title="How the file is meant">
                <GroupRows importId={view.id} groups={questions} hasRows={false} />
              </Section>
            )}
            {problems.length === 0 ? null : (
              <Section
                title="Problems"
                note="Each has a choice made already."
                actions={
                  <AppLink
                    className={styles['link']}
                    href={`/import/tasks/${view.id}?problems=${encodeURIComponent('"all"')}`}
                  >
                    See all{' '}
                    {formatCount(preview.problemCount, { one: 'problem', many: 'problems' })}
                  </AppLink>
                }
              >
                <GroupRows importId={view.id} groups={problems} hasRows />
              </Section>
            )}
            <TasksTable importId={view.id} own={preview.own} />
            <ReportSections report={preview.report} />
          </>
        );
      }}
    </Loaded>
  );
}

function RunButton({ view }: { readonly view: TaskImportView }) {
  const run = useTaskImportWrite(imports.run);
  const preview = useTaskPreview(view.id, isReady(view));
  const work = preview.data ? workOf(preview.data.counts) : 0;
  return (
    <Button
      disabled={work === 0}
      loading={run.isPending}
      onClick={() =>
        run.mutate(
          { params: { id: view.id }, body: {} },
          { onError: (error) => notifyFailed({ message: error.message }) },
        )
      }
    >
      {work === 0
        ? 'Nothing to import'
        : `Import ${formatCount(work, { one: 'task', many: 'tasks' })}`}
    </Button>
  );
}

function RunningImport({ view }: { readonly view: TaskImportView }) {
  const cancel = useTaskImportWrite(imports.cancel);
  const { done = 0, total = 0, isCancelled = false } = view.progress ?? {};
  const share = total > 0 ? done / total : 0;
  const words =
    total > 0 ? `${formatNumber(done)} of ${formatNumber(total)} tasks` : 'Reading the file';
  return (
    <div className={styles['running']}>
      <h2 className={styles['zone-title']}>{isCancelled ? 'Stopping the import' : 'Importing'}</h2>
      <p className={styles['meta']}>
        You can leave this page. Nothing shows up before all of it is in.
      </p>
      <progress
        className={styles['bar']}
        aria-label="Progress of the import"
        aria-valuetext={words}
        max={1}
        value={share}
      />
      <p className={styles['meta']}>{words}</p>
      <div>
        <Button
          variant="default"
          loading={cancel.isPending || isCancelled}
          onClick={() => cancel.mutate({ params: { id: view.id } })}
        >
          Stop and import nothing
        </Button>
      </div>
    </div>
  );
}

function DoneImport({ view }: { readonly view: TaskImportView }) {
  const { project } = view.target;
  return (
    <Page
      title={`IMP-${view.number}`}
      breadcrumbs={[importPage]}
      actions={<UndoButton view={view} />}
      primary={
        project ? (
          <Button component={AppLink} href={projectHref(project)}>
            Open {project.name}
          </Button>
        ) : null
      }
    >
      <div className={styles['body']}>
        {view.file ? (
          <p className={styles['file']}>
            <span className={styles['file-name']}>{view.file.name}</span>
            <span className={styles['meta']}>
              {fileFacts(view.file)}. Imported again, it finds these tasks and changes only what
              differs.
            </span>
            <AppLink className={styles['link']} href={importPage.href}>
              All imports
            </AppLink>
          </p>
        ) : null}
        {view.result ? (
          <>
            <CountsSection counts={view.result.counts} isDone />
            <ReportSections report={view.result.report} />
          </>
        ) : null}
      </div>
    </Page>
  );
}

function UndoButton({ view }: { readonly view: TaskImportView }) {
  const [isAsking, setAsking] = useState(false);
  const undo = useTaskImportWrite(imports.undo);
  const confirm = async () => {
    try {
      await undo.mutateAsync({ params: { id: view.id } });
      notifyDone({ message: 'Import undone. What it added is in the trash for 30 days' });
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'It was not undone.' });
    } finally {
      setAsking(false);
    }
  };
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Undo this import
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title="Undo this import?"
        confirmLabel="Undo import"
        danger
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      >
        Tasks, and the project if it made one, go to the trash; what it changed gets its old values
        back. Tags stay.
      </ConfirmDialog>
    </>
  );
}

/** Why an import that was run before stands here again. */
function StateLine({ view }: { readonly view: TaskImportView }) {
  if (view.state === 'failed' || view.state === 'interrupted')
    return (
      <ErrorLine>
        The import did not come in. {view.failure} Nothing was changed; you can run it again.
      </ErrorLine>
    );
  if (view.state === 'cancelled')
    return <p>The import was stopped. Nothing was changed; you can run it again.</p>;
  if (view.state === 'undone')
    return <p>This import was undone. Running it again adds its tasks anew.</p>;
  return null;
}
