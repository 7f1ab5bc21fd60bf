import { calendarDate } from '@evenkeel/core/calendar-date';
import { money } from '@evenkeel/core/money';
import { Badge, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { HealthMark } from '../../ui/marks/health-mark.tsx';
import { KindBadge } from '../../ui/marks/kind-badge.tsx';
import { progressShapes } from '../../ui/marks/progress-glyph.tsx';
import { AccountMark, PersonMark } from '../../ui/marks/record-marks.tsx';
import { StageMark } from '../../ui/marks/stage-mark.tsx';
import {
  DateText,
  EffortText,
  MoneyText,
  PercentText,
  RelativeDate,
} from '../../ui/marks/values.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { ShortcutKeys } from '../../ui/shortcut/shortcut-keys.tsx';
import styles from './gallery.module.css';
import { samplePeople } from './sample-deals.ts';

const today = calendarDate('2026-11-23');

export function MarksPart() {
  return (
    <Page title="Marks">
      <Section title="Kinds of work">
        <div className={styles['line']}>
          <KindBadge kind="client" />
          <KindBadge kind="initiative" />
          <KindBadge kind="client" compact />
          <KindBadge kind="initiative" compact />
        </div>
      </Section>
      <Section title="Progress">
        <div className={styles['line']}>
          {progressShapes.map((shape) => (
            <StageMark key={shape} label={shape} shape={shape} />
          ))}
        </div>
      </Section>
      <Section title="Judgement">
        <div className={styles['line']}>
          <HealthMark health="on-track" />
          <HealthMark health="at-risk" />
          <HealthMark health="off-track" label="Over capacity" />
          <HealthMark health="unknown" />
          <HealthMark health="at-risk" compact />
        </div>
      </Section>
      <Section title="Records">
        <div className={styles['line']}>
          {samplePeople.map((person) => (
            <PersonMark key={person.id} person={person} />
          ))}
          <PersonMark person={undefined} />
          <PersonMark person={samplePeople[0]} show="initials" size={32} />
          <AccountMark account={{ id: 'a', name: 'Northwind Logistics' }} />
        </div>
      </Section>
      <Section title="Values">
        <div className={styles['line']}>
          <MoneyText amount={money(1_234_550, 'EUR')} />
          <MoneyText amount={money(54_530_000_00, 'EUR')} compact />
          <MoneyText amount={null} />
          <DateText date={calendarDate('2026-11-01')} lateAfter={today} />
          <RelativeDate date={calendarDate('2026-12-01')} today={today} />
          <EffortText minutes={90} />
          <PercentText basisPoints={2250} />
          <ShortcutKeys keys="mod+k" />
          <ShortcutKeys keys="g d" />
        </div>
      </Section>
      <Section title="Controls">
        <div className={styles['line']}>
          <Button>Primary</Button>
          <Button variant="default">Default</Button>
          <Button variant="subtle" color="gray">
            Subtle
          </Button>
          <Button color="red">Delete</Button>
          <Button disabled>Disabled</Button>
          <Button loading>Loading</Button>
          <SegmentedControl aria-label="View" data={['List', 'Board']} />
          <Tooltip label="Opens the rows behind it">
            <Button variant="light">With a tooltip</Button>
          </Tooltip>
          <Badge variant="light">Badge</Badge>
        </div>
      </Section>
    </Page>
  );
}
