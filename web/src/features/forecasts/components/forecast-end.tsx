import type { ForecastResultView, TargetForecastView } from '@evenkeel/contract/forecasts';
import { daysBetween } from '@evenkeel/core/calendar-date';
import { DayHistogram, type DayMark } from '../../../ui/charts/day-histogram.tsx';
import { Figure } from '../../../ui/figure/figure.tsx';
import { formatDate } from '../../../ui/format/date.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { DateText } from '../../../ui/marks/values.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { chanceTone, shareText, unlimitedText } from '../model.ts';
import styles from './forecast.module.css';

type ForecastEndProps = {
  readonly result: ForecastResultView;
  readonly end: NonNullable<ForecastResultView['end']>;
};

/** The end of the project: figures, and all samples by day. */
export function ForecastEnd({ result, end }: ForecastEndProps) {
  return (
    <>
      <div className={styles['figures']}>
        <Chance end={end} />
        <Day label="P50" on={end.p50On} end={end} formula="Half of all samples are done by then." />
        <Day
          label="P80"
          on={end.p80On}
          end={end}
          formula="Four of five samples are done by then: a day one can promise."
        />
        <Day
          label="P95"
          on={end.p95On}
          end={end}
          formula="Nineteen of twenty samples are done by then."
        />
        <Figure
          label="Planned"
          value={<DateText date={end.plannedOn} />}
          formula="The last finish in the plan, each task taking what was estimated."
          delta={{ text: 'as the plan says', tone: 'neutral' }}
        />
      </div>
      {result.unlimited ? (
        <p className={styles['unlimited']}>{unlimitedText(result.unlimited)}</p>
      ) : null}
      <Section
        title="When it ends"
        note={`${result.samples.toLocaleString()} samples of the plan${result.isLevelled ? ' within people’s limits' : ''}, from ${formatDate(result.madeFor)} on`}
      >
        <DayHistogram
          label={`Ends between ${formatDate(end.histogram[0]?.firstOn ?? end.p50On)} and ${formatDate(end.histogram.at(-1)?.lastOn ?? end.p95On)}, in four of five samples by ${formatDate(end.p80On)}`}
          bars={end.histogram}
          marks={marksOf(end)}
          noun="Samples"
        />
      </Section>
    </>
  );
}

function Chance({ end }: { readonly end: TargetForecastView }) {
  if (end.chance === null || end.promisedOn === null)
    return (
      <Figure
        label="Chance to be on time"
        value="—"
        delta={{ text: 'the project names no end', tone: 'neutral' }}
      />
    );
  return (
    <Figure
      label="Chance to be on time"
      value={shareText(end.chance)}
      formula="Share of samples that end by the day the project names as its end."
      delta={{ text: `by ${formatDate(end.promisedOn)}`, tone: chanceTone(end.chance) }}
    />
  );
}

type DayProps = {
  readonly label: string;
  readonly on: TargetForecastView['p50On'];
  readonly end: TargetForecastView;
  readonly formula: string;
};

function Day({ label, on, end, formula }: DayProps) {
  return (
    <Figure
      label={label}
      value={<DateText date={on} />}
      formula={formula}
      delta={againstOf(on, end)}
    />
  );
}

/** Against the promise where there is one, else against the plan. */
function againstOf(on: TargetForecastView['p50On'], end: TargetForecastView) {
  const against = end.promisedOn ?? end.plannedOn;
  const what = end.promisedOn ? 'promised' : 'planned';
  const days = daysBetween(against, on);
  if (days === 0) return { text: `as ${what}`, tone: 'good' as const };
  const many = formatCount(Math.abs(days), { one: 'day', many: 'days' });
  return days > 0
    ? { text: `${many} later than ${what}`, tone: 'bad' as const }
    : { text: `${many} earlier than ${what}`, tone: 'good' as const };
}

function marksOf(end: TargetForecastView): DayMark[] {
  return [
    { on: end.plannedOn, label: 'Planned', tone: 'neutral' },
    ...(end.promisedOn ? [{ on: end.promisedOn, label: 'Promised', tone: 'bad' } as const] : []),
    { on: end.p50On, label: 'P50', tone: 'accent' },
    { on: end.p80On, label: 'P80', tone: 'accent' },
    { on: end.p95On, label: 'P95', tone: 'accent' },
  ];
}
