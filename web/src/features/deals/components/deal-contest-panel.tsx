import { dealParts } from '@evenkeel/contract/deal-parts';
import {
  type ContestKind,
  type ContestStanding,
  contestFields,
} from '@evenkeel/core/deals/outcomes';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useDealWrite } from '../api.ts';
import {
  contestChoices,
  contestFieldLabels,
  contestMeanings,
  type DealPartProps,
  standingChoices,
} from '../model.ts';
import styles from './deal-contest.module.css';
import { EditableLines } from './editable-lines.tsx';

type Line = {
  readonly name: string;
  readonly feature: ContestStanding | null;
  readonly function: ContestStanding | null;
  readonly price: ContestStanding | null;
  readonly performance: ContestStanding | null;
  readonly note: string;
};

const blank: Line = {
  name: '',
  feature: null,
  function: null,
  price: null,
  performance: null,
  note: '',
};

/** What wins the deal: a goal we shape the way to, or an initiative for which offers are compared. */
export function DealContestPanel({ deal, mayWrite, save }: DealPartProps) {
  const setCompetitors = useDealWrite(dealParts.setCompetitors);
  return (
    <Section title="Contest">
      <div className={styles['mark']}>
        <Autosave<ContestKind | null>
          name="contest"
          value={deal.contest}
          save={(contest) => save({ contest })}
          on="change"
        >
          {(field) => (
            <ChoiceField
              label="What leads it"
              placeholder="Not marked"
              choices={contestChoices}
              disabled={!mayWrite}
              {...field}
            />
          )}
        </Autosave>
        {deal.contest ? <p>{contestMeanings[deal.contest]}</p> : null}
      </div>
      {deal.contest === 'initiative-led' || deal.competitors.length > 0 ? (
        <EditableLines<Line>
          key={JSON.stringify(deal.competitors)}
          saved={deal.competitors}
          blank={blank}
          noun="competitor"
          layout="contest"
          mayWrite={mayWrite}
          savedMessage="Competitors saved"
          onSave={(lines) =>
            setCompetitors.mutateAsync({
              params: { id: deal.id },
              body: { competitors: lines.filter(({ name }) => name.trim() !== '') },
            })
          }
          fields={(line, change, index) => (
            <>
              <TextField
                label={`Competitor ${index + 1}`}
                placeholder="Competitor"
                disabled={!mayWrite}
                value={line.name}
                onChange={(name) => change({ name })}
              />
              {contestFields.map((field) => (
                <ChoiceField
                  key={field}
                  label={`We in ${field} against competitor ${index + 1}`}
                  placeholder={contestFieldLabels[field]}
                  choices={standingChoices(field)}
                  disabled={!mayWrite}
                  value={line[field]}
                  onChange={(standing) => change({ [field]: standing })}
                />
              ))}
            </>
          )}
        />
      ) : null}
    </Section>
  );
}
