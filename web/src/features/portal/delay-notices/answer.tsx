import type { PortalDelayNotice } from '@evenkeel/contract/portal/delay-notices';
import type { ProjectId } from '@evenkeel/core/id';
import type { NoticeAnswer } from '@evenkeel/core/promises/notice';
import { delayNoticeWords } from '@evenkeel/core/words/delay-notice';
import { portalWords } from '@evenkeel/core/words/portal';
import { Button, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { usePortalWords } from '../portal-context.ts';
import { useAnswer } from './api.ts';
import styles from './delay-notices.module.css';

type AnswerProps = { readonly projectId: ProjectId; readonly notice: PortalDelayNotice };

/** The reader's answer: take the new date, or ask for a change in their own words. */
export function Answer({ projectId, notice }: AnswerProps) {
  const words = usePortalWords(delayNoticeWords);
  const frame = usePortalWords(portalWords);
  const answer = useAnswer();
  const [text, setText] = useState<string | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const send = async (given: NoticeAnswer, said: string) => {
    setFailed(false);
    try {
      await answer.mutateAsync({
        params: { projectId, id: notice.id },
        body: { answer: given, words: said },
      });
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className={styles['answer']}>
      {text === null ? (
        <div className={styles['buttons']}>
          <Button
            size="md"
            leftSection={<IconCheck size={17} />}
            loading={answer.isPending}
            onClick={() => void send('accept', '')}
          >
            {words('accept')}
          </Button>
          <Button size="md" variant="default" onClick={() => setText('')}>
            {words('ask')}
          </Button>
        </div>
      ) : (
        <>
          <Textarea
            label={words('askWords')}
            required
            autosize
            autoFocus
            minRows={3}
            maxLength={5000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div className={styles['buttons']}>
            <Button
              size="md"
              disabled={text.trim() === ''}
              loading={answer.isPending}
              onClick={() => void send('ask-for-change', text)}
            >
              {words('send')}
            </Button>
            <Button size="md" variant="default" onClick={() => setText(null)}>
              {words('cancel')}
            </Button>
          </div>
        </>
      )}
      {hasFailed ? (
        <p role="alert" className={styles['problem']}>
          {frame('failed')}
        </p>
      ) : null}
    </div>
  );
}
