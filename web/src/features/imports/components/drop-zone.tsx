import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { joinClasses } from '../../../ui/join-classes.ts';
import styles from './imports.module.css';

type DropZoneProps = {
  readonly onFiles: (files: File[]) => void;
  /** Files are on their way; no others are taken meanwhile. */
  readonly busy: boolean;
  /** A line instead of a field, where files are there already. */
  readonly small?: boolean;
};

/** Takes files that are dropped or chosen. */
export function DropZone({ onFiles, busy, small = false }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined) => {
    if (files && files.length > 0 && !busy) onFiles([...files]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has its twin in the button inside
    <div
      className={joinClasses(styles['zone'], small && styles['zone-small'])}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {small ? (
        <span>Drop more files here</span>
      ) : (
        <>
          <span className={styles['zone-icon']} aria-hidden>
            <IconFileUpload size={20} stroke={1.6} />
          </span>
          <span className={styles['zone-title']}>Drop your CSV files here</span>
          <span className={styles['zone-text']}>
            Accounts, products, sales teams and deals, in one go or one by one. Nothing is written
            until you have seen what will happen.
          </span>
        </>
      )}
      <div className={styles['zone-actions']}>
        <Button
          {...(small ? { variant: 'default', size: 'xs' } : {})}
          loading={busy}
          onClick={() => input.current?.click()}
        >
          Choose files
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          aria-label="CSV files"
          className={styles['hidden']}
          tabIndex={-1}
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
      </div>
    </div>
  );
}
