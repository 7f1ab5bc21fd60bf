import { type QuoteView, quotes } from '@evenkeel/contract/quotes';
import { Button, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../../../lib/session.ts';
import { FormModal } from '../../../../ui/form/form-modal.tsx';
import { problemOf } from '../../../../ui/form/problem.ts';
import { TextField } from '../../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../../ui/form/use-record-form.ts';
import { useOpen } from '../../../../ui/navigation/use-open.ts';
import { notifyDone, notifyFailed } from '../../../../ui/notify/notify.tsx';
import { useQuoteWrite } from '../api.ts';

/** What can become of a quote from where it stands; one way on is the nearest. */
export function QuoteActions({ quote }: { readonly quote: QuoteView }) {
  const mayWrite = useMay('write');
  const send = useQuoteWrite(quotes.send);
  const accept = useQuoteWrite(quotes.accept);
  const revise = useQuoteWrite(quotes.revise);
  const remove = useQuoteWrite(quotes.remove);
  const open = useOpen();
  const [isDeclining, setDeclining] = useState(false);
  if (!mayWrite) return null;
  const { version, state } = quote;
  const params = { id: quote.id };
  const told = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (thrown) {
      const { issues, title } = problemOf(thrown);
      notifyFailed({ message: issues[0] ? `${title} ${issues[0].message}` : title });
    }
  };
  const doSend = () =>
    told(async () => {
      await send.mutateAsync({ params, version });
      notifyDone({ message: `${quote.name} is sent; it stays as it is now` });
    });
  const doAccept = () =>
    told(async () => {
      await accept.mutateAsync({ params, version });
      notifyDone({ message: `${quote.deal.name} has the value and hours of ${quote.name}` });
    });
  const doRevise = () =>
    told(async () => open(`/quotes/${(await revise.mutateAsync({ params })).id}`));
  const doRemove = () =>
    told(async () => {
      await remove.mutateAsync({ params });
      open(`/deals/${quote.deal.id}`);
      notifyDone({ message: `${quote.name} deleted` });
    });
  const isOpen = state === 'sent' || state === 'expired';
  return (
    <>
      {state === 'draft' ? <Button onClick={() => void doSend()}>Mark as sent</Button> : null}
      {isOpen ? <Button onClick={() => void doAccept()}>Accepted</Button> : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" px={8} aria-label={`More for ${quote.name}`}>
            <IconDots size={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {state === 'draft' ? (
            <>
              <Menu.Item onClick={() => void doAccept()}>Accepted at once</Menu.Item>
              <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void doRemove()}>
                Delete the draft
              </Menu.Item>
            </>
          ) : (
            <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => void doRevise()}>
              New version
            </Menu.Item>
          )}
          {isOpen ? <Menu.Item onClick={() => setDeclining(true)}>Declined…</Menu.Item> : null}
        </Menu.Dropdown>
      </Menu>
      {isDeclining ? <DeclineForm quote={quote} onClose={() => setDeclining(false)} /> : null}
    </>
  );
}

function DeclineForm({
  quote,
  onClose,
}: {
  readonly quote: QuoteView;
  readonly onClose: () => void;
}) {
  const decline = useQuoteWrite(quotes.decline);
  const form = useRecordForm<{ reason: string }>({
    initialValues: { reason: '' },
    onSubmit: async (body) => {
      await decline.mutateAsync({ params: { id: quote.id }, version: quote.version, body });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title={`${quote.name} was declined`}
      submitLabel="Mark as declined"
      form={form}
      onClose={onClose}
    >
      <TextField label="Why" autoFocus {...form.field('reason')} />
    </FormModal>
  );
}
