import type { ProjectId, StatusReportId } from '@evenkeel/core/id';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { portalProblem } from '../problem.ts';
import { useWriteMessage } from './api.ts';
import styles from './messages.module.css';

type WriteMessageProps = {
  readonly projectId: ProjectId;
  /** The report that is talked about; without it the project. */
  readonly reportId?: StatusReportId;
  /** What the field is called, where it is not the usual. */
  readonly label?: string;
};

/** A question or an answer of the reader. */
export function WriteMessage({ projectId, reportId, label }: WriteMessageProps) {
  const { language, isPreview } = usePortal();
  const words = usePortalWords(portalPageWords);
  const write = useWriteMessage();
  const [text, setText] = useState('');
  const [isSent, setIsSent] = useState(false);
  const send = async () => {
    setIsSent(false);
    const about = reportId ? { kind: 'status-report' as const, id: reportId } : null;
    await write.mutateAsync({ params: { projectId }, body: { body: text.trim(), about } }).then(
      () => {
        setText('');
        setIsSent(true);
      },
      () => undefined,
    );
  };
  return (
    <form
      className={styles['write']}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void send();
      }}
    >
      <Textarea
        label={label ?? words('write')}
        placeholder={words('writeHint')}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={10_000}
        value={text}
        disabled={isPreview}
        onChange={(event) => setText(event.currentTarget.value)}
        error={write.error ? portalProblem(language, write.error) : undefined}
      />
      <Button type="submit" loading={write.isPending} disabled={isPreview || text.trim() === ''}>
        {words('send')}
      </Button>
      <p role="status" className={styles['head']}>
        {isSent ? words('sent') : ''}
      </p>
    </form>
  );
}
