import type { ContactView } from '@evenkeel/contract/contacts';
import type { AccountId } from '@evenkeel/core/id';
import { ActionIcon } from '@mantine/core';
import { IconStar, IconStarFilled, IconX } from '@tabler/icons-react';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { AccountMark } from '../../../ui/marks/record-marks.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { AccountPicker } from '../../accounts/components/account-picker.tsx';
import type { ContactPartProps } from '../model.ts';
import styles from './contact.module.css';

type Place = ContactView['accounts'][number];
type Part = { readonly role?: string; readonly needs?: string; readonly isPrimary?: boolean };

/** Where a contact is, what they are there and what they need from us; one account is the main one. */
export function ContactAccounts({ contact, mayWrite, save }: ContactPartProps) {
  const places = contact.accounts;
  const write = (next: readonly Place[]) =>
    save({
      accounts: next.map(({ id, role, needs, isPrimary }) => ({
        accountId: id,
        role,
        needs,
        isPrimary,
      })),
    });
  const change = (id: AccountId, part: Part) =>
    write(
      places.map((place) => {
        if (place.id === id) return { ...place, ...part };
        return part.isPrimary ? { ...place, isPrimary: false } : place;
      }),
    );
  const attempt = (next: Promise<void>) =>
    next.catch((error: unknown) =>
      notifyFailed({ message: error instanceof Error ? error.message : 'It was not saved.' }),
    );
  return (
    <Section title="Accounts">
      <ul className={styles['places']}>
        {places.map((place) => (
          <li key={place.id} className={styles['place']}>
            <AppLink href={`/accounts/${place.id}`} className={styles['place-name']}>
              <AccountMark account={place} />
            </AppLink>
            <PlaceFields
              place={place}
              mayWrite={mayWrite}
              onChange={(part) => change(place.id, part)}
            />
            <MainMark
              place={place}
              mayWrite={mayWrite}
              onMain={() => void attempt(change(place.id, { isPrimary: true }))}
            />
            {mayWrite ? (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`No longer at ${place.name}`}
                onClick={() => void attempt(write(places.filter(({ id }) => id !== place.id)))}
              >
                <IconX size={15} />
              </ActionIcon>
            ) : null}
          </li>
        ))}
      </ul>
      {places.length === 0 && !mayWrite ? <p className={styles['none']}>At no account.</p> : null}
      {mayWrite ? (
        <div className={styles['add-place']}>
          <AccountPicker
            label="Also at"
            placeholder={places.length === 0 ? 'Put them at an account' : 'Another account'}
            value={null}
            onChange={(picked) => {
              if (!picked || places.some(({ id }) => id === picked.id)) return;
              const added = { ...picked, role: '', needs: '', isPrimary: places.length === 0 };
              void attempt(write([...places, added]));
            }}
          />
        </div>
      ) : null}
    </Section>
  );
}

type PlaceProps = { readonly place: Place; readonly mayWrite: boolean };

function PlaceFields(props: PlaceProps & { readonly onChange: (part: Part) => Promise<void> }) {
  const { place, mayWrite, onChange } = props;
  return (
    <>
      <Autosave name="role" value={place.role} save={(role) => onChange({ role })}>
        {(field) => (
          <TextField
            label={`Role at ${place.name}`}
            placeholder="Role"
            disabled={!mayWrite}
            {...field}
          />
        )}
      </Autosave>
      <Autosave name="needs" value={place.needs} save={(needs) => onChange({ needs })}>
        {(field) => (
          <TextField
            label={`What they need from us at ${place.name}`}
            placeholder="What they need from us"
            disabled={!mayWrite}
            {...field}
          />
        )}
      </Autosave>
    </>
  );
}

function MainMark({ place, mayWrite, onMain }: PlaceProps & { readonly onMain: () => void }) {
  if (place.isPrimary) {
    return (
      <span title="Main account" className={styles['main-mark']}>
        <IconStarFilled size={14} aria-label="Main account" role="img" />
      </span>
    );
  }
  if (!mayWrite) return <span />;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={`Make ${place.name} the main account`}
      title="Make it the main account"
      onClick={onMain}
    >
      <IconStar size={15} />
    </ActionIcon>
  );
}
