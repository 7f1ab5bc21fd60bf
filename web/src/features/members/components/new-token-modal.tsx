import { apiTokens, type TokenScope, tokenScopes } from '@evenkeel/contract/members';
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { CopyBox } from '../../../ui/copy/copy-box.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FieldRow, FormFrame } from '../../../ui/form/form-frame.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useTokenWrite } from '../api.ts';
import { scopeWords } from '../model.ts';
import styles from './members.module.css';

type Values = { name: string; scope: TokenScope | null; days: string | null };

const lives = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: 'forever', label: 'No end' },
];

/** Name, scope and life of a token; then its secret, this once. */
export function NewTokenModal({ onClose }: { readonly onClose: () => void }) {
  const [secret, setSecret] = useState<string | null>(null);
  const create = useTokenWrite(apiTokens.create);
  const form = useRecordForm<Values>({
    initialValues: { name: '', scope: 'read', days: '90' },
    validate: { name: (name) => (name.trim() === '' ? 'Say what it is for.' : null) },
    onSubmit: async ({ name, scope, days }) => {
      const expiresInDays = days === null || days === 'forever' ? null : Number(days);
      const made = await create.mutateAsync({
        body: { name, scope: scope ?? 'read', expiresInDays },
      });
      setSecret(made.secret);
    },
  });
  const { scope } = form.form.getValues();
  return (
    <Modal opened onClose={onClose} title="New API token" size={480}>
      {secret ? (
        <TokenSecret secret={secret} onClose={onClose} />
      ) : (
        <FormFrame form={form} submitLabel="Make token" onCancel={onClose}>
          <TextField
            label="Name"
            description="The program it is for"
            required
            autoFocus
            {...form.field('name')}
          />
          <FieldRow>
            <ChoiceField
              label="Scope"
              required
              description={scope ? scopeWords[scope].may : undefined}
              choices={tokenScopes.map((value) => ({ value, label: scopeWords[value].label }))}
              {...form.field('scope')}
            />
            <ChoiceField
              label="Expires after"
              required
              description="Shorter is safer"
              choices={lives}
              {...form.field('days')}
            />
          </FieldRow>
        </FormFrame>
      )}
    </Modal>
  );
}

function TokenSecret({
  secret,
  onClose,
}: {
  readonly secret: string;
  readonly onClose: () => void;
}) {
  return (
    <>
      <p className={styles['text']}>
        Copy the token now: it is not shown again. Whoever has it acts in your name.
      </p>
      <CopyBox text={secret} label="API token" />
      <p className={styles['text']}>
        Send it as <code>Authorization: Bearer …</code> with every call.
      </p>
      <div className={styles['buttons']}>
        <Button data-autofocus onClick={onClose}>
          Done
        </Button>
      </div>
    </>
  );
}
