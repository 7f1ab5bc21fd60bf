import type { ProjectPreview } from '@evenkeel/contract/previews';
import { monthEnd, monthStart } from '@evenkeel/core/calendar-date';
import { sumOf } from '@evenkeel/core/grouping';
import { money } from '@evenkeel/core/money';
import { useState } from 'react';
import { Figure } from '../../../ui/figure/figure.tsx';
import { formatHours } from '../../../ui/format/effort.ts';
import { formatMoney } from '../../../ui/format/money.ts';
import { formatCount, formatPercent } from '../../../ui/format/number.ts';
import { Section } from '../../../ui/page/section.tsx';
import { shareWords, verdictJudgement, verdictWords } from '../model/judgement.ts';
import { BeforeAfter } from './before-after.tsx';
import styles from './preview.module.css';
import { type PreviewFigure, PreviewRows } from './preview-rows.tsx';
import { FinishTable, MonthTable, OverTable, RoleTable, ShareTable } from './preview-tables.tsx';
import { ReservePreview } from './reserve-preview.tsx';
import { StarvedInitiatives } from './starved-initiatives.tsx';

/** Every figure that adding a project changes, before and after (B13). */
export function ProjectPreviewFigures({ preview }: { readonly preview: ProjectPreview }) {
  const [open, setOpen] = useState<PreviewFigure | null>(null);
  const opening = { preview, onOpen: setOpen };
  return (
    <div className={styles['stack']}>
      <InShort {...opening} />
      {preview.initiativeHours.length > 0 ? (
        <Section
          framed
          title={starvedWords(preview)}
          note="Hours that each initiative gets by the day it would have been done; starved is one that loses more than a tenth of them"
        >
          <StarvedInitiatives preview={preview} />
        </Section>
      ) : null}
      <Section
        framed
        title="When work is done"
        note="Forecast week by week: client projects first, initiatives by priority, as far as each role’s hours go"
      >
        <FinishTable preview={preview} />
      </Section>
      {preview.reserve.length > 0 ? <ReservePreview preview={preview} /> : null}
      <Section framed title="Strategic share" note={targetWords(preview)}>
        <ShareTable {...opening} />
      </Section>
      <Section framed title="Work by month" note="Logged and planned, open deals left out">
        <MonthTable {...opening} />
      </Section>
      <Section
        framed
        title="Load of roles"
        note="Logged and planned hours (of each person, project and month the greater of allocated and tasks) as a share of the capacity of everybody in the role; red is over"
      >
        <RoleTable {...opening} />
      </Section>
      {preview.rolesOver.after.length + preview.peopleOver.after.length > 0 ? (
        <Section framed title="Over capacity afterwards" note="From this month on">
          <OverTable preview={preview} />
        </Section>
      ) : null}
      <PreviewRows preview={preview} open={open} onClose={() => setOpen(null)} />
    </div>
  );
}

type InShortProps = {
  readonly preview: ProjectPreview;
  readonly onOpen: (figure: PreviewFigure) => void;
};

function InShort({ preview, onOpen }: InShortProps) {
  const next = preview.quarters.find((quarter) => quarter.which === 'next');
  const later = preview.finishes.filter((change) => (change.weeksLater ?? 0) > 0);
  const weeks = Math.max(0, ...later.map((change) => change.weeksLater ?? 0));
  const rolesBefore = new Set(preview.rolesOver.before.map((over) => over.roleId)).size;
  const rolesAfter = new Set(preview.rolesOver.after.map((over) => over.roleId)).size;
  const [first, last] = [preview.months[0], preview.months.at(-1)];
  const hours = sumOf(preview.months, (month) => month.after.minutes - month.before.minutes);
  return (
    <div className={styles['figures']}>
      {next ? (
        <Figure
          label="Strategic share next quarter"
          value={
            <BeforeAfter
              before={shareWords(next.before.shareByMinutes)}
              after={shareWords(next.after.shareByMinutes)}
            />
          }
          delta={{
            text: verdictWords[next.after.verdict],
            tone: verdictJudgement[next.after.verdict],
          }}
          formula="Initiative hours / (initiative + client project hours), logged and planned, next calendar quarter"
          onOpen={() => onOpen({ title: 'Work of next quarter', from: next.from, to: next.to })}
        />
      ) : null}
      <Figure
        label="Projects done later"
        value={later.length}
        delta={{
          text:
            later.length === 0
              ? 'No date moves'
              : `By up to ${formatCount(weeks, { one: 'week', many: 'weeks' })}`,
          tone: later.length === 0 ? 'good' : 'bad',
        }}
      />
      <Figure
        label="Roles over capacity"
        value={<BeforeAfter before={rolesBefore} after={rolesAfter} />}
        delta={{
          text: 'From this month on',
          tone: rolesAfter > rolesBefore ? 'bad' : 'neutral',
        }}
      />
      <Figure
        label="Planned work"
        value={`+${formatHours(hours)}`}
        delta={{ text: valueWords(preview), tone: 'neutral' }}
        {...(first && last
          ? {
              onOpen: () =>
                onOpen({
                  title: 'Planned work',
                  from: monthStart(first.month),
                  to: monthEnd(last.month),
                }),
            }
          : {})}
      />
    </div>
  );
}

function starvedWords({ initiativeHours, names }: ProjectPreview): string {
  const starved = initiativeHours.filter((change) => change.isStarved);
  const [first] = starved;
  if (!first) return 'Hours of initiatives';
  const name = names.projects.find((one) => one.id === first.projectId)?.name ?? '';
  return starved.length === 1
    ? `${name} would be starved`
    : `${name} and ${starved.length - 1} more would be starved`;
}

function valueWords({ valueMinor, currency, project }: ProjectPreview): string {
  if (valueMinor !== null && valueMinor > 0)
    return `For ${formatMoney(money(valueMinor, currency))}`;
  return formatCount(project.taskCount, { one: 'task', many: 'tasks' });
}

function targetWords({ target }: ProjectPreview): string {
  return `Target ${formatPercent(target.shareBasisPoints)} ± ${formatPercent(target.toleranceBasisPoints)}; initiative hours out of all hours, logged and planned`;
}
