import { useEffect, useState } from 'react';
import { useVisitor } from '../identity/api.ts';
import { FirmStep, type FirmValues } from './components/firm-step.tsx';
import { OwnerStep } from './components/owner-step.tsx';
import { likelyCurrency, ownTimeZone } from './model.ts';

/** The first visit: the firm, then its owner. Nothing is written before the last button. */
export function SetUpPage() {
  const [step, setStep] = useState<'firm' | 'owner'>('firm');
  const visitor = useVisitor();
  const isClosed = visitor.data ? !visitor.data.isSetUpNeeded && !visitor.data.isSignUpOpen : false;
  useEffect(() => {
    if (isClosed) window.location.replace('/sign-in');
  }, [isClosed]);
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
