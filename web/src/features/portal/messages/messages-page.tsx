import type { ProjectId } from '@evenkeel/core/id';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { Button, Textarea } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useState } from 'react';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { PortalPart } from '../portal-part.tsx';
import { PortalProjectPage } from '../portal-project.tsx';
import { portalProblem } from '../problem.ts';
import { usePortalMessages, useWriteMessage } from './api.ts';
import { MessageList } from './message-list.tsx';
import styles from './messages.module.css';

const step = 50;
const most = 200;

/** Questions and answers. */
export function PortalMessagesPage() {
  return (
    <PortalProjectPage section="messages">
      {({ id }) => (
        <>
          <WriteMessage projectId={id} />
          <Messages projectId={id} />
        </>
      )}
    </PortalProjectPage>
  );
}

function Messages({ projectId }: { readonly projectId: ProjectId }) {
  const [limit, setLimit] = useState(step);
  const found = usePortalMessages(projectId, limit);
  const words = usePortalWords(portalPageWords);
  return (
    <PortalLoaded found={found}>
      {({ rows, hasMore }) =>
        rows.length === 0 ? (
          <StateBlock icon={<IconMessage size={20} stroke={1.6} />} title={words('messagesEmpty')}>
            <p>{words('messagesEmptyHint')}</p>
          </StateBlock>
        ) : (
          <PortalPart title={words('messages')}>
            <MessageList messages={rows} />
            {hasMore && limit < most ? (
              <Button variant="subtle" color="gray" m={8} onClick={() => setLimit(limit + step)}>
                {words('older')}
              </Button>
            ) : null}
          </PortalPart>
        )
      }
    </PortalLoaded>
  );
}

function WriteMessage({ projectId }: { readonly projectId: ProjectId }) {
  const { language, isPreview } = usePortal();
  const words = usePortalWords(portalPageWords);
  const write = useWriteMessage();
  const [text, setText] = useState('');
  const [isSent, setIsSent] = useState(false);
  const send = async () => {
    setIsSent(false);
    await write.mutateAsync({ params: { projectId }, body: { body: text.trim() } }).then(
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
        label={words('write')}
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
