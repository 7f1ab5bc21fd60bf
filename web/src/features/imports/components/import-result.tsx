import { type ImportView, imports } from '@evenkeel/contract/imports';
import type { RecordKind } from '@evenkeel/core/imports/problem';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { formatInstant } from '../../../ui/format/date.ts';
import { formatCount, formatNumber } from '../../../ui/format/number.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useImportWrite } from '../api.ts';
import { recordWords, workOf } from '../model.ts';
import { CountsTable } from './counts-table.tsx';
import styles from './imports.module.css';
import { Notice } from './notice.tsx';

const pages: Readonly<Partial<Record<RecordKind, string>>> = {
  account: '/accounts',
  deal: '/deals',
  person: '/people',
};

/** What an import brought in, and where to see it. */
export function ImportResult({ view }: { readonly view: ImportView }) {
  const { counts } = view;
  if (!counts) return null;
  const written = workOf(counts);
  return (
    <div className={styles['stack']}>
      <Notice tone="good">
        <strong>
          {written === 0
            ? 'Nothing was new: everything was here already.'
            : `${formatCount(written, { one: 'record', many: 'records' })} came in.`}
        </strong>{' '}
        Files with the same columns will be mapped and settled like these; importing them again adds
        nothing twice.
      </Notice>
      <Section title="What came in" note={endWords(view)}>
        <CountsTable counts={counts} tense="did" pages={pages} />
      </Section>
    </div>
  );
}

/** The one way on from here: to what there is most of. */
export function SeeRecords({ view }: { readonly view: ImportView }) {
  const { counts } = view;
  const kind = (['deal', 'account', 'person'] as const).find(
    (candidate) => counts !== null && counts[candidate].create > 0,
  );
  if (kind === undefined) return null;
  return (
    <Button component={AppLink} href={pages[kind] ?? '/'}>
      See the {recordWords[kind].many}
    </Button>
  );
}

/** Takes an import back, after asking. */
export function UndoButton({ view }: { readonly view: ImportView }) {
  const [isAsking, setAsking] = useState(false);
  const undo = useImportWrite(imports.undo);
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
        What it added goes to the trash, what it changed gets its old values back. Teams and stages
        stay. You can run it again later.
      </ConfirmDialog>
    </>
  );
}

function endWords(view: ImportView): string {
  const { startedAt, finishedAt } = view;
  if (startedAt === null || finishedAt === null) return view.createdBy;
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  return `${view.createdBy}, ${formatInstant(finishedAt)}, in ${formatNumber(seconds)} seconds`;
}
