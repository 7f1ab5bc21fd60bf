import type { PortalPlannedStep } from '@evenkeel/contract/portal/overviews';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import type { CSSProperties } from 'react';
import { joinClasses } from '../../../ui/join-classes.ts';
import { usePortalWords } from '../portal-context.ts';
import { PortalPart } from '../portal-part.tsx';
import { usePortalFormats } from '../use-formats.ts';
import { useStepDay } from './step-day.tsx';
import styles from './timeline.module.css';
import {
  type TimelineLink,
  type TimelineRow,
  type TimelineTick,
  timelineOf,
} from './timeline-model.ts';

type TimelineProps = {
  readonly steps: readonly PortalPlannedStep[];
  readonly today: CalendarDate;
};

/**
 * The days of a project on one axis, with what waits for what (U15): days that were told, those told
 * before, and what is done. The lists below say the same in words.
 */
export function Timeline({ steps, today }: TimelineProps) {
  const words = usePortalWords(portalPageWords);
  const timeline = timelineOf(steps, today);
  if (timeline === null) return null;
  const { rows, links, ticks } = timeline;
  return (
    <PortalPart title={words('timeline')} note={<Legend rows={rows} />}>
      <div className={styles['chart']}>
        <Axis ticks={ticks} today={timeline.today} />
        <ol className={styles['rows']}>
          {rows.map((row) => (
            <Row key={row.step.id} row={row} />
          ))}
        </ol>
        <div className={styles['links']} aria-hidden={true}>
          {links.map((link) => (
            <Link key={link.id} link={link} />
          ))}
        </div>
      </div>
    </PortalPart>
  );
}

/** What marks mean that do not explain themselves, as far as there are any. */
function Legend({ rows }: { readonly rows: readonly TimelineRow[] }) {
  const words = usePortalWords(portalPageWords);
  const isYours = ({ step }: TimelineRow) => step.side === 'client' && !step.isDone;
  return (
    <span className={styles['legend']}>
      {rows.some(isYours) ? <Meaning mark="is-yours" means={words('yours')} /> : null}
      {rows.some(({ earlier }) => earlier.length > 0) ? (
        <Meaning mark="is-earlier" means={words('earlierDay')} />
      ) : null}
    </span>
  );
}

function Meaning({ mark, means }: { readonly mark: string; readonly means: string }) {
  return (
    <span className={styles['meaning']}>
      <span className={joinClasses(styles['mark'], styles[mark])} aria-hidden={true} />
      {means}
    </span>
  );
}

/** A name of a month this close to today gives way to it, as a share of the width. */
const nearToday = 0.12;

type AxisProps = {
  readonly ticks: readonly TimelineTick[];
  readonly today: number;
};

/** Names of months, the lines below them, and today. */
function Axis({ ticks, today }: AxisProps) {
  const words = usePortalWords(portalPageWords);
  const { shortMonth } = usePortalFormats();
  return (
    <div className={styles['axis']} aria-hidden={true}>
      {ticks.map(({ at, day }, place) => (
        <span key={day} className={styles['tick']} style={placed(at)}>
          <span hidden={Math.abs(at - today) < nearToday}>
            {day.endsWith('-01-01') ? day.slice(0, 4) : shortMonth(day)}
            {place === 0 && !day.endsWith('-01-01') ? ` ${day.slice(0, 4)}` : null}
          </span>
        </span>
      ))}
      <span className={styles['today']} style={placed(today)}>
        <span>{words('today')}</span>
      </span>
    </div>
  );
}

function Row({ row: { step, at, earlier } }: { readonly row: TimelineRow }) {
  const said = useStepDay()(step);
  return (
    <li className={styles['row']}>
      <span className={joinClasses(styles['name'], step.isDone && styles['is-done'])}>
        <a href={`#${step.id}`} title={step.name}>
          {step.name}
        </a>
        <span className={styles['said']}>{said}</span>
      </span>
      <span className={styles['track']} title={said} aria-hidden={true}>
        {earlier.map((place) => (
          <span
            key={place}
            className={styles['slip']}
            style={{ left: percent(Math.min(place, at)), width: percent(Math.abs(at - place)) }}
          />
        ))}
        {earlier.map((place) => (
          <Mark key={place} step={step} at={place} isEarlier={true} />
        ))}
        <Mark step={step} at={at} isEarlier={false} />
      </span>
    </li>
  );
}

type MarkProps = {
  readonly step: PortalPlannedStep;
  readonly at: number;
  readonly isEarlier: boolean;
};

/** A diamond for a milestone, a disc for a step; hollow while open. */
function Mark({ step, at, isEarlier }: MarkProps) {
  const { isMilestone, isDone, isLate, side } = step;
  return (
    <span
      className={joinClasses(
        styles['mark'],
        isMilestone && styles['is-milestone'],
        isEarlier
          ? styles['is-earlier']
          : isDone
            ? styles['is-reached']
            : isLate
              ? styles['is-late']
              : side === 'client' && styles['is-yours'],
      )}
      style={placed(at)}
    />
  );
}

/** Down from the one and across to the other that waits; up where the other stands above. */
function Link({ link: { from, to } }: { readonly link: TimelineLink }) {
  const style = {
    '--top': Math.min(from.row, to.row),
    '--height': Math.abs(to.row - from.row),
    left: percent(Math.min(from.at, to.at)),
    width: percent(Math.abs(to.at - from.at)),
  } as CSSProperties;
  return (
    <span
      className={styles['link']}
      data-turn={`${to.row > from.row ? 'down' : 'up'}-${to.at < from.at ? 'left' : 'right'}`}
      style={style}
    />
  );
}

function placed(at: number): CSSProperties {
  return { left: percent(at) };
}

function percent(share: number): string {
  return `${Math.round(share * 100_000) / 1000}%`;
}
