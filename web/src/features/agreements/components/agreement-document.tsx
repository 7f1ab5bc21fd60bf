import type { AgreementView } from '@evenkeel/contract/working-agreements';
import { FieldLine, FieldList } from '../../../ui/record/field-list.tsx';
import { cadenceText, topicLabels } from '../words.ts';
import styles from './agreement.module.css';

/** What an agreement says, to be read by the firm. */
export function AgreementDocument({ content }: { readonly content: AgreementView['content'] }) {
  const delay = content.toleranceDays;
  return (
    <div className={styles['document']}>
      <FieldList>
        {content.purpose ? <FieldLine label="Purpose">{content.purpose}</FieldLine> : null}
        <FieldLine label="Responsible, ours">{content.responsibleOurs || 'Nobody yet'}</FieldLine>
        <FieldLine label="Responsible, theirs">
          {content.responsibleTheirs || 'Nobody yet'}
        </FieldLine>
        <FieldLine label="Contact">{cadenceText(content.cadence)}</FieldLine>
        <FieldLine label="Channels">{content.channels}</FieldLine>
        <FieldLine label="Answers">
          We within {content.answerDaysOurs}, they within {content.answerDaysTheirs} working days
        </FieldLine>
        <FieldLine label="Delay">
          {delay === 0 ? 'Any slip' : `More than ${delay} working ${delay === 1 ? 'day' : 'days'}`}
          {content.delays ? `. ${content.delays}` : ''}
        </FieldLine>
        <FieldLine label="May surprise">
          {content.surprises.length === 0
            ? 'Nothing'
            : content.surprises.map((topic) => topicLabels[topic]).join(', ')}
          {content.surpriseNote ? `. ${content.surpriseNote}` : ''}
        </FieldLine>
      </FieldList>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Stage</th>
              <th scope="col">We</th>
              <th scope="col">The client</th>
              <th scope="col">Partners and vendors</th>
            </tr>
          </thead>
          <tbody>
            {content.parts.map((part) => (
              <tr key={`${part.stage} ${part.what}`}>
                <th scope="row">
                  {part.stage}
                  {part.what ? <span className={styles['under']}>{part.what}</span> : null}
                </th>
                <td>{part.ours}</td>
                <td>{part.theirs}</td>
                <td>{part.others}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
