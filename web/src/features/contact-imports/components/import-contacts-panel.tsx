import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useContactImport, useContactPreview } from '../api.ts';
import {
  chosenRows,
  countsOf,
  type Preview,
  proposedChoices,
  type RowChoices,
  readText,
} from '../model.ts';
import { ContactDrop } from './contact-drop.tsx';
import styles from './contact-imports.module.css';
import { PreviewTable } from './preview-table.tsx';

/** The button that takes in contacts from a file, with its dialog (CR-10). */
export function ImportContactsPanel() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        Import contacts
      </Button>
      <Modal opened={isOpen} onClose={close} title="Import contacts" size={1080}>
        <ImportSteps onDone={close} />
      </Modal>
    </>
  );
}

function ImportSteps({ onDone }: { readonly onDone: () => void }) {
  const read = useContactPreview();
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = async (file: File) => {
    setRefusal(null);
    try {
      await read.mutateAsync({ body: await readText(file) });
    } catch (thrown) {
      setRefusal(wordsOf(thrown));
    }
  };
  if (read.data)
    return <Choosing preview={read.data} onBack={() => read.reset()} onDone={onDone} />;
  return (
    <>
      <ContactDrop onFile={(file) => void take(file)} busy={read.isPending} />
      <Refusal words={refusal} />
    </>
  );
}

type ChoosingProps = {
  readonly preview: Preview;
  readonly onBack: () => void;
  readonly onDone: () => void;
};

function Choosing({ preview, onBack, onDone }: ChoosingProps) {
  const { rows } = preview;
  const [choices, setChoices] = useState<RowChoices>(() => proposedChoices(rows));
  const [addAccounts, setAddAccounts] = useState(true);
  const [refusal, setRefusal] = useState<string | null>(null);
  const run = useContactImport();
  const counts = countsOf(rows, choices);
  const taken = counts.added + counts.updated;
  const submit = async () => {
    setRefusal(null);
    try {
      const done = await run.mutateAsync({
        body: { rows: chosenRows(rows, choices), addAccounts },
      });
      notifyDone({ message: `${done.added} contacts added, ${done.updated} filled in` });
      onDone();
    } catch (thrown) {
      setRefusal(`Nothing was imported. ${wordsOf(thrown)}`);
    }
  };
  return (
    <>
      <p className={styles['summary']}>
        {counts.added} to add, {counts.updated} to fill in, {counts.skipped} left out.{' '}
        {leftOutInWords(preview)}
      </p>
      <PreviewTable
        rows={rows}
        choices={choices}
        onChoose={(number, choice) =>
          setChoices((standing) => new Map(standing).set(number, choice))
        }
      />
      {counts.companies > 0 ? (
        <label className={styles['accounts']}>
          <input
            type="checkbox"
            checked={addAccounts}
            onChange={(event) => setAddAccounts(event.currentTarget.checked)}
          />
          {counts.companies === 1
            ? 'Add the company that is not here yet as an account'
            : `Add the ${counts.companies} companies that are not here yet as accounts`}
        </label>
      ) : null}
      <Refusal words={refusal} />
      <div className={styles['footer']}>
        <Button variant="default" onClick={onBack}>
          Another file
        </Button>
        <Button disabled={taken === 0} loading={run.isPending} onClick={() => void submit()}>
          Import {formatCount(taken, { one: 'contact', many: 'contacts' })}
        </Button>
      </div>
    </>
  );
}

function Refusal({ words }: { readonly words: string | null }) {
  return words ? (
    <p role="alert" className={styles['refusal']}>
      {words}
    </p>
  ) : null;
}

/** Columns of a CSV that nothing is taken from. */
function leftOutInWords({ columns }: Preview): string {
  const names = columns.filter(({ holds }) => holds === null).map(({ header }) => header);
  return names.length === 0 ? '' : `Columns left out: ${names.join(', ')}.`;
}

function wordsOf(thrown: unknown): string {
  const { title, issues } = problemOf(thrown);
  const own = issues.map(({ message }) => message).filter((message) => !title.includes(message));
  return [title, ...own.slice(0, 5)].join(' ');
}
