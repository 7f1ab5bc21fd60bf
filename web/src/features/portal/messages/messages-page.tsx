import type { ProjectId } from '@evenkeel/core/id';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { Button } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useState } from 'react';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import { usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { PortalPart } from '../portal-part.tsx';
import { PortalProjectPage } from '../portal-project.tsx';
import { usePortalMessages } from './api.ts';
import { MessageList } from './message-list.tsx';
import { WriteMessage } from './write-message.tsx';

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
