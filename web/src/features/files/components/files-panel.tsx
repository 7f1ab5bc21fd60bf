import type { FileView } from '@evenkeel/contract/files';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import { Button, Progress } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { useMay } from '../../../lib/session.ts';
import { formatBytes } from '../../../ui/format/bytes.ts';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useFiles } from '../api.ts';
import { type Sending, useSending } from '../use-sending.ts';
import { FileLine } from './file-line.tsx';
import styles from './files.module.css';
import { FirmFilePreview } from './firm-file-preview.tsx';

type FilesPanelProps = {
  readonly subject: SubjectRef;
  /** Whether something can be added: the record does not lie in the trash. */
  readonly isOpen?: boolean;
  /** What the files are, where they are not just the files of the record. */
  readonly title?: string;
};

/** The files on a record; more are dropped here or chosen. */
export function FilesPanel({ subject, isOpen = true, title = 'Files' }: FilesPanelProps) {
  const mayWrite = useMay('write');
  const mayAdd = mayWrite && isOpen;
  const found = useFiles(subject);
  const { sendings, add } = useSending(subject, () => void found.refetch());
  const [isOver, setOver] = useState(false);
  const [shown, setShown] = useState<FileView | null>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void add([...event.dataTransfer.files]);
  };
  return (
    <div
      className={styles['panel']}
      data-over={isOver || undefined}
      {...(mayAdd
        ? {
            onDragOver: (event: DragEvent) => {
              if (!event.dataTransfer.types.includes('Files')) return;
              event.preventDefault();
              setOver(true);
            },
            onDragLeave: () => setOver(false),
            onDrop: drop,
          }
        : {})}
    >
      <Section
        title={title}
        actions={mayAdd ? <AddFiles onFiles={(all) => void add(all)} /> : null}
      >
        <Loaded found={found} what="the files">
          {({ rows }) => (
            <>
              {rows.length === 0 && sendings.length === 0 ? (
                <p className={styles['none']}>
                  {mayAdd ? 'No files yet. Drop some here, or add them.' : 'No files yet.'}
                </p>
              ) : null}
              <ul className={styles['files']} aria-label={title}>
                {rows.map((file) => (
                  <FileLine key={file.id} file={file} mayWrite={mayWrite} onShow={setShown} />
                ))}
                {sendings.map((sending) => (
                  <SendingLine key={sending.key} sending={sending} />
                ))}
              </ul>
            </>
          )}
        </Loaded>
      </Section>
      {shown ? <FirmFilePreview file={shown} onClose={() => setShown(null)} /> : null}
    </div>
  );
}

function AddFiles({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<IconPlus size={15} />}
        onClick={() => input.current?.click()}
      >
        Add files
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        aria-label="Files to add"
        className={styles['hidden']}
        tabIndex={-1}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

function SendingLine({ sending }: { readonly sending: Sending }) {
  const share = sending.byteSize === 0 ? 1 : sending.arrived / sending.byteSize;
  return (
    <li className={styles['file']}>
      <span />
      <span className={styles['name']}>{sending.name}</span>
      <span className={styles['progress']}>
        <Progress
          value={share * 100}
          size={4}
          aria-label={`${sending.name}: ${Math.round(share * 100)} % sent`}
        />
      </span>
      <span className={styles['meta']}>{formatBytes(sending.byteSize)}</span>
      <span />
    </li>
  );
}
