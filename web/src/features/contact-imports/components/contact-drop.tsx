import { Button } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import styles from './contact-imports.module.css';

type ContactDropProps = { readonly onFile: (file: File) => void; readonly busy: boolean };

/** Takes one file of contacts that is dropped or chosen. */
export function ContactDrop({ onFile, busy }: ContactDropProps) {
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !busy) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has its twin in the button inside
    <div
      className={styles['zone']}
      data-over={isOver || undefined}
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <strong>Drop a file of vCards or a CSV here</strong>
      <span className={styles['hint']}>
        As phones, Outlook, Google and Apple save them; up to 5 MB and 2,000 contacts. Nothing is
        written until you have seen who is in it.
      </span>
      <Button loading={busy} onClick={() => input.current?.click()} data-autofocus>
        Choose a file
      </Button>
      <input
        ref={input}
        type="file"
        accept=".vcf,.csv,.tsv,.txt,text/vcard,text/csv,text/plain"
        aria-label="File of contacts"
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
