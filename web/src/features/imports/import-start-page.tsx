import type { ImportRow } from '@evenkeel/contract/imports';
import { type ImportKind, importFields, importKinds } from '@evenkeel/core/imports/kinds';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { formatInstant } from '../../ui/format/date.ts';
import { formatNumber, nothing } from '../../ui/format/number.ts';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { beginImport, type RefusedFile, useImports } from './api.ts';
import tables from './components/choices.module.css';
import { DropZone } from './components/drop-zone.tsx';
import styles from './components/imports.module.css';
import past from './components/past-imports.module.css';
import { RefusedFiles } from './components/refused-files.tsx';
import { NoImportPermission } from './import-page.tsx';
import { importName, kindWords, stateWords, workOf } from './model.ts';

/** Where imports begin, and those there have been. */
export function ImportStartPage() {
  const mayImport = useMay('manage');
  const open = useOpen();
  const [isSending, setSending] = useState(false);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  if (!mayImport) return <NoImportPermission />;
  const begin = async (files: readonly File[]) => {
    setSending(true);
    try {
      const begun = await beginImport(files);
      setRefused(begun.refused);
      for (const { name, reason } of begun.id === null ? [] : begun.refused)
        notifyFailed({ message: `${name} was not added. ${reason}` });
      if (begun.id !== null) open(`/import/${begun.id}`);
    } catch (error) {
      notifyFailed({
        message: error instanceof Error ? error.message : 'The files were not sent.',
      });
    } finally {
      setSending(false);
    }
  };
  return (
    <Page title="Import">
      <div className={styles['body']}>
        <div className={styles['stack']}>
          <RefusedFiles files={refused} />
          <DropZone busy={isSending} onFiles={(files) => void begin(files)} />
          <Section
            title="Tasks"
            note="From Microsoft Project, Trello, Jira or any list as CSV, into a new project or one that is here."
            actions={
              <Button variant="default" size="xs" component={AppLink} href="/import/tasks">
                Import tasks
              </Button>
            }
          >
            {null}
          </Section>
          <PastImports />
          <WhatFilesHold />
        </div>
      </div>
    </Page>
  );
}

function PastImports() {
  const found = useImports();
  return (
    <Loaded found={found} what="the past imports">
      {({ rows }) =>
        rows.length === 0 ? null : (
          <Section title="Past imports">
            <div className={past['scroll']}>
              <table className={past['list']}>
                <thead>
                  <tr>
                    <th scope="col">Import</th>
                    <th scope="col">State</th>
                    <th scope="col" className={past['end']}>
                      Records
                    </th>
                    <th scope="col">By</th>
                    <th scope="col">When</th>
                    <th scope="col">Files</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <PastImport key={row.id} row={row} />
                  ))}
                </tbody>
              </table>
            </div>
          </Section>
        )
      }
    </Loaded>
  );
}

function PastImport({ row }: { readonly row: ImportRow }) {
  return (
    <tr>
      <th scope="row">
        <AppLink href={row.kind === 'tasks' ? `/import/tasks/${row.id}` : `/import/${row.id}`}>
          {importName(row.number)}
        </AppLink>
      </th>
      <td>{stateWords[row.state]}</td>
      <td className={past['end']}>{recordsOf(row)}</td>
      <td>{row.createdBy}</td>
      <td>{formatInstant(row.finishedAt ?? row.createdAt)}</td>
      <td className={past['names']} title={row.fileNames.join(', ')}>
        {row.fileNames.join(', ') || nothing}
      </td>
    </tr>
  );
}

/** Records, or tasks, that came in. */
function recordsOf({ counts, taskCounts }: ImportRow): string {
  if (counts) return formatNumber(workOf(counts));
  return taskCounts ? formatNumber(taskCounts.create + taskCounts.update) : nothing;
}

/** Which columns each kind of file can have. */
function WhatFilesHold() {
  return (
    <Section
      title="What a file can hold"
      note="Columns may have other names and stand in any order. Only the first is needed."
    >
      <dl className={tables['facts']}>
        {importKinds.map((kind) => (
          <div key={kind} className={tables['fact']}>
            <dt>{kindWords[kind]}</dt>
            <dd className={tables['fact-value']}>{fieldsOf(kind)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function fieldsOf(kind: ImportKind): string {
  const fields = [...importFields[kind]].sort(
    (a, b) => Number(b.isRequired) - Number(a.isRequired),
  );
  return fields.map(({ label }, index) => (index === 0 ? label : label.toLowerCase())).join(', ');
}
