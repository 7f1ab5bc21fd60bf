import type { PortfolioChoiceView } from '@evenkeel/contract/portfolio-choices';
import type { PortfolioChoiceId } from '@evenkeel/core/id';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { useChoice } from './api.ts';
import { AimsView } from './components/aims-view.tsx';
import { CandidatesView } from './components/candidates-view.tsx';
import { ChoiceNotices } from './components/choice-notices.tsx';
import { DecideModal } from './components/decide-modal.tsx';
import { DecisionsView } from './components/decisions-view.tsx';
import { LoadView } from './components/load-view.tsx';
import { ResultView } from './components/result-view.tsx';
import { useChoiceCalls } from './use-choice-calls.ts';

type Part = 'result' | 'candidates' | 'load' | 'aims' | 'decisions';

/** The result of a choice: what is chosen by month, what is left out and why. */
export function PortfolioResultPage() {
  return <ChoicePage part="result" />;
}

/** What it is chosen among, with the rules of each. */
export function PortfolioCandidatesPage() {
  return <ChoicePage part="candidates" />;
}

/** Load against capacity, and what an hour more would be worth. */
export function PortfolioLoadPage() {
  return <ChoicePage part="load" />;
}

/** What the choice aims at. */
export function PortfolioAimsPage() {
  return <ChoicePage part="aims" />;
}

/** What people decided. */
export function PortfolioDecisionsPage() {
  return <ChoicePage part="decisions" />;
}

const list = { label: 'Portfolio choice', href: '/portfolio-choices' };

function ChoicePage({ part }: { readonly part: Part }) {
  // The route's parameter is an id; one that is none is not found.
  const id = usePathParameter('portfolioChoiceId') as PortfolioChoiceId;
  const found = useChoice(id);
  return (
    <LoadedRecord found={found} noun="portfolio choice" list={list}>
      {(choice) => <Choice key={choice.id} choice={choice} part={part} />}
    </LoadedRecord>
  );
}

type ChoiceProps = { readonly choice: PortfolioChoiceView; readonly part: Part };

function Choice({ choice, part }: ChoiceProps) {
  const mayManage = useMay('manage');
  const [isDeciding, setDeciding] = useState(false);
  const at = (path: string) => `/portfolio-choices/${choice.id}${path}`;
  const decided = choice.decisions.length;
  return (
    <Page
      title={choice.name}
      breadcrumbs={[list]}
      layout={part === 'candidates' ? 'fill' : 'scroll'}
      actions={mayManage ? <ChoiceMenu choice={choice} /> : null}
      primary={mayManage ? <Primary choice={choice} onDecide={() => setDeciding(true)} /> : null}
      tabs={[
        { label: 'Result', href: at(''), active: part === 'result' },
        { label: 'Candidates', href: at('/candidates'), active: part === 'candidates' },
        { label: 'Load and prices', href: at('/load'), active: part === 'load' },
        { label: 'Aims', href: at('/aims'), active: part === 'aims' },
        {
          label: 'Decisions',
          href: at('/decisions'),
          active: part === 'decisions',
          ...(decided > 0 ? { count: decided } : {}),
        },
      ]}
    >
      <ChoiceNotices choice={choice} />
      {part === 'result' ? <ResultView choice={choice} mayManage={mayManage} /> : null}
      {part === 'candidates' ? <CandidatesView choice={choice} mayManage={mayManage} /> : null}
      {part === 'load' ? <LoadView choice={choice} /> : null}
      {part === 'aims' ? <AimsView choice={choice} mayManage={mayManage} /> : null}
      {part === 'decisions' ? <DecisionsView choice={choice} /> : null}
      {isDeciding && choice.result ? (
        <DecideModal choice={choice} result={choice.result} onClose={() => setDeciding(false)} />
      ) : null}
    </Page>
  );
}

/** Whether its result can be decided on as it stands. */
function isReady(choice: PortfolioChoiceView): boolean {
  return choice.result !== null && choice.result.chosen.length > 0 && !choice.aimsChanged;
}

function Primary({
  choice,
  onDecide,
}: {
  readonly choice: PortfolioChoiceView;
  readonly onDecide: () => void;
}) {
  const calls = useChoiceCalls(choice);
  if (choice.isRunning || choice.state === 'decided') return null;
  if (isReady(choice) && choice.changes.length === 0)
    return <Button onClick={onDecide}>Decide and apply</Button>;
  return (
    <Button loading={calls.isBusy} onClick={() => calls.run({})}>
      {choice.result === null ? 'Run' : 'Run again'}
    </Button>
  );
}

const longSeconds = 120;

function ChoiceMenu({ choice }: { readonly choice: PortfolioChoiceView }) {
  const calls = useChoiceCalls(choice);
  if (choice.isRunning) return null;
  const isOpen = choice.state !== 'decided';
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label="More to do with this choice">
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isOpen ? <Menu.Item onClick={() => calls.run({})}>Run again</Menu.Item> : null}
        {isOpen ? (
          <Menu.Item onClick={() => calls.run({ seconds: longSeconds })}>
            Run longer ({longSeconds} seconds)
          </Menu.Item>
        ) : (
          <Menu.Item onClick={calls.takeBack}>Take the decision back</Menu.Item>
        )}
        <Menu.Item onClick={() => calls.putAway(!choice.isPutAway)}>
          {choice.isPutAway ? 'Take it up again' : 'Put it away'}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
