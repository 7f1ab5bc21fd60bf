import type { PortalSettingsView } from '@evenkeel/contract/portal-settings';
import { NumberInput } from '@mantine/core';
import { useState } from 'react';

type ToleranceFieldProps = {
  readonly settings: Pick<PortalSettingsView, 'toleranceDays' | 'agreedToleranceDays'>;
  readonly mayWrite: boolean;
  readonly onSave: (days: number) => void;
};

/** From when on a slip is a delay. Agreed with the client, it is changed in the agreement only (CL-08). */
export function ToleranceField({ settings, mayWrite, onSave }: ToleranceFieldProps) {
  const { toleranceDays, agreedToleranceDays } = settings;
  const [draft, setDraft] = useState<number | string>(toleranceDays);
  const isAgreed = agreedToleranceDays !== null;
  const save = () => {
    if (typeof draft === 'number' && draft !== toleranceDays) onSave(draft);
    if (typeof draft === 'string') setDraft(toleranceDays);
  };
  return (
    <NumberInput
      label="A delay is more than"
      description={
        isAgreed
          ? 'As agreed with the client in the working agreement, where it is changed.'
          : 'Slips up to this go into the weekly status report; beyond it a delay notice is drafted.'
      }
      suffix={draft === 1 ? ' working day' : ' working days'}
      min={0}
      max={365}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="strict"
      maw={280}
      value={draft}
      disabled={!mayWrite || isAgreed}
      onChange={setDraft}
      onBlur={save}
      onKeyDown={(event) => (event.key === 'Enter' ? save() : undefined)}
    />
  );
}
