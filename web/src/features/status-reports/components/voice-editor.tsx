import type { StatusReportView } from '@evenkeel/contract/status-reports';
import {
  linesOf,
  type ReportSection,
  reportSections,
} from '@evenkeel/core/status-reports/report-text';
import { wordingIssues } from '@evenkeel/core/status-reports/wording';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { ruleLabels, sectionLabels } from '../words.ts';
import styles from './reports.module.css';

/** Which of the two texts. */
export type Voice = 'internalText' | 'clientText';

/** A section of one text, as it is saved. */
export type TextChange = {
  readonly [Text in Voice]?: { readonly [Section in ReportSection]?: string };
};

type VoiceProps = { readonly report: StatusReportView; readonly voice: Voice };
type Save = (change: TextChange) => Promise<unknown>;

/** One of the two texts of a report: sections to write in while it is a draft, else to read. */
export function VoiceText({
  report,
  voice,
  mayEdit,
  save,
}: VoiceProps & { readonly mayEdit: boolean; readonly save: Save }) {
  return mayEdit ? (
    <VoiceFields report={report} voice={voice} save={save} />
  ) : (
    <VoiceReading report={report} voice={voice} />
  );
}

function VoiceFields({ report, voice, save }: VoiceProps & { readonly save: Save }) {
  return (
    <div className={styles['fields']}>
      {reportSections.map((section) => (
        <div key={section}>
          <Autosave
            name={section}
            value={report[voice][section]}
            save={(text) => save({ [voice]: { [section]: text } })}
          >
            {(field) => <TextAreaField label={sectionLabels[section]} minRows={1} {...field} />}
          </Autosave>
          {voice === 'clientText' ? (
            <WordingHints text={report.clientText[section]} language={report.language} />
          ) : null}
        </div>
      ))}
    </div>
  );
}

type WordingHintsProps = { readonly text: string; readonly language: StatusReportView['language'] };

/** Where the text leaves the formal tone; it can be sent all the same. */
function WordingHints({ text, language }: WordingHintsProps) {
  const issues = wordingIssues(text, language);
  if (issues.length === 0) return null;
  const words = issues.map(({ rule, excerpt }) => `“${excerpt}” (${ruleLabels[rule]})`);
  return <p className={styles['hints']}>Not formal: {[...new Set(words)].join(', ')}</p>;
}

function VoiceReading({ report, voice }: VoiceProps) {
  const filled = reportSections.filter((section) => linesOf(report[voice][section]).length > 0);
  if (filled.length === 0) return <p className={styles['empty']}>It says nothing.</p>;
  return (
    <>
      {filled.map((section) => (
        <section key={section}>
          <h3 className={styles['heading']}>{sectionLabels[section]}</h3>
          <ul className={styles['lines']}>
            {linesOf(report[voice][section]).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
