import { largestFile } from '@evenkeel/contract/files';
import { ActionIcon, Button } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { formatBytes } from '../../../ui/format/bytes.ts';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import styles from './comments.module.css';

type AttachFilesProps = {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
};

/** Files that go along with a comment, and the way to choose them. */
export function AttachFiles({ files, onChange }: AttachFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  const add = (chosen: readonly File[]) => {
    const tooLarge = chosen.find(({ size }) => size > largestFile);
    if (tooLarge) {
      notifyFailed({
        message: `${tooLarge.name} is larger than the ${formatBytes(largestFile)} that a file may hold.`,
      });
    }
    onChange([...files, ...chosen.filter(({ size }) => size <= largestFile)]);
  };
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconPaperclip size={15} />}
        onClick={() => input.current?.click()}
      >
        Attach
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to attach"
        onChange={(event) => {
          add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      {files.map((file) => (
        <span key={`${file.name} ${file.lastModified} ${file.size}`} className={styles['attached']}>
          {file.name}
          <ActionIcon
            variant="subtle"
            color="gray"
            size="xs"
            aria-label={`Do not attach ${file.name}`}
            onClick={() => onChange(files.filter((one) => one !== file))}
          >
            <IconX size={12} />
          </ActionIcon>
        </span>
      ))}
    </>
  );
}
