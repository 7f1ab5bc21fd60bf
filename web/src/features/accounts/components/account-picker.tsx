import type { AccountId } from '@evenkeel/core/id';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { RecordField } from '../../../ui/form/record-field.tsx';
import type { RecordOption } from '../../../ui/form/use-record-options.ts';
import { AccountTile } from '../../../ui/marks/record-marks.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { createAccountNamed, findAccounts } from '../api.ts';

/** An account that was picked. */
export type PickedAccount = { readonly id: AccountId; readonly name: string };

/** Picks an account, or adds one of the typed name. */
export function AccountPicker(props: FieldProps<PickedAccount | null>) {
  const { onChange } = props;
  const create = async (name: string) => {
    try {
      const account = await createAccountNamed(name);
      onChange({ id: account.id, name: account.name });
      notifyDone({ message: `Account ${account.name} added` });
    } catch {
      notifyFailed({ message: `Could not add the account ${name}.`, retry: () => create(name) });
    }
  };
  return (
    <RecordField
      {...props}
      // Every option comes from `source`, which gives accounts only.
      onChange={(option) => onChange(option && { id: option.id as AccountId, name: option.name })}
      source={source}
      onCreate={(name) => void create(name)}
      renderMark={(option) => <AccountTile name={option.name} />}
    />
  );
}

async function source(search: string, signal: AbortSignal): Promise<RecordOption[]> {
  const found = await findAccounts(search, signal);
  return found.map(({ id, name, sector, country }) => {
    const detail = [sector, country].filter(Boolean).join(', ');
    return { id, name, ...(detail ? { detail } : {}) };
  });
}
