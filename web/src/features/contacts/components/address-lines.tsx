import { ActionIcon, Button } from '@mantine/core';
import { IconMail, IconPhone, IconPlus, IconX } from '@tabler/icons-react';
import type { AutosavedField } from '../../../ui/form/autosave.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import styles from './contact.module.css';

/** One e-mail address or phone number, with what it is for. */
export type AddressLine = { readonly address: string; readonly label: string };

type AddressLinesProps = {
  readonly kind: 'email' | 'phone';
  readonly field: AutosavedField<readonly AddressLine[]>;
  readonly mayWrite: boolean;
};

const words = {
  email: { one: 'E-mail', add: 'Add an e-mail', write: 'Write to', icon: IconMail },
  phone: { one: 'Phone', add: 'Add a phone', write: 'Call', icon: IconPhone },
} as const;

/** E-mail addresses or phone numbers as lines; the first is the one that is used. */
export function AddressLines({ kind, field, mayWrite }: AddressLinesProps) {
  const { one, add } = words[kind];
  const lines = field.value;
  const change = (index: number, part: Partial<AddressLine>) =>
    field.onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  return (
    <div className={styles['lines']}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity before they are saved
        <div key={index} className={styles['line']}>
          <TextField
            label={`${one} ${index + 1}`}
            type={kind === 'email' ? 'email' : 'tel'}
            placeholder={kind === 'email' ? 'name@example.com' : '+49 30 123456'}
            disabled={!mayWrite}
            value={line.address}
            onChange={(address) => change(index, { address })}
            onBlur={field.onBlur}
          />
          <TextField
            label={`${one} ${index + 1} is for`}
            placeholder="work, home …"
            disabled={!mayWrite}
            value={line.label}
            onChange={(label) => change(index, { label })}
            onBlur={field.onBlur}
          />
          <ReachLink kind={kind} address={line.address} />
          {mayWrite ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Take out ${line.address || `line ${index + 1}`}`}
              onClick={() => field.onChange(lines.filter((_, at) => at !== index))}
              onBlur={field.onBlur}
            >
              <IconX size={15} />
            </ActionIcon>
          ) : null}
        </div>
      ))}
      {field.error ? (
        <p className={styles['error']} role="alert">
          {field.error}
        </p>
      ) : null}
      {lines.length === 0 && !mayWrite ? <p className={styles['none']}>None known.</p> : null}
      {mayWrite ? (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} />}
            onClick={() => field.onChange([...lines, { address: '', label: '' }])}
          >
            {add}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function ReachLink({ kind, address }: { kind: 'email' | 'phone'; address: string }) {
  const { write, icon: Icon } = words[kind];
  if (address.trim() === '') return <span />;
  const target = kind === 'email' ? `mailto:${address}` : `tel:${address.replace(/[^\d+]/g, '')}`;
  return (
    <ActionIcon
      component="a"
      href={target}
      variant="subtle"
      color="gray"
      aria-label={`${write} ${address}`}
      title={`${write} ${address}`}
    >
      <Icon size={16} />
    </ActionIcon>
  );
}
