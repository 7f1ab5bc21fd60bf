import type { AccountId, ContactId } from '@evenkeel/core/id';
import { useCallback } from 'react';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { RecordField } from '../../../ui/form/record-field.tsx';
import { RecordsField } from '../../../ui/form/records-field.tsx';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { createContactNamed, findContacts } from '../api.ts';

/** A contact that was picked. */
export type PickedContact = { readonly id: ContactId; readonly name: string };

type ContactsPickerProps = FieldProps<readonly PickedContact[]> & {
  /** Whose people come first, and where somebody new is put. */
  readonly accountId: AccountId | null;
};

/** Picks contacts, those of the account first, or adds somebody of the typed name. */
export function ContactsPicker({ accountId, ...props }: ContactsPickerProps) {
  const { value, onChange } = props;
  const source = useContactSource(accountId);
  const create = async (name: string) => {
    try {
      const contact = await createContactNamed(name, accountId);
      onChange([...value, { id: contact.id, name: contact.name }]);
      notifyDone({ message: `Contact ${contact.name} added` });
    } catch {
      notifyFailed({ message: `Could not add the contact ${name}.`, retry: () => create(name) });
    }
  };
  return (
    <RecordsField
      {...props}
      // Every option comes from the source, which gives contacts only.
      onChange={(picked) => onChange(picked as readonly PickedContact[])}
      source={source}
      onCreate={(name) => void create(name)}
      renderMark={(option) => <PersonMark person={option} show="initials" />}
    />
  );
}

/** Contacts for typed text, for a field that picks them. */
export function useContactSource(accountId: AccountId | null) {
  return useCallback(
    async (search: string, signal: AbortSignal) => {
      const found = await findContacts(search, accountId, signal);
      return found.map(({ id, name, accounts, jobTitle }) => {
        const detail = accounts[0]?.name ?? jobTitle;
        return { id, name, ...(detail ? { detail } : {}) };
      });
    },
    [accountId],
  );
}

type ContactPickerProps = FieldProps<PickedContact | null> & {
  /** Whose people come first. */
  readonly accountId: AccountId | null;
};

/** Picks one contact, those of the account first. */
export function ContactPicker({ accountId, ...props }: ContactPickerProps) {
  const source = useContactSource(accountId);
  return (
    <RecordField
      {...props}
      // Every option comes from the source, which gives contacts only.
      onChange={(picked) =>
        props.onChange(picked && { id: picked.id as ContactId, name: picked.name })
      }
      source={source}
      renderMark={(option) => <PersonMark person={option} show="initials" />}
    />
  );
}
