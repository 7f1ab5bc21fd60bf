import { brandings, largestLogo } from '@evenkeel/contract/branding';
import type { OutputOf } from '@evenkeel/contract/endpoint';
import { accentColours } from '@evenkeel/core/portal/accent';
import { Button, ColorInput, FileButton } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { settingsTabs } from '../../lib/settings-tabs.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useBranding, useBrandingWrite } from './api.ts';
import styles from './branding.module.css';

type Branding = OutputOf<typeof brandings.get>;
type PartProps = { readonly branding: Branding; readonly mayChange: boolean };

const evenkeelAccent = '#5b57d1';
const swatches = ['#5b57d1', '#0b5d4e', '#0f6cbd', '#9a3412', '#7c2d8e', '#334155'];

/** How the firm looks to its clients: logo and colour, in the portal and in letters. */
export function BrandingPage() {
  const found = useBranding();
  const mayChange = useMay('administer');
  return (
    <Page title="Settings" tabs={settingsTabs('/settings/portal')}>
      <Loaded found={found} what="the portal's face" shape="record">
        {(branding) => (
          <div className={styles['column']}>
            <Logo branding={branding} mayChange={mayChange} />
            <Accent key={branding.version} branding={branding} mayChange={mayChange} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Logo({ branding, mayChange }: PartProps) {
  const put = useBrandingWrite(brandings.putLogo);
  const remove = useBrandingWrite(brandings.removeLogo);
  const said = {
    onSuccess: () => notifyDone({ message: 'Logo saved' }),
    onError: (error: Error) => notifyFailed({ message: error.message }),
  };
  const send = async (file: File | null) => {
    if (file === null) return;
    if (file.size > largestLogo) {
      notifyFailed({ message: 'A logo may hold at most 512 KB. Save it in a smaller size.' });
      return;
    }
    put.mutate({ body: new Uint8Array(await file.arrayBuffer()) }, said);
  };
  return (
    <Section
      title="Logo"
      note="PNG, JPEG, GIF or WebP, at most 512 KB. It stands in the portal and at its door."
    >
      <div className={styles['logo']}>
        {branding.logo ? (
          <img src={branding.logo} alt={`Logo of ${branding.name}`} className={styles['picture']} />
        ) : (
          <span className={styles['none']}>{branding.name}</span>
        )}
        {mayChange ? (
          <>
            <FileButton accept="image/png,image/jpeg,image/gif,image/webp" onChange={send}>
              {(props) => (
                <Button {...props} variant="default" loading={put.isPending}>
                  {branding.logo ? 'Change' : 'Choose a picture'}
                </Button>
              )}
            </FileButton>
            {branding.logo ? (
              <Button
                variant="subtle"
                color="gray"
                loading={remove.isPending}
                onClick={() => remove.mutate({}, said)}
              >
                Remove
              </Button>
            ) : null}
          </>
        ) : null}
      </div>
    </Section>
  );
}

function Accent({ branding, mayChange }: PartProps) {
  const update = useBrandingWrite(brandings.update);
  const [hex, setHex] = useState(branding.accent ?? evenkeelAccent);
  const isColour = /^#[0-9a-f]{6}$/i.test(hex);
  const save = (accent: string | null) =>
    update.mutate(
      { version: branding.version, body: { accent } },
      {
        onSuccess: () => notifyDone({ message: 'Colour saved' }),
        onError: (error) => notifyFailed({ message: error.message }),
      },
    );
  return (
    <Section
      title="Accent colour"
      note="Buttons and links of the portal. Where it could not be read it is darkened or lightened by itself."
    >
      <div className={styles['accent']}>
        <ColorInput
          label="Colour"
          format="hex"
          value={hex}
          disabled={!mayChange}
          onChange={setHex}
          swatches={swatches}
          error={isColour ? undefined : 'Write a colour such as #0b5d4e.'}
          eyeDropperButtonProps={{ 'aria-label': 'Pick a colour from the screen' }}
        />
        {isColour ? (
          <div className={styles['samples']}>
            <Sample hex={hex} ground="light" />
            <Sample hex={hex} ground="dark" />
          </div>
        ) : null}
        {mayChange ? (
          <div className={styles['buttons']}>
            <Button disabled={!isColour} loading={update.isPending} onClick={() => save(hex)}>
              Save the colour
            </Button>
            {branding.accent ? (
              <Button variant="subtle" color="gray" onClick={() => save(null)}>
                Use Evenkeel's
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
    </Section>
  );
}

type SampleProps = { readonly hex: string; readonly ground: 'light' | 'dark' };

/** How a button and a link will look on one ground. */
function Sample({ hex, ground }: SampleProps) {
  const colours = accentColours(hex, ground);
  return (
    <div className={styles['sample']} data-ground={ground} aria-hidden>
      <span
        className={styles['sample-button']}
        style={{ background: colours.accent, color: colours.onAccent }}
      >
        Button
      </span>
      <span style={{ color: colours.accentText }}>Link</span>
      <span
        className={styles['sample-button']}
        style={{ background: colours.accentSoft, color: colours.accentText }}
      >
        Chosen
      </span>
    </div>
  );
}
