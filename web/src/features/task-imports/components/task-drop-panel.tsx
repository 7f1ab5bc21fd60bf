import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { joinClasses } from '../../../ui/join-classes.ts';
import styles from './task-imports.module.css';

type TaskDropPanelProps = {
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
  /** A line instead of a field, where a file is there already. */
  readonly small?: boolean;
};

/** Takes one file of tasks that is dropped or chosen. */
export function TaskDropPanel({ busy, onFile, small = false }: TaskDropPanelProps) {
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !busy) onFile(file);
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
        <span>Another file takes the place of this one</span>
      ) : (
        <>
          <IconFileUpload size={22} stroke={1.5} aria-hidden />
          <span className={styles['zone-title']}>Drop a file of tasks here</span>
          <span className={styles['zone-text']}>
            Microsoft Project XML, a Trello board as JSON, an export of Jira or any other list as
            CSV. Nothing is written until you have seen what will happen.
          </span>
        </>
      )}
      <Button
        {...(small ? { variant: 'default', size: 'xs' } : {})}
        loading={busy}
        onClick={() => input.current?.click()}
      >
        Choose a file
      </Button>
      <input
        ref={input}
        type="file"
        accept=".xml,.json,.csv,.tsv,.txt,text/csv,application/json,text/xml"
        aria-label="File of tasks"
        className={styles['hidden']}
        tabIndex={-1}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
