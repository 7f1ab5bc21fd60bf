import type { PortalProfile } from '@evenkeel/contract/portal/profile';
import { type PortalLanguage, portalLanguages } from '@evenkeel/core/words/language';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { Button, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useDocumentTitle } from '../../../ui/navigation/use-document-title.ts';
import styles from '../portal.module.css';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { portalProblem } from '../problem.ts';
import { usePortalProfile, useProfileWrite } from './api.ts';

/** Each language in its own words, so that everybody finds theirs. */
const languageNames: Record<PortalLanguage, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};

/** The reader's own name, language and time zone. */
export function PortalProfilePage() {
  const words = usePortalWords(portalPageWords);
  useDocumentTitle(words('profile'));
  return (
    <>
      <h1 className={styles['title']}>{words('profile')}</h1>
      <p className={styles['lead']}>{words('profileLead')}</p>
      <PortalLoaded found={usePortalProfile()}>
        {(profile) => <ProfileForm profile={profile} />}
      </PortalLoaded>
    </>
  );
}

function ProfileForm({ profile }: { readonly profile: PortalProfile }) {
  const { language, firm, isPreview } = usePortal();
  const words = usePortalWords(portalPageWords);
  const write = useProfileWrite();
  const [name, setName] = useState(profile.name);
  const [wanted, setWanted] = useState<PortalLanguage | null>(profile.language);
  const [timeZone, setTimeZone] = useState(profile.timeZone);
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const save = () =>
    write.mutate({ body: { name: name.trim(), language: wanted, timeZone: timeZone } });
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') save();
      }}
    >
      <TextInput
        label={words('name')}
        autoComplete="name"
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={words('language')}
        placeholder={words('languageDefault')}
        clearable
        clearButtonProps={{ 'aria-label': words('languageDefault') }}
        data={portalLanguages.map((value) => ({ value, label: languageNames[value] }))}
        value={wanted}
        onChange={(value) => setWanted(portalLanguages.find((one) => one === value) ?? null)}
      />
      <Select
        label={words('timeZone')}
        placeholder={words('timeZoneDefault', { firm: firm.name })}
        clearable
        clearButtonProps={{ 'aria-label': words('timeZoneDefault', { firm: firm.name }) }}
        searchable
        limit={100}
        data={zones}
        value={timeZone}
        onChange={setTimeZone}
      />
      <Button type="submit" loading={write.isPending} disabled={isPreview}>
        {words('save')}
      </Button>
      <p role="status">
        {write.error ? portalProblem(language, write.error) : write.isSuccess ? words('saved') : ''}
      </p>
    </form>
  );
}
