import { useState } from 'react';
import { FirmStep, type FirmValues } from './components/firm-step.tsx';
import { OwnerStep } from './components/owner-step.tsx';
import { likelyCurrency, ownTimeZone } from './model.ts';

/** The first visit: the firm, then its owner. Nothing is written before the last button. */
export function SetUpPage() {
  const [step, setStep] = useState<'firm' | 'owner'>('firm');
  const [firm, setFirm] = useState<FirmValues>(() => ({
    name: '',
    currency: likelyCurrency(navigator.languages),
    timeZone: ownTimeZone(),
    strategicShareTarget: 2_000,
  }));
  if (step === 'firm') {
    return (
      <FirmStep
        firm={firm}
        onNext={(next) => {
          setFirm(next);
          setStep('owner');
        }}
      />
    );
  }
  return <OwnerStep firm={firm} onBack={() => setStep('firm')} />;
}
