import { type TagView, tags } from '@evenkeel/contract/tags';
import type { TagId } from '@evenkeel/core/id';
import { type TagColour, tagColours } from '@evenkeel/core/tag';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useTags, useTagWrite } from '../api.ts';
import { TagMark } from './tag-link.tsx';
import styles from './tags.module.css';

type TagDialogProps = {
  /** The tag that is changed; a new one without it. */
  readonly tag: TagView | undefined;
  readonly onClose: () => void;
};

type Values = { name: string; colour: string | null; intoId: string | null };

const colourChoices = tagColours.map((colour) => ({
  value: colour,
  label: colour.slice(0, 1).toUpperCase() + colour.slice(1),
}));

/** Makes a tag, or names, colours, merges or deletes one. Mount it while it is open. */
export function TagDialog({ tag, onClose }: TagDialogProps) {
  const others = useTags().filter(({ id }) => id !== tag?.id);
  const [isAsking, setAsking] = useState(false);
  const save = useSaveTag(tag);
  const initialValues: Values = {
    name: tag?.name ?? '',
    colour: tag?.colour ?? 'grey',
    intoId: null,
  };
  const form = useRecordForm<Values>({
    initialValues,
    onSubmit: async (values) => {
      await save(values);
      onClose();
    },
  });
  return (
    <>
      <FormModal
        opened
        title={tag ? 'Tag' : 'New tag'}
        submitLabel={tag ? 'Save' : 'Add'}
        form={form}
        onClose={onClose}
        footer={
          tag ? (
            <Button
              variant="subtle"
              color="red"
              className={styles['danger'] ?? ''}
              onClick={() => setAsking(true)}
            >
              Delete
            </Button>
          ) : null
        }
      >
        <TextField label="Name" required autoFocus maxLength={60} {...form.field('name')} />
        <ChoiceField
          label="Colour"
          required
          choices={colourChoices}
          renderMark={(choice) => (
            // The field offers nothing but colours.
            <TagMark tag={{ id: '' as TagId, name: '', colour: choice as TagColour }} />
          )}
          {...form.field('colour')}
        />
        {tag ? (
          <ChoiceField
            label="Merge into"
            description="The other tag takes the place of this one everywhere."
            choices={others.map(({ id, name }) => ({ value: id as string, label: name }))}
            {...form.field('intoId')}
          />
        ) : null}
      </FormModal>
      {tag ? (
        <DeleteTag tag={tag} opened={isAsking} onClose={() => setAsking(false)} onGone={onClose} />
      ) : null}
    </>
  );
}

/** Saves what the dialog says: a new tag, a changed one, or one merged into another. */
function useSaveTag(tag: TagView | undefined) {
  const create = useTagWrite(tags.create);
  const update = useTagWrite(tags.update);
  const merge = useTagWrite(tags.merge);
  return async ({ name, colour, intoId }: Values) => {
    // The fields offer nothing but colours and tags.
    const body = { name, colour: (colour ?? 'grey') as TagColour };
    if (!tag) await create.mutateAsync({ body });
    else if (intoId === null)
      await update.mutateAsync({ params: { id: tag.id }, version: tag.version, body });
    else await merge.mutateAsync({ params: { id: tag.id }, body: { intoId: intoId as TagId } });
  };
}

type DeleteTagProps = {
  readonly tag: TagView;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onGone: () => void;
};

function DeleteTag({ tag, opened, onClose, onGone }: DeleteTagProps) {
  const remove = useTagWrite(tags.remove);
  const confirm = async () => {
    try {
      await remove.mutateAsync({ params: { id: tag.id } });
      notifyDone({ message: `${tag.name} deleted` });
      onGone();
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <ConfirmDialog
      opened={opened}
      title={`Delete the tag ${tag.name}?`}
      confirmLabel="Delete"
      danger
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      It is taken off {formatCount(tag.count, { one: 'record', many: 'records' })}. The records
      stay; this cannot be undone.
    </ConfirmDialog>
  );
}
