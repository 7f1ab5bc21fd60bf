import { type DelayNoticeView, delayNotices } from '@evenkeel/contract/delay-notices';
import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { formatDate } from '../../../ui/format/date.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useNoticeWrite } from '../api.ts';

/** What can be done with a draft: send it, or withdraw it since the firm means to keep the date. */
export function NoticeButtons({ notice }: { readonly notice: DelayNoticeView }) {
  const [isAsking, setAsking] = useState(false);
  const send = useNoticeWrite(delayNotices.send);
  const withdraw = useNoticeWrite(delayNotices.withdraw);
  if (notice.state !== 'draft') return null;
  const input = { params: { id: notice.id }, version: notice.version };
  const run = async (act: () => Promise<unknown>, message: string) => {
    setAsking(false);
    try {
      await act();
      notifyDone({ message });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <>
      <Button
        variant="default"
        onClick={() => void run(() => withdraw.mutateAsync(input), 'The draft is withdrawn')}
      >
        Withdraw
      </Button>
      <Button leftSection={<IconSend size={15} />} onClick={() => setAsking(true)}>
        Send
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title="Send this notice to the client?"
        confirmLabel="Send the notice"
        onConfirm={() => void run(() => send.mutateAsync(input), 'The notice is sent')}
        onCancel={() => setAsking(false)}
      >
        {notice.mayMove
          ? `It stands in their portal and is mailed to them. As agreed with them, the date moves to ${formatDate(notice.newDay)} at once.`
          : `It stands in their portal and is mailed to them. They see ${formatDate(notice.oldDay)} until they accept the new date. What was sent cannot be taken back.`}
      </ConfirmDialog>
    </>
  );
}
