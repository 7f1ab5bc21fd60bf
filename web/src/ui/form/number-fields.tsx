import { type Money, money } from '@evenkeel/core/money';
import { formatEffortShort, parseEffort } from '../format/effort.ts';
import { keptFormatter, readerLocale } from '../format/locale.ts';
import { currencyDigits, majorUnits, parseMoney } from '../format/money.ts';
import { formatNumber } from '../format/number.ts';
import { parseDecimal } from '../format/parse-decimal.ts';
import type { FieldProps } from './field-props.ts';
import styles from './form.module.css';
import { ParsedField } from './parsed-field.tsx';

const isSameNumber = (a: number, b: number) => a === b;

type NumberFieldProps = FieldProps<number | null> & {
  readonly whole?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly unit?: string;
  /** False for years and other numbers that are names: 1945, not 1,945. */
  readonly grouped?: boolean;
};

/** A number; `whole` for counts. */
export function NumberField(given: NumberFieldProps) {
  const { whole = false, minimum, maximum, unit, grouped = true, ...props } = given;
  const low = minimum ?? Number.NEGATIVE_INFINITY;
  const high = maximum ?? Number.POSITIVE_INFINITY;
  return (
    <ParsedField
      {...props}
      show={(value) => (grouped ? formatPlain(value, 6) : String(value))}
      parse={(text) => {
        const value = parseDecimal(text);
        if (value === undefined || value < low || value > high) return undefined;
        return whole && !Number.isInteger(value) ? undefined : value;
      }}
      isSame={isSameNumber}
      hint={numberHint(whole, minimum, maximum)}
      inputMode={whole ? 'numeric' : 'decimal'}
      rightSection={unit ? <span className={styles['unit']}>{unit}</span> : null}
    />
  );
}

type MoneyFieldProps = FieldProps<Money | null> & {
  /** The currency typed amounts are in. */
  readonly currency: string;
};

/** An amount of money; outside in minor units, in the box as people write it. */
export function MoneyField({ currency, ...props }: MoneyFieldProps) {
  const digits = currencyDigits(currency);
  return (
    <ParsedField
      {...props}
      show={(value) => formatPlain(majorUnits(value), digits)}
      parse={(text) => parseMoney(text, currency)}
      isSame={(a, b) => a.minor === b.minor && a.currency === b.currency}
      hint={`Write an amount like ${formatPlain(majorUnits(money(123_450, currency)), digits)} or 12k.`}
      rightSection={<span className={styles['unit']}>{currency}</span>}
      rightSectionWidth={46}
    />
  );
}

/** A share in percent; outside in basis points. */
export function PercentField(props: FieldProps<number | null>) {
  return (
    <ParsedField
      {...props}
      show={(value) => formatPlain(value / 100, 2)}
      parse={(text) => {
        const value = parseDecimal(text);
        return value === undefined ? undefined : Math.round(value * 100);
      }}
      isSame={isSameNumber}
      hint="Write a percentage like 22.5."
      rightSection={<span className={styles['unit']}>%</span>}
    />
  );
}

/** Effort; outside in minutes. `1:30`, `1.5` and `90m` are the same. */
export function EffortField(props: FieldProps<number | null>) {
  return (
    <ParsedField
      {...props}
      show={(value) => formatEffortShort(value)}
      parse={parseEffort}
      isSame={isSameNumber}
      hint="Write hours like 1:30, 1.5 or 90m."
      rightSection={<span className={styles['unit']}>h</span>}
    />
  );
}

function formatPlain(value: number, digits: number): string {
  const locale = readerLocale();
  return keptFormatter(
    `plain ${digits} ${locale}`,
    () => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }),
  ).format(value);
}

function numberHint(whole: boolean, minimum?: number, maximum?: number): string {
  const kind = whole ? 'a whole number' : 'a number';
  if (minimum !== undefined && maximum !== undefined) {
    return `Write ${kind} from ${formatNumber(minimum)} to ${formatNumber(maximum)}.`;
  }
  if (minimum !== undefined) return `Write ${kind} of ${formatNumber(minimum)} or more.`;
  return maximum === undefined
    ? `Write ${kind}.`
    : `Write ${kind} of ${formatNumber(maximum)} or less.`;
}
