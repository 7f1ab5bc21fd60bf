import { type DealReasonView, dealReasons } from '@evenkeel/contract/deal-reasons';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { TextField } from '../../../ui/form/text-field.tsx';
import { formatCount } from '../../../ui/format/number.ts';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { EditableField } from '../../../ui/record/editable-field.tsx';
import { useDealReasons, useReasonWrite } from '../api.ts';
import { dealNoun } from '../model.ts';
import styles from './pipelines.module.css';

/** The reasons that are offered when a deal is won or lost. */
export function ReasonList({ mayManage }: { readonly mayManage: boolean }) {
  const rows = useDealReasons().data?.rows ?? [];
  return (
    <>
      {(['lost', 'won'] as const).map((outcome) => (
        <Section
          key={outcome}
          title={`Why deals are ${outcome}`}
          note="Asked when a deal moves there; reported under Won and lost."
        >
          <table className={styles['stages']}>
            <tbody>
              {rows
                .filter((reason) => reason.outcome === outcome)
                .map((reason) => (
                  <ReasonRow key={reason.id} reason={reason} mayManage={mayManage} />
                ))}
            </tbody>
          </table>
          {mayManage ? <AddReason outcome={outcome} /> : null}
        </Section>
      ))}
    </>
  );
}

function ReasonRow({
  reason,
  mayManage,
}: {
  readonly reason: DealReasonView;
  readonly mayManage: boolean;
}) {
  const update = useReasonWrite(dealReasons.update);
  const remove = useReasonWrite(dealReasons.remove);
  const params = { id: reason.id };
  const save = (body: { name?: string; isRetired?: boolean }) =>
    update.mutateAsync({ params, version: reason.version, body });
  const told = (work: Promise<unknown>) =>
    work.catch((thrown: unknown) => notifyFailed({ message: problemOf(thrown).title }));
  return (
    <tr data-retired={reason.isRetired || undefined}>
      <th scope="row">
        <EditableField
          label={`Name of ${reason.name}`}
          value={reason.name}
          canEdit={mayManage}
          editor={(field) => <TextField {...field} />}
          onSave={(name) => save({ name })}
        >
          {reason.name}
        </EditableField>
      </th>
      <td>{reason.isRetired ? 'no longer offered' : null}</td>
      <td>{formatCount(reason.dealCount, dealNoun)}</td>
      <td>
        {mayManage ? (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={`More for ${reason.name}`}>
                <IconDots size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => void told(save({ isRetired: !reason.isRetired }))}>
                {reason.isRetired ? 'Offer it again' : 'Offer it no longer'}
              </Menu.Item>
              <Menu.Item
                disabled={reason.dealCount > 0}
                onClick={() => void told(remove.mutateAsync({ params }))}
              >
                Delete
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </td>
    </tr>
  );
}

function AddReason({ outcome }: { readonly outcome: 'won' | 'lost' }) {
  const create = useReasonWrite(dealReasons.create);
  const [name, setName] = useState<string | null>(null);
  const [error, setError] = useState<string | undefined>(undefined);
  if (name === null) {
    return (
      <Button variant="subtle" leftSection={<IconPlus size={15} />} onClick={() => setName('')}>
        Add a reason
      </Button>
    );
  }
  const add = async () => {
    try {
      if (name.trim()) await create.mutateAsync({ body: { outcome, name } });
      setName(null);
      setError(undefined);
    } catch (thrown) {
      const { issues, title } = problemOf(thrown);
      setError(issues[0]?.message ?? title);
    }
  };
  return (
    <form
      className={styles['add']}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label={`New reason why deals are ${outcome}`}
        autoFocus
        value={name}
        onChange={setName}
        error={error}
      />
      <Button type="submit" variant="default" loading={create.isPending}>
        Add
      </Button>
    </form>
  );
}
