import type { CandidateView, PortfolioFactsView } from '@evenkeel/contract/portfolio-candidates';
import type { PortfolioChoiceView } from '@evenkeel/contract/portfolio-choices';
import { instant } from '@evenkeel/core/instant';
import type { ReactNode } from 'react';
import { useSession } from '../../../lib/session.ts';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { formatDate, formatInstant } from '../../../ui/format/date.ts';
import { formatHours } from '../../../ui/format/effort.ts';
import { formatNumber } from '../../../ui/format/number.ts';
import { MoneyText, PercentText } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { candidateHref, gapWords } from '../model.ts';
import styles from './choice.module.css';
import { useMoney, worthWords } from './left-out-table.tsx';
import { RuleForm } from './rule-form.tsx';

type CandidatePanelProps = {
  readonly choice: PortfolioChoiceView;
  readonly candidate: CandidateView;
  readonly facts: PortfolioFactsView;
  readonly mayManage: boolean;
  readonly onClose: () => void;
};

/** Everything that goes into a candidate, and what is said of it in this choice. */
export function CandidatePanel(props: CandidatePanelProps) {
  const { choice, candidate, facts, mayManage, onClose } = props;
  const isOpen = mayManage && choice.state !== 'decided' && !choice.isRunning;
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={candidate.name}
      note={
        <AppLink href={candidateHref(candidate)}>
          {candidate.kind === 'deal' ? 'Open the deal' : 'Open the initiative'}
        </AppLink>
      }
    >
      <CandidateFacts candidate={candidate} choice={choice} />
      {candidate.gaps.length + candidate.approvalGaps.length > 0 ? (
        <ul className={styles['gaps']}>
          {candidate.gaps.map((gap) => (
            <li key={gap}>{gapWords[gap]}</li>
          ))}
          {candidate.approvalGaps.map((gap) => (
            <li key={gap}>It cannot be approved yet. {gap}</li>
          ))}
        </ul>
      ) : null}
      <HoursTable candidate={candidate} facts={facts} />
      {candidate.goals.length > 0 ? <GoalTable candidate={candidate} /> : null}
      {candidate.rule.pin === null ? null : <PinNote rule={candidate.rule} />}
      {isOpen ? (
        <RuleForm choice={choice} candidate={candidate} facts={facts} onSaved={onClose} />
      ) : null}
    </SidePanel>
  );
}

function CandidateFacts({ candidate, choice }: Pick<CandidatePanelProps, 'candidate' | 'choice'>) {
  const { currency } = useSession().workspace;
  const money = useMoney();
  const amount = (minor: number | null) => (minor === null ? null : { minor, currency });
  const worth = choice.result?.worths.find((one) => one.candidateId === candidate.id);
  const isDeal = candidate.kind === 'deal';
  return (
    <dl className={styles['facts']}>
      {candidate.account ? <Fact label="Account">{candidate.account.name}</Fact> : null}
      <Fact label={isDeal ? 'Stage' : 'State'}>{candidate.stage}</Fact>
      <Fact label="Dates now">
        {candidate.startOn === null ? 'none' : formatDate(candidate.startOn)}
        {candidate.endOn === null ? '' : ` – ${formatDate(candidate.endOn)}`}
      </Fact>
      {isDeal ? (
        <>
          <Fact label="Value">
            <MoneyText amount={amount(candidate.valueMinor)} />
          </Fact>
          <Fact label="Probability">
            <PercentText basisPoints={candidate.probabilityBasisPoints} />
          </Fact>
          {candidate.costMinor === null ? null : (
            <>
              <Fact label="Cost of its hours">
                <MoneyText amount={amount(candidate.costMinor)} />
              </Fact>
              <Fact label="Margin expected">
                <MoneyText amount={amount(candidate.marginMinor)} /> = probability × (value − cost)
              </Fact>
            </>
          )}
        </>
      ) : (
        <>
          <Fact label="Contribution">
            {formatNumber(candidate.contribution ?? 0)} = sum of weight × strength
          </Fact>
          {candidate.costMinor === null ? null : (
            <Fact label="Cost">
              <MoneyText amount={amount(candidate.costMinor)} />, of which{' '}
              <MoneyText amount={amount(candidate.spendingMinor)} /> beside people’s time
            </Fact>
          )}
        </>
      )}
      {worth ? <Fact label="Worth taking">{worthWords(worth, money)}</Fact> : null}
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function HoursTable({ candidate, facts }: Pick<CandidatePanelProps, 'candidate' | 'facts'>) {
  const months = Array.from({ length: candidate.lengthMonths }, (_, index) => index);
  const nameOf = new Map(facts.roles.map((role) => [role.id, role.name]));
  return (
    <>
      <h3 className={styles['heading']}>Hours by role and month of its own</h3>
      <section className={styles['scroll']} tabIndex={-1} aria-label="Hours by role and month">
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Role</th>
              {months.map((month) => (
                <th key={month} scope="col" className={styles['end']}>
                  {month + 1}.
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {candidate.hours.map((row) => (
              <tr key={row.roleId}>
                <th scope="row">{nameOf.get(row.roleId)}</th>
                {months.map((month) => (
                  <td key={month} className={styles['end']}>
                    {formatHours(row.minutes[month] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function GoalTable({ candidate }: Pick<CandidatePanelProps, 'candidate'>) {
  return (
    <>
      <h3 className={styles['heading']}>Goals</h3>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Goal</th>
            <th scope="col" className={styles['end']}>
              Weight
            </th>
            <th scope="col" className={styles['end']}>
              Strength
            </th>
            <th scope="col" className={styles['end']}>
              Points
            </th>
          </tr>
        </thead>
        <tbody>
          {candidate.goals.map((goal) => (
            <tr key={goal.id}>
              <td>
                <AppLink href={`/goals/${goal.id}`}>{goal.name}</AppLink>
              </td>
              <td className={styles['end']}>{goal.weight}</td>
              <td className={styles['end']}>{goal.strength}</td>
              <td className={styles['end']}>{goal.weight * goal.strength}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function PinNote({ rule }: Pick<CandidateView, 'rule'>) {
  const side = rule.pin?.side === 'out' ? 'Kept out' : 'Put in';
  const when = rule.pinnedAt === null ? '' : `, ${formatInstant(instant(rule.pinnedAt))}`;
  return (
    <p className={styles['notice']}>
      <strong>
        {side} by {rule.pinnedBy ?? 'somebody'}
      </strong>
      “{rule.pinReason}”{when}
    </p>
  );
}
