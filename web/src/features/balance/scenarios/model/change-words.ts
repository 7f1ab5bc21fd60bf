import type { ScenarioChangeFacts, ScenarioView } from '@evenkeel/contract/scenarios';
import type { ScenarioChangeKind } from '@evenkeel/core/balance/scenario-change';
import { formatDate, formatMonth } from '../../../../ui/format/date.ts';
import { formatHours } from '../../../../ui/format/effort.ts';
import { formatCount, formatPercent } from '../../../../ui/format/number.ts';

/** What kinds of change are called where they are added. */
export const kindWords: Record<ScenarioChangeKind, string> = {
  'win-deal': 'Win a deal',
  'lose-deal': 'Lose a deal',
  'start-initiative': 'Start an initiative',
  'delay-project': 'Delay a project',
  'stop-project': 'Stop a project',
  hire: 'Hire somebody',
  leave: 'Somebody leaves',
  'move-people': 'Move somebody to another project',
  'change-terms': 'Move somebody to another team or role',
  'change-reserve': 'Hold back other hours',
  'change-target': 'Another target share',
};

/** A change in a few words, and what else is said of it. */
export function changeWords(
  facts: ScenarioChangeFacts,
  names: ScenarioView['names'],
): { readonly what: string; readonly detail: string } {
  const name = (id: string | null | undefined) => (id ? (names[id] ?? 'something gone') : '');
  switch (facts.kind) {
    case 'win-deal':
      return {
        what: `Win ${name(facts.dealId)}`,
        detail: [
          facts.projectManagerId ? `managed by ${name(facts.projectManagerId)}` : '',
          facts.startOn ? `from ${formatDate(facts.startOn)}` : '',
          facts.endOn ? `to ${formatDate(facts.endOn)}` : '',
        ]
          .filter(Boolean)
          .join(' '),
      };
    case 'lose-deal':
      return { what: `Lose ${name(facts.dealId)}`, detail: facts.reason };
    case 'start-initiative':
      return { what: `Start ${name(facts.projectId)}`, detail: '' };
    case 'delay-project':
      return {
        what: `Delay ${name(facts.projectId)}`,
        detail: `by ${formatCount(facts.weeks, { one: 'week', many: 'weeks' })}`,
      };
    case 'stop-project':
      return { what: `Stop ${name(facts.projectId)}`, detail: facts.reason };
    case 'hire':
      return {
        what: `Hire ${facts.name}`,
        detail: `${name(facts.roleId)}, ${formatHours(facts.weeklyMinutes)} a week from ${formatDate(facts.from)}`,
      };
    case 'leave':
      return {
        what: `${name(facts.personId)} leaves`,
        detail: `last day ${formatDate(facts.lastDay)}`,
      };
    case 'move-people':
      return {
        what: `Move ${name(facts.personId)}`,
        detail: `from ${name(facts.fromProjectId)} to ${name(facts.toProjectId)}, from ${formatDate(facts.from)}`,
      };
    case 'change-terms':
      return { what: `Move ${name(facts.personId)}`, detail: termsWords(facts, name) };
    case 'change-reserve':
      return {
        what: facts.ringFenceId ? name(facts.ringFenceId) : facts.name,
        detail: reserveWords(facts, name),
      };
    case 'change-target':
      return {
        what: `Aim at ${formatPercent(facts.shareBasisPoints)} strategic share`,
        detail: `± ${formatPercent(facts.toleranceBasisPoints)}`,
      };
  }
}

type Facts<Kind extends ScenarioChangeKind> = Extract<ScenarioChangeFacts, { kind: Kind }>;
type NameOf = (id: string | null) => string;

function termsWords({ roleId, teamId, from }: Facts<'change-terms'>, name: NameOf): string {
  const parts = [roleId ? `role ${name(roleId)}` : '', teamId ? `team ${name(teamId)}` : ''];
  return [...parts, `from ${formatDate(from)}`].filter(Boolean).join(', ');
}

function reserveWords(facts: Facts<'change-reserve'>, name: NameOf): string {
  const { amount, ringFenceId, scope, fromMonth, toMonth } = facts;
  const held =
    amount.by === 'share'
      ? `${formatPercent(amount.basisPoints)} of capacity`
      : `${formatHours(amount.minutesPerMonth)} a month`;
  const whose = scope.kind === 'firm' ? 'of the whole firm' : `of ${name(scope.id)}`;
  return [
    `holds back ${held}`,
    ringFenceId ? '' : whose,
    `from ${formatMonth(fromMonth)}`,
    toMonth ? `to ${formatMonth(toMonth)}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
