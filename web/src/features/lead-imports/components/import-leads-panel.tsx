import { Button, Modal } from '@mantine/core';
import { useRef, useState } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useCustomFields } from '../../custom-fields/api.ts';
import { useLeadImport, useLeadPreview } from '../api.ts';
import { columnChoices, type Preview, readText, takenRows, withColumn } from '../model.ts';
import { LeadColumns } from './lead-columns-table.tsx';
import styles from './lead-imports.module.css';
import { LeadRows } from './lead-rows-table.tsx';

/** The button that takes in leads from a CSV file, with its dialog (CR-10). */
export function ImportLeadsPanel() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        Import leads
      </Button>
      <Modal opened={isOpen} onClose={close} title="Import leads" size={1080}>
        <ImportSteps onDone={close} />
      </Modal>
    </>
  );
}

function ImportSteps({ onDone }: { readonly onDone: () => void }) {
  const read = useLeadPreview();
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const preview = async (next: string, holds?: Preview['columns'][number]['holds'][]) => {
    setRefusal(null);
    try {
      await read.mutateAsync({ body: { text: next, ...(holds ? { holds } : {}) } });
      setText(next);
    } catch (thrown) {
      setRefusal(wordsOf(thrown));
    }
  };
  const take = async (file: File) => {
    try {
      await preview(await readText(file));
    } catch (thrown) {
      setRefusal(wordsOf(thrown));
    }
  };
  const { data } = read;
  return (
    <>
      {data ? (
        <Choosing
          // Other columns make other rows: what was ticked is asked anew.
          key={JSON.stringify(data.columns)}
          preview={data}
          onColumn={(at, holds) => void preview(text, withColumn(data.columns, at, holds))}
          onBack={() => read.reset()}
          onDone={onDone}
        />
      ) : (
        <Drop onFile={(file) => void take(file)} busy={read.isPending} />
      )}
      <Refusal words={refusal} />
    </>
  );
}

function Drop({ onFile, busy }: { readonly onFile: (file: File) => void; readonly busy: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has its twin in the button inside
    <div
      className={styles['zone']}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file && !busy) onFile(file);
      }}
    >
      <strong>Drop a CSV of leads here</strong>
      <span className={styles['hint']}>
        As trade fairs, forms and spreadsheets save them; up to 5 MB and 2,000 leads. Nothing is
        written until you have seen what is in it.
      </span>
      <Button loading={busy} onClick={() => input.current?.click()} data-autofocus>
        Choose a file
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-label="File of leads"
        className={styles['hidden']}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

type ChoosingProps = {
  readonly preview: Preview;
  readonly onColumn: (at: number, holds: Preview['columns'][number]['holds']) => void;
  readonly onBack: () => void;
  readonly onDone: () => void;
};

function Choosing({ preview, onColumn, onBack, onDone }: ChoosingProps) {
  const { rows, columns } = preview;
  const fields = useCustomFields('lead');
  const run = useLeadImport();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [taken, setTaken] = useState<ReadonlySet<number>>(
    () => new Set(rows.filter(({ proposed }) => proposed === 'add').map(({ number }) => number)),
  );
  const toggle = (number: number) =>
    setTaken((before) => {
      const next = new Set(before);
      if (!next.delete(number)) next.add(number);
      return next;
    });
  const submit = async () => {
    setRefusal(null);
    try {
      const { added } = await run.mutateAsync({ body: { rows: takenRows(rows, taken) } });
      notifyDone({ message: `${formatCount(added, leadNoun)} added` });
      onDone();
    } catch (thrown) {
      setRefusal(`Nothing was imported. ${wordsOf(thrown)}`);
    }
  };
  return (
    <>
      <LeadColumns columns={columns} choices={columnChoices(fields)} onColumn={onColumn} />
      <LeadRows rows={rows} taken={taken} onToggle={toggle} />
      <Refusal words={refusal} />
      <div className={styles['footer']}>
        <Button variant="default" onClick={onBack}>
          Another file
        </Button>
        <Button disabled={taken.size === 0} loading={run.isPending} onClick={() => void submit()}>
          Import {formatCount(taken.size, leadNoun)}
        </Button>
      </div>
    </>
  );
}

const leadNoun = { one: 'lead', many: 'leads' };

function Refusal({ words }: { readonly words: string | null }) {
  return words ? (
    <p role="alert" className={styles['refusal']}>
      {words}
    </p>
  ) : null;
}

function wordsOf(thrown: unknown): string {
  const { title, issues } = problemOf(thrown);
  const own = issues.map(({ message }) => message).filter((message) => !title.includes(message));
  return [title, ...own.slice(0, 5)].join(' ');
}
