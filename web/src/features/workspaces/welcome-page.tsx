import { useEffect, useState } from 'react';
import { Entrance } from '../../ui/entrance/entrance.tsx';
import { type Problem, problemOf } from '../../ui/form/problem.ts';
import { ProblemSummary } from '../../ui/form/problem-summary.tsx';
import { useVisitor } from '../identity/api.ts';
import { loadSample } from './api.ts';
import { StartChoices } from './components/start-choices.tsx';

type Start = 'sample' | 'import' | 'empty';

const addresses: Record<Start, string> = { sample: '/', import: '/import', empty: '/' };

/** What a new workspace begins with: the sample firm, one's own files, or nothing. */
export function WelcomePage() {
  const [busy, setBusy] = useState<Start | null>(null);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const visitor = useVisitor();
  const isStranger = visitor.data?.user === null;
  useEffect(() => {
    if (isStranger) window.location.replace('/sign-in?next=%2Fwelcome');
  }, [isStranger]);
  const begin = async (start: Start) => {
    setBusy(start);
    try {
      if (start === 'sample') await loadSample();
      window.location.replace(addresses[start]);
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(null);
    }
  };
  return (
    <Entrance
      wide
      title="How do you want to begin?"
      lead="Each way leads to the same product. Your firm’s settings and your login stay as they are."
    >
      <ProblemSummary problem={problem} fieldNames={[]} />
      <StartChoices busy={busy} onChoose={(start) => void begin(start)} />
    </Entrance>
  );
}
