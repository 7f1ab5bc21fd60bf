import type { CandidateView, PortfolioFactsView } from '@evenkeel/contract/portfolio-candidates';
import type { PortfolioChoiceView } from '@evenkeel/contract/portfolio-choices';
import { useMemo, useState } from 'react';
import { useSession } from '../../../lib/session.ts';
import type { Column } from '../../../ui/data-list/column.ts';
import { DataList } from '../../../ui/data-list/data-list.tsx';
import { useAddressListState } from '../../../ui/data-list/use-address-list-state.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { formatMonthShort } from '../../../ui/format/date.ts';
import { formatHours } from '../../../ui/format/effort.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { KindBadge } from '../../../ui/marks/kind-badge.tsx';
import { MoneyText, PercentText } from '../../../ui/marks/values.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useFacts } from '../api.ts';
import { AsidePanel } from './aside-panel.tsx';
import { CandidatePanel } from './candidate-panel.tsx';

type CandidatesViewProps = { readonly choice: PortfolioChoiceView; readonly mayManage: boolean };

/** What a choice is made among, as it is now, each with its rules. */
export function CandidatesView({ choice, mayManage }: CandidatesViewProps) {
  const found = useFacts(choice.id, 'now');
  return (
    <Loaded found={found} what="the candidates">
      {(facts) => <CandidateList choice={choice} facts={facts} mayManage={mayManage} />}
    </Loaded>
  );
}

const noun = { one: 'candidate', many: 'candidates' };
const rowKey = (row: CandidateView) => row.id;
const rowName = (row: CandidateView) => row.name;

function CandidateList({
  choice,
  facts,
  mayManage,
}: CandidatesViewProps & { readonly facts: PortfolioFactsView }) {
  const { currency } = useSession().workspace;
  const [state, setState] = useAddressListState();
  const [openedId, setOpened] = useState<string | null>(null);
  const [isAside, setAside] = useState(false);
  const columns = useMemo(() => columnsFor(currency), [currency]);
  const opened = facts.candidates.find((one) => one.id === openedId);
  return (
    <>
      <DataList
        noun={noun}
        rows={facts.candidates}
        columns={columns}
        filters={filters}
        rowKey={rowKey}
        rowName={rowName}
        onOpenRow={(row) => setOpened(row.id)}
        state={state}
        onStateChange={setState}
        exportName="portfolio-candidates"
        empty={
          <EmptyState title="No candidates">
            Open deals and proposed initiatives whose hours are known appear here.
          </EmptyState>
        }
      />
      {opened ? (
        <CandidatePanel
          key={opened.id}
          choice={choice}
          candidate={opened}
          facts={facts}
          mayManage={mayManage}
          onClose={() => setOpened(null)}
        />
      ) : null}
      {facts.aside.length > 0 ? (
        <AsidePanel
          aside={facts.aside}
          label={`${formatCount(facts.aside.length, { one: 'other is', many: 'others are' })} left aside`}
          isOpen={isAside}
          onToggle={setAside}
        />
      ) : null}
    </>
  );
}

const kinds = [
  { value: 'deal', label: 'Client deal' },
  { value: 'initiative', label: 'Initiative' },
];

const filters: readonly FilterDefinition<CandidateView>[] = [
  { id: 'kind', label: 'Kind', kind: 'choice', choices: kinds, value: (row) => row.kind },
  {
    id: 'override',
    label: 'Override',
    kind: 'choice',
    choices: [
      { value: 'in', label: 'Put in' },
      { value: 'out', label: 'Kept out' },
      { value: 'none', label: 'None' },
    ],
    value: (row) => row.rule.pin?.side ?? 'none',
  },
];

/** What is said of a candidate beyond what is read of it, in a few words. */
export function ruleWords({ rule }: CandidateView): string {
  const words = [
    rule.pin?.side === 'in' ? 'put in' : undefined,
    rule.pin?.side === 'out' ? 'kept out' : undefined,
    rule.isMandatory ? 'mandatory' : undefined,
    rule.exclusiveGroup === '' ? undefined : `one of “${rule.exclusiveGroup}”`,
    rule.requires.length > 0 ? `needs ${rule.requires.length} other` : undefined,
  ];
  return words.filter((word) => word !== undefined).join(', ');
}

function columnsFor(currency: string): readonly Column<CandidateView>[] {
  const money = (minor: number | null) => (minor === null ? null : { minor, currency });
  return [
    { id: 'name', label: 'Candidate', width: 190, grow: true, value: rowName },
    {
      id: 'kind',
      label: 'Kind',
      width: 60,
      value: (row) => row.kind,
      cell: (row) => <KindBadge kind={row.kind === 'deal' ? 'client' : 'initiative'} compact />,
    },
    { id: 'account', label: 'Account', width: 150, value: (row) => row.account?.name },
    { id: 'stage', label: 'Stage', width: 105, value: (row) => row.stage },
    {
      id: 'starts',
      label: 'May start',
      width: 115,
      value: (row) => row.starts[0],
      cell: startsWords,
    },
    {
      id: 'hours',
      label: 'Hours',
      width: 80,
      align: 'end',
      value: (row) => row.minutes,
      cell: (row) => formatHours(row.minutes),
    },
    {
      id: 'value',
      label: 'Value',
      width: 90,
      align: 'end',
      value: (row) => row.valueMinor,
      cell: (row) => <MoneyText compact amount={money(row.valueMinor)} />,
    },
    {
      id: 'chance',
      label: 'Probability',
      width: 95,
      align: 'end',
      value: (row) => row.probabilityBasisPoints,
      cell: (row) => <PercentText basisPoints={row.probabilityBasisPoints} />,
    },
    {
      id: 'margin',
      label: 'Margin',
      width: 90,
      align: 'end',
      value: (row) => row.marginMinor,
      cell: (row) => <MoneyText compact amount={money(row.marginMinor)} />,
    },
    {
      id: 'points',
      label: 'Points',
      width: 65,
      align: 'end',
      value: (row) => row.contribution,
    },
    { id: 'rule', label: 'Rules', width: 130, value: ruleWords },
  ];
}

function startsWords({ starts }: CandidateView): string {
  const [first] = starts;
  const last = starts.at(-1);
  if (first === undefined || last === undefined) return 'No month';
  if (first === last) return formatMonthShort(first);
  return `${formatMonthShort(first)} – ${formatMonthShort(last)}`;
}
